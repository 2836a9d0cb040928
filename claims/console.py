"""What the command line does with its surroundings: exit statuses, errors, a bar on the terminal."""

from __future__ import annotations

import io
import os
import sys
from contextlib import contextmanager, suppress
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.errors import ClaimsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Status(IntEnum):
    """What `claims` tells the shell."""

    NOTHING = 0
    FINDINGS = 1
    BAD_INPUT = 2
    UNFIT_REFERENCES = 3
    INTERRUPTED = 130


def say(text: str) -> None:
    """Write to standard output, in UTF-8 wherever it goes; a reader that has gone away is no error."""
    try:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  (stays open until exit)


def screen() -> dict[str, Any]:
    """Say how wide and whether in colour text may be: as the terminal is, else plain and always the same."""
    if not sys.stdout.isatty():
        return {}
    from shutil import get_terminal_size

    return {"width": get_terminal_size().columns, "colour": not os.environ.get("NO_COLOR")}


def complain(message: str) -> None:
    """Write to standard error, replacing what its encoding cannot show."""
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors="backslashreplace")
    with suppress(BrokenPipeError):
        print(f"claims: {message}", file=sys.stderr)  # noqa: T201


@contextmanager
def working(what: str, total: int | None = None) -> Iterator[Callable[[], None]]:
    """Show a bar on the terminal while work lasts, once it has lasted a second; give what advances it."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from threading import Timer

    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(console=Console(stderr=True), transient=True)
    task = bar.add_task(what, total=total)
    timer = Timer(1.0, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield lambda: bar.advance(task)
    finally:
        timer.cancel()
        timer.join()
        bar.stop()


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn every exception into one sentence and an exit status; the traceback only with CLAIMS_DEBUG=1."""
    try:
        yield
    except ClaimsError as error:
        complain(str(error))
        raise SystemExit(error.exit_status) from None
    except (KeyboardInterrupt, EOFError):
        raise SystemExit(Status.INTERRUPTED) from None
    except Exception as error:
        if os.environ.get("CLAIMS_DEBUG") == "1":
            raise
        complain(_usage(error) or _internal(error))
        raise SystemExit(Status.BAD_INPUT) from None


def _usage(error: Exception) -> str:
    """Say what is wrong with the command, if that is what went wrong."""
    say_it = getattr(error, "format_message", None)  # typer's exceptions have moved between its versions
    if say_it is None:
        return ""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "claims"
    said = str(say_it()).rstrip(".").replace("Value error, ", "")
    return f'{said}\nhint: "{command} --help" shows the usage'


def _internal(error: Exception) -> str:
    kind, place = type(error).__name__, error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    where = f"{Path(place.tb_frame.f_code.co_filename).name}, line {place.tb_lineno}" if place else ""
    said = " ".join(str(error).split())[:200]
    return (
        f"an error of claims itself, not of your input: {kind}: {said} ({where})\n"
        "hint: run it again with CLAIMS_DEBUG=1 and report what it prints, with the article if you may"
    )
