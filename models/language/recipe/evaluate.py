"""Measure a pipeline on UD test corpora: `python evaluate.py PIPELINE CORPORA`.

PIPELINE is a folder of `spacy train`, or "stored" for the one that `claims` bundles.
"""

import json
import sys
import time
from pathlib import Path

import spacy
from spacy.pipeline.dep_parser import make_parser_scorer
from spacy.pipeline.tagger import tagger_score
from spacy.scorer import Scorer
from spacy.tokens import DocBin
from spacy.training import Example

KEEP = ("token_f", "tag_acc", "pos_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")
LABELS = ("nsubj", "nsubj:pass", "obj", "obl", "nmod", "nummod", "ccomp", "xcomp", "advcl", "appos", "conj", "root")
CORPORA = ("pud-news-test", "pud-wiki-test", "ewt-test", "gum-test", "gum-news-test")


def load(name):
    if name == "stored":
        from claims.language import pipeline

        return pipeline()
    return spacy.load(name)


def measure(nlp, path):
    gold = list(DocBin().from_disk(path).get_docs(nlp.vocab))
    start = time.process_time()
    predicted = list(nlp.pipe([doc.text for doc in gold], batch_size=64))
    spent = time.process_time() - start
    examples = [Example(p, g) for p, g in zip(predicted, gold, strict=True)]
    scores = make_parser_scorer()(examples) | tagger_score(examples) | Scorer.score_tokenization(examples)
    scores |= Scorer.score_token_attr(examples, "pos") | Scorer.score_token_attr(examples, "lemma")
    per_label = scores["dep_las_per_type"]
    figures = {key: round(scores[key], 4) for key in KEEP}
    figures["words_per_cpu_s"] = round(sum(map(len, gold)) / spent)
    figures["label_f"] = {key: round(per_label[key]["f"], 3) for key in LABELS if key in per_label}
    return figures


def main(name, corpora):
    start = time.perf_counter()
    nlp = load(name)
    figures = {"load_s": round(time.perf_counter() - start, 2)}
    figures |= {corpus: measure(nlp, Path(corpora) / f"{corpus}.spacy") for corpus in CORPORA}
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main(*sys.argv[1:])
