"""Paragraphs, sentences and quotations are cut by rule, on any text, in linear time."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.language.segments import segment
from claims.language.sentences import LONGEST

ONE_A_LINE = (
    # abbreviations and initials
    ("Dr. Lee met Gen. Ortiz.", "They spoke for an hour."),
    ("Sh. Anil Rao joined on Jan. 5.", "He left in March."),
    ("The U.S. Senate voted at 5 p.m. Monday.", "It passed."),
    ("He moved to the U.S.", "The family followed."),
    ("Acme Inc. shares fell.", "Baker Ltd.", "No change at Corp. headquarters."),
    ("J. R. Okafor, of St. Louis, came third.", "No. 3 on the list was Ade."),
    ("The vote was Lee v. Park.", "Mr. Park won."),
    ("It opens at 9 a.m.", "Doors close at noon."),
    ("Prices rose 3.5 percent to $1.25.", "Wages did not."),
    ("The rule, i.e. Art. 12, applies.", "So does No. 4."),
    ("Plan C.", "The mayor had one."),
    ("She holds a Ph.D. in physics.", "He does not."),
    # stops of other kinds
    ("Who paid?", "Nobody knows!", "They left…", "We stayed."),
    ("It was... odd.", "Then it ended..."),
    ("The Yahoo! deal closed.", "It took a year."),
    ("He left.[1]", "She stayed."),
    ("See bbc.co.uk for more.", "Booking.com declined."),
    ("They declined.", "We went home (early).", "(It rained.)", "Then sun."),
    # quotations
    ('"I won," he said.', '"You lost."'),
    ('"Did you go?" Rao asked.', '"No!" she said.'),
    ('"It is over.', 'We lost," Rao said.'),
    ('He called it "a farce."', "She left."),
    ("“We won.”", "“You lost.”"),
    ("``We won,'' he said.", "``It is over.''", "She left."),
    ("« On y va. »", "He left."),
    ("‘We won,’ he said.", "‘You didn’t.’"),
    ("He said ‘no’.", "She said ‘yes’."),
    # other scripts' marks and emoji
    ("Sales rose 🎉.", "Profit fell."),
    ("\u200fHe spoke.\u200f", "She left."),
)


@pytest.mark.parametrize("sentences", ONE_A_LINE, ids=lambda s: s[0])
def test_sentences_end_where_they_end(sentences):
    """Sentences of one paragraph are found again after they were joined by spaces."""
    text = " ".join(sentences)

    assert [text[start:end] for start, end in segment(text).sentences] == list(sentences)


def test_a_line_without_a_stop_is_a_sentence():
    """Headline, dateline and list items stand by themselves, whatever ends the lines."""
    lines = [
        "Rao resigns as party chief",
        "DELHI, 4 May",
        "The chief left.",
        "- two seats lost",
        "• one won",
        "1. Ask why.",
    ]

    for ending in ("\n", "\r\n", "\n\n", "\u2028"):
        text = ending.join(lines)
        assert [text[start:end] for start, end in segment(text).sentences] == lines


def test_hard_wrapped_lines_are_joined():
    """Lines of one length of which some go on in lower case are one paragraph."""
    text = (
        "The committee met on Monday to discuss the budget that the\n"
        "council had sent back twice, and agreed on nothing but the\n"
        "date of the next meeting. Its chair, a retired teacher from\n"
        "Leeds, said so."
    )

    assert len(segment(text).paragraphs) == 1
    assert len(segment(text).sentences) == 2


QUOTED = (
    ('He said "no" and "yes".', ['"no"', '"yes"']),
    ("It's Rao's and the workers' 'great leap', they say.", ["'great leap'"]),
    ("In the ’90s they didn’t care.", []),
    ("‘He said “no” to me,’ she said.", ["‘He said “no” to me,’"]),
    ("“He said ‘no’ to me,” she said.", ["“He said ‘no’ to me,”"]),
    ("``We won,'' he said; ''no'' she said.", ["``We won,''", "''no''"]),
    ("«Non», he said, and „nein“.", ["«Non»", "„nein“"]),
    ('A 6" pipe and a 5\'10" man.', []),
    ('He said " no " twice.', ['" no "']),
)


@pytest.mark.parametrize(("text", "quotations"), QUOTED)
def test_quotations_are_the_outermost(text, quotations):
    """Marks of every make are paired; apostrophes and inches open nothing."""
    assert [text[q.start : q.end] for q in segment(text).quotations] == quotations


def test_inner_leaves_out_the_marks():
    """The inner span is what was said."""
    text = "``We won,'' he said. “Yes.”"

    assert [text[slice(*q.inner)] for q in segment(text).quotations] == ["We won,", "Yes."]


def test_a_quotation_runs_on_over_paragraphs():
    """Each paragraph opens, only the last one closes."""
    text = 'Rao said: "We lost.\n\n"We will be back.\n\n"In May."\n\nShe left.'
    found = segment(text).quotations

    assert [text[q.start : q.end] for q in found] == ['"We lost.', '"We will be back.', '"In May."']
    assert [(q.continues, q.closed) for q in found] == [(False, False), (True, False), (True, True)]


def test_a_mark_that_nothing_closes_swallows_no_more_than_its_sentence():
    """An unclosed mark ends with its sentence, or with the paragraph that it opens."""
    text = 'Rao called it "a shame. The vote was lost.\n\nHe said "yes" and left.'

    assert [text[q.start : q.end] for q in segment(text).quotations] == ['"a shame.', '"yes"']


def test_an_endless_sentence_is_cut():
    """Text without any stop comes in pieces of bounded length that lose no word."""
    text = "one two, three " * 7000
    sentences = segment(text).sentences

    assert max(end - start for start, end in sentences) <= LONGEST
    assert " ".join(text[start:end] for start, end in sentences).split() == text.split()


HOSTILE = ('"', "'", "“", "‘", "``", ". ", "? ", "a. ", "\n", '"a ', "'a ", "a' ", "a s' ", " (", "x", "A. B. ", '.\n"')


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear(unit):
    """100,000 characters of anything take well under a second."""
    start = time.process_time()
    segment(unit * (100_000 // len(unit)))

    assert time.process_time() - start < 2


@example("'1“'")
@given(st.text(alphabet="aBs1 .,!?\"'“”‘’«»`()\n\r\u200f\x00-"))
def test_spans_are_ordered_and_apart(text):
    """On any text, spans are in order, do not overlap, hold something and lie in their paragraphs."""
    found = segment(text)
    for spans in (found.paragraphs, found.sentences, [(q.start, q.end) for q in found.quotations]):
        flat = [at for span in spans for at in span]
        assert flat == sorted(flat)
        assert all(start < end for start, end in spans)
    assert "".join("".join(text[s:e] for s, e in found.sentences).split()) == "".join(text.split())
