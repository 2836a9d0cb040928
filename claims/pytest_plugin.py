"""The pytest plugin: `--claims` collects the configured articles as tests, `claims_audit` audits in a test."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claims.policy import Finding, Settings
    from claims.types import Article, Audit


class ClaimsWarning(UserWarning):
    """A finding that is not critical."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--claims`."""
    group = parser.getgroup("claims")
    group.addoption("--claims", action="store_true", help="hold the articles of claims.toml or [tool.claims] to policy")


def pytest_configure(config: pytest.Config) -> None:
    """Collect articles where `--claims` is given."""
    if config.getoption("--claims"):
        config.pluginmanager.register(_Articles(config), "claims-articles")


@pytest.fixture(scope="session")
def claims_audit(pytestconfig: pytest.Config) -> Callable[[Article | str | Path], Audit]:
    """Audit an article, given as a file's `Path`, an `Article` or text, as the configuration says."""
    import claims
    from claims.policy import Inputs

    inputs = Inputs(_settings(pytestconfig))

    def audit(article: Article | str | Path) -> Audit:
        if isinstance(article, Path):
            return inputs.audit(article)
        return claims.audit(article, inputs.references, texts=inputs.texts)

    return audit


class _Articles:
    """What a session knows of its articles: which files they are in, and what one check of all of them found."""

    def __init__(self, config: pytest.Config) -> None:
        from claims.errors import ClaimsError
        from claims.policy import sources

        self.settings = _settings(config)
        try:
            files = sources.find((), self.settings)
        except ClaimsError as error:
            raise pytest.UsageError(str(error)) from None
        if config.args_source is pytest.Config.ArgsSource.TESTPATHS:  # else they would be missed
            config.args.extend(map(str, files))
        self.wanted = frozenset(files)
        self.collected: list[Path] = []
        self._found: tuple[Finding, ...] | None = None

    @property
    def found(self) -> tuple[Finding, ...]:
        """Check all collected articles at once, so that Great Expectations runs once."""
        if self._found is None:
            from claims import policy

            with warnings.catch_warnings():  # Great Expectations sends all later ones to its log
                warnings.simplefilter("ignore")
                self._found = policy.check([str(path) for path in self.collected], self.settings).findings
        return self._found

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
        """Take a configured article for a file of tests."""
        return ArticleFile.from_parent(parent, path=file_path) if file_path in self.wanted else None

    def pytest_collection_modifyitems(self, session: pytest.Session, items: list[pytest.Item]) -> None:
        """Add a test for what is about all articles together."""
        self.collected = [item.path for item in items if isinstance(item, ArticleItem)]
        if self.collected:
            items.append(PolicyItem.from_parent(session, name="claims policy"))


class ArticleFile(pytest.File):
    """A file with articles."""

    def collect(self) -> Iterable[pytest.Item]:
        """Make one test of it."""
        yield ArticleItem.from_parent(self, name="claims")


class PolicyItem(pytest.Item):
    """The rules about all articles together."""

    def runtest(self) -> None:
        """Fail at a critical finding, warn of the others."""
        mine = [finding for finding in self._articles.found if self.concerns(finding)]
        for finding in mine:
            if finding.severity != "critical":
                where = finding.path or str(self.path)
                warnings.warn_explicit(ClaimsWarning(_line(finding)), None, where, finding.line)
        failing = [_line(finding) for finding in mine if finding.severity == "critical"]
        if failing:
            raise PolicyError("\n".join(failing))

    def concerns(self, finding: Finding) -> bool:
        """Say whether a finding belongs to this test."""
        return not finding.path

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show findings and errors about input without a traceback."""
        from claims.errors import ClaimsError

        plain = isinstance(excinfo.value, PolicyError | ClaimsError)
        return str(excinfo.value) if plain else super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Name the test in a report."""
        return self.path, None, f"claims: {self.path.name}"

    @property
    def _articles(self) -> _Articles:
        articles: _Articles = self.config.pluginmanager.get_plugin("claims-articles")  # type: ignore[assignment]
        return articles


class ArticleItem(PolicyItem):
    """The articles of a file, held to the policy."""

    def concerns(self, finding: Finding) -> bool:
        """Say whether a finding stands in this file."""
        from os.path import relpath

        return finding.path == Path(relpath(self.path, Path.cwd())).as_posix()


class PolicyError(Exception):
    """Carries the findings out of the test."""


def _line(finding: Finding) -> str:
    return f"{finding.place}: {finding.rule}: {finding.message}"


def _settings(config: pytest.Config) -> Settings:
    """Read the configuration as `claims check` would from pytest's root folder."""
    from claims.errors import ClaimsError
    from claims.policy.settings import load_settings

    try:
        return load_settings(start=config.rootpath)
    except ClaimsError as error:
        raise pytest.UsageError(str(error)) from None
