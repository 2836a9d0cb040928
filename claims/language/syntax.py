"""The bundled spaCy pipeline: put together from plain arrays and JSON, and run over a text of any length."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache, reduce
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from claims.embedded import folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc
    from threadpoolctl import ThreadpoolController

FILES = ("config.cfg", "labels.json", "lemmas.json", "weights.npz")
CHUNK = 1000  # tokens parsed at a time, so that memory stays flat
LONGEST = 300  # tokens in one parse
AHEAD = 2  # tokens that the parser sees of what follows
WORDS: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA"]
TREE: list[int | str] = ["DEP", "HEAD"]
_LONG_WORD = re.compile(r"\S{200}")


def _stored() -> Path:
    return folder("models") / "language" / "pipeline"


@cache
def fingerprint() -> str:
    """Give the SHA-256 digest of the stored pipeline's files."""
    digest = hashlib.sha256()
    for name in FILES:
        digest.update((_stored() / name).read_bytes())
    return digest.hexdigest()


@cache
def pipeline() -> Language:
    """Load the bundled pipeline, once a process.

    Examples
    --------
    >>> [token.lemma_ for token in pipeline()("She won two seats.")]
    ['she', 'win', 'two', 'seat', '.']
    """
    from spacy.util import load_config, load_model_from_config

    path = _stored()
    nlp: Any = load_model_from_config(load_config(path / "config.cfg"), auto_fill=True, validate=False)
    labels = json.loads((path / "labels.json").read_text(encoding="utf-8"))
    _set_labels(nlp, labels)
    with np.load(path / "weights.npz", allow_pickle=False) as weights:
        for name, sizes in labels["sizes"].items():
            _set_weights(nlp.get_pipe(name).model, name, sizes, weights)
    _set_matmul(nlp, labels["sizes"])
    _set_lemmas(nlp)
    return nlp  # type: ignore[no-any-return]


def _set_matmul(nlp: Any, names: Iterable[str]) -> None:
    """Let our models multiply with numpy: spaCy's BLIS is 2 to 3 times slower on processors it does not know."""
    from thinc.backends.numpy_ops import NumpyOps
    from thinc.backends.ops import Ops

    class Predicting(NumpyOps):  # type: ignore[misc]
        gemm = Ops.gemm

        def maxout(self, X: np.ndarray[Any, Any]) -> tuple[np.ndarray[Any, Any], None]:  # noqa: N803
            """Give the largest of the pieces, but not which one it is: only training asks for that."""
            return reduce(np.maximum, (X[:, :, piece] for piece in range(X.shape[2]))), None

    ops = Predicting()
    for name in names:
        for node in nlp.get_pipe(name).model.walk():
            node.ops = ops


@cache
def _threads() -> ThreadpoolController:
    """Find the numeric libraries; one thread each is faster on matrices this small, and the sums keep their order."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def _set_labels(nlp: Any, labels: Mapping[str, Any]) -> None:
    nlp.get_pipe("tagger").cfg["labels"] = labels["tagger"]
    nlp.get_pipe("morphologizer").cfg.update(labels["morphologizer"])
    for label in (*labels["tagger"], *labels["morphologizer"]["labels_morph"]):
        nlp.vocab.strings.add(label)
    moves = {int(action): counts for action, counts in labels["parser"].items()}
    nlp.get_pipe("parser").moves.initialize_actions(moves)


def _set_weights(model: Any, name: str, sizes: Sequence[Mapping[str, int]], weights: Mapping[str, Any]) -> None:
    for number, (node, dims) in enumerate(zip(model.walk(), sizes, strict=True)):
        for dim, size in dims.items():
            node.set_dim(dim, size, force=True)
        for param in node.param_names:
            stored = f"{name}.{number}.{param}"
            if stored in weights:
                node.set_param(param, weights[stored].astype(np.float32))


@cache
def _lemma_tables() -> dict[str, Any]:
    tables: dict[str, Any] = json.loads((_stored() / "lemmas.json").read_text(encoding="utf-8"))
    tables["lemma_index"] = {pos: frozenset(words.split(" ")) for pos, words in tables["lemma_index"].items()}
    return tables


def _set_lemmas(nlp: Any) -> None:
    from spacy.lookups import Lookups

    lookups = Lookups()
    for name, table in _lemma_tables().items():
        lookups.add_table(name, table)
    nlp.get_pipe("lemmatizer").initialize(lookups=lookups)


@cache
def _dictionary() -> frozenset[str]:
    return frozenset().union(*_lemma_tables()["lemma_index"].values())


def in_dictionary(*forms: str) -> bool:
    """Tell whether any of the forms of a word is in the lemmatizer's dictionary.

    Examples
    --------
    >>> in_dictionary("strategist"), in_dictionary("kishor")
    (True, False)
    """
    return not _dictionary().isdisjoint(forms)


def parse_text(text: str, starts: Sequence[int]) -> Doc:
    """Tag, parse and lemmatise a text as one Doc whose sentences start at the given characters.

    Examples
    --------
    >>> doc = parse_text("Headline without stop She won.", (0, 22))
    >>> [sentence.root.text for sentence in doc.sents]
    ['Headline', 'won']
    """
    nlp = pipeline()
    doc = _tokenize(nlp, text)
    if len(doc) == 0:
        return doc
    heads = _sentence_starts(doc, starts)
    with _threads().limit(limits=1):
        arrays = [_parse_chunk(nlp, doc, begin, end, heads) for begin, end in _chunks(heads)]
    doc.from_array([*WORDS, *TREE], np.concatenate(arrays))  # type: ignore[arg-type]
    return doc


def _tokenize(nlp: Language, text: str) -> Doc:
    """Tokenize a text; a word of no natural length is cut first, as the tokenizer's time grows with its square."""
    from spacy.tokens import Doc

    cuts = [0, *(word.end() for word in _LONG_WORD.finditer(text)), len(text)]
    docs = [nlp.tokenizer(text[begin:end]) for begin, end in pairwise(cuts) if begin < end]
    return Doc.from_docs(docs, ensure_whitespace=False) if len(docs) > 1 else (docs or [nlp.tokenizer("")])[0]


def _sentence_starts(doc: Doc, starts: Sequence[int]) -> np.ndarray[Any, Any]:
    """Mark the tokens that open a sentence; a sentence of too many tokens is cut."""
    marked = np.zeros(len(doc), dtype=bool)
    waiting = iter(sorted(starts))
    start = next(waiting, None)
    run = 0
    for token in doc:
        run += 1
        if (start is not None and token.idx >= start and not token.is_space) or run > LONGEST or token.i == 0:
            marked[token.i], run = True, 1
            while start is not None and start <= token.idx:
                start = next(waiting, None)
    return marked


def _chunks(marked: np.ndarray[Any, Any]) -> Iterator[tuple[int, int]]:
    """Give runs of whole sentences of some CHUNK tokens."""
    begin = 0
    opened = np.flatnonzero(marked)
    for previous, following in zip(opened, [*opened[1:], len(marked)], strict=True):
        if following - begin > CHUNK and previous > begin:
            yield begin, int(previous)
            begin = int(previous)
    yield begin, len(marked)


def _parse_chunk(nlp: Language, whole: Doc, begin: int, end: int, marked: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Give what the pipeline says of each token of a chunk: WORDS and TREE."""
    from spacy.tokens import Doc

    tokens = whole[begin:end]
    chunk = Doc(
        whole.vocab,
        words=[token.text for token in tokens],
        spaces=[bool(token.whitespace_) for token in tokens],
        sent_starts=[bool(start) for start in marked[begin:end]],
    )
    for name, component in nlp.pipeline:
        if name != "parser":
            chunk = component(chunk)
    tree = _parse_sentences(nlp.get_pipe("parser"), chunk, np.flatnonzero(marked[begin:end]).tolist())
    return np.hstack([chunk.to_array(WORDS), tree])


def _parse_sentences(parser: Any, chunk: Doc, starts: Sequence[int]) -> np.ndarray[Any, Any]:
    """Parse the sentences of a chunk side by side: a step for all of them costs little more than a step for one.

    The tree is the one that the parser gives the whole chunk, as each sentence takes along the tokens ahead of it.
    """
    from spacy.tokens import Doc

    docs, lengths = [], []
    for start, end in pairwise([*starts, len(chunk)]):
        tokens = chunk[start : end + AHEAD]
        words = [token.text for token in tokens]
        docs.append(Doc(chunk.vocab, words=words, sent_starts=[token.is_sent_start for token in tokens]))
        docs[-1].tensor = chunk.tensor[start : end + AHEAD]
        lengths.append(end - start)
    states = unfinished = parser.moves.init_batch(docs)
    model = parser.model.predict(docs)
    while unfinished:
        unfinished = parser.transition_states(unfinished, model.predict(unfinished))
    parser.set_annotations(docs, states)
    return np.vstack([doc.to_array(TREE)[:length] for doc, length in zip(docs, lengths, strict=True)])
