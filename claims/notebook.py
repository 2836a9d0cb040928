"""Audits in notebooks: shown with their text marked, plotted, and made of the prose between the cells.

`%load_ext claims.notebook` adds `%%claims`, which audits the prose of its cell against the data frames in the kernel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.errors import InputError
from claims.reports.summary import summarise
from claims.reports.templating import asset, environment
from claims.reports.wording import LABELS, VERDICTS, on_whose_word

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from matplotlib.axes import Axes

    from claims.references import Check, References, Table
    from claims.types import Audit, Statement

# Told apart by hatching as well, and legible on light and on dark.
_FILLS = {
    "supported": ("#2f9e5b", ""),
    "refuted": ("#e0483e", "///"),
    "not_enough_info": ("#d9a520", "..."),
    "excluded": ("#9aa0a6", "xx"),
}


def show(thing: Audit | Statement | References | Table | Check) -> str:
    """Give an audit, a statement, reference tables or the check of one as a piece of HTML.

    An audit is its marked article and a table of its statements, a statement its verdict with the evidence, tables
    what they hold and what their expectations say. The piece carries its own style, which touches nothing else in the
    notebook, and takes the notebook's colours.

    Parameters
    ----------
    thing : Audit, Statement, References, Table or Check
        What to show; a notebook calls this for one at the end of a cell.

    Returns
    -------
    str
        HTML, everything of the article and the tables escaped.

    Examples
    --------
    >>> from claims.types import Article, Audit
    >>> show(Audit(article=Article("A calm day."))).splitlines()[0]
    '<div class="claims-audit">'
    """
    from markupsafe import Markup

    from claims.references import Check, References, Table
    from claims.types import Statement

    template, told = "tables.html.j2", dict[str, Any]()
    match thing:
        case Statement():
            template, told = "statement.html.j2", {"s": thing, "whose": on_whose_word(thing)}
        case References(tables=tables):
            told = {"checks": [Check(report=table.report, results=table.results) for table in tables], "columns": ()}
        case Table():
            told = {"checks": [Check(report=thing.report, results=thing.results)], "columns": thing.columns}
        case Check():
            told = {"checks": [thing], "columns": ()}
        case _:
            prefix = f"claims-{thing.article.sha256[:8]}-"  # two audits in a notebook keep their links apart
            template, told = "notebook.html.j2", {"s": summarise(thing), "prefix": prefix}
    return environment().get_template(template).render(style=Markup(asset("notebook.css")), **told)


def plot_sourcing(audit: Audit, ax: Axes | None = None) -> Axes:
    """Plot the statements by sourcing, each bar split by verdict.

    Parameters
    ----------
    audit : Audit
        What to plot.
    ax : matplotlib.axes.Axes, optional
        Where to; by default a new figure.

    Returns
    -------
    matplotlib.axes.Axes
        The axes, to be adjusted or saved.
    """
    ax = _axes(ax, height=2.4)
    matrix = summarise(audit).matrix[::-1]
    names = [LABELS[sourcing] for sourcing, _ in matrix]
    left = [0] * len(matrix)
    for verdict in reversed(VERDICTS):
        counts = [row[VERDICTS.index(verdict)] for _, row in matrix]
        _bar(ax, names, counts, left, verdict)
        left = [before + count for before, count in zip(left, counts, strict=True)]
    return _finish(ax, f"{sum(left)} statements, by sourcing and verdict")


def plot_coverage(audit: Audit, ax: Axes | None = None) -> Axes:
    """Plot the bins that the values of the article ended in; the title states the denominator.

    Parameters
    ----------
    audit : Audit
        What to plot.
    ax : matplotlib.axes.Axes, optional
        Where to; by default a new figure.

    Returns
    -------
    matplotlib.axes.Axes
        The axes, to be adjusted or saved.
    """
    ax = _axes(ax, height=1.6)
    summary, left = summarise(audit), 0
    for name, count in summary.coverage:
        _bar(ax, [""], [count], [left], name)
        left += count
    return _finish(ax, f"{summary.values} values of the article, each in one bin")


def audit_notebook(path: str | Path, published: dt.date | str | None = None, *, run: bool = True) -> Audit:
    """Audit the Markdown cells of a notebook against the data frames that its code cells make.

    Numbers are compared as everywhere: to the precision and with the hedge that the prose writes.

    Parameters
    ----------
    path : str or Path
        The notebook; it is not changed.
    published : datetime.date or str, optional
        Wins over the date that the notebook's metadata gives.
    run : bool
        Run the notebook from top to bottom in a fresh kernel, in its own folder; a frame counts as it is at the end.
        Else the frames count that its stored outputs show whole.

    Returns
    -------
    Audit

    Raises
    ------
    InputError
        If it is no notebook, has no Markdown, or one of its cells fails.
    """
    import claims
    from claims import frames

    found = (frames.executed if run else frames.stored)(path)
    return claims.audit(claims.read(path, published), claims.References.from_frames(found))


def load_ipython_extension(shell: Any) -> None:
    """Add `%%claims` to a shell."""

    def magic(line: str, cell: str) -> Audit:
        """Audit the prose of a cell: `%%claims [--published DATE] [FRAME...]`, by default against every frame."""
        return audit_cell(line, cell, shell.user_ns)

    shell.register_magic_function(magic, magic_kind="cell", magic_name="claims")


def audit_cell(line: str, cell: str, namespace: dict[str, Any]) -> Audit:
    """Audit prose against data frames of a namespace, those that `line` names or all.

    Raises
    ------
    InputError
        If a name is no data frame's.

    Examples
    --------
    >>> import pandas as pd
    >>> shops = pd.DataFrame({"shop": ["Elm Books", "Oak Books"], "sold": [340, 512]})
    >>> audit = audit_cell("shops", "Oak Books sold 521 copies.", {"shops": shops})
    >>> [(s.quote, s.verdict.label, s.verdict.expected) for s in audit.statements if s.value]
    [('521 copies', 'refuted', '512')]
    """
    import claims
    from claims.frames import frames_in

    options = iter(line.split())
    wanted, published = [], None
    for word in options:
        if word == "--published":
            published = next(options, None)
        else:
            wanted.append(word)
    frames = frames_in(namespace)
    for name in wanted:
        if name not in frames:
            known = ", ".join(frames) or "none"
            raise InputError(f'there is no data frame "{name}"', where="%%claims", hint=f"there are: {known}")
    chosen = {name: frames[name] for name in wanted} or frames
    article = claims.Article(cell, published=published)  # type: ignore[arg-type]
    return claims.audit(article, claims.References.from_frames(chosen))


def _axes(ax: Axes | None, height: float) -> Axes:
    if ax is not None:
        return ax
    from matplotlib import pyplot

    return pyplot.subplots(figsize=(8, height), layout="constrained")[1]


def _bar(ax: Any, names: list[str], counts: list[int], left: list[int], name: str) -> None:
    colour, hatch = _FILLS[name]
    label = f"{LABELS[name].lower()} ({sum(counts)})"
    bars = ax.barh(names, counts, left=left, label=label, color=colour, hatch=hatch, edgecolor="white", height=0.7)
    ax.bar_label(bars, labels=[str(count) if count else "" for count in counts], label_type="center", fontweight="bold",
                 bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.85, "pad": 1}, color="black")  # fmt: skip


def _finish(ax: Any, title: str) -> Axes:
    from matplotlib.ticker import MaxNLocator

    for label in ax.texts:
        label.set_visible(bool(label.get_text()))
    ax.set_title(title, loc="left")
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    ax.spines[["top", "right", "left"]].set_visible(False)
    ax.tick_params(axis="y", length=0)
    ax.legend(ncols=4, frameon=False, loc="upper left", bbox_to_anchor=(0, 0), borderaxespad=2.4, fontsize="small")
    return ax  # type: ignore[no-any-return]
