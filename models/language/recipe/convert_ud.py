"""Convert CoNLL-U to spaCy's DocBin, raw text kept exactly.

Unlike `spacy convert` this keeps the white space inside multiword tokens ("don't" is do + n't without a space) and
groups sentences into documents of one to four paragraphs with line breaks between them.
"""

import random
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

LONGEST = 250  # tokens a document


def sentences(path):
    """Yield comments and words of each sentence."""
    comments, rows = [], []
    for line in Path(path).read_text(encoding="utf-8").split("\n"):
        if line.startswith("#"):
            comments.append(line[1:].strip())
        elif line.strip():
            rows.append(line.split("\t"))
        else:
            if rows:
                yield comments, words(rows)
            comments, rows = [], []


def words(rows):
    """Give the syntactic words; inside a multiword token only the last one may have a space after it."""
    found, last, space = [], 0, True
    for row in rows:
        spaced = "SpaceAfter=No" not in row[9]
        if "." in row[0]:
            continue
        if "-" in row[0]:
            last, space = int(row[0].split("-")[1]), spaced
            continue
        number = int(row[0])
        if number <= last:
            spaced = space and number == last
        found.append({"form": row[1].replace("\u00a0", " "), "lemma": row[2], "pos": row[3], "tag": row[4],
                      "morph": "" if row[5] == "_" else row[5], "head": int(row[6]), "dep": row[7],
                      "space": spaced})  # fmt: skip
    return found


def documents(path):
    """Give each document as a list of paragraphs, a paragraph as a list of sentences."""
    found = []
    for comments, sentence in sentences(path):
        if not found or any(c.startswith("newdoc") for c in comments):
            found.append([[]])
        elif any(c.startswith("newpar") for c in comments):
            found[-1].append([])
        found[-1][-1].append(sentence)
    return found


def grouped(paragraphs, group, rng):
    """Give runs of 1 to `group` paragraphs; what is too long is cut at sentence ends."""
    at = 0
    while at < len(paragraphs):
        count, taken, size = rng.randint(1, group), [], 0
        while at < len(paragraphs) and len(taken) < count:
            length = sum(map(len, paragraphs[at]))
            if taken and size + length > LONGEST:
                break
            taken.append(paragraphs[at])
            size, at = size + length, at + 1
        yield from ([taken] if size <= LONGEST else cut(taken))


def cut(paragraphs):
    current, size = [], 0
    for sentence in (s for paragraph in paragraphs for s in paragraph):
        if current and size + len(sentence) > LONGEST:
            yield [current]
            current, size = [], 0
        current.append(sentence)
        size += len(sentence)
    yield [current]


def build(vocab, paragraphs, separator):
    """Make one Doc of paragraphs, a white-space token between them."""
    columns = {key: [] for key in ("words", "spaces", "tags", "pos", "morphs", "lemmas", "heads", "deps")}

    def add(**token):
        for key, value in token.items():
            columns[key].append(value)

    for number, paragraph in enumerate(paragraphs):
        if number:
            columns["spaces"][-1] = False
            add(words=separator, spaces=False, tags="_SP", pos="SPACE", morphs="", lemmas=separator,
                heads=len(columns["words"]) - 1, deps="dep")  # fmt: skip
        for sentence in paragraph:
            base = len(columns["words"])
            for at, word in enumerate(sentence):
                add(words=word["form"] if word["form"].strip() else "_", spaces=word["space"], tags=word["tag"],
                    pos=word["pos"], morphs=word["morph"], lemmas=word["lemma"],
                    heads=base + (word["head"] - 1 if word["head"] else at),
                    deps=word["dep"] if word["head"] else "ROOT")  # fmt: skip
    return Doc(vocab, **columns)


def convert(paths, out, group=1, every=1, seed=7):
    """Write the documents of some CoNLL-U files, every n-th of them, as a DocBin."""
    rng, vocab, binary = random.Random(seed), spacy.blank("en").vocab, DocBin(store_user_data=False)
    docs = [
        build(vocab, paragraphs, rng.choice(["\n\n", "\n"]))
        for path in paths
        for document in documents(path)
        for paragraphs in grouped(document, group, rng)
    ]
    for doc in docs[::every]:
        binary.add(doc)
    binary.to_disk(out)
