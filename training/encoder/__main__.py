"""`python -m training.encoder --pretrained FOLDER`: train the encoder and pack it for the package."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from peerlint.checking import Checker
from peerlint.learned.reader import ENCODER, KINDS
from peerlint.learned.weights import load_kinds
from peerlint.learned.wordpiece import WordPieces
from peerlint.rulebook import load_rulebook
from peerlint.settings import Settings
from training.corpus import GENRES, genre_path, load_cases
from training.encoder.examples import Example, examples
from training.encoder.fit import fit
from training.encoder.pack import kept_pieces, pack

_COMMON = 15_000  # most frequent words of general English that are kept whole


def main(arguments: Sequence[str] | None = None) -> int:
    """Train on the labelled documents and write the packed network."""
    parser = argparse.ArgumentParser(prog="python -m training.encoder", description=__doc__)
    parser.add_argument("--pretrained", type=Path, required=True, help="all-MiniLM-L6-v2")
    parser.add_argument("--genres", default=",".join(GENRES), help="genres to train on")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--output", type=Path, default=ENCODER)
    options = parser.parse_args(arguments)
    vocabulary = (
        (options.pretrained / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    )
    words = WordPieces({word: number for number, word in enumerate(vocabulary)})
    checker = Checker(Settings(learned=False), load_rulebook())
    every: list[Example] = []
    texts: set[str] = set(islice(load_kinds(KINDS).fine, _COMMON))
    for genre in options.genres.split(","):
        cases = list(load_cases(genre_path(genre)))
        every += examples(cases, checker, words)
        texts.update(word for case in cases for word in case.text.split())
        print(f"read {genre}", file=sys.stderr, flush=True)
    network = fit(every, options.pretrained, options.epochs, options.seed)
    pack(network, vocabulary, kept_pieces(words, texts), options.output)
    print(f"wrote {options.output}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
