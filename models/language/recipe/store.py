"""Store a trained spaCy pipeline the way `claims.language` reads it: `python store.py TRAINED OUT`.

Text and plain arrays only: config.cfg (architecture), labels.json (labels, moves, layer sizes),
weights.npz (float16, one array a parameter), lemmas.json (the rule lemmatizer's tables).
"""

import json
import sys
from pathlib import Path

import numpy as np
import spacy
import srsly
from spacy.strings import get_string_id

POS = ("adj", "adv", "noun", "verb", "punct")
MODALS = ("can", "could", "may", "might", "must", "shall", "should", "will", "would", "ought", "need", "dare")
AUXILIARIES = {form: [lemma] for lemma, forms in {
    "be": "am is are was were been being 'm 're \u2019m \u2019re 's \u2019s",
    "have": "has had having 've \u2019ve",
    "do": "does did",
    "will": "'ll \u2019ll wo",
    "can": "ca",
    "shall": "sha",
}.items() for form in forms.split()}  # fmt: skip
TRAINED = ("tok2vec", "tagger", "morphologizer", "parser")


def config(nlp):
    """Keep the sections that build the pipeline, not those that trained it."""
    kept = nlp.config.copy()
    for section in ("paths", "system", "corpora", "training", "initialize", "pretraining"):
        kept.pop(section, None)
    for component in kept["components"].values():
        component.pop("scorer", None)
    return kept


def labels(nlp):
    """Give the labels in the order of the output layers, and the sizes of all layers."""
    morphologizer = nlp.get_pipe("morphologizer").cfg
    return {
        "tagger": list(nlp.get_pipe("tagger").labels),
        "morphologizer": {key: morphologizer[key] for key in ("labels_morph", "labels_pos")},
        "parser": json.loads(srsly.msgpack_loads(nlp.get_pipe("parser").moves.to_bytes())["moves"]),
        "sizes": {name: sizes(nlp.get_pipe(name).model) for name in TRAINED},
    }


def sizes(model):
    return [{d: node.get_dim(d) for d in node.dim_names if node.has_dim(d)} for node in model.walk()]


def weights(nlp):
    """Give every parameter as float16, named component.node.parameter."""
    return {
        f"{name}.{number}.{param}": np.asarray(node.get_param(param), dtype=np.float16)
        for name in TRAINED
        for number, node in enumerate(nlp.get_pipe(name).model.walk())
        for param in node.param_names
        if node.has_param(param)
    }


def lemmas(nlp):
    """Give the lemma tables with readable keys; the index as one string of sorted words a part of speech."""
    lookups = nlp.get_pipe("lemmatizer").lookups
    found = {}
    for name in ("lemma_rules", "lemma_exc", "lemma_index"):
        table = lookups.get_table(name)
        found[name] = {pos: table[get_string_id(pos)] for pos in POS if get_string_id(pos) in table}
    for table in found.values():  # the tables know no auxiliaries: "were" would stay "were"
        table["aux"] = table["verb"]
    found["lemma_exc"]["aux"] = found["lemma_exc"]["verb"] | AUXILIARIES
    found["lemma_index"]["aux"] = ["be", "do", "have", *MODALS]
    found["lemma_index"] = {pos: " ".join(sorted(set(words))) for pos, words in found["lemma_index"].items()}
    return found


def write(path, data):
    path.write_text(json.dumps(data, ensure_ascii=False, indent=0, sort_keys=False) + "\n", encoding="utf8")


def store(nlp, out):
    out.mkdir(parents=True, exist_ok=True)
    config(nlp).to_disk(out / "config.cfg")
    write(out / "labels.json", labels(nlp))
    write(out / "lemmas.json", lemmas(nlp))
    np.savez(out / "weights.npz", **weights(nlp))


if __name__ == "__main__":
    store(spacy.load(sys.argv[1]), Path(sys.argv[2]))
