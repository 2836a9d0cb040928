"""What a notebook shows of an audit: the marked article with its table, and two plots."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claims.reports.summary import summarise
from claims.reports.wording import LABELS, VERDICTS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from claims.types import Audit

# Told apart by hatching as well, and legible on light and on dark.
_FILLS = {
    "supported": ("#2f9e5b", ""),
    "refuted": ("#e0483e", "///"),
    "not_enough_info": ("#d9a520", "..."),
    "excluded": ("#9aa0a6", "xx"),
}


def show(audit: Audit) -> str:
    """Give an audit as a piece of HTML: the marked article and a table of its statements.

    It carries its own style, which touches nothing else in the notebook, and takes the notebook's colours.

    Parameters
    ----------
    audit : Audit
        What to show; a notebook calls this for an audit at the end of a cell.

    Returns
    -------
    str
        HTML, everything of the article escaped.

    Examples
    --------
    >>> from claims.types import Article, Audit
    >>> show(Audit(article=Article("A calm day."))).splitlines()[0]
    '<div class="claims-audit">'
    """
    from markupsafe import Markup

    from claims.reports.templating import asset, environment

    template = environment().get_template("notebook.html.j2")
    prefix = f"claims-{audit.article.sha256[:8]}-"  # two audits in a notebook keep their links apart
    return template.render(s=summarise(audit), style=Markup(asset("notebook.css")), prefix=prefix)


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
