"""Dates resolve from the publication date, the tense and the dates around them."""

from __future__ import annotations

import pytest

from claims.types import Article
from claims.values import find_values

PUBLISHED = "2022-04-26"  # a Tuesday


def _iso(text, published=PUBLISHED):
    return [v.iso for v in find_values(Article(text, published=published)) if v.kind in ("date", "period", "duration")]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("It was announced on April 25.", "2022-04-25"),
        ("It was announced on 25 April 2021.", "2021-04-25"),
        ("It was announced on the 25th of April, 2021.", "2021-04-25"),
        ("It was announced on Monday, April 25.", "2022-04-25"),
        ("The vote will be held on June 3.", "2022-06-03"),
        ("The vote was held on December 3.", "2021-12-03"),
        ("A loaf cost 3.10 in August.", "2021-08"),
        ("The onion cost Rs 1,345 in August.", "2021-08"),
        ("A loaf will cost 3.10 in August.", "2022-08"),
        ("Bread is dearer than in August.", "2021-08"),
        ("It was the worst fire of the last century.", "1900/1999"),
        ("The tour arrives in the city on May 11.", "2022-05-11"),
        ("He resigned on Friday.", "2022-04-22"),
        ("She will speak on Friday.", "2022-04-29"),
        ("He resigned on Tuesday.", "2022-04-26"),
        ("He spoke yesterday.", "2022-04-25"),
        ("They met last week.", "2022-04-18/2022-04-24"),
        ("They met last month.", "2022-03"),
        ("They met last year.", "2021"),
        ("They met two years ago.", "2020"),
        ("They met two weeks ago.", "2022-04-12"),
        ("Talks began in early April.", "2022-04-01/2022-04-10"),
        ("Over the past decade it grew.", "2012-04-26/2022-04-26"),
        ("It grew in the 1990s.", "1990s"),
        ("It grew in the late 1980's.", "1980s"),
        ("It grew in the third quarter of 2021.", "2021-Q3"),
        ("It was built in the last decade of the 19th century.", "1800/1899"),
        ("It was built in the second half of the 1960s.", "1960s"),
        ("It was built in the first quarter of the 20th century.", "1900/1999"),
        ("It fell last quarter.", "2022-Q1"),
        ("It grew in 2019-20.", "2019/2020"),
        ("It ran from 2009 to 2011.", "2009/2011"),
        ("It ran from 3 to 5 May.", "2022-05-03/2022-05-05"),
        ("It opened in the summer of 2012.", "2012-SU"),
        ("It opened on Christmas Day.", "2021-12-25"),
        ("India marked Republic Day.", "2022-01-26"),
        ("The shop opens on Labor Day.", "2022-09-05"),
        ("It left on Monday at 18:00 UTC.", "2022-04-25"),
        ("It is a church of the twenty-first century.", "2000/2099"),
        ("They left on the 15th day of next month.", "2022-05-15"),
        ("The mural dates from the 17th century.", "1600/1699"),
        ("Report of 2022-03-01.", "2022-03-01"),
        ("She was born on January twenty-five nineteen eighty-six.", "1986-01-25"),
        ("It opened on fifteen August nineteen hundred and two.", "1902-08-15"),
        ("It closed in nineteen eighty-four.", "1984"),
        ("He resigned the day before.", "2022-04-25"),
        ("They meet next week Thu or Fri.", "2022-05-05"),
        ("The lease ends next 6th of April.", "2023-04-06"),
        ("Filed on 2021 10 16 in Rome.", "2021-10-16"),
        ("It was paid on sept . 30 , 2021 .", "2021-09-30"),
        ("It was signed on 14/02/2021.", "2021-02-14"),
        ("Half a year ago it opened.", "2021"),
        ("The day before yesterday he left.", "2022-04-24"),
        ("The day after tomorrow he will come.", "2022-04-28"),
        ("In the summer of last year it closed.", "2021-SU"),
        ("It sold well in the nineties.", "1990s"),
        ("Trade grew in the 1800s.", "1800/1899"),
        ("It grew in the 2000s.", "2000s"),
        ("Sales in the first nine months of 2021 rose.", "2021-01/2021-09"),
        ("Sales in the first three months of the year rose.", "2022-01/2022-03"),
        ("The last two months of 2020 were cold.", "2020-11/2020-12"),
        ("Last year's first half was weak.", "2021"),
        ("It ran between 3 and 5 May.", "2022-05-03/2022-05-05"),
        ("It ran from 28 April to 3 May.", "2022-04-28/2022-05-03"),
        ("It ran from May 3 to May 5.", "2022-05-03/2022-05-05"),
        ("He worked from Monday to Friday.", "2022-04-25/2022-04-29"),
        ("It fell in January-March 2021.", "2021-01/2021-03"),
        ("January to March 2020 was cold.", "2020-01/2020-03"),
        ("FY22 profits rose.", "2022"),
        ("The fair opens on Waitangi Day.", "2023-02-06"),
        ("They fast on Yom Kippur 2022.", "2022-10-05"),
        ("Malls closed for Chinese New Year.", "2022-02-01"),
        ("Canada marked Labour Day.", "2021-09-06"),
        ("It was built prior to 2010.", "2010"),
        ("It closed no later than May.", "2022-05"),
        ("It hit at 1400 GMT.", "2022-04-26T14:00"),
        ("It closed at half past five.", "2022-04-26T05:30"),
        ("It opens at quarter to six on Friday.", "2022-04-29T05:45"),
        ("It has taken ten years.", "P10Y"),
        ("It took two and a half years.", "P2Y6M"),
        ("It took 30 to 40 days.", "P30D/P40D"),
    ],
)
def test_resolved(text, iso):
    """A date takes the ISO form that a reader in the newsroom would give it."""

    assert _iso(text)[0] == iso


def test_time_of_day_takes_the_day_next_to_it():
    """A time stands on the day named beside it, else on the day of publication."""

    assert _iso("It left on Monday at 18:00 UTC.")[1] == "2022-04-25T18:00"
    assert _iso("Take-off, at 08:30 UTC, was normal.") == ["2022-04-26T08:30"]


def test_later_leans_on_the_date_before():
    """ "one year later" and "the following year" lean on the date before them."""

    assert _iso("He joined in 1984. One year later he was fired.") == ["1984", "1985"]
    assert _iso("It opened in 2001 and the following year it closed.") == ["2001", "2002"]
    assert _iso("Five years after its launch it closed.") == ["P5Y"]


def test_without_a_publication_date_relative_dates_stay_open():
    """Without a publication date nothing is guessed, and the rule says so."""

    values = find_values("He resigned on Friday, April 25, after talks last week and in 2019.")
    assert [v.iso for v in values] == ["", "", "2019"]
    assert all("no publication date" in v.rule for v in values[:2])


def test_day_and_month_order():
    """The order comes from the article's own dates; without evidence the date stays open."""

    assert _iso("Signed on 03/04/2019.") == [""]
    assert _iso("Signed on 03/04/2019, revised on 25/04/2019.") == ["2019-04-03", "2019-04-25"]
    assert _iso("Signed on 03/04/2019, revised on April 12, 2020.")[0] == "2019-03-04"


def test_history_takes_the_year_named_last():
    """In a life or a history a day without a year belongs to the year named last."""

    text = "Born in 1811, he enlisted in 1830. On 17 January 1831 he wrote. On 4 July he was jailed. He left in 1832."
    assert _iso(text, "2004-08-18")[3] == "1831-07-04"


def test_day_of_that_year_and_month_last():
    """ "1 May that year" and "the 3rd of March last" lean on the dates before them."""

    assert _iso("He sang in 1996, and on 1 May that year he left.") == ["1996", "1996-05-01"]
    text = "In 1859 he ruled. In 1858 he spoke. On 2 April 1858 he wrote, citing his edict of the 3rd of March last."
    assert _iso("Born in 1818, he came in 1849. " + text, "2001-11-15")[-1] == "1858-03-03"


def test_years_to_come_are_no_news_of_the_day():
    """Days of a career told beyond the publication date belong to the year named last."""

    text = "He began in 2003, won in 2007 and lost in 2014. On May 17 he was called up. He retired in 2018."
    assert _iso(text, "2011-04-13")[3] == "2014-05-17"


@pytest.mark.parametrize(
    "text", ["Christmas sales rose.", "He lives on Easter Island.", "It sells over Christmas and New Year."]
)
def test_attributive_holiday(text):
    """A holiday that qualifies a noun names no day."""

    assert _iso(text) == []


@pytest.mark.parametrize(
    "text",
    ["She was born in the spring.", "2000 people marched.", "He may speak.", "They march on.", "the 2.5 million mark"],
)
def test_no_date(text):
    """A number that counts, and verbs that look like months, are no dates."""

    assert _iso(text) == []


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("It was built before 2015.", "lt"),
        ("It was built after May 3.", "gt"),
        ("It was built prior to 2010.", "lt"),
        ("It will open by Friday.", "le"),
        ("He left after Monday's attack.", "eq"),
        ("He left after 2015 elections.", "eq"),
        ("She has led it since 2004.", "eq"),
    ],
)
def test_bounds(text, comparator):
    """ "before" and "after" a date bound it; where the date qualifies a noun they do not."""

    assert find_values(Article(text, published=PUBLISHED))[0].comparator == comparator


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("On 3 April he left. Two months after that he returned.", "2022-06"),
        ("On 3 April he left. Three days before that, he spoke.", "2022-03-31"),
        ("On 3 April he left. Two weeks after that match he returned.", "P2W"),
        ("On 3 April he left. The previous day he had spoken.", "2022-04-02"),
        ("On 3 April he left. A week earlier she came.", "2022-03-27"),
        ("Last year Ann won the cup in March.", "2021-03"),
        ("She lost. Last year, she won in May.", "2021-05"),
        ("Last year she was ill; in May she is back.", "2022-05"),
    ],
)
def test_leaning_on_the_date_before(text, iso):
    """What leans on another date of the article is counted from it; before a noun it is a duration."""

    assert _iso(text)[1] == iso


def test_may_before_a_comma_is_no_modal_verb():
    """What goes on from "in May" is as past as it was."""

    dates = find_values(Article("In 2019 she won the cup in May, the plate in July.", published=PUBLISHED))
    assert [v.iso for v in dates] == ["2019", "2019-05", "2019-07"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("It was built in the third century BC.", "before Christ"),
        ("It closed on Labour Day.", "country"),
        ("It closed a few days ago.", "vague"),
        ("Signed on 03/04/2019.", "either way"),
    ],
)
def test_unresolved_says_why(text, why):
    """A date that stays open names the reason in its rule."""

    value = find_values(Article(text, published=PUBLISHED))[0]
    assert value.iso == ""
    assert why in value.rule


@pytest.mark.parametrize(
    "word", ["end of ", "early ", "from Monday to ", "last this next ", "3 days after 3 ", "0.00 10 10 "]
)
def test_endless_phrases_end(word):
    """Words that frame a date may follow each other without end."""

    assert len(find_values(Article(word * 2000, published=PUBLISHED))) >= 0
