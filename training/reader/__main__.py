"""`python -m training.reader`: train the second reader, judge it, write weights and figures."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from peerlint.checking import Checker
from peerlint.learned.reader import KINDS, THRESHOLD, WEIGHTS
from peerlint.learned.weights import Weights, load_kinds, save_weights
from peerlint.rulebook import load_rulebook
from peerlint.settings import Settings
from training.corpus import GENRES, genre_path, load_cases
from training.reader.examples import Clause, Read, Vocabulary, read_cases
from training.reader.figures import report
from training.reader.fit import calibrated, fit
from training.reader.measure import Outcome, judged, outcomes

CARD = Path(__file__).resolve().parents[2] / "docs" / "model-card.md"
_WEIGHT_OF_READ = 0.3  # in the calibration, of genres that were read while rules were written
_CURVE = (8, 4, 2)  # one in so many documents


def main(arguments: Sequence[str] | None = None) -> int:
    """Train on all genres but one in turn, judge on that one; then train on all."""
    parser = argparse.ArgumentParser(prog="python -m training.reader", description=__doc__)
    parser.add_argument("--genres", default=",".join(GENRES), help="genres to use")
    parser.add_argument("--fresh", default="forensic-housing,youth-veterans-family")
    parser.add_argument("--output", type=Path, default=WEIGHTS)
    parser.add_argument("--card", type=Path, default=CARD, help="where figures go; - prints them")
    parser.add_argument("--no-curve", action="store_true", help="leave out curve and ablation")
    options = parser.parse_args(arguments)
    genres = options.genres.split(",")
    kinds = load_kinds(KINDS)
    checker = Checker(Settings(learned=False), load_rulebook())
    vocabulary = Vocabulary()
    documents: dict[str, list[Read]] = {}
    for genre in genres:
        cases = load_cases(genre_path(genre))
        documents[genre] = list(read_cases(cases, checker, kinds, vocabulary))
        _say(f"read {genre}")

    def trained(reads: Sequence[Read], without: Sequence[str] = ()) -> Weights:
        return fit(_clauses(reads), vocabulary, kinds, without)

    found: dict[str, list[Outcome]] = {}
    for genre in genres:
        others = [read for other in genres if other != genre for read in documents[other]]
        found[genre] = list(outcomes(documents[genre], checker, trained(others)))
        _say(f"judged {genre}")
    fresh = [genre for genre in options.fresh.split(",") if genre in genres]
    every = [read for genre in genres for read in documents[genre]]
    final = calibrated(
        trained(every),
        [
            one
            for genre in genres
            for one in judged(found[genre], 1.0 if genre in fresh else _WEIGHT_OF_READ)
        ],
    )
    save_weights(options.output, final)
    _say(f"wrote {options.output}")
    old = [read for genre in genres if genre not in fresh for read in documents[genre]]
    new = [read for genre in fresh for read in documents[genre]]
    variants: dict[str, list[Outcome]] = {}
    if not options.no_curve:
        for part in _CURVE:
            variants[f"{len(old[::part]):,} documents"] = list(
                outcomes(new, checker, trained(old[::part]))
            )
            _say(f"curve {part}")
        for name, groups in _GROUPS.items():
            variants[name] = list(outcomes(new, checker, trained(old, groups)))
            _say(name)
        variants[f"{len(old):,} documents, all features"] = list(
            outcomes(new, checker, trained(old))
        )
    figures = report(found, fresh, variants, final, THRESHOLD)
    _write(options.card, figures)
    return 0


_GROUPS = {
    "without kinds of words": ("K1", "K2", "Kb", "Kh", "Kh1", "Kvn", "Kvm", "Kv1", "Kmn"),
    "without headings and fields": ("h", "T", "l", "o"),
    "without who acts and for whom": ("actor", "aw", "pw", "peer", "tp", "place"),
}
_BEGIN, _END = "<!-- figures of the second reader -->", "<!-- end of figures -->"


def _clauses(reads: Sequence[Read]) -> list[Clause]:
    return [clause for read in reads for clause in read.clauses]


def _write(card: Path, figures: str) -> None:
    if str(card) == "-":
        print(figures)
        return
    text = card.read_text(encoding="utf-8")
    before, _, rest = text.partition(_BEGIN)
    after = rest.partition(_END)[2]
    card.write_text(f"{before}{_BEGIN}\n\n{figures}\n{_END}{after}", encoding="utf-8")


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
