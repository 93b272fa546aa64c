"""`python -m training.encoder --pretrained FOLDER`: train the encoder and pack it for the package."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from peerlint.checking import Checker
from peerlint.learned.reader import ENCODER
from peerlint.learned.wordpiece import WordPieces
from peerlint.rulebook import load_rulebook
from peerlint.settings import Settings
from training.corpus import GENRES, genre_path, load_cases
from training.encoder.examples import Example, examples
from training.encoder.fit import RATE, fit
from training.encoder.network import Network
from training.encoder.pack import kept_pieces, pack
from training.encoder.resume import pieces_in, resumed

_COMMON = 16_000  # pieces kept in any case: the vocabulary begins with the most frequent
_SEEN = 2  # documents in which another word must stand


def main(arguments: Sequence[str] | None = None) -> int:
    """Train on the labelled documents and write the packed network."""
    options = _options(arguments)
    vocabulary = (
        (options.pretrained / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    )
    words = WordPieces({word: number for number, word in enumerate(vocabulary)})
    checker = Checker(Settings(learned=False), load_rulebook())
    seen: Counter[str] = Counter()

    def read(genres: Iterable[str], one_in: int = 1) -> Iterator[Example]:
        for genre in genres:
            cases = list(load_cases(genre_path(genre)))[::one_in]
            seen.update(word for case in cases for word in set(case.text.split()))
            yield from examples(cases, checker, words)
            print(f"read {genre}", file=sys.stderr, flush=True)

    def begun(circumstances: Sequence[str]) -> Network:
        if options.start:
            return resumed(options.pretrained, options.start, vocabulary)
        return Network(options.pretrained, circumstances)

    joining = [read(genres) for genres in _by_epoch(options.genres, options.join, options.epochs)]
    again = read(filter(None, options.replay.split(",")), options.one_in)
    joining[0] = chain(joining[0], again)
    network = fit(joining, begun, options.seed, options.rate)
    often = (word for word, count in seen.items() if count >= _SEEN)
    kept = kept_pieces(words, often)
    known = pieces_in(options.start) if options.start else vocabulary[:_COMMON]
    kept.update(words.numbers[piece] for piece in known)
    pack(network, vocabulary, kept, options.output)
    print(f"wrote {options.output}", file=sys.stderr)
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
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
    parser.add_argument("--start", type=Path, help="a packed encoder to go on from")
    parser.add_argument("--replay", default="", help="genres of which a share is read again")
    parser.add_argument("--one-in", type=int, default=5, help="documents of these for one read")
    parser.add_argument("--rate", type=float, default=RATE, help="highest rate of learning")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--output", type=Path, default=ENCODER)
    return parser.parse_args(arguments)


def _by_epoch(first: str, later: Sequence[str], epochs: int) -> list[list[str]]:
    """The genres that join at each epoch; some may be written while others are learned."""
    joining: list[list[str]] = [first.split(","), *([] for _ in range(epochs - 1))]
    for one in later:
        epoch, _, genres = one.partition("=")
        joining[int(epoch) - 1] += genres.split(",")
    return joining


if __name__ == "__main__":
    sys.exit(main())
