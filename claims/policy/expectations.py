"""Expectations about audits, for policies: importing this module teaches them to Great Expectations.

`claims check` imports it by itself. Elsewhere `import claims.policy.expectations` comes before a suite that names one
of them is loaded. Each renders itself in the words of an audit: what it asks, how many break it, and which.
"""

# Great Expectations exports these names without saying so, and calls renderers by keyword with whatever there is.
# mypy: disable-error-code="attr-defined, misc"

from __future__ import annotations

from typing import Any, ClassVar

from great_expectations.compatibility import pydantic
from great_expectations.expectations import ExpectColumnValuesToBeBetween, ExpectColumnValuesToNotBeInSet
from great_expectations.expectations.row_conditions import Column
from great_expectations.render import LegacyDiagnosticRendererType, LegacyRendererType
from great_expectations.render.components import RenderedStringTemplateContent, RenderedTableContent
from great_expectations.render.renderer.renderer import renderer

from claims.reports.plain import line, shorten

__all__ = [
    "ExpectArticleCoverageToBeAtLeast",
    "ExpectArticleHearsayToBeAtMost",
    "ExpectNoRefutedStatements",
    "ExpectQuotationsToBeAttributed",
]

SHOWN = ("article", "quote", "explanation")
"""Columns of the audits' frame that show which statement breaks an expectation."""
_MOST = 50


class _Rendered:
    """Renders an expectation: `asks` is its sentence, `counts` what its rows stand for, `shows` columns of those."""

    asks: ClassVar[str]
    counts: ClassVar[str] = "statements"
    shows: ClassVar[tuple[str, ...]] = SHOWN

    @classmethod
    def sentence(cls, kwargs: dict[str, Any]) -> str:
        """Say what the expectation asks, with its figures."""
        return cls.asks.format(**kwargs)

    @classmethod
    def _prescriptive_template(cls, renderer_configuration: Any) -> Any:
        renderer_configuration.template_str = cls.sentence(renderer_configuration.kwargs)
        return renderer_configuration

    @classmethod
    @renderer(renderer_type=LegacyRendererType.PRESCRIPTIVE)
    def _prescriptive_renderer(cls, configuration: Any = None, result: Any = None, **_: Any) -> list[Any]:
        kwargs = (configuration or result.expectation_config).kwargs
        return [
            RenderedStringTemplateContent(
                content_block_type="string_template", string_template={"template": cls.sentence(kwargs), "params": {}}
            )
        ]

    @classmethod
    @renderer(renderer_type=LegacyDiagnosticRendererType.OBSERVED_VALUE)
    def _diagnostic_observed_value_renderer(cls, result: Any = None, **_: Any) -> str:
        found = (result.result or {}) if result is not None else {}
        if "element_count" not in found:
            return "--"
        return f"{found['unexpected_count']} of {found['element_count'] - found['missing_count']} {cls.counts}"

    @classmethod
    @renderer(renderer_type=LegacyDiagnosticRendererType.UNEXPECTED_STATEMENT)
    def _diagnostic_unexpected_statement_renderer(cls, result: Any = None, **_: Any) -> list[Any]:
        """Leave the count to the observed value; tell what went wrong, if something did."""
        counted = "unexpected_count" in (result.result or {})
        return [] if counted else super()._diagnostic_unexpected_statement_renderer(result=result)

    @classmethod
    @renderer(renderer_type=LegacyDiagnosticRendererType.UNEXPECTED_TABLE)
    def _diagnostic_unexpected_table_renderer(cls, result: Any = None, **_: Any) -> list[Any] | None:
        """Show which statements or articles break it, where the validation was asked for `SHOWN`."""
        listed = ((result.result or {}).get("unexpected_index_list") or ()) if result is not None else ()
        entries = [entry for entry in listed if isinstance(entry, dict) and entry.keys() >= set(cls.shows)]
        rows = dict.fromkeys(tuple(_cell(entry[name]) for name in cls.shows) for entry in entries)  # an article repeats
        if not rows:
            return None
        return [
            RenderedTableContent(
                content_block_type="table",
                header_row=[name.removeprefix("article_") for name in cls.shows],
                table=[list(row) for row in rows][:_MOST],
                styling={"body": {"classes": ["table-bordered", "table-sm", "mt-3"]}},
            )
        ]


def _cell(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else shorten(line(str(value)), 300)


class ExpectNoRefutedStatements(_Rendered, ExpectColumnValuesToNotBeInSet):
    """Expect that the tables refute no statement.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"verdict": ["supported", "refuted"]})
    >>> _validated(frame, ExpectNoRefutedStatements()).success
    False
    """

    asks: ClassVar[str] = "no statement is refuted"
    column: str = "verdict"
    value_set: list[str] = ["refuted"]  # noqa: RUF012  (a field of a pydantic model)


class ExpectQuotationsToBeAttributed(_Rendered, ExpectColumnValuesToNotBeInSet):
    """Expect that every quotation has a speaker, be it an unnamed one.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"kind": ["quotation", "age"], "sourcing": ["sourced", "own_voice"]})
    >>> _validated(frame, ExpectQuotationsToBeAttributed()).success
    True
    """

    asks: ClassVar[str] = "every quotation is attributed"
    counts: ClassVar[str] = "quotations"
    shows: ClassVar[tuple[str, ...]] = SHOWN[:2]
    column: str = "sourcing"
    value_set: list[str] = ["own_voice"]  # noqa: RUF012
    row_condition: Any = Column("kind") == "quotation"


class ExpectArticleCoverageToBeAtLeast(_Rendered, ExpectColumnValuesToBeBetween):
    """Expect that the tables decide at least a share, `min_value`, of the values of each article.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"article_coverage": [0.25, 0.25]})
    >>> _validated(frame, ExpectArticleCoverageToBeAtLeast(min_value=0.3)).success
    False
    """

    asks: ClassVar[str] = "the tables decide at least {min_value:.0%} of an article's values"
    counts: ClassVar[str] = "statements are in articles below it"
    shows: ClassVar[tuple[str, ...]] = ("article", "article_coverage")
    column: str = "article_coverage"
    min_value: float = pydantic.Field(ge=0, le=1)


class ExpectArticleHearsayToBeAtMost(_Rendered, ExpectColumnValuesToBeBetween):
    """Expect that at most a share, `max_value`, of the statements of each article is hearsay.

    Examples
    --------
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"article_reported": [0.25, 0.25]})
    >>> _validated(frame, ExpectArticleHearsayToBeAtMost(max_value=0.3)).success
    True
    """

    asks: ClassVar[str] = "at most {max_value:.0%} of an article's statements are hearsay"
    counts: ClassVar[str] = "statements are in articles above it"
    shows: ClassVar[tuple[str, ...]] = ("article", "article_reported")
    column: str = "article_reported"
    max_value: float = pydantic.Field(ge=0, le=1)


def _validated(frame: Any, expectation: Any) -> Any:
    """Hold a frame to one expectation, for the examples above."""
    from claims.references.validation import frames

    return frames().get_batch({"dataframe": frame}).validate(expectation)
