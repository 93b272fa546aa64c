"""`python -m training.reader`: train the second reader, judge it, write weights and figures."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from peerlint.checking import Checker
from peerlint.learned.clauses import load_scorer
from peerlint.learned.notation import Kinds
from peerlint.learned.reader import KINDS, USUAL, WEIGHTS
from peerlint.learned.scored import Scorer
from peerlint.learned.weights import Weights, load_kinds, save_weights
from peerlint.rulebook import load_rulebook
from peerlint.settings import Settings
from training.corpus import GENRES, genre_path, load_cases
from training.reader.examples import Read, Vocabulary, read_cases
from training.reader.figures import report
from training.reader.fit import calibrated, fit
from training.reader.measure import Outcome, judged, judged_rules, outcomes, with_scores

CARD = Path(__file__).resolve().parents[2] / "docs" / "model-card.md"
_WEIGHT_OF_READ = 0.3  # in the calibration, of genres that were read while rules were written
_CURVE = (8, 4, 2)  # one in so many documents


def main(arguments: Sequence[str] | None = None) -> int:
    """Train on all genres but some, judge on those; then train on all."""
    parser = argparse.ArgumentParser(prog="python -m training.reader", description=__doc__)
    parser.add_argument("--genres", default=",".join(GENRES), help="genres to use")
    parser.add_argument("--fresh", default="", help="genres that nobody read while writing rules")
    parser.add_argument(
        "--held-out",
        action="append",
        default=[],
        metavar="GENRE,...=FILE",
        help="an encoder trained without these genres, to judge them with",
    )
    parser.add_argument("--output", type=Path, default=WEIGHTS)
    parser.add_argument("--card", type=Path, default=CARD, help="where figures go; - prints them")
    parser.add_argument("--no-curve", action="store_true", help="leave out the learning curve")
    options = parser.parse_args(arguments)
    fresh = [genre for genre in options.fresh.split(",") if genre]
    groups = list(_groups(options.held_out))
    study = Study.of(
        options.genres.split(","), {genre: one for genres, one in groups for genre in genres}
    )
    found = {genre: said for genres, _ in groups for genre, said in study.judge_all(genres)}
    weight = {genre: 1.0 if genre in fresh else _WEIGHT_OF_READ for genre in found}
    final = calibrated(
        study.trained(study.every()),
        [one for genre in found for one in judged(found[genre], weight[genre])],
        [one for genre in fresh for one in judged_rules(found[genre])],
    )
    save_weights(options.output, final)
    _say(f"wrote {options.output}")
    variants = _by_scores([one for genre in fresh for one in found[genre]])
    if not options.no_curve:
        variants |= study.curve(fresh)
    _write(options.card, report(found, fresh, variants, final, USUAL.speaks))
    return 0


def _groups(held_out: Iterable[str]) -> Iterator[tuple[list[str], Scorer]]:
    """Genres that are left out together, with the encoder that did not see them."""
    for one in held_out:
        genres, _, path = one.partition("=")
        yield genres.split(","), load_scorer(Path(path))


@dataclass(frozen=True)
class Study:
    """The documents, parsed once, and what is needed to train on some and judge on others."""

    checker: Checker
    kinds: Kinds
    vocabulary: Vocabulary
    documents: Mapping[str, Sequence[Read]]
    scorers: Mapping[str, Scorer]

    @classmethod
    def of(cls, genres: Sequence[str], scorers: Mapping[str, Scorer]) -> Study:
        """Read these genres."""
        kinds, vocabulary = load_kinds(KINDS), Vocabulary()
        checker = Checker(Settings(learned=False), load_rulebook())
        documents = {}
        for genre in genres:
            cases = load_cases(genre_path(genre))
            documents[genre] = tuple(read_cases(cases, checker, kinds, vocabulary))
            _say(f"read {genre}")
        return cls(checker, kinds, vocabulary, documents, scorers)

    def every(self, without: Sequence[str] = ()) -> list[Read]:
        """All documents, but for some genres."""
        return [
            read
            for genre, reads in self.documents.items()
            if genre not in without
            for read in reads
        ]

    def trained(self, reads: Sequence[Read], without: Sequence[str] = ()) -> Weights:
        """Weights from these documents, not calibrated."""
        clauses = [clause for read in reads for clause in read.clauses]
        return fit(clauses, self.vocabulary, self.kinds, without)

    def judge_all(self, genres: Sequence[str]) -> Iterator[tuple[str, list[Outcome]]]:
        """What is said of these genres by weights that are trained on all others."""
        weights = self.trained(self.every(genres))
        yield from ((genre, self.judge(genre, weights)) for genre in genres)

    def judge(self, genre: str, weights: Weights) -> list[Outcome]:
        """What these weights say of a genre."""
        _say(f"judges {genre}")
        return list(outcomes(self.documents[genre], self.checker, weights, self.scorers[genre]))

    def curve(self, fresh: Sequence[str]) -> dict[str, list[Outcome]]:
        """Fewer documents or fewer features, each judged on the fresh genres."""
        old = self.every(fresh)
        trials = {f"{len(old[::part]):,} documents": self.trained(old[::part]) for part in _CURVE}
        trials[f"{len(old):,} documents"] = self.trained(old)
        trials |= {name: self.trained(old, groups) for name, groups in _GROUPS.items()}
        return {
            name: [one for genre in fresh for one in self.judge(genre, weights)]
            for name, weights in trials.items()
        }


def _by_scores(found: Sequence[Outcome]) -> dict[str, list[Outcome]]:
    """One of the two scores instead of both."""
    return {
        "features alone": [with_scores(one, (1, 0)) for one in found],
        "encoder alone": [with_scores(one, (0, 1)) for one in found],
        "both": list(found),
    }


_GROUPS = {
    "without kinds of words": ("K1", "K2", "Kb", "Kh", "Kh1", "Kvn", "Kvm", "Kv1", "Kmn"),
    "without headings and fields": ("h", "T", "l", "o"),
    "without who acts and for whom": ("actor", "aw", "pw", "peer", "tp", "place"),
}
_BEGIN, _END = "<!-- figures of the second reader -->", "<!-- end of figures -->"


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
