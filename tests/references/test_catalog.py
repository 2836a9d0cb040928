"""`references.toml` overrules inference, and says clearly what it does not know."""

from dataclasses import fields
from decimal import Decimal

import pytest

import claims
from claims.checking.index import Index
from claims.checking.tables import tables_of
from claims.references import References, catalog, infer_catalog


def load(folder, catalog):
    (folder / "references.toml").write_text(catalog, encoding="utf-8")
    return References.load(folder)


def test_every_key_is_heard(clinics):
    """Each key of a table and of a measure changes what was inferred."""
    catalog = """
    [doctors]
    source = "chiefs.csv"
    entity = "name"
    aliases = ["{name} of {clinic}"]
    key = ["name", "from"]
    from = "from"
    to = "to"
    categories = ["post"]
    drop = ["born"]
    phrasings = ["{name} runs {clinic}"]
    [doctors.measures.tenure]
    derive = "years since from"
    words = ["tenure", "years in office"]
    [clinic_years.measures.beds]
    words = ["places"]
    unit = "bed"
    scale = 10
    kind = "quantity"
    """
    references = load(clinics, catalog)
    doctors, beds = references.table("doctors"), references.table("clinic_years").column("beds")

    assert (doctors.column("clinic").role, doctors.column("born"), doctors.key) == ("category", None, ("name", "from"))
    assert (doctors.phrasings, doctors.derived[0].derive) == (("{name} runs {clinic}",), "years since from")
    assert doctors.derived[0].synonyms == ("tenure", "years in office")
    assert (beds.unit, beds.scale, beds.kind, beds.words) == ("bed", Decimal(10), "quantity", ("bed", "place"))
    assert Index(tables_of(references)).value_of("Ada Thorne of Elmwood Hospital") == "Ada Thorne"
    assert references.table("chiefs") is None


def test_every_key_is_explained(clinics):
    """The keys that are read are those that are explained, and a first catalog explains them to its reader."""
    spec, measure = (
        {{"start": "from", "end": "to"}.get(f.name, f.name) for f in fields(record)}
        for record in (catalog.Spec, catalog.Measure)
    )
    text = infer_catalog(clinics)

    assert (set(catalog.KEYS), set(catalog.MEASURE_KEYS)) == (spec, measure)
    assert all(meaning in text for meaning in (*catalog.KEYS.values(), *catalog.MEASURE_KEYS.values()))


def test_a_first_catalog_says_what_was_seen(clinics):
    """Rows, an example of each measure, keys between tables, and what nobody can ask for."""
    (clinics / "chiefs.csv").write_text(CHIEFS_WITH_NOTES)
    text = infer_catalog(clinics)

    assert "[clinics]  # 3 rows" in text
    assert "[clinic_years.measures.budget_usd_m]  # 31.5" in text
    assert "# clinic names rows of clinics (clinic)" in text
    assert "# not asked for: remarks" in text


def test_a_first_catalog_changes_nothing(clinics):
    """Inference overruled by what it found itself is the same inference."""
    (clinics / "votes.csv").write_text(
        "town,party,party_aliases,leader,votes_2021,votes_2024\nFenby,Green Union,Greens,Ada Thorne,7,8\n"
        "Harrow,Blue League,,Bo Vale,6,9\n"
    )
    before = References.load(clinics).tables
    (clinics / "references.toml").write_text(infer_catalog(clinics))

    def said(tables):
        return [
            (t.key, c.name, c.role, c.kind, c.words, c.dtype, c.unit, c.scale, c.resolution, c.year, c.of)
            for t in tables
            for c in t.columns
        ]

    assert said(before) == said(References.load(clinics).tables)


CHIEFS_WITH_NOTES = """\
name,clinic,remarks
Ada Thorne,Elmwood Hospital,was said to be thinking about it for a long time
Bram Vale,St Orla's Clinic,has been away since the spring of that year
"""

BAD = [
    ("[chiefs]\nentiti = 'name'", 'unknown catalog key "entiti"', 'did you mean "entity"?'),
    ("[chiefs.measures.born]\nword = ['birth']", 'unknown catalog key "word"', 'did you mean "words"?'),
    ("[chiefs]\nentity = 'nam'", 'table "chiefs" has no column "nam"', 'did you mean "name"?'),
    ("[chiefs]\nentity = 3", '"entity" must be a text or a list of texts', "write entity ="),
    ("[chiefs]\nsuite = ['a']", '"suite" must be a text', "write suite ="),
    ("[chiefs.measures.born]\nkind = 'day'", 'there is no kind "day"', "one of number"),
    ("[chiefs.measures.born]\nscale = 'many'", 'the scale "many" is no number', "1000000"),
    ("[chiefs.measures.borne]\nwords = 'x'", 'measure "borne" is no column', 'did you mean "born"?'),
    ("[chiefs]\naliases = '{nam}'", 'has no column "nam"', 'did you mean "name"?'),
    ("[nobody]\nsource = 'x.csv'", 'there is no file "x.csv" for table "nobody"', "name it"),
    ("[chiefs]\nsuite = 'none'", "there is no such expectation suite", "suite ="),
    ("chiefs = 1", '"chiefs" stands outside of a table', "put it under"),
    ("[chiefs", "the catalog is no TOML", "quote"),
]


@pytest.mark.parametrize(("catalog", "sentence", "hint"), BAD)
def test_bad_catalogs_get_a_clear_sentence(clinics, catalog, sentence, hint):
    """What the catalog gets wrong is named, with the nearest right thing; status 2."""
    with pytest.raises(claims.InputError) as caught:
        load(clinics, catalog)

    assert sentence in caught.value.message
    assert hint in caught.value.hint


def test_a_declared_date_must_be_readable(clinics):
    """A cell that is no date in a column declared as date is refused with its place."""
    with pytest.raises(claims.ReferencesError, match=r'cannot read "Elmwood" as a date .*row 1, column "town"'):
        load(clinics, '[clinics]\ndate = "town"')


def test_the_drafted_catalog_changes_nothing(clinics):
    """What `infer_catalog` writes is a catalog that says what was inferred."""
    before = References.load(clinics)
    after = load(clinics, infer_catalog(clinics))

    def roles(references):
        return [(t.name, t.key, c.name, c.role, c.kind, c.unit, c.scale) for t in references.tables for c in t.columns]

    assert roles(after) == roles(before)
