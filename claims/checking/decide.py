"""From readings to one verdict: agree, disagree, or say why it stays open."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.agreement import Outcome, agreement
from claims.checking.bar import objection
from claims.checking.evidence import evidence, explain, failures, stale, written
from claims.checking.periods import period_of
from claims.checking.query import Found, compute
from claims.checking.scoring import REFUTE_AT, SUPPORT_AT, Reading
from claims.types import Reason, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.checking.desk import Desk
    from claims.types import Statement, Value

MOST = 120
NOT_ASSERTED = {
    "opinion": Reason.OPINION, "forecast": Reason.FORECAST, "proposal": Reason.PROPOSAL,
    "hypothetical": Reason.HYPOTHETICAL,
}  # fmt: skip
WORDS = {
    Reason.OPINION: "an opinion, not a fact to check", Reason.FORECAST: "it speaks of the future",
    Reason.PROPOSAL: "it was asked for or proposed, not said to be so",
    Reason.HYPOTHETICAL: "it is said under a condition",
    Reason.QUOTATION: "what is quoted is checked value by value",
}  # fmt: skip
# how far under the best reading an agreeing one may stand, and how good it has to be, by how telling the value is
TELLING = {4: (0.60, 0.40), 3: (0.40, 0.45), 2: (0.22, 0.55), 1: (0.2, 0.6)}
SLIP_AT = 0.68
CLEAR = {"subject": 0.56, "words": 0.55, "time": 0.6}
TIED = {4: 0.0, 3: 0.3, 2: 0.45, 1: 0.55}


@dataclass(frozen=True, slots=True)
class Result:
    """A reading with its answer and how that compares."""

    reading: Reading
    found: Found
    outcome: Outcome
    rule: str


def decide(desk: Desk, readings: Iterable[Reading]) -> Verdict:
    """Compute the best readings and decide."""
    statement = desk.statement
    if statement.kind == "quotation":
        return Verdict(reason=Reason.QUOTATION, explanation=WORDS[Reason.QUOTATION])
    if statement.modality == "proposal":
        return Verdict(reason=Reason.PROPOSAL, explanation=WORDS[Reason.PROPOSAL])
    ranked = sorted(readings, key=lambda r: -r.score)[:MOST]
    results = _results(desk, ranked)
    verdict = _judged(desk, results, bool(ranked))
    reason = NOT_ASSERTED.get(statement.modality)
    if (
        reason
        and verdict.label != "supported"
        and not (verdict.label == "refuted" and statement.modality == "forecast")
    ):
        return Verdict(reason=reason, explanation=WORDS[reason], steps=verdict.steps)
    if statement.modality == "negated" and verdict.label != "not_enough_info" and not _until(desk):
        return Verdict(
            reason=Reason.UNRESOLVED, explanation="it is denied, and what is denied is not read", steps=verdict.steps
        )
    return verdict


def _until(desk: Desk) -> bool:
    """Say whether the denial only bounds a time: "does not end until January"."""
    return any(t.lower_ == "until" for t in desk.context.line)


def _results(desk: Desk, ranked: list[Reading]) -> list[Result]:
    found: list[Result] = []
    for reading in ranked:
        if reading.score < SUPPORT_AT - 0.15:
            break
        if reading.part("subject") < 0.25 and telling(desk.value) < 4:
            continue
        answer = compute(reading.query, desk.tables)
        if answer.value is not None:
            outcome, rule = agreement(reading, answer.value, desk.value)
            if outcome != "cannot_tell":
                found.append(Result(reading, answer, outcome, rule))
    return found


def _judged(desk: Desk, results: list[Result], tried: bool) -> Verdict:
    if not results:
        reason = Reason.MISSING_VALUE if tried else Reason.NO_REFERENCE
        words = "the tables have no value for it" if tried else "no table holds it"
        return Verdict(reason=reason, explanation=words)
    best = next((r for r in results if r.outcome == "agrees" or _near(desk.value, r)), results[0])
    slack, floor = TELLING[telling(desk.value)]
    tied = TIED[telling(desk.value)]
    agreeing = [r for r in results if r.outcome == "agrees" and r.reading.part("subject") >= tied]
    agreeing = [r for r in agreeing if not _cheap(desk.value, r.reading)]
    agreeing = [r for r in agreeing if not _outdated(r, results) and not _elsewhere(desk.value, r, results)]
    for result in agreeing[:1]:
        if result.reading.score >= max(floor, best.reading.score - slack):
            return _gated(desk, result, "supported")
    if agreeing and agreeing[0].reading.score >= best.reading.score - 0.2:
        return _open(desk, Reason.AMBIGUOUS, [best, agreeing[0]])
    against = _against(desk.value, [r for r in results if r.outcome == "disagrees" and _meant(desk, r)])
    if against is not None and against.reading.score >= best.reading.score - 0.25:
        return _gated(desk, against, "refuted")
    return _open(desk, Reason.WEAK, [best])


def _meant(desk: Desk, result: Result) -> bool:
    """Say whether a reading may refute: it clears the bar, or the digits are plainly swapped."""
    return result.reading.refutes and not objection(desk, result.reading, miswritten(desk.value, result))


def _cheap(value: Value | None, reading: Reading) -> bool:
    """Say whether a small bound, "at least two", is met by too loose a reading to mean anything."""
    bound = value is not None and value.comparator not in ("eq", "approx", "between") and telling(value) == 1
    return bound and reading.form == "number" and min(reading.part("time"), reading.part("words") - 0.25) < 0.6


def _elsewhere(value: Value | None, result: Result, results: list[Result]) -> bool:
    """Say whether a small number is found only in another column than the one that its words name."""
    own = result.reading
    if telling(value) > 2:
        return False
    return any(
        other.outcome == "disagrees"
        and other.reading.family == "lookup"
        and other.reading.part("words") >= max(0.85, own.part("words") + 0.15)
        and other.reading.part("subject") >= max(0.8, own.part("subject") - 0.05)
        and other.reading.part("time") >= own.part("time") - 0.05
        for other in results
    )


def _outdated(result: Result, results: list[Result]) -> bool:
    """Say whether a reading of the same cells at a likelier time disagrees: an old figure, not the one meant."""
    own, cells = result.reading, (result.reading.family, result.reading.query.column)
    return any(
        other.outcome == "disagrees" and (other.reading.family, other.reading.query.column) == cells
        and other.reading.query.table == own.query.table and other.reading.part("time") - own.part("time") >= 0.25
        and other.reading.part("subject") >= own.part("subject") - 0.05
        for other in results
    )  # fmt: skip


def _against(value: Value | None, results: list[Result]) -> Result | None:
    """Choose the reading that refutes: clear, or a little less so where the value looks miswritten."""
    found: list[tuple[float, Result]] = []
    for result in results:
        reading = result.reading
        sure = all(reading.part(p) >= least for p, least in CLEAR.items())
        mixed = swapped(value, result)
        slipped = mixed or slip(value, result)
        if (sure and reading.score >= SLIP_AT and slipped) or (
            sure and reading.score >= REFUTE_AT and (plausible(value, result) or _certain(reading))
        ):
            found.append((reading.score + 0.1 * slipped, result))
        elif (
            mixed
            and reading.score >= 0.64
            and reading.part("subject") >= 0.42
            and reading.part("words") >= 0.45
            and reading.part("time") >= 0.6
        ):
            found.append((reading.score + 0.1, result))
    if not found:
        return None
    least = max(score for score, _ in found) - 0.12
    return min((r for score, r in found if score >= least), key=lambda r: (_away(value, r), -r.reading.score))


def _certain(reading: Reading) -> bool:
    """Say whether nothing is open: the thing is named, its measure is named."""
    return (
        all(reading.part(part) >= 0.85 for part in ("subject", "words", "kind", "time")) and reading.family == "lookup"
    )


def _near(value: Value | None, result: Result) -> bool:
    """Say whether a reading competes at all: its figure is not ten times off."""
    return _away(value, result) < 9 or not isinstance(result.found.value, Decimal)


def swapped(value: Value | None, result: Result) -> bool:
    """Say whether the same three or more digits stand in another order."""
    if value is None or not isinstance(value.amount, Decimal) or not isinstance(result.found.value, Decimal):
        return False
    one, other = _digits(value.amount), _digits(result.found.value)
    return len(one) > 2 and one != other and sorted(one) == sorted(other)


def miswritten(value: Value | None, result: Result) -> bool:
    """Say whether three or more digits differ by their order, or by one of them."""
    if swapped(value, result):
        return True
    if value is None or not isinstance(value.amount, Decimal) or not isinstance(result.found.value, Decimal):
        return False
    one, other = _digits(value.amount), _digits(result.found.value)
    return len(one) == len(other) > 2 and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _away(value: Value | None, result: Result) -> float:
    if value is None or result.reading.form == "name":
        return 0.0
    found = result.found.value
    if value.kind in ("date", "period") and (period := period_of(value.iso)):
        if isinstance(found, dt.date):
            return abs((found - period[0]).days)
        return abs(int(str(found)) - period[0].year) * 365.0 if isinstance(found, int) else 1e9
    if isinstance(value.amount, Decimal) and isinstance(found, Decimal):
        scale = result.reading.scale if isinstance(result.reading.scale, Decimal) else Decimal(1)
        return abs(float(value.amount) - abs(float(found * scale))) / max(1e-9, abs(float(value.amount)))
    return 0.0


def telling(value: Value | None) -> int:
    """Say how telling a value is: 4 and 3 hardly right by chance, 1 small numbers that much agrees with."""
    if value is None:
        return 2
    if value.kind in ("date", "period"):
        return 3 if len(value.iso) >= 7 else 2
    amount = value.amount if isinstance(value.amount, Decimal) else None
    if amount is None:
        return 2 if value.kind == "score" else 1
    digits = len(format(abs(amount).normalize(), "f").replace(".", "").strip("0"))
    if digits >= 4 and value.comparator == "eq":
        return 4
    return 3 if digits >= 3 else 2 if digits == 2 or value.kind in ("percent", "age") else 1


def slip(value: Value | None, result: Result) -> bool:
    """Say whether the written value looks like the found one miswritten: digits swapped, a wrong digit or scale."""
    if value is None or not isinstance(value.amount, Decimal) or not isinstance(result.found.value, Decimal):
        return value is not None and value.kind in ("date", "period")
    found = abs(result.found.value)
    if isinstance(result.reading.scale, Decimal):
        found *= result.reading.scale
    one, other = _digits(value.amount), _digits(found)
    if one == other or (len(one) > 1 and other.startswith(one) and _thousands(abs(value.amount), found)):
        return True
    if len(one) > 1 and sorted(one) == sorted(other):
        return True
    if len(one) == len(other) > 1 and sum(a != b for a, b in zip(one, other, strict=True)) == 1:
        return True
    return found != 0 and len(one) > 1 and Decimal("0.8") < abs(value.amount) / found < Decimal("1.25")


def _thousands(one: Decimal, other: Decimal) -> bool:
    """Say whether one is about a thousand or a million times the other: million for billion."""
    ratio = max(one, other) / min(one, other) if one and other else Decimal(0)
    return any(abs(ratio / power - 1) < Decimal("0.06") for power in (10**3, 10**6))


def plausible(value: Value | None, result: Result) -> bool:
    """Say whether the two can be figures for the same thing: no more than two and a half times apart."""
    if result.reading.form == "check":
        return True
    if value is None or not isinstance(value.amount, Decimal) or not isinstance(result.found.value, Decimal):
        return True
    found = abs(result.found.value)
    if isinstance(result.reading.scale, Decimal):
        found *= result.reading.scale
    high, low = max(found, abs(value.amount)), min(found, abs(value.amount))
    return high <= 2 or low * Decimal("2.5") >= high


def _digits(amount: Decimal) -> str:
    return format(abs(amount).normalize(), "f").replace(".", "").strip("0")


def _gated(desk: Desk, result: Result, label: str) -> Verdict:
    """Let a verdict stand unless a cell that it used fails a critical expectation."""
    steps = _steps(desk.statement, result)
    failed = failures(desk, result.found)
    critical = [f for f in failed if f.severity == "critical"]
    shown = (evidence(desk, result.reading, result.found),)
    if critical:
        names = ", ".join(dict.fromkeys(f.expectation for f in critical))
        return Verdict(
            reason=Reason.FAILED_EXPECTATION, evidence=shown, steps=(*steps, f"gated: {names}"),
            explanation=f"a cell that answers it fails {names}: {critical[0].explanation}",
        )  # fmt: skip
    flags = tuple(dict.fromkeys((*(f.expectation for f in failed), *stale(desk, result.found))))
    return Verdict(
        label="supported" if label == "supported" else "refuted",
        reason=Reason.AGREES if label == "supported" else Reason.DISAGREES,
        explanation=explain(desk, result.reading, result.found, label),
        expected=written(result.reading, result.found),
        evidence=shown, steps=steps, flags=flags,
    )  # fmt: skip


def _open(desk: Desk, reason: Reason, results: list[Result]) -> Verdict:
    shown = tuple(evidence(desk, r.reading, r.found) for r in results)
    said = " or ".join(f"{r.reading.said} ({written(r.reading, r.found)})" for r in results)
    words = "it can be read as" if reason == Reason.AMBIGUOUS else "the nearest reading is not sure enough:"
    return Verdict(
        reason=reason,
        explanation=f"{words} {said}",
        evidence=shown,
        steps=_steps(desk.statement, results[0]),
        flags=("weak",),
    )


def _steps(statement: Statement, result: Result) -> tuple[str, ...]:
    parts = ", ".join(f"{name} {value:.2f}" for name, value in result.reading.parts)
    return (
        f"read: {result.reading.said} ({result.reading.family})",
        f"matched: {result.reading.score:.2f} ({parts})",
        f'compared: {written(result.reading, result.found)} with "{statement.quote}": {result.outcome} ({result.rule})',
    )
