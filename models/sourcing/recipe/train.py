"""Train the sourcing classifier on the corpus beside this folder, and print what it reaches on held-out articles.

    python models/sourcing/recipe/train.py            the same as: claims train sourcing models/sourcing/corpus

A second run writes the same bytes.
"""

from pathlib import Path

from claims.attribution.training import train

HERE = Path(__file__).resolve().parent.parent

if __name__ == "__main__":
    print("\n".join(train([HERE / "corpus"], HERE).summary()))
