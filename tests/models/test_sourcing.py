"""The bundled sourcing model: its bytes, its figures, and that it needs no scikit-learn to run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from claims import find_attributions
from claims.attribution import classifier, fingerprint
from claims.attribution.training import evaluate, macro_f1, train
from claims.embedded import folder
from claims.errors import InputError

CORPUS = folder("models") / "sourcing" / "corpus"


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """Train once on the bundled corpus."""
    return train([CORPUS], tmp_path_factory.mktemp("model"))


def test_recipe_gives_the_same_bytes(trained):
    """Training again gives the model that is bundled."""

    assert classifier.default_path().read_bytes() == Path(trained.path).read_bytes()


def test_beats_the_rules(trained):
    """On articles that it did not see, the model is better than the rules alone."""

    assert trained.held_out.macro_f1 > trained.held_out.baseline
    assert trained.held_out.macro_f1 >= 0.90


def test_calibrated(trained):
    """Its probabilities are honest on articles that it did not see."""

    assert trained.held_out.calibration_error <= 0.05


def test_weights_can_be_read():
    """The file names its labels and features; every feature has one weight a label."""

    stored = json.loads(classifier.default_path().read_text(encoding="utf-8"))

    assert list(classifier.LABELS) == stored["labels"]
    assert all(len(weights) == len(classifier.LABELS) for weights in stored["weights"].values())


def test_no_scikit_learn_at_run_time():
    """Finding attributions imports neither scikit-learn nor pandas."""

    code = (
        "import sys, claims; claims.find_attributions('Rao said it rained.');"
        "print(sorted({'sklearn', 'pandas'} & set(sys.modules)))"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "[]" == ran.stdout.strip()


def test_fingerprint():
    """The fingerprint is the digest of the weights."""

    assert 64 == len(fingerprint())


def test_same_answer_twice():
    """The same text gives the same attributions."""

    text = 'Sources said the plan was dead. "It is not," Ana Rao told reporters.'

    assert find_attributions(text) == find_attributions(text)


def test_summary_of_an_evaluation(tmp_path):
    """Evaluation of a table of sentences prints macro-F1, classes, confusion and reliability."""

    table = tmp_path / "labels.csv"
    rows = ["article,sentence,label", "a,Rao said it rained.,sourced", "a,It rained.,own voice"]
    table.write_text("\n".join([*rows, "b,Critics say it will rain.,reported"]))

    found = evaluate([table])

    assert 1.0 == found.macro_f1
    assert 3 == found.sentences
    assert any("calibration" in line for line in found.summary())


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.csv", "article,sentence\na,b\n", 'no column "label"'),
        ("a.csv", "article,sentence,label\na,It rained.,maybe\n", "line 2, column label"),
        ("a.csv", "article;sentence;label\na;It rained.;own voice\n", "it has article;sentence;label"),
        ("a.jsonl", "{}\n", "line 1"),
        ("a.jsonl", '{"text": "No.", "sentences": [{"start": 0, "end": 9, "label": "sourced"}]}\n', "outside its text"),
        ("a.txt", "S| Rao said it.\n---\n", "no header"),
        ("a.txt", "# id=a\nX| Rao said it.\n---\n", "line 2"),
        ("a.txt", "# id=a\nS| <s1>Rao said it.\n---\n1 person sourced\n", "left open"),
        ("a.txt", "# id=a\nS| <s1>Rao</s1> said it.\n---\n", "not declared"),
        ("a.txt", "# id=a\nS| <s1>Rao</s1> said it.\n---\n1 person maybe\n", "number, source kind, label"),
        ("a.pdf", "", "cannot read a corpus"),
    ],
)
def test_bad_corpus(tmp_path, name, text, words):
    """A corpus that cannot be used is an error that names the place."""

    path = tmp_path / name
    path.write_text(text)

    with pytest.raises(InputError) as error:
        evaluate([path])

    assert words in str(error.value)


def test_missing_corpus(tmp_path):
    """A file that is not there is an error, not a traceback."""

    with pytest.raises(InputError, match="does not exist"):
        evaluate([tmp_path / "none.csv"])


@pytest.mark.parametrize(
    "rows",
    [["a,Rao said it rained.,sourced"], ["a,It rained.,own voice", "b,It snowed.,own voice"]],
    ids=["one article", "one label"],
)
def test_too_little_to_train_on(tmp_path, rows):
    """A corpus that teaches nothing is an error that says what is missing, and no model is written."""

    table = tmp_path / "labels.csv"
    table.write_text("\n".join(["article,sentence,label", *rows]))

    with pytest.raises(InputError, match="too little to train on"):
        train([table], tmp_path / "model")

    assert not (tmp_path / "model").exists()


def test_two_labels_are_enough_to_train_on(tmp_path):
    """Where no candidate is the outlet's own, the model tells the other two apart, in the same way as of three."""

    table = tmp_path / "labels.csv"
    rows = [f"{name},{text},{label}" for name in "abcd" for text, label in (
        ("Mayor Ana Rao said the bridge was safe.", "sourced"), ("Sources said the plan was dead.", "reported"),
    )]  # fmt: skip
    table.write_text("\n".join(["article,sentence,label", *rows]))
    train([table], tmp_path / "model")

    assert evaluate([table], tmp_path / "model").confusion["reported"] == {"own_voice": 0, "reported": 4, "sourced": 0}
    assert evaluate([table], tmp_path / "model").confusion["sourced"] == {"own_voice": 0, "reported": 0, "sourced": 4}


def test_folder_that_cannot_be_written(tmp_path):
    """A place where no model can be written is named."""

    (tmp_path / "file").write_text("")

    with pytest.raises(InputError, match="cannot write the model"):
        train([CORPUS / "six.txt"], tmp_path / "file")


def test_model_in_its_folder(trained, tmp_path):
    """What training wrote can be measured by its folder."""

    table = tmp_path / "labels.csv"
    table.write_text("article,sentence,label\na,Sources said it rained.,reported\n")

    assert evaluate([table], Path(trained.path).parent) == evaluate([table], trained.path)


def test_absent_labels_do_not_count():
    """Macro-F1 averages the labels that occur."""

    assert 1.0 == macro_f1([("sourced", "sourced"), ("reported", "reported")])
    assert 0.0 == macro_f1([])
