"""Source, cue and content of attributions, in every order that journalists write them."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims import find_attributions


def spans(text: str) -> list[tuple[str, str, list[str]]]:
    """Give source, cue and content of every attribution as words."""

    def words(found):
        return [text[start:end] for start, end in found]

    return [(" ".join(words(a.source)), " ".join(words(a.cue)), words(a.content)) for a in find_attributions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Ana Rao said the bridge would open in May.", ("Mayor Ana Rao", "said", "the bridge would open in May")),
        ("The bridge will open in May, Mayor Ana Rao said.", ("Mayor Ana Rao", "said", "The bridge will open in May")),
        ('"We are ready," said Ana Rao, a baker.', ("Ana Rao, a baker", "said", '"We are ready,"')),
        ('"We are ready," Ana Rao, who owns two bakeries, told reporters.', ("Ana Rao", "told", '"We are ready,"')),
        ("Rao, who runs the port, denied that any ship was late.", ("Rao", "denied", "that any ship was late")),
        ("According to the port, nine ships are late.", ("the port", "According to", "nine ships")),
        ("Nine ships are late, according to the port.", ("the port", "according to", "Nine ships")),
        ("The filing shows that the firm lost $3 million.", ("The filing", "shows", "that the firm lost $3 million")),
        ("He rose and said that nobody had called him.", ("He", "said", "that nobody had called him")),
        ("The council voted no, saying that the plan was dear.", ("The council", "saying", "that the plan was dear")),
        (
            "By its own estimate, the club lost a third of its fans.",
            ("its own estimate", "By", "the club lost a third"),
        ),
        ("The minister made it clear that no bank would be saved.", ("The minister", "made it clear", "that no bank")),
        ("Rao was quoted by the news agency as saying that it rained.", ("Rao", "quoted", "that it rained")),
        ("It is learnt that two bids came late.", ("", "It is learnt", "that two bids came late")),
        ("Two bids came late, it has been learnt.", ("", "it has been learnt", "Two bids came late")),
        ("Rumour has it that the owner will sell.", ("", "Rumour has it", "that the owner will sell")),
    ],
)
def test_one_sentence(text, expected):
    """Each order gives its source, its cue and its content."""

    source, cue, content = spans(text)[0]

    assert source.startswith(expected[0])
    assert cue.startswith(expected[1])
    assert content[0].startswith(expected[2])


def test_raised_subject():
    """What "is said to" attributes includes its subject."""

    assert ("", "said to", ["The firm is", "be near a deal"]) in spans("The firm is said to be near a deal.")


def test_quotation_in_the_middle():
    """A quotation on both sides of its cue is one attribution."""

    found = spans('"We are ready," Rao said, "and we have been ready since March."')

    assert [("Rao", "said", ['"We are ready,"', '"and we have been ready since March."'])] == found


def test_quotation_over_sentences():
    """Every sentence of a quotation belongs to its speaker, one piece each."""

    found = spans('"We waited. Nobody came," Rao said.')

    assert [("Rao", "said", ['"We waited.', 'Nobody came,"'])] == found


def test_free_standing_quotation():
    """A quotation without a cue goes on with the speaker before it."""

    found = spans('"We waited all night," Rao said. "Nobody came with a key."')

    assert [("Rao", "said", ['"We waited all night,"', '"Nobody came with a key."'])] == found


def test_quotation_over_paragraphs():
    """Paragraphs that each open a quotation are one speech."""

    text = 'Rao said: "We waited in the rain.\n\n"Nobody came with a key.\n\n"Then it was day."\n\nIt rained.'

    assert ['"We waited in the rain.', '"Nobody came with a key.', '"Then it was day."'] == spans(text)[0][2]


def test_block_repeated_as_a_quotation():
    """A block without marks that a quotation repeats belongs to the quotation's speaker."""

    block = "The port is safe. We thank the crews & the town for this."
    text = f'{block}\n\n"We thank the crews and the town for this," Rao added.'

    assert ["The port is safe.", "We thank the crews & the town for this."] == spans(text)[0][2][:2]


def test_chain_is_one_source():
    """Reports that cite somebody are a source with all their words."""

    found = spans("Reports citing ministry officials claimed that the rail fare would rise in June.")

    assert [("Reports citing ministry officials", "claimed", ["that the rail fare would rise in June"])] == found


@pytest.mark.parametrize(
    "text",
    [
        "The flood claimed the lives of nine people.",
        "He said goodbye and took the night train.",
        "She claimed her third title in Rome.",
        "Everything went according to plan.",
        'The "historic" deal lasted a week.',
        "The firm did not say when the plant would open.",
        "A spokesman declined to comment.",
        "The list includes nine villages.",
        "The firm reported a profit of $3 million.",
    ],
)
def test_what_attributes_nothing(text):
    """Idioms, scare quotes and what was not said are no attributions."""

    assert [] == spans(text)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("PM to resign on Friday: sources", "sources"),
        ("Ministry: bridge to open in May", "Ministry"),
        ("Fares to rise in June, minister says", "minister"),
    ],
)
def test_headlines(text, source):
    """Headlines name their source after or before a colon, or after a comma."""

    assert [source] == [s for s, _, _ in spans(text)]


@pytest.mark.parametrize(
    "quoted", ['"We won,"', "“We won,”", "``We won,''", "'We won,'"], ids=["straight", "curly", "wire", "single"]
)
def test_marks(quoted):
    """All kinds of quotation marks are read alike."""

    assert [("Ana Rao", "said", [quoted])] == spans(f"{quoted} Ana Rao said after the match.")


def test_second_cue_begins_a_new_attribution():
    """What a further verb of the same speaker says is an attribution of its own."""

    found = spans("The mayor said the bridge was safe, adding that nobody had been hurt.")

    assert [["the bridge was safe"], ["that nobody had been hurt"]] == [content for _, _, content in found]


def test_attribution_inside_somebody_s_words():
    """What is said inside somebody's words ends with them."""

    text = 'The mayor had told them that "the bridge is shut", harbour master Ana Rao said.'

    assert ['that "the bridge is shut"', 'The mayor had told them that "the bridge is shut"'] == [
        content[0] for _, _, content in spans(text)
    ]


def test_first_person_is_the_outlet():
    """Outside quotations "we say" is the outlet's own voice."""

    assert [] == spans("We say that the plan is wrong.")


_PIECES = st.sampled_from(
    ["said", "Rao", '"', "“", "”", "''", ",", ".", ":", "\n\n", "according to", "is said to", "sources", "who", "that",
     "it is learnt", "as saying", "by", "😀", "\u202e", "A:", "—", "reported", "citing", "won", "he", "told", ";"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@example(["Rao", "told", "said", "Rao"])
@given(st.lists(_PIECES, max_size=25))
def test_any_text_gives_spans_inside_it(pieces):
    """No text makes the rules fail, and all spans are inside it and hold something."""

    text = " ".join(pieces)

    for found in find_attributions(text):
        for start, end in (*found.source, *found.cue, *found.content):
            assert 0 <= start < end <= len(text)
