"""A made-up article and its audit: each verdict, each sourcing, an excluded value, a failed expectation."""

from __future__ import annotations

from decimal import Decimal

from claims.types import (
    Article,
    Attribution,
    Audit,
    Evidence,
    Failure,
    Inconsistency,
    Reason,
    Sentence,
    Sourcing,
    Statement,
    TableReport,
    Value,
    Verdict,
)

TEXT = """Harbour council votes for the new bridge

The Norwick harbour council voted on Tuesday to build a second bridge over the Aller. Mayor Ida Holm, 52, called it "the largest work of our 14 years in office".

The old bridge, opened in 1931, carries about 24,000 vehicles a day, more than 60% of them lorries. It has been closed for repairs 3 times since 2015, the council said in its annual report.

"We asked for 90 million and we got 85 million," Holm told reporters. "Nobody lost a night's sleep over it."

People close to the talks claimed that the builder wants at least two more lanes. The work, at 7 Quay Street, would take four years.
"""  # noqa: E501  (a paragraph a line)
PUBLISHED = "2024-05-15"


def span(words, after=0):
    start = TEXT.index(words, after)
    return start, start + len(words)


def value(words, kind, after="", **more):
    start, end = span(words, TEXT.index(after) if after else 0)
    return Value(start=start, end=end, text=words, kind=kind, **more)


def hedge(words):
    return span(words)


def clause(words):
    """Find the clause and the sentence that hold the words."""
    start, end = span(words)
    first = max(TEXT.rfind("\n", 0, start), TEXT.rfind(". ", 0, start) + 1) + 1
    last = min(at for at in (TEXT.find(". ", end), TEXT.find("\n", end)) if at >= 0)
    return {"clause": (start, end), "sentence": (first, last + 1)}


OWN = Sourcing(probability=0.97)
REPORT = Sourcing(
    label="sourced", probability=0.94, source="the council", cue="said", source_kind="organisation",
    speaker="Norwick harbour council", reasons=("a named organisation", "a neutral verb of saying"),
    pulls=(("a named organisation", 1.3125), ("a neutral verb of saying", 0.4), ("content: short", -0.21)),
)  # fmt: skip
HOLM = Sourcing(
    label="sourced", probability=0.99, source="Holm", cue="told", source_kind="person", speaker="Ida Holm",
    reasons=("a named person",),
)  # fmt: skip
MAYOR = Sourcing(
    label="sourced", probability=0.99, source="Mayor Ida Holm", cue="called", source_kind="person", speaker="Ida Holm"
)
CLOSE = Sourcing(
    label="reported", probability=0.91, source="People close to the talks", cue="claimed", source_kind="anonymous",
    reasons=("an unnamed source",), pulls=(("an unnamed source", 0.0), ("source: plural", -0.004)),
)  # fmt: skip

TUESDAY = value("on Tuesday", "date", iso="2024-05-14", rule="weekday before publication")
AGE = value("52", "age", amount=Decimal(52), unit="year", of="Ida Holm", step=Decimal(1))
YEARS = value("14 years", "duration", amount=Decimal(14), unit="year", iso="P14Y", step=Decimal(1))
SECOND = value("second", "ordinal", amount=Decimal(2), unit="bridge")
OPENED = value("1931", "date", iso="1931", rule="year after a preposition")
VEHICLES = value(
    "24,000 vehicles", "count", amount=Decimal(24000), unit="vehicle", comparator="approx", hedge=hedge("about"),
    step=Decimal(1000),
)  # fmt: skip
LORRIES = value("60%", "percent", amount=Decimal(60), unit="%", comparator="gt", hedge=hedge("more than"))
CLOSED = value("3 times", "count", amount=Decimal(3), unit="time", step=Decimal(1))
SINCE = value("2015", "date", iso="2015")
ASKED = value("90 million", "number", amount=Decimal(90_000_000), step=Decimal(1_000_000))
GOT = value("85 million", "number", amount=Decimal(85_000_000), step=Decimal(1_000_000))
LANES = value(
    "two more lanes", "count", amount=Decimal(2), unit="lane", comparator="ge", hedge=hedge("at least"), step=Decimal(1)
)
HOUSE = value("7", "excluded", after="at 7 Quay", rule="address: a house number")
TAKES = value("four years", "duration", amount=Decimal(4), unit="year", iso="P4Y")


def evidence(table, row, column, found, sql="", **more):
    sql = sql or f'SELECT "{column}" FROM "{table}" WHERE "name" = \'{row}\''
    return Evidence(table=table, rows=(row,), columns=(column,), sql=sql, found=found, **{"cells": ((found,),)} | more)


def verdict(label, reason, explanation, **more):
    return Verdict(label=label, reason=reason, explanation=explanation, **more)


def about(number, stated, text, subject, sourcing, found, words, **more):
    return Statement(
        id=f"s{number}", start=stated.start, end=stated.end, quote=stated.text, text=text, kind=stated.kind,
        subject=subject, value=stated, sourcing=sourcing, verdict=found, **clause(words), **more,
    )  # fmt: skip


def quotation(number, words, sourcing):
    start, end = span(words)
    return Statement(
        id=f"s{number}", start=start, end=end, quote=words, text=f"{sourcing.speaker}: {words}", kind="quotation",
        subject=sourcing.speaker, sourcing=sourcing, **clause(words),
        verdict=verdict("not_enough_info", Reason.QUOTATION, "The tables hold no quotations; the speaker's words."),
    )  # fmt: skip


OFFICE = span("Mayor")
STATEMENTS = (
    about(
        1, TUESDAY, "The Norwick harbour council voted on 2024-05-14", "Norwick harbour council", OWN,
        verdict(
            "supported", Reason.AGREES, "The table has the vote on 2024-05-14, which is what the article says.",
            expected="2024-05-14",
            evidence=(evidence("events", "Bridge vote", "date", "2024-05-14", source="minutes"),),
            steps=("read: a date, 2024-05-14", "matched: events, row Bridge vote", "compared: the same day"),
        ),
        "voted on Tuesday",
    ),
    about(
        2, SECOND, "A bridge over the Aller is the second", "Aller", OWN,
        verdict("not_enough_info", Reason.NO_REFERENCE, "No reference table speaks of bridges over the Aller."),
        "second bridge over the Aller",
    ),
    Statement(
        id="s3", start=OFFICE[0], end=OFFICE[1], quote="Mayor", text="Ida Holm was mayor on 2024-05-15", kind="office",
        subject="Ida Holm", sourcing=OWN, **clause("Mayor Ida Holm"),
        verdict=verdict(
            "supported", Reason.AGREES, "Ida Holm has been mayor since 2010-06-01.", expected="mayor",
            evidence=(Evidence(
                table="offices", rows=("Ida Holm, mayor",), columns=("office", "from", "to"), found="mayor",
                sql="SELECT \"office\" FROM \"offices\"\nWHERE \"person\" = 'Ida Holm'"
                " AND \"from\" <= DATE '2024-05-15'",
            ),),
        ),
    ),
    about(
        4, AGE, "Ida Holm was 52 on 2024-05-15", "Ida Holm", OWN,
        verdict(
            "refuted", Reason.DISAGREES, "Ida Holm was 49 on 2024-05-15: she was born on 1974-11-02.", expected="49",
            evidence=(evidence(
                "people", "Ida Holm", "born", "49", source="people.csv", cells=(("1974-11-02",),),
                sql="SELECT date_diff('year', \"born\", DATE '2024-05-15') - 1\n"
                "FROM \"people\" WHERE \"name\" = 'Ida Holm'",
            ),),
            steps=(
                "read: the age of Ida Holm on 2024-05-15", "matched: people, row Ida Holm",
                "computed: years since born", "compared: 52 is not 49",
            ),
        ),
        "Mayor Ida Holm, 52",
    ),
    quotation(5, '"the largest work of our 14 years in office"', MAYOR),
    about(
        6, YEARS, "Ida Holm had been in office for 14 years on 2024-05-15", "Ida Holm", MAYOR,
        verdict(
            "refuted", Reason.DISAGREES, "The words are Ida Holm's: she has held the office for 13 years.",
            expected="13",
            evidence=(evidence("offices", "Ida Holm, mayor", "from", "13"),), flags=("the speaker's words",),
        ),
        "14 years in office",
    ),
    about(
        7, OPENED, "The old bridge opened in 1931", "old bridge", OWN,
        verdict(
            "not_enough_info", Reason.FAILED_EXPECTATION,
            "The cell bridges.opened of Old Bridge fails expect_column_values_to_be_between, so it carries no verdict.",
            evidence=(evidence("bridges", "Old Bridge", "opened", "2931"),),
        ),
        "opened in 1931",
    ),
    about(
        8, VEHICLES, "The old bridge carries about 24,000 vehicles a day", "old bridge", REPORT,
        verdict(
            "supported", Reason.AGREES, "The table has 23,610, inside 23,000 to 25,000.", expected="23,610",
            evidence=(evidence("bridges", "Old Bridge", "vehicles_a_day", "23610"),),
            steps=("read: a count of vehicles", "matched: bridges, Old Bridge", "compared: 23,610 in 23,000..25,000"),
            flags=("only because of the hedge",),
        ),
        "carries about 24,000 vehicles a day",
    ),
    about(
        9, LORRIES, "More than 60% of the vehicles are lorries", "old bridge", REPORT,
        verdict(
            "not_enough_info", Reason.AMBIGUOUS,
            "Two readings disagree: bridges.lorries_share has 64, traffic.lorries_share has 58.",
            evidence=(
                evidence("bridges", "Old Bridge", "lorries_share", "64"),
                evidence("traffic", "Old Bridge, 2023", "lorries_share", "58"),
            ),
        ),
        "more than 60% of them lorries",
    ),
    about(
        10, CLOSED, "The old bridge was closed 3 times since 2015", "old bridge", REPORT,
        verdict(
            "supported", Reason.AGREES, "The table has 3 closures from 2015 on.", expected="3",
            evidence=(Evidence(
                table="closures", rows=("Old Bridge, 2016", "Old Bridge, 2019", "Old Bridge, 2022"), found="3",
                columns=("bridge", "year", "reopened"),
                cells=(("Old Bridge", "2016", None), ("Old Bridge", "2019", None), ("Old Bridge", "2022", "")),
                sql="SELECT count(*) FROM \"closures\"\nWHERE \"bridge\" = 'Old Bridge' AND \"year\" >= 2015",
            ),),
        ),
        "closed for repairs 3 times since 2015",
    ),
    about(
        11, SINCE, "The closures are those since 2015", "old bridge", REPORT,
        verdict("not_enough_info", Reason.WEAK, "2015 only limits the count of closures."), "since 2015",
    ),
    quotation(12, '"We asked for 90 million and we got 85 million,"', HOLM),
    about(
        13, ASKED, "The council asked for 90 million", "Norwick harbour council", HOLM,
        verdict("not_enough_info", Reason.NO_REFERENCE, "No reference table speaks of what was asked for."),
        "We asked for 90 million",
    ),
    about(
        14, GOT, "The council got 85 million", "Norwick harbour council", HOLM,
        verdict(
            "supported", Reason.AGREES, "The table has 85,000,000.", expected="85,000,000",
            evidence=(evidence("grants", "Second bridge", "amount", "85000000"),),
        ),
        "we got 85 million",
    ),
    quotation(15, '"Nobody lost a night\'s sleep over it."', HOLM),
    about(
        16, LANES, "The builder wants at least two more lanes", "builder", CLOSE,
        verdict("not_enough_info", Reason.PROPOSAL, "A wish is not checkable against tables of facts."),
        "the builder wants at least two more lanes", modality="proposal",
    ),
    about(
        17, TAKES, "The work would take four years", "work", OWN,
        verdict("not_enough_info", Reason.FORECAST, "A forecast is not checkable yet."),
        "would take four years", modality="forecast",
    ),
)  # fmt: skip


def attribution(source, cue, *content, kind, label, speaker="", probability=0.95):
    at = TEXT.index(content[0])
    return Attribution(
        source=(span(source, TEXT.rindex("\n", 0, at)),) if source else (),
        cue=(span(cue, TEXT.rindex("\n", 0, at)),),
        content=tuple(span(words) for words in content),
        source_kind=kind, label=label, probability=probability, speaker=speaker,
    )  # fmt: skip


ATTRIBUTIONS = (
    attribution(
        "Mayor Ida Holm", "called", '"the largest work of our 14 years in office"',
        kind="person", label="sourced", speaker="Ida Holm",
    ),
    attribution(
        "the council", "said", "It has been closed for repairs 3 times since 2015",
        kind="organisation", label="sourced", speaker="Norwick harbour council",
    ),
    attribution(
        "Holm", "told", '"We asked for 90 million and we got 85 million,"', '"Nobody lost a night\'s sleep over it."',
        kind="person", label="sourced", speaker="Ida Holm",
    ),
    attribution(
        "People close to the talks", "claimed", "the builder wants at least two more lanes",
        kind="anonymous", label="reported",
    ),
)  # fmt: skip

SENTENCES = tuple(
    Sentence(start=start, end=end, sourcing=label)
    for (start, end), label in (
        (span("Harbour council votes for the new bridge"), "own_voice"),
        (span("The Norwick harbour council voted on Tuesday to build a second bridge over the Aller."), "own_voice"),
        (span('Mayor Ida Holm, 52, called it "the largest work of our 14 years in office".'), "sourced"),
        (span("People close to the talks claimed that the builder wants at least two more lanes."), "reported"),
    )
)

REFERENCES = (
    TableReport(
        table="bridges", source="bridges.csv", sha256="b1" * 32, rows=12, suite="bridges", passed=6, failed=1,
        failures=(
            Failure(
                expectation="expect_column_values_to_be_between", column="opened", severity="critical",
                rows=("Old Bridge",), explanation="1 of 12 values lies outside 1700 to 2024: 2931",
            ),
        ),
    ),
    TableReport(table="closures", source="closures.csv", sha256="c2" * 32, rows=31, suite="closures", passed=4),
    TableReport(table="events", source="events.csv", sha256="e3" * 32, rows=48),
    TableReport(table="people", source="people.csv", sha256="a4" * 32, rows=150, suite="people", passed=9),
)  # fmt: skip

CLASH = Inconsistency(
    kind="same quantity twice", spans=(span("14 years"), span("four years")),
    explanation="14 years and four years in the same words",
)  # fmt: skip
AUDIT = Audit(
    article=Article(TEXT, published=PUBLISHED, title="Harbour council votes for the new bridge", id="bridge.md"),
    statements=STATEMENTS,
    attributions=ATTRIBUTIONS,
    values=tuple(sorted((*(s.value for s in STATEMENTS if s.value), HOUSE), key=lambda value: value.start)),
    sentences=SENTENCES,
    consistency=(CLASH,),
    references=REFERENCES,
    software={"claims": "0.1.0", "models": {"language": "d5" * 32, "sourcing": "f6" * 32}},
)
