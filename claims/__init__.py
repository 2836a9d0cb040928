"""Audit the checkable claims of a news article against reference tables, offline and replayably.

Examples
--------
>>> import claims
>>> [v.text for v in claims.find_values("Kishor, 45, asked for around 370 seats.")]
['45', '370 seats']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.article import read
    from claims.attribution import find_attributions
    from claims.corpus import audit_all
    from claims.errors import ClaimsError, InputError, ReferencesError
    from claims.pipeline import audit
    from claims.references import References
    from claims.statements import split
    from claims.types import Article, Attribution, Audit, Evidence, Sourcing, Statement, Value, Verdict
    from claims.values import compare, find_values, read_value

__version__ = "0.1.0"

_HOMES = {
    "claims.article": ("read",),
    "claims.attribution": ("find_attributions",),
    "claims.corpus": ("audit_all",),
    "claims.errors": ("ClaimsError", "InputError", "ReferencesError"),
    "claims.pipeline": ("audit",),
    "claims.references": ("References",),
    "claims.statements": ("split",),
    "claims.types": ("Article", "Attribution", "Audit", "Evidence", "Sourcing", "Statement", "Value", "Verdict"),
    "claims.values": ("compare", "find_values", "read_value"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Article",
    "Attribution",
    "Audit",
    "ClaimsError",
    "Evidence",
    "InputError",
    "References",
    "ReferencesError",
    "Sourcing",
    "Statement",
    "Value",
    "Verdict",
    "audit",
    "audit_all",
    "compare",
    "find_attributions",
    "find_values",
    "read",
    "read_value",
    "split",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'claims' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
