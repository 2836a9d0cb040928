"""A column's name tells its words, unit, scale and year."""

from decimal import Decimal

import pytest

from claims.references import naming


@pytest.mark.parametrize(
    ("name", "words", "kind", "unit", "scale", "year"),
    [
        ("seats_won", ("seat", "win"), None, "", 1, None),
        ("population_2021", ("population",), None, "", 1, 2021),
        ("rainfall_mm", ("rainfall",), "quantity", "mm", 1, None),
        ("Waiting over 52 weeks", ("waiting", "over", "52", "week"), None, "", 1, None),
        ("swimmers_100_m", ("swimmer", "100", "m"), None, "", 1, None),
        ("richest_10_pct", ("richest", "10"), "percent", "%", 1, None),
        ("revenue_usd_m", ("revenue",), "money", "USD", 10**6, None),
        ("net_result_m", ("net", "result"), "money", "", 10**6, None),
        ("losses", ("loss",), None, "", 1, None),
        ("share_pct", ("share",), "percent", "%", 1, None),
        ("gap_seconds", ("gap",), "duration", "s", 1, None),
        ("distance_km", ("distance",), "quantity", "km", 1, None),
        ("height_m", ("height",), "quantity", "m", 1, None),
        ("gdp_bn", ("gdp",), "money", "", 10**9, None),
        ("exportsThousands", ("export",), None, "", 1000, None),
        ("2019", (), None, "", 1, 2019),
        ("2018/19", (), None, "", 1, 2018),
        ("visits_2024_11_18", ("visit",), None, "", 1, 2024),
        ("Close 2024-01-31", ("close",), None, "", 1, 2024),
        ("Arson %", ("arson",), "percent", "%", 1, None),
        ("Latest cost (£m)", ("latest", "cost"), "money", "GBP", 10**6, None),
        ("exports_meur", ("export",), "money", "EUR", 10**6, None),
        ("net_gain_2025_m_eur", ("net", "gain"), "money", "EUR", 10**6, 2025),
        ("upkeep_mio_francs", ("upkeep", "franc"), "money", "", 10**6, None),
        ("ore_kt", ("ore",), "quantity", "t", 1000, None),
        ("ticket_fares", ("ticket", "fare"), "money", "", 1, None),
        ("paid_subscribers", ("pay", "subscriber"), None, "", 1, None),
        ("tide_level_m", ("tide", "level"), "quantity", "m", 1, None),
        ("mean_flow_m3s", ("mean", "flow"), "quantity", "m3/s", 1, None),
        ("outflow_m3_per_s", ("outflow",), "quantity", "m3/s", 1, None),
        ("stored_million_m3", ("stored",), "quantity", "m3", 10**6, None),
        ("price_usd_per_m3", ("price", "per", "m3"), "money", "USD", 1, None),
        ("Yield (kg/ha)", ("yield",), "quantity", "kg/ha", 1, None),
        ("Speed (km/h)", ("speed",), "quantity", "km/h", 1, None),
        ("peak_m", ("peak",), "quantity", "m", 1, None),
        ("relief_rs_crore", ("relief",), "money", "INR", 10**7, None),
        ("hall_m2", ("hall",), "quantity", "m2", 1, None),
        ("change_bp", ("change",), "percent", "basis point", 1, None),
        ("Move (basis points)", ("move",), "percent", "basis point", 1, None),
        ("minutes", ("minute",), "duration", "min", 1, None),
        ("beds", ("bed",), None, "", 1, None),
    ],
)
def test_name_of_a_column(name, words, kind, unit, scale, year):
    """Units and scales are taken out of the words, and only where they are ones."""
    read = naming.read(name)

    assert (read.words, read.kind, read.unit, read.scale, read.year) == (words, kind, unit, Decimal(scale), year)
