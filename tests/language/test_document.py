"""A document's spans index the article's text, and every character finds its piece."""

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.language import parse
from claims.types import Article

TEXT = 'Vote delayed\n\nRao won 12 seats in 2014, 9 in 2015 and 3 in 2019. "We lost," she said.\n\n'


def piece(span):
    return TEXT[slice(*span)]


def test_the_doc_covers_the_text():
    """Tokens index the article's text."""
    doc = parse(TEXT).doc

    assert doc.text == TEXT
    assert all(TEXT[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_the_sentence_around_a_character():
    """Inside a sentence it is that sentence; between two, the one before."""
    document = parse(TEXT)

    assert piece(document.sentence(3)) == "Vote delayed"
    assert piece(document.sentence(13)) == "Vote delayed"
    assert piece(document.sentence(TEXT.index("lost"))) == '"We lost," she said.'
    assert piece(document.sentence(len(TEXT) + 5)) == '"We lost," she said.'


def test_the_clause_is_the_smallest_piece():
    """An item where there is one, else the clause."""
    document = parse(TEXT)

    assert piece(document.clause(TEXT.index("2015"))) == "9 in 2015"
    assert piece(document.clause(TEXT.index("Rao"))).startswith("Rao won")


def test_the_quotation_around_a_character():
    """The quotation that holds a character, or nothing."""
    document = parse(TEXT)
    found = document.quotation(TEXT.index("lost"))

    assert found is not None
    assert piece(found.inner) == "We lost,"
    assert document.quotation(0) is None


def test_a_verb_cut_short_opens_no_quotation():
    """Tokenised text sets the apostrophe off on both sides: "he 's" opens nothing that "the Otters '" closes."""
    text = "He 's now ahead and they 've lost to the Otters ' best . They 'd gone ."

    assert all(parse(text).quotation(at) is None for at in range(len(text)))


def test_tokens_that_a_span_touches():
    """Half a word gives the whole token; nothing gives nothing."""
    document = parse(TEXT)

    assert document.tokens(1, 7).text == "Vote delayed"
    assert len(document.tokens(5, 5)) == 0


def test_the_same_article_is_parsed_once():
    """Documents are kept, so that each function of the package can be called alone."""
    article = Article(TEXT)

    assert parse(article) is parse(Article(TEXT))


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet='aB 1.,;"“”()\n\r\x00🎉%$andwon', max_size=80))
def test_any_text_gives_a_document(text):
    """Nonsense is parsed too; all spans lie in the text and every offset finds a sentence."""
    document = parse(text)

    assert document.doc.text == text
    for spans in (document.sentences, document.items, document.clauses):
        assert all(0 <= start < end <= len(text) for start, end in spans)
    for offset in range(0, len(text), 7):
        start, end = document.clause(offset)
        assert 0 <= start <= end <= len(text)


def test_a_word_of_no_natural_length_takes_linear_time_and_keeps_its_characters():
    """Ten thousand brackets in a row are tokens in their places."""
    text = "(" * 10_000 + " She won 12 seats."

    doc = parse(text).doc

    assert text == doc.text
    assert text.index("seats") == next(token.idx for token in doc if token.text == "seats")
