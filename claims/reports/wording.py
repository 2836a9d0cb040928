"""What the reports call things: one vocabulary for every format. No report says "true"."""

from __future__ import annotations

from claims.types import Reason, Statement

VERDICTS = ("refuted", "supported", "not_enough_info")
"""The verdicts in the order of a reader's interest: what the tables decide, the trouble first."""
BINS = ("supported", "refuted", "not_enough_info", "excluded")
SOURCINGS = ("own_voice", "sourced", "reported")

LABELS = {
    "supported": "Supported",
    "refuted": "Refuted",
    "not_enough_info": "Not enough info",
    "excluded": "Excluded",
    "own_voice": "Own voice",
    "sourced": "Sourced",
    "reported": "Reported",
}
MARKS = {"supported": "✓", "refuted": "✗", "not_enough_info": "?", "excluded": "–"}
MEANINGS = {
    "supported": "The reference tables hold the same value, a reference text the same words.",
    "refuted": "The reference tables hold another value, a reference text other words.",
    "not_enough_info": "The tables do not decide it; the reason is given.",
    "excluded": "A numeral that states nothing checkable, left out by a named rule.",
    "own_voice": "The article says it itself.",
    "sourced": "Attributed on the record to a person, body or document.",
    "reported": "Hearsay: an unnamed or second-hand source.",
}
REASONS = {
    Reason.AGREES: "agrees with the reference",
    Reason.DISAGREES: "disagrees with the reference",
    Reason.NO_REFERENCE: "no reference table speaks of it",
    Reason.MISSING_VALUE: "the table has no value there",
    Reason.AMBIGUOUS: "readings that disagree",
    Reason.CONFLICTING_REFERENCES: "tables that disagree",
    Reason.FAILED_EXPECTATION: "the cell fails an expectation",
    Reason.WEAK: "no reading is sure enough",
    Reason.UNRESOLVED: "cannot be resolved",
    Reason.OPINION: "an opinion",
    Reason.FORECAST: "a forecast",
    Reason.PROPOSAL: "a proposal",
    Reason.HYPOTHETICAL: "a hypothesis",
    Reason.QUOTATION: "a quotation",
    Reason.UNEXPLAINED: "unexplained",
    Reason.REVIEWED: "decided by a person",
}
COMPARATORS = {
    "eq": "exactly, to the precision written",
    "approx": "approximately",
    "gt": "more than the value",
    "ge": "the value or more",
    "lt": "less than the value",
    "le": "the value or less",
    "between": "from the first value to the second",
}


def on_whose_word(statement: Statement) -> str:
    """Say on whose word a statement rests, in a few words."""
    sourcing = statement.sourcing
    if sourcing.label == "own_voice":
        return "own voice"
    who = sourcing.speaker or sourcing.source or sourcing.source_kind.replace("_", " ")
    return f"{sourcing.label}: {who}" if who else sourcing.label


def is_prose(statement: Statement) -> bool:
    """Say whether a statement has neither a value nor a table that speaks of it."""
    return statement.value is None and statement.verdict.reason == Reason.NO_REFERENCE


def plural(number: int, noun: str) -> str:
    """Write a number with its noun: 1 value, 2 values."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def signed(number: float) -> str:
    """Write a number with its sign and two decimals: +1.20, −0.31, 0.00."""
    return f"{number:+.2f}".replace("-", "−") if round(number, 2) else "0.00"
