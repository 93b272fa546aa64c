"""`python -m training.encoder --pretrained FOLDER`: train the encoder and pack it for the package."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
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
    parser.add_argument(
        "--join",
        action="append",
        default=[],
        metavar="EPOCH=GENRES",
        help="genres that are read from this epoch on",
    )
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--output", type=Path, default=ENCODER)
    options = parser.parse_args(arguments)
    vocabulary = (
        (options.pretrained / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    )
    words = WordPieces({word: number for number, word in enumerate(vocabulary)})
    checker = Checker(Settings(learned=False), load_rulebook())
    texts: set[str] = set(islice(load_kinds(KINDS), _COMMON))

    def read(genres: Iterable[str]) -> Iterator[Example]:
        for genre in genres:
            cases = list(load_cases(genre_path(genre)))
            texts.update(word for case in cases for word in case.text.split())
            yield from examples(cases, checker, words)
            print(f"read {genre}", file=sys.stderr, flush=True)

    joining = [read(genres) for genres in _by_epoch(options.genres, options.join, options.epochs)]
    network = fit(joining, options.pretrained, options.seed)
    pack(network, vocabulary, kept_pieces(words, texts), options.output)
    print(f"wrote {options.output}", file=sys.stderr)
    return 0


def _by_epoch(first: str, later: Sequence[str], epochs: int) -> list[list[str]]:
    """The genres that join at each epoch; some may be written while others are learned."""
    joining: list[list[str]] = [first.split(","), *([] for _ in range(epochs - 1))]
    for one in later:
        epoch, _, genres = one.partition("=")
        joining[int(epoch) - 1] += genres.split(",")
    return joining


if __name__ == "__main__":
    sys.exit(main())
