"""Lay out the sources by split: EWT rebuilt from its documents, GUM's genres with open licences, PUD for testing.

`prepare(checkouts, out)`: checkouts holds plain checkouts of UniversalDependencies/UD_English-EWT, amir-zeldes/gum and
UniversalDependencies/UD_English-PUD in folders named owner+repository.
"""

import re
from pathlib import Path

EWT, GUM, PUD = "UniversalDependencies+UD_English-EWT", "amir-zeldes+gum", "UniversalDependencies+UD_English-PUD"
SPLITS = ("train", "dev", "test")
# CC BY, CC BY-SA or public domain; the other genres are non-commercial
OPEN_GENRES = frozenset(("academic", "bio", "court", "interview", "news", "speech", "textbook", "voyage", "vlog"))


def prepare(checkouts, out):
    checkouts, out = Path(checkouts), Path(out)
    out.mkdir(parents=True, exist_ok=True)
    for split in SPLITS:
        write(out / f"ewt-{split}.conllu", ewt(checkouts / EWT, split))
        documents = gum(checkouts / GUM, split)
        write(out / f"gum-{split}.conllu", documents)
        write(out / f"gum-news-{split}.conllu", [path for path in documents if genre(path) == "news"])
    for name, sentences in pud(checkouts / PUD).items():
        (out / f"pud-{name}-test.conllu").write_text("\n\n".join(sentences) + "\n\n", encoding="utf-8")


def write(path, documents):
    path.write_text("".join(d.read_text(encoding="utf-8").rstrip("\n") + "\n\n" for d in documents), encoding="utf-8")


def ewt(folder, split):
    listed = (folder / "not-to-release" / "file-lists" / f"files.{split}").read_text(encoding="utf-8").split()
    return [folder / "not-to-release" / "sources" / name for name in listed]


def genre(path):
    return path.stem.split("_")[1]


def gum(folder, split):
    """Give the documents of a split with open licences; what splits.md does not list is training data."""
    named, current = {name: set() for name in SPLITS}, ""
    for line in (folder / "splits.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            current = line[3:].strip()
        elif match := re.search(r"\* (G\w+)", line):
            named.setdefault(current, set()).add(match.group(1))
    held_out = named["dev"] | named["test"]
    documents = sorted((folder / "dep").glob("GUM_*.conllu"))
    chosen = [d for d in documents if (d.stem not in held_out if split == "train" else d.stem in named[split])]
    return [d for d in chosen if genre(d) in OPEN_GENRES]


def pud(folder):
    """Give PUD's news and wiki sentences, each source document marked as one."""
    found, last = {"news": [], "wiki": []}, ""
    text = (folder / "en_pud-ud-test.conllu").read_text(encoding="utf-8").strip()
    for sentence in text.split("\n\n"):
        name = re.search(r"# sent_id = (\S+)", sentence).group(1)
        body = "\n".join(line for line in sentence.split("\n") if not line.startswith("# newdoc"))
        head = f"# newdoc id = {name[:-3]}\n# newpar\n" if name[:-3] != last else ""
        last = name[:-3]
        found["news" if name.startswith("n") else "wiki"].append(head + body)
    return found
