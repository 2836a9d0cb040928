"""The bundled pipeline loads, is small, and tags and parses plain news sentences right."""

import numpy as np
import pytest

from claims.embedded import folder
from claims.language import fingerprint, pipeline
from claims.language.syntax import FILES, LONGEST, parse_text

STORED = folder("models") / "language" / "pipeline"
# token, part of speech, relation, head
PARSED = (
    ("The party won 52 seats in 2019.", "won", "VERB", "ROOT", "won"),
    ("The party won 52 seats in 2019.", "52", "NUM", "nummod", "seats"),
    ("The party won 52 seats in 2019.", "party", "NOUN", "nsubj", "won"),
    ("The company said it had sold 14 planes.", "company", "NOUN", "nsubj", "said"),
    ("The company said it had sold 14 planes.", "sold", "VERB", "ccomp", "said"),
    ("The bill was signed by the governor on Monday.", "bill", "NOUN", "nsubj:pass", "signed"),
    ("Three people died when a bus hit a tree.", "people", "NOUN", "nsubj", "died"),
    ("Three people died when a bus hit a tree.", "hit", "VERB", "advcl", "died"),
    ("Anita Rao leads the committee.", "Rao", "PROPN", "nsubj", "leads"),
    ("Anita Rao leads the committee.", "committee", "NOUN", "obj", "leads"),
)


@pytest.mark.parametrize(("text", "word", "pos", "dep", "head"), PARSED)
def test_plain_sentences_are_parsed(text, word, pos, dep, head):
    """The relations that checking rests on hold: who, what, how many."""
    token = next(t for t in pipeline()(text) if t.text == word)

    if word == "Rao":  # either part of a name may head it
        assert token.pos_ == pos
        assert {token.head.text, token.head.head.text} & {head}
    else:
        assert (token.pos_, token.dep_, token.head.text) == (pos, dep, head)


def test_lemmas_come_from_rules_and_exceptions():
    """Regular and irregular forms are brought back to their lemma."""
    doc = pipeline()("The women were running for seats they had won.")

    assert [t.lemma_ for t in doc] == ["the", "woman", "be", "run", "for", "seat", "they", "have", "win", "."]


def test_the_stored_pipeline_is_plain_and_small():
    """Four files under 6 MB, arrays without pickles, half precision."""
    assert sorted(path.name for path in STORED.iterdir()) == sorted(FILES)
    assert sum(path.stat().st_size for path in STORED.iterdir()) < 6_000_000
    with np.load(STORED / "weights.npz", allow_pickle=False) as weights:
        assert {weights[name].dtype for name in weights.files} == {np.dtype("float16")}


def test_the_fingerprint_names_the_model():
    """A digest of the files identifies the model."""
    assert len(fingerprint()) == 64


def test_sentence_starts_are_kept():
    """The parser neither adds nor drops a sentence start."""
    text = "Vote delayed\n\nThe council met. It rose at noon and it sat again at two and it rose."
    starts = [0, 14, 31]

    assert [s.start_char for s in parse_text(text, starts).sents] == starts


def test_long_text_is_parsed_in_chunks():
    """Offsets, heads and sentence starts survive chunks; an endless sentence is cut for the parser."""
    sentence = "The council met on Monday. "
    text = sentence * 500 + "word " * 1000
    doc = parse_text(text, [i * len(sentence) for i in range(501)])

    assert doc.text == text
    assert all(t.head.sent == t.sent for t in doc)
    assert max(len(s) for s in doc.sents) <= LONGEST + 1
    assert [t.text for t in doc[:6]] == [t.text for t in doc[6 * 400 : 6 * 401]]


def test_sentences_parsed_side_by_side_get_the_tree_of_the_whole():
    """What the parser sees of the next sentence it still sees: the trees are those of spaCy's own run."""
    pieces = ["Vote delayed\n\n", "The council met on Monday, and rose. ", "What he said he would do ", "Rain"]
    starts = [sum(map(len, pieces[:i])) for i in range(len(pieces))]
    doc = parse_text("".join(pieces), starts)
    whole = pipeline().make_doc(doc.text)
    for token in whole:
        token.is_sent_start = token.idx in starts
    for _, component in pipeline().pipeline:
        whole = component(whole)

    assert [(t.dep_, t.head.i) for t in whole] == [(t.dep_, t.head.i) for t in doc]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00", "\u200f", "🎉", ".", '"', "a" * 5000])
def test_any_text_is_parsed(text):
    """Nothing and nonsense give a Doc over the same text."""
    assert parse_text(text, [0]).text == text
