"""Dates as news tells them: a year after the month, the nth weekday, reported plans, centuries."""

from __future__ import annotations

import pytest

from claims.types import Article
from claims.values import find_values
from tests.values.test_dates import _iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("The pact was signed on May 9 last year.", "2021-05-09"),
        ("The pact was signed in May last year.", "2021-05"),
        ("Prices had fallen in June.", "2021-06"),
        ("A slide on 11 January shut the line.", "2022-01-11"),
        ("He left in '98.", "1998"),
        ("It spoke for the class of '75.", "1975"),
        ("They won the 2009/2010 season.", "2009/2010"),
        ("The storm will hit sometime Friday.", "2022-04-29"),
        ("The pact will end on 9 May next year.", "2023-05-09"),
        ("Prices rose between January and March this year.", "2022-01/2022-03"),
        ("Easter last year was quiet.", "2021-04-04"),
        ("Profit fell in the third quarter last year.", "2021-Q3"),
        ("It opened on the first Monday of May.", "2022-05-02"),
        ("It opened on the last day of March.", "2022-03-31"),
        ("It opened on the last Friday in March 2021.", "2021-03-26"),
        ("It opened on the last Sunday of October last year.", "2021-10-31"),
        ("He left on Monday last week.", "2022-04-18"),
        ("He leaves on Friday this week.", "2022-04-29"),
        ("Last week on Tuesday he left.", "2022-04-19"),
        ("The town had a mill a century ago.", "1922"),
        ("The town had a mill half a century ago.", "1972"),
        ("The town had a mill a quarter of a century ago.", "1997"),
        ("The mill closed a year and a half ago.", "2020"),
        ("The mill closed two years, three months and four days ago.", "2020-01-22"),
        ("The trial opens in three weeks' time.", "2022-05-17"),
        ("It grew in the XIX century.", "1800/1899"),
        ("It snowed in the winter of 2010-11.", "2010-WI"),
        ("The law was passed 30 years ago today.", "1992-04-26"),
        ("He built it over the past two and a half years.", "2019-10-26/2022-04-26"),
        ("It grew over the past five years and three months.", "2017-01-26/2022-04-26"),
        ("In two years he will go.", "2024"),
        ("In two years he built it.", "P2Y"),
        ("They left 2 years 1 month 21 days later.", "P2Y1M21D"),
        ("They will meet on Thursday, two years from now.", "2024-04-25"),
        ("Sales from January through March rose.", "2022-01/2022-03"),
        ("On Good Friday services were held.", "2022-04-15"),
        ("It will open in the first week of June.", "2022-06-01/2022-06-07"),
        ("It opened in the last week of March 2021.", "2021-03-25/2021-03-31"),
        ("The '30s were hard.", "1930s"),
        ("At half past seven the bells rang.", "2022-04-26T07:30"),
        ("At quarter to eight we left.", "2022-04-26T07:45"),
        ("It was ten past nine.", "2022-04-26T09:10"),
        ("The film premieres on Friday.", "2022-04-29"),
        ("The show ran until February.", "2022-02"),
        ("The show was postponed until June.", "2022-06"),
        ("The show opens on Friday.", "2022-04-29"),
    ],
)
def test_one_date(text, iso):
    """The whole expression is one date."""

    assert [iso] == _iso(text)


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("In the 17th and 18th centuries it grew.", ["1600/1699", "1700/1799"]),
        ("He said on Monday that talks would resume on Thursday.", ["2022-04-25", "2022-04-28"]),
        ("She said he would often go. He was seen on Thursday.", ["2022-04-21"]),
        ("Founded in 1700, it closed 82 years later, in 1782.", ["1700", "1782", "1782"]),
        ("Four days earlier, on 12 April, he had left.", ["2022-04-12", "2022-04-12"]),
        ("He won in 2016. In March the following year he lost.", ["2016", "2017-03"]),
        ("The trial will last six weeks.", ["P6W"]),
        ("The last six weeks were hard.", ["2022-03-15/2022-04-26"]),
        ("The hearing was put off to Thursday.", ["2022-04-28"]),
        ("He went to Thursday's game.", ["2022-04-21"]),
        ("He worked the last 3 months and 2 weeks and 2 days ago he left.", ["2022-01-12/2022-04-26", "2022-04-24"]),
        ("On Tuesday, two men left.", ["2022-04-26"]),
        ("He ruled in the 1920s and '30s.", ["1920s", "1930s"]),
        ("The first week of the show was dull.", []),
        ("It hit at 14:05 (12:05 GMT) on Sunday.", ["2022-04-24T14:05", "2022-04-24T12:05", "2022-04-24"]),
        ("They will go. Three weeks after January 15 he left.", ["2022-02-05"]),
        ("It hit at about 11pm local time on Friday.", ["2022-04-22T23:00", "2022-04-22"]),
        ("He is away from 2pm till tomorrow.", ["2022-04-26T14:00", "2022-04-27"]),
        ("He gave a quarter to six charities.", []),
        ("Three weeks after April 2020 he left.", [""]),
        ("The committee sits on Friday.", ["2022-04-29"]),
        ("England face Australia on Sunday.", ["2022-05-01"]),
        ("The Herons (17-9) visit Tolland on Friday.", ["2022-04-29"]),
        ("His visit on Friday was short.", ["2022-04-22"]),
        ("The next round is at noon on Sunday.", ["2022-05-01T12:00", "2022-05-01"]),
        ("It was shut until noon on Friday.", ["2022-04-29T12:00", "2022-04-29"]),
        ("They will stay closed on Friday and Saturday.", ["2022-04-29", "2022-04-30"]),
        ("He was asked to resign by Friday.", ["2022-04-29"]),
        ("Leaders to meet again Sunday\n\nThey met on Sunday.", ["2022-05-01", "2022-04-24"]),
        ("She speaks every December and each Monday.", ["", ""]),
        ("He spoke on April 20. The next morning he left.", ["2022-04-20", "2022-04-21"]),
        ("He spoke two hours ago, and 48 hours ago.", ["2022-04-26", "2022-04-24"]),
        ("He quit in May 2021. Two hours later he left.", ["2021-05", "PT2H"]),
        ("It fell between February 3 and 9.", ["2022-02-03/2022-02-09"]),
        ("It fell on January 10 and 11.", ["2022-01-10", "2022-01-11"]),
        ("It opened on February 7 and closed on the 24th.", ["2022-02-07", "2022-02-24"]),
        ("He spoke on March 3. On the morning of the 6th he left.", ["2022-03-03", "2022-03-06"]),
        ("In March 1964 he won. The following May he died.", ["1964-03", "1964-05"]),
        ("On 9/11 he was in Rome.", []),
        ("On January 10 and 30 others died.", ["2022-01-10"]),
        ("The game starts at 1:05 Sunday afternoon.", ["2022-05-01T13:05", "2022-05-01"]),
        ("The office estimated last month that it fell.", ["2022-03"]),
        ("In March this year's budget came.", ["2022-03", "2022"]),
    ],
)
def test_dates_of_a_sentence(text, isos):
    """Each date leans on the words that are its own."""

    assert isos == _iso(text)


@pytest.mark.parametrize("text", ["Root scored a century.", "It was his 10th century of the year so far by then."])
def test_a_hundred_runs_are_no_years(text):
    """A century of the wicket is no time."""

    assert not any("/" in iso or iso.startswith("P") for iso in _iso(text))


def test_a_history_ends_its_own_years():
    """ "The end of the year" is that of the year named last."""

    text = "In 1843 he sailed. In 1844 he wed. In 1845 he left. In 1847 he wrote. By the end of the year he was ill."

    assert "1847" == _iso(text)[-1]


def test_on_or_before_a_day_allows_the_day():
    """The day itself is inside the bound."""

    article = Article("Pay on or before 30 July. Go on or after 5 August.", published="2022-04-26")

    assert ["le", "ge"] == [v.comparator for v in find_values(article)]


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("In 2020 the mayor left on June 18.", ["2020", "2020-06-18"]),
        ('He said: "In 2020 we lost it in June."', ["2020", "2020-06"]),
        ("In 2020 he lost; he will be back on June 18.", ["2020", "2022-06-18"]),
        ("In 2020 he lost. He won on March 18.", ["2020", "2022-03-18"]),
        ("He lost in 2020 and won on March 18.", ["2020", "2022-03-18"]),
    ],
)
def test_a_year_that_opens_a_sentence_holds_for_its_days(text, isos):
    """What is past in the sentence is of that year; a plan, and what the next sentence tells, is not."""

    assert isos == _iso(text)


def test_another_quarter_of_the_sentence():
    """An ordinal alone is a quarter where one was named before it, and else a place."""
    told = {v.text: v.iso for v in find_values("It fell from 440 in the third quarter of 2023 to 120 in the fourth.")}
    placed = {v.text: v.kind for v in find_values("It had won in the third quarter. It came home in the fourth coach.")}

    assert told["fourth"] == "2023-Q4"
    assert placed["fourth coach"] == "ordinal"
