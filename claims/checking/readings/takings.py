"""Takings: how many were sold or came, times what each paid; a crop times its price; a staff times its pay."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claims.checking.query import select
from claims.checking.readings.apiece import UNITS, own_stems
from claims.checking.readings.changes import led_by
from claims.checking.readings.figures import (
    MOST_ROWS,
    Figure,
    added,
    cell_of,
    joined,
    said_before,
    sampled,
    stems,
    times,
)
from claims.checking.remembered import remembered
from claims.checking.words import kinship, stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from claims.checking.desk import Desk
    from claims.checking.index import Index
    from claims.checking.query import Query
    from claims.checking.readings.figures import Rows
    from claims.checking.tables import View
    from claims.types import Value

PRICES = stems("price fare fee toll tariff charge rent rate admission")
AVERAGES, SPENT = stems("average mean"), stems("spend spent basket order bill receipt")
PAY = stems("wage salary pay")
NO_MEAN = stems(
    "top max maximum min minimum highest lowest peak opening closing full-price starting from record launch share"
)
"""Words of prices that not everybody pays."""
SOLD = stems(
    "ticket sold sale visitor passenger customer guest night volume output harvest production produced supplied supply "
    "export exported member subscriber admission copy vehicle car unit attendance spectator rider booking order crop "
    "delivered issued bottle barrel litre tonne let rented subscription visit ride journey trip admitted audience catch"
)
STAFF = stems("staff employee worker teacher nurse driver headcount workforce")
TAKINGS = stems("taking box-office gross grossed receipt proceeds")
INCOME = stems("revenue turnover income earned earning worth")
"""What may come from elsewhere too, so that such a product tells nothing against it."""
SOLD_FOR = frozenset(
    {"took", "taken", "take", "takes", "taking", "brought", "earned", "earns", "made", "sold", "worth"}
)
PAYROLL = stems("payroll wage salary pay bill paid")
OF_ALL = stems("gate box office ticket total overall annual gross combined year season door")
BOX, OFFICE = stem("box"), stem("office")
WORTH, SALES = stem("worth"), stem("sale")
A_TONNE = {"kg": Decimal(1000), "t": Decimal(1)}
PER = "per"
SURE, CLAUSE, SENTENCE, BEFORE = 0.85, 0.78, 0.75, 0.6


@dataclass(frozen=True, slots=True)
class Taking:
    """A count and what each brings, of one table or of two, with what turns their product into money."""

    view: View
    sold: str
    price_view: View
    price: str
    factor: Decimal
    pay: bool = False

    def of(self, rows: Rows) -> Query | None:
        """Ask what some rows brought in altogether."""
        chosen = select(self.view, rows)
        asked = {row: times(self._sold(row), self._price(row)) for row in chosen if len(chosen) <= MOST_ROWS}
        return added(self.view, self.sold, asked)

    def _sold(self, row: int) -> Query | None:
        return cell_of(self.view, row, self.view, self.sold)

    def _price(self, row: int) -> Query | None:
        return cell_of(self.view, row, self.price_view, self.price)


@remembered
def takings(index: Index) -> list[Taking]:
    """Find the pairs of a count and a price in a table, or of a count and a price that another table has for it."""
    priced = [(v, c) for v in index.tables for c in v.measures if _is_price(v, c)]
    found = []
    for view, sold in [(v, c) for v in index.tables for c in v.measures if priced]:
        for price_view, price in priced:
            factor = _factor(view, sold, price_view, price)
            if factor is not None and (price_view is view or any(joined(view, r, price_view) for r in sampled(view))):
                found.append(Taking(view, sold, price_view, price, factor, bool(PAY & own_stems(price_view, price))))
    return found


def _is_price(view: View, column: str) -> bool:
    own, meaning = own_stems(view, column), view.columns[column]
    each = (PRICES | PAY) & own or PER in meaning.words or (AVERAGES & own and SPENT & own)
    return meaning.kind == "money" and bool(each) and not NO_MEAN & own


def _factor(view: View, sold: str, price_view: View, price: str) -> Decimal | None:
    """Give what the product of two columns has to be scaled by, None where the one is no price of the other."""
    count, money = view.columns[sold], price_view.columns[price]
    own = own_stems(view, sold)
    if (
        count.kind not in ("number", "quantity")
        or PER in count.words
        or bool(PAY & own_stems(price_view, price)) != bool(STAFF & own)
    ):
        return None
    scale = count.scale * money.scale
    if PER not in money.words:
        return scale if count.kind == "number" and (SOLD | STAFF) & own else None
    unit = money.words[money.words.index(PER) + 1 :][:1]
    if not unit:
        return None
    per = UNITS.get(unit[0], unit[0])
    if {per, count.unit} <= {*A_TONNE}:
        return scale * A_TONNE[per] / A_TONNE[count.unit]
    named = per.lower() == count.unit.lower() or any(kinship(stem(unit[0]), word) >= 0.8 for word in own)
    return scale if named else None


def figures(desk: Desk) -> Iterator[Figure]:
    """Yield what things brought in, as far as the words ask for it."""
    value = desk.value
    if value is not None and value.kind not in ("money", "percent", "ratio", "ordinal", "number"):
        return
    for one in takings(desk.index):
        asked = _asked(desk, one)
        if asked:
            yield Figure(
                view=one.view, column=one.sold, asked=asked, of=one.of, suits=_is_money, family="sum",
                unit=one.price_view.columns[one.price].unit, scale=one.factor, said=f"{one.sold} times {one.price}",
                plain=asked >= SURE and _alone(desk, one),
                nouns=PAYROLL if one.pay else TAKINGS | INCOME | {OFFICE, SALES},
            )  # fmt: skip


def _is_money(value: Value) -> bool:
    return value.kind == "money"


def _alone(desk: Desk, one: Taking) -> bool:
    """Say whether the table has no other price, and no money that the words may mean."""
    money = [c for c in one.view.measures if one.view.columns[c].kind == "money" and (c != one.price)]
    same = [o for o in takings(desk.index) if (o.view, o.pay) == (one.view, one.pay)]
    return len(same) == 1 and not any((TAKINGS | INCOME | PAYROLL | {SALES}) & own_stems(one.view, c) for c in money)


def _asked(desk: Desk, one: Taking) -> float:
    clause = frozenset(desk.context.clause_stems) | {stem(t.text) for t in desk.context.tokens}
    if not one.pay and _asks(clause, TAKINGS) and not _from_elsewhere(desk):
        return SURE
    words = PAYROLL if one.pay else TAKINGS | INCOME - {WORTH}
    if _asks(clause, words) or (not one.pay and _earned(desk)):
        return CLAUSE
    if _asks(desk.context.sentence_stems, words) or _goes_on(desk):
        return SENTENCE
    return BEFORE if desk.value is not None and _asks(said_before(desk), words) else 0.0


def _goes_on(desk: Desk) -> bool:
    """Say whether a percentage goes on from a sum that was earned: "worth $149 million, 16 percent less"."""
    if desk.value is None or desk.value.kind != "percent":
        return False
    before = desk.context.discourse.values_in((desk.context.sentence[0], desk.statement.start))
    sums = [other for other in before if other.value is not None and other.value.kind == "money"]
    return bool(sums) and _earned(desk.about(sums[-1]))


def _asks(said: Set[str], words: frozenset[str]) -> bool:
    return bool(words & said) or (words >= TAKINGS and {BOX, OFFICE} <= said)


def _from_elsewhere(desk: Desk) -> bool:
    """Say whether takings are told of something of which they are a part: "takings from food", "bar takings"."""
    nouns = [t for t in desk.context.line if stem(t.text) in TAKINGS]
    parts = [
        c for t in nouns for c in t.children if c.pos_ in ("NOUN", "ADJ") and c.dep_ in ("compound", "amod", "nmod")
    ]
    unknown = [c for c in parts if stem(c.text) not in OF_ALL and desk.context.discourse.mention_at(c) is None]
    return any(not any(kinship(stem(c.text), word) >= 0.8 for word in desk.tables.stems) for c in unknown)


def _earned(desk: Desk) -> bool:
    """Say whether a sum is what something took, brought in, sold for or is worth: "took £2 million", "was worth"."""
    value, context = desk.value, desk.context
    if value is None or value.kind != "money":
        return False
    verb = context.verb.lower_ if context.verb is not None else ""
    sales = SALES in context.near and led_by(context)[:1] in (["of"], ["at"], ["were"], ["to"])
    return verb in SOLD_FOR or "worth" in context.before[:3] or sales
