"""Things that one table names and others tell by a code, or that nobody names: "route 12", "Ward 7"."""

import pandas as pd
import pytest

import claims
from tests.checking.support import check, replayed, verdict

ROUTES = pd.DataFrame(
    {
        "route": [3, 12, 14, 27],
        "name": ["Harbour Circle", "Valley Express", "Mill Shuttle", "Night Owl"],
        "stops": [31, 9, 18, 40],
        "length_km": [8.4, 22.6, 5.1, 30.2],
    }
)
RIDES = pd.DataFrame(
    {
        "year": [2023] * 4 + [2024] * 4,
        "route": [3, 12, 14, 27] * 2,
        "passengers": [812000, 1204000, 395000, 88000, 840000, 1311000, 377000, 91000],
    }
)
WARDS = pd.DataFrame(
    {"ward": range(1, 7), "residents": [9400, 11200, 7800, 6100, 8200, 10050], "seats": [3, 4, 2, 2, 3, 3]}
)
FINES = pd.DataFrame(
    {"year": [2023] * 6 + [2024] * 6, "ward": [*range(1, 7)] * 2, "fines": [120, 340, 210, 95, 180, 260] * 2}
)
TEAMS = pd.DataFrame({"id": [11, 12, 13], "name": ["Northgate Rovers", "Fenby Athletic", "Ostrey Town"]})
MATCHES = pd.DataFrame(
    {
        "date": ["2025-02-01", "2025-02-08", "2025-02-15"],
        "home_team_id": [11, 13, 12],
        "away_team_id": [12, 11, 13],
        "home_goals": [2, 0, 1],
        "away_goals": [1, 1, 4],
        "attendance": [4210, 3100, 5120],
    }
)
COUNTRIES = pd.DataFrame({"iso3": ["NOR", "SWE", "DNK"], "country": ["Norway", "Sweden", "Denmark"]})
TRADE = pd.DataFrame(
    {
        "year": [2022] * 3 + [2023] * 3,
        "iso3": ["NOR", "SWE", "DNK"] * 2,
        "exports_usd_bn": [245.1, 197.9, 130.5, 173.0, 197.5, 135.2],
    }
)
BUSES = {"routes": ROUTES, "rides": RIDES}
STOPS = pd.DataFrame(
    {
        "stop": ["Central Station", "Fish Quay", "Moor Top"],
        "routes": ["3;12;14", "3", "14;27"],
        "boardings": [41200, 12640, 4120],
    }
)
NETWORK = {**BUSES, "stops": STOPS}
CITY = {"wards": WARDS, "fines": FINES}
LEAGUE = {"teams": TEAMS, "matches": MATCHES}
WORLD = {"countries": COUNTRIES, "trade": TRADE}


@pytest.mark.parametrize(
    ("text", "words", "label", "tables"),
    [
        ("The Mill Shuttle carried 377,000 passengers in 2024.", "377,000", "supported", BUSES),
        ("The Mill Shuttle carried 487,000 passengers in 2024.", "487,000", "refuted", BUSES),
        ("Route 12 carried 1.311 million passengers in 2024.", "1.311 million", "supported", BUSES),
        ("Route 12 carried 1.8 million passengers in 2024.", "1.8 million", "refuted", BUSES),
        ("Route 14 has 18 stops.", "18", "supported", BUSES),
        ("The No. 12 bus has 9 stops.", "9 stops", "supported", BUSES),
        ("The No. 3 bus carried 840,000 passengers in 2024.", "840,000", "supported", BUSES),
        ("The Night Owl carried 3.4 percent more passengers in 2024 than in 2023.", "3.4 percent", "supported", BUSES),
        ("The Valley Express was the busiest route in 2024.", "Valley Express", "supported", BUSES),
        ("Routes 3 and 14 carried 1.217 million passengers together in 2024.", "1.217 million", "supported", BUSES),
        ("Three routes carried more than 300,000 passengers in 2024.", "Three", "supported", BUSES),
        ("The Harbour Circle stops at Fish Quay.", "Fish Quay", "supported", NETWORK),
        ("Two of the stops are on the Mill Shuttle.", "Two", "supported", NETWORK),
        ("Central Station, which Route 14 uses too, has 41,200 boardings a day.", "41,200", "supported", NETWORK),
        ("Ward 2 has 11,200 residents.", "11,200", "supported", CITY),
        ("Ward 2 has 12,900 residents.", "12,900", "refuted", CITY),
        ("Ward Five elects three councillors to its seats.", "three", "supported", CITY),
        ("In Ward 6, 260 fines were issued in 2024.", "260 fines", "supported", CITY),
        ("The 4th Ward has 6,100 residents.", "6,100", "supported", CITY),
        ("Northgate Rovers beat Fenby Athletic 2-1 on 1 February.", "2-1", "supported", LEAGUE),
        ("Fenby Athletic lost to Ostrey Town before 5,120 people.", "5,120", "supported", LEAGUE),
        ("Fenby Athletic lost 4-1 at home to Ostrey Town on 15 February.", "4-1", "supported", LEAGUE),
        ("Sweden was the largest exporter in 2023.", "largest", "supported", WORLD),
        ("Norway exported goods worth $173 billion in 2023.", "$173 billion", "supported", WORLD),
        ("NOR exported goods worth $173 billion in 2023.", "$173 billion", "supported", WORLD),
        ("Denmark exported goods worth $173 billion in 2023.", "$173 billion", "refuted", WORLD),
    ],
)
def test_rows_are_found_by_the_names_of_their_codes(text, words, label, tables):
    """What a table tells by a code is asked for by the name that another has for it, or by its number."""
    assert verdict(text, words, "2025-02-20", **tables)[0] == label


def test_a_code_is_no_figure():
    """Neither a number in the name of a thing nor the sum of numbers is a figure of the article."""
    found = check("The quickest was route 14. In all 56 people work there.", "2025-02-20", **BUSES)

    assert {s.verdict.label for s in found.values()} == {"not_enough_info"}
    assert '"route 14" is Mill Shuttle' in found["14"].verdict.explanation


def test_several_are_named_by_one_noun():
    """The numbers behind a plural are names, each of one thing."""
    found = check("Wards 2, 5 and 6 have 29,450 residents between them.", "2025-02-20", **CITY)

    assert {quote: s.verdict.label for quote, s in found.items()} == {"29,450 residents": "supported"}


@pytest.mark.parametrize(
    ("text", "figure", "tables", "value"),
    [
        ("The Mill Shuttle carried 377,000 passengers in 2024.", "377,000", BUSES, 377000),
        ("Ward 2 has 11,200 residents.", "11,200", CITY, 11200),
        ("Two of the stops are on the Mill Shuttle.", "Two", NETWORK, 2),
        ("Northgate Rovers beat Fenby Athletic 2-1 on 1 February.", "2-1", LEAGUE, "2-1"),
        ("Denmark exported goods worth $135.2 billion in 2023.", "$135.2 billion", WORLD, pytest.approx(135.2)),
    ],
)
def test_evidence_shows_codes_and_names_and_replays(text, figure, tables, value):
    """The query runs on the tables as they are; rows show the code as the file has it, and whose it is."""
    evidence, answer = replayed(text, figure, "2025-02-20", **tables)

    assert [cell if isinstance(cell, str) else pytest.approx(float(cell)) for (cell,) in answer] == [value]
    assert " with names" in evidence.sql


def test_evidence_joins_the_table_of_names():
    """The row that the code stands for is shown beside the row that has the code."""
    evidence, _ = replayed("The Mill Shuttle carried 377,000 passengers in 2024.", "377,000", "2025-02-20", **BUSES)
    cells = [dict(zip(evidence.columns, row, strict=True)) for row in evidence.cells]

    assert cells[0] == {"route": "14", "year": "2024", "passengers": "377000", "name": None}
    assert (cells[1]["route"], cells[1]["name"]) == ("14", "Mill Shuttle")


def test_plain_queries_stay_plain():
    """A query that asks for no name asks the table as it is."""
    evidence, _ = replayed("In 2024, 2,619,000 passengers travelled in all.", "2,619,000", "2025-02-20", **BUSES)

    assert "WITH" not in evidence.sql


def test_a_code_that_nobody_names_stays_a_code():
    """A row whose code the other table lacks is of something else, and is counted with none of the named."""
    rides = pd.concat([RIDES, pd.DataFrame({"year": [2024], "route": [99], "passengers": [5000]})])
    references = claims.References.from_frames({"routes": ROUTES, "rides": rides})

    assert references.table("rides").column("route").codes == ()
