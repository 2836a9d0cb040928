"""Where there are many tables: a statement is held against those nearest to what it is about."""

import pandas as pd
import pytest

from tests.checking.support import verdict

TOWNS = ["Elm", "Oak", "Ash", "Yew"]
MEASURES = "rainfall_mm visitors pupils beds goals votes staff nurses boats trees shops fires".split()
TABLES = {
    f"towns_{number}": pd.DataFrame({"town": TOWNS, measure: [1000 * number + 110 + 37 * i for i in range(len(TOWNS))]})
    for number, measure in enumerate(MEASURES, start=1)
}


@pytest.mark.parametrize(("number", "measure"), list(enumerate(MEASURES, start=1)))
def test_each_table_is_found_by_its_measure(number, measure):
    word = measure.split("_")[0]
    true, wrong = 1000 * number + 147, 1000 * number + 174

    assert verdict(f"Oak had {true:,} {word}.", str(f"{true:,}"), "2024-03-14", **TABLES)[0] == "supported"
    assert verdict(f"Oak had {wrong:,} {word}.", str(f"{wrong:,}"), "2024-03-14", **TABLES)[0] == "refuted"


def test_a_table_is_found_by_the_names_in_it():
    ships = pd.DataFrame({"ship": ["Gull", "Tern", "Skua"], "length_m": [87.4, 62.1, 93.8]})

    assert verdict("The Tern, 62.1 metres from end to end, sailed on.", "62.1 metres", "2024-03-14",
                   ships=ships, **TABLES)[0] == "supported"  # fmt: skip
