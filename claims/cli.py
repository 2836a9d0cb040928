"""The command line: each command is the function of the same name, with files read and reports written around it."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import claims
from claims import console, files
from claims.console import Status
from claims.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.policy import Inputs
    from claims.references import Table
    from claims.types import Audit


class Format(StrEnum):
    """What an audit can be written as."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    MARKDOWN = "markdown"
    SARIF = "sarif"
    JUNIT = "junit"
    CLAIMREVIEW = "claimreview"
    GITHUB = "github"
    CSV = "csv"
    PARQUET = "parquet"
    XLSX = "xlsx"


class CheckFormat(StrEnum):
    """What a check can be printed as."""

    TEXT = "text"
    GITHUB = "github"


_SUFFIX = {
    Format.TEXT: ".txt",
    Format.JSON: ".json",
    Format.HTML: ".html",
    Format.MARKDOWN: ".md",
    Format.SARIF: ".sarif",
    Format.JUNIT: ".xml",
    Format.CLAIMREVIEW: ".jsonld",
    Format.GITHUB: ".txt",
    Format.CSV: ".csv",
    Format.PARQUET: ".parquet",
    Format.XLSX: ".xlsx",
}
_BINARY = (Format.PARQUET, Format.XLSX)
_SINGLE = (Format.SARIF, Format.JUNIT, Format.CLAIMREVIEW)

Articles = Annotated[
    list[str],
    typer.Argument(metavar="ARTICLE...", help='Text, Markdown, HTML, .docx, .ipynb, .jsonl, .csv; "-" reads text.'),
]
Published = Annotated[
    str, typer.Option(metavar="DATE", help="Publication date, YYYY-MM-DD; wins over the article's own.")
]
_TABLES = "Folder of tables, one table, a references.toml, or the address of a database."
Tables = Annotated[str | None, typer.Option(metavar="PATH", help=_TABLES)]
OneTable = Annotated[list[str] | None, typer.Option(metavar="NAME=FILE", help="A reference table; may be repeated.")]
Texts = Annotated[
    Path | None, typer.Option(metavar="FOLDER", help="Speeches, statements, transcripts to check quotations against.")
]
Config = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="The configuration; by default the nearest claims.toml or pyproject.toml."),
]
Style = Annotated[Format, typer.Option("--format", help="What to write.")]
Output = Annotated[Path | None, typer.Option(metavar="FILE", help="Where to write it; a folder for a file an article.")]
OneFile = Annotated[Path | None, typer.Option(metavar="FILE", help="Where to write it; by default the screen.")]
_PATHS = "Files, folders and patterns; by default the articles of claims.toml, or of [tool.claims] in pyproject.toml."
Corpora = Annotated[list[Path], typer.Argument(metavar="CORPUS...", help="Annotated articles, JSON lines or CSV.")]
Place = Annotated[str, typer.Argument(metavar="PATH", help=_TABLES)]
Docs = Annotated[Path | None, typer.Option(metavar="FOLDER", help="Write Great Expectations' Data Docs too.")]


def _group(about: str) -> typer.Typer:
    return typer.Typer(help=about, rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)


app = _group("Audit the checkable claims of news articles against reference tables.")
references_app = _group("Check reference tables, or write a first catalog for them.")
train_app = _group("Train a model on your own corpus.")
evaluate_app = _group("Measure a model on your own corpus.")
app.add_typer(references_app, name="references")
app.add_typer(train_app, name="train")
app.add_typer(evaluate_app, name="evaluate")


def main() -> None:
    """Run the command line."""
    with console.plain_errors():
        raise SystemExit(int(app(standalone_mode=False) or Status.NOTHING))


def _show_version(wanted: bool) -> None:
    if wanted:
        console.say(f"claims {claims.__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show it.")] = False,
) -> None: ...


@app.command()
def audit(
    articles: Articles,
    published: Published = "",
    references: Tables = None,
    table: OneTable = None,
    texts: Texts = None,
    config: Config = None,
    style: Style = Format.TEXT,
    output: Output = None,
) -> Status:
    """Audit articles: what they claim, on whose word, and what the reference tables say.

    One article without --format and --output is printed, and written to ARTICLE.audit.html in the current folder.

    Exit status: 0 nothing refuted, 1 a statement refuted or the article against itself, 2 bad usage or unreadable
    input, 3 reference data unfit.
    """
    inputs = _inputs(config, references, table, texts)
    read = [(path, article) for path in articles for article in inputs.read(path, published)]
    _check_output(style, output, len(read))
    audits = []
    with console.working("Auditing", len(read) if len(read) > 1 else None) as advance:
        for done in inputs.audit_all(read):
            audits.append(done)
            advance()
    _deliver(audits, style, output)
    if len(audits) == 1 and style is Format.TEXT and output is None:
        page = Path(f"{next(_names(audits))}.audit.html")
        files.write(page, audits[0].to_html())
        console.say(f"\nThe page with every statement marked in the article: {page}")
    return Status.FINDINGS if any(_finds(audit) for audit in audits) else Status.NOTHING


def _inputs(config: Path | None, references: str | None, table: list[str] | None, texts: Path | None = None) -> Inputs:
    """Take the configuration, and what the command names in place of it."""
    from claims.policy import Inputs, load_settings

    return Inputs(load_settings(config), place=references or "", named=table or (), folder=texts)


def _finds(audit: Audit) -> bool:
    """Tell whether a statement is refuted, or the article does not fit itself."""
    return bool(audit.consistency) or any(statement.verdict.label == "refuted" for statement in audit.statements)


def _check_output(style: Format, output: Path | None, articles: int) -> None:
    """Refuse before the work what could not be written after it."""
    folder = output is not None and output.is_dir()
    if articles > 1 and not folder and style in _SINGLE:
        raise InputError(f"{style} takes one article a file", hint="give an existing folder as --output")
    if style in _BINARY and output is None:
        raise InputError(f"{style} cannot be shown", hint="give a file as --output")
    if output and not output.parent.is_dir():
        raise InputError("there is no such folder", where=str(output.parent), hint="make it, or correct --output")


def _deliver(audits: list[Audit], style: Format, output: Path | None) -> None:
    if output and output.is_dir():
        for name, audit in zip(_names(audits), audits, strict=True):
            files.write(output / f"{name}.audit{_SUFFIX[style]}", _render([audit], style))
        return
    report = _render(audits, style, screen=output is None)
    if output:
        files.write(output, report)
    else:
        console.say(str(report))


def _render(audits: list[Audit], style: Format, *, screen: bool = False) -> str | bytes:
    """Write the audits as one report."""
    from claims.reports import annotations, collection, frame, spreadsheet, text

    match style:
        case Format.TEXT:
            return "\n\n".join(text.render(audit, **(console.screen() if screen else {})) for audit in audits)
        case Format.CSV:
            return frame.to_csv(audits)
        case Format.PARQUET:
            return frame.to_parquet(audits)
        case Format.XLSX:
            return spreadsheet.render(audits)
        case Format.GITHUB:
            return "".join(map(annotations.render, audits))
    if len(audits) == 1:
        return str(getattr(audits[0], f"to_{style}")())
    if style is Format.JSON:
        return "[\n{}]\n".format(",\n".join(audit.to_json() for audit in audits))
    return collection.render_html(audits) if style is Format.HTML else collection.render_markdown(audits)


def _names(audits: list[Audit]) -> Iterator[str]:
    """Name a file after each article; the second of a name gets a number."""
    seen: dict[str, int] = {}
    for audit in audits:
        name = re.sub(r"[^\w.-]+", "-", Path(audit.article.id or "article").stem)
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name}-{seen[name]}"


class Plain(StrEnum):
    """What a list of errors can be written as."""

    TEXT = "text"
    JSON = "json"


@app.command()
def mutate(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="One article; it is not changed.")],
    published: Published = "",
    references: Tables = None,
    table: OneTable = None,
    config: Config = None,
    seed: Annotated[int, typer.Option(metavar="N", help="Chooses among the errors of a place.")] = 0,
    style: Annotated[Plain, typer.Option("--format", help="What to write.")] = Plain.TEXT,
    output: OneFile = None,
) -> None:
    """Put typed errors into an article, one at a time, and count which of them the audit catches.

    Digits, scales, units, dates, weekdays, ages, hedges, names and attributions, wherever the audit supports the sound
    article.
    """
    from claims import mutation
    from claims.reports import kills

    inputs = _inputs(config, references, table)
    sound = inputs.read_one(article, published)
    with console.working("Auditing"):
        mutants = mutation.mutate(sound, inputs.tables_for(article), seed)
    _put(kills.to_json(sound, mutants, seed) if style is Plain.JSON else kills.render(sound, mutants), output)


@app.command()
def review(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="One article; it is not changed.")],
    published: Published = "",
    references: Tables = None,
    table: OneTable = None,
    texts: Texts = None,
    config: Config = None,
) -> None:
    """Write a sheet of an article's statements beside it, for a person to decide; audits of it take the decisions.

    Fill the columns decision, note and by, in a spreadsheet or an editor. What is filled stays when it is written anew.
    """
    from claims import review as reviewing

    with console.working("Auditing"):
        done = _inputs(config, references, table, texts).audit(article, published)
    place = done.save_review(article)
    lapsed = reviewing.lapsed(done)
    held = len(done.article.decisions) - lapsed
    counts = [f"{len(done.statements)} statements", f"{held} decided", f"{lapsed} decided that hold no longer"]
    console.say(f"{place}: {', '.join(counts[: 3 if lapsed else 2])}")


class Notes(StrEnum):
    """What a comparison of audits can be written as."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


@app.command()
def diff(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="An audit's JSON report, or an article.")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="The same, later.")],
    published: Published = "",
    references: Tables = None,
    table: OneTable = None,
    texts: Texts = None,
    config: Config = None,
    style: Annotated[Notes, typer.Option("--format", help="Markdown is a draft correction.")] = Notes.TEXT,
    output: OneFile = None,
) -> Status:
    """Compare two audits: which verdicts flipped, and whether text, data, rule or date did it.

    Exit status: 0 nothing newly refuted, 1 a statement is refuted that was not.
    """
    from claims.diff import difference, read_report
    from claims.reports import differences

    inputs = _inputs(config, references, table, texts)
    with console.working("Auditing"):
        found = difference(*(
            read_report(path) if path.lower().endswith(".json") else inputs.audit(path, published)
            for path in (before, after)
        ))  # fmt: skip
    writers = {Notes.TEXT: differences.render, Notes.JSON: differences.to_json, Notes.MARKDOWN: differences.to_markdown}
    _put(writers[style](found), output)
    return Status.FINDINGS if found.worse else Status.NOTHING


def _put(text: str, output: Path | None) -> None:
    if output:
        files.write(output, text)
    else:
        console.say(text)


@references_app.command()
def check(
    path: Place,
    docs: Docs = None,
) -> Status:
    """Run the expectation suites of reference tables; print the tables, rows and columns that fail.

    Exit status: 0 every expectation holds, 3 one of severity critical fails.
    """
    with console.working("Checking"):
        tables = claims.References.load(path).tables
    console.say("\n".join(line for table in tables for line in _check_lines(table)))
    if docs:
        from claims.references import datadocs

        with console.working("Writing Data Docs"):
            page = datadocs.write(tables, docs)
        console.say(f"\nData Docs: {page}")
    broken = any(failure.severity == "critical" for table in tables for failure in table.report.failures)
    return Status.UNFIT_REFERENCES if broken else Status.NOTHING


def _check_lines(table: Table) -> Iterator[str]:
    """Print a table like a test runner: each expectation with its result, then the rows that fail it."""
    yield f"{table.name}: {len(table)} rows, {f'suite {table.suite}' if table.suite else 'no suite'}"
    failures = iter(table.report.failures if table.report else ())
    for result in table.results:
        outcome = "passed" if result.success else f"FAILED ({result.severity})"
        yield f"    {outcome}  {result.expectation}  {', '.join(result.columns)}".rstrip()
        if not result.success:
            yield f"        {next(failures).explanation}"
    for failure in failures:  # what we look at without being told
        yield f"    FAILED ({failure.severity})  {failure.expectation}  {failure.column}"
        yield f"        {failure.explanation}"


@references_app.command()
def profile(
    path: Place,
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="A folder for a suite a table.")] = None,
) -> None:
    """Draft an expectation suite from a table, to be edited by a person.

    Kept as expectations/TABLE.json beside the table, the suite decides which of its cells carry a verdict.
    """
    from claims.references import draft_suites

    with console.working("Reading tables"):
        suites = draft_suites(path)
    folder = output is not None and output.is_dir()
    if len(suites) > 1 and not folder:
        raise InputError("there are several tables, one suite a file", hint="give an existing folder as --output")
    if output is None:
        console.say(*suites.values())
        return
    written = {output / f"{name}.json" if folder else output: suite for name, suite in suites.items()}
    for file in filter(Path.exists, written):
        raise InputError("there is a suite already", where=str(file), hint="give another name as --output")
    for file, suite in written.items():
        files.write(file, suite)
        console.say(f"The suite: {file}")


@references_app.command()
def infer(
    path: Place,
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="By default PATH/references.toml.")] = None,
) -> None:
    """Write a first catalog for a folder of tables, to be edited by a person."""
    from claims.references import infer_catalog

    beside = Path() if "://" in path else Path(path) if Path(path).is_dir() else Path(path).parent
    output = output or beside / "references.toml"
    if output.exists():
        raise InputError("there is a catalog already", where=str(output), hint="give another name as --output")
    with console.working("Reading tables"):
        text = infer_catalog(path)
    files.write(output, text)
    console.say(f"The catalog: {output}")


@app.command("check")
def check_articles(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATHS", help=_PATHS)] = None,
    changed_since: Annotated[str, typer.Option(metavar="REV", help="Only lines changed since then count.")] = "",
    update_baseline: Annotated[bool, typer.Option("--update-baseline", help="Take what is found for known.")] = False,
    config: Config = None,
    docs: Docs = None,
    style: Annotated[CheckFormat, typer.Option("--format", help="What to print.")] = CheckFormat.TEXT,
) -> Status:
    """Hold articles to a policy: an expectation suite over their audits, a baseline, suppressions with a reason.

    Exit status: 0 nothing critical, 1 a critical finding, 2 bad usage or unreadable input, 3 reference data unfit.
    """
    from claims import policy
    from claims.policy import printing

    settings = policy.load_settings(config)
    with console.working("Checking") as advance:
        outcome = policy.check(
            paths or (), settings, changed_since=changed_since, update_baseline=update_baseline, docs=docs,
            advance=advance,
        )  # fmt: skip
    if outcome.baseline:
        files.write(settings.root / settings.baseline, outcome.baseline)
    console.say(printing.github(outcome) if style is CheckFormat.GITHUB else printing.text(outcome))
    if docs:
        console.say(f"\nData Docs: {docs / 'index.html'}")
    return Status.FINDINGS if outcome.critical else Status.NOTHING


@app.command()
def init(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to; by default here.")] = Path(),
) -> None:
    """Write a starter project: a table, its catalog and suite, an article, the check as hook and in CI."""
    from claims.starter import copy

    console.say("\n".join(str(path) for path in copy(folder)))
    console.say(f"\nNow: cd {folder} && claims check")


@train_app.command("sourcing")
def train_sourcing(
    corpora: Corpora,
    output: Annotated[Path | None, typer.Option(metavar="FOLDER", help="By default the model that audits use.")] = None,
) -> None:
    """Train the classifier that tells sourced, reported and own voice apart."""
    from claims.attribution import training

    with console.working("Training"):
        trained = training.train(corpora, output)
    console.say("\n".join(trained.summary()))


@evaluate_app.command("sourcing")
def evaluate_sourcing(
    corpora: Corpora,
    model: Annotated[Path | None, typer.Option(metavar="FOLDER", help="By default the model that audits use.")] = None,
) -> None:
    """Measure that classifier: macro-F1, figures a class, confusion, reliability, intervals."""
    from claims.attribution import training

    with console.working("Evaluating"):
        found = training.evaluate(corpora, model)
    console.say("\n".join(found.summary()))
