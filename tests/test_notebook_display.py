"""What a notebook shows of an audit."""

from __future__ import annotations

import re

import pytest

from claims import notebook
from tests.reports.example import AUDIT


def test_shown_by_itself():
    """An audit at the end of a cell shows itself."""

    assert AUDIT._repr_html_() == notebook.show(AUDIT)


def test_touches_nothing_else():
    """Every rule of the style is scoped, nothing is fetched, nothing runs."""

    shown = notebook.show(AUDIT)
    style = re.search(r"(?s)<style>(.*?)</style>", shown)[1]

    assert all(rule.startswith(".claims-audit ") for rule in style.strip().splitlines())
    assert not re.search(r"<script|https?:|url\(|\son\w+=", shown)


def test_links_lead_somewhere():
    """Every mark of the article leads to its row."""

    shown = notebook.show(AUDIT)
    ids = re.findall(r'\bid="([^"]+)"', shown)

    assert set(re.findall(r'href="#([^"]+)"', shown)) <= set(ids)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("plot", [notebook.plot_sourcing, notebook.plot_coverage])
def test_plots(plot):
    """The plots count what the audit counts, and take axes that are given."""

    pyplot = pytest.importorskip("matplotlib.pyplot")
    pyplot.switch_backend("agg")
    ax = plot(AUDIT)
    widths = sum(bar.get_width() for bars in ax.containers for bar in bars)

    assert widths == {"plot_sourcing": 17, "plot_coverage": 14}[plot.__name__]
    assert str(int(widths)) in ax.get_title(loc="left")
    assert plot(AUDIT, ax) is ax
    pyplot.close("all")
