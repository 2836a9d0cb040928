"""Train the pipeline and store it: `python train.py CHECKOUTS WORK [--steps N]`.

CHECKOUTS holds checkouts of UD_English-EWT, gum and UD_English-PUD (see prepare_ud.py); WORK takes the corpora and what
`spacy train` writes. The result goes to models/language/pipeline. Nothing is fetched.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

import spacy
from convert_ud import convert
from prepare_ud import prepare
from store import store

HERE = Path(__file__).parent


def corpora(checkouts, work):
    ud = work / "ud"
    prepare(checkouts, ud)
    convert([ud / "ewt-train.conllu", ud / "gum-train.conllu"], work / "train.spacy", group=4)
    convert([ud / "ewt-dev.conllu", ud / "gum-dev.conllu"], work / "dev.spacy", every=3)
    for name in ("pud-news", "pud-wiki", "ewt", "gum", "gum-news"):
        convert([ud / f"{name}-test.conllu"], work / f"{name}-test.spacy")


def train(work, steps):
    command = [sys.executable, "-m", "spacy", "train", "configs/parser.cfg", "--code", "fastgemm.py"]
    options = {"--output": work / "trained", "--paths.train": work / "train.spacy", "--paths.dev": work / "dev.spacy",
               "--training.max_steps": steps, "--training.optimizer.learn_rate.total_steps": steps}  # fmt: skip
    command += [str(part) for option in options.items() for part in option]
    subprocess.run(command, check=True, cwd=HERE, env=os.environ | {"OMP_NUM_THREADS": "1"})


def with_lemmas(path):
    """Add the rule lemmatizer; its tables come from the installed spacy-lookups-data."""
    nlp = spacy.load(path)
    nlp.add_pipe("lemmatizer", config={"mode": "rule", "overwrite": True}).initialize()
    return nlp


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkouts", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--steps", type=int, default=14000)
    parser.add_argument("--out", type=Path, default=HERE.parent / "pipeline")
    given = parser.parse_args()
    work = given.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    corpora(given.checkouts.resolve(), work)
    train(work, given.steps)
    store(with_lemmas(work / "trained" / "model-best"), given.out)


if __name__ == "__main__":
    main()
