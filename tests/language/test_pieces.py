"""Enumerations are cut into items that carry numbers, sentences into clauses with a verb of their own."""

import pytest

from claims.language import parse

ITEMS = (
    ("Rao won 12 seats in Delhi, 9 in Pune and 3 in Agra.", ["12 seats in Delhi", "9 in Pune", "3 in Agra"]),
    (
        "She backed Ann Cole's run in 2011, Bo Lee's bid in 2015 and, more recently, Cy Poe's return in 2019.",
        ["Ann Cole's run in 2011", "Bo Lee's bid in 2015", "Cy Poe's return in 2019"],
    ),
    (
        "The firm earned $3 million in 2019, $4.5 million in 2020 and $7 million last year.",
        ["$3 million in 2019", "$4.5 million in 2020", "$7 million last year"],
    ),
    (
        "He scored 23 points, took 11 rebounds and handed out 7 assists.",
        ["scored 23 points", "took 11 rebounds", "handed out 7 assists"],
    ),
    ("Sales rose 5% and profit fell 2%.", ["Sales rose 5%", "profit fell 2%"]),
    ("About 30 soldiers and 12 civilians were killed.", ["About 30 soldiers", "12 civilians"]),
    ("It has offices in Rome (9 staff) and Bonn (3 staff).", ["Rome (9 staff)", "Bonn (3 staff)"]),
    ("They met on May 3, 2021 and June 4, 2022.", ["May 3, 2021", "June 4, 2022"]),
    ("Kim, 45, and Lee, 52, signed it.", []),
    ("The bill, first read in 2019, was passed.", []),
    ("They lost 3.2 million crowns, the second loss in five years, although sales climbed to 127.6 million.", []),
    ('He said "we won 5 in 2014, and 6 in 2015" to fans.', []),
)


@pytest.mark.parametrize(("text", "items"), ITEMS)
def test_items_of_an_enumeration(text, items):
    """Pieces alike in their numbers are items; dates, ages and quotations are not cut."""
    assert [text[start:end] for start, end in parse(text).items] == items


CLAUSES = (
    ("The bill was late, and the mayor signed it.", ["The bill was late", "and the mayor signed it."]),
    ("Prices rose while wages fell.", ["Prices rose", "while wages fell."]),
    ("The mayor, who took office in 2019, resigned.", ["The mayor, who took office in 2019, resigned."]),
    ("Rao met Lee, Park and Cole.", ["Rao met Lee, Park and Cole."]),
)  # fmt: skip


@pytest.mark.parametrize(("text", "clauses"), CLAUSES)
def test_clauses_have_verbs_of_their_own(text, clauses):
    """A sentence is cut where both sides have a finite verb."""
    assert [text[start:end] for start, end in parse(text).clauses] == clauses
