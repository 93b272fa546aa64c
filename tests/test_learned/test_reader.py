"""The second reader speaks where no rule does, under the same silencers, and says how sure it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import log
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from peerlint.checking import Checker
from peerlint.finding import DocumentReport, Finding, RunReport, Severity
from peerlint.formats import read_text
from peerlint.learned.categories import CATEGORIES
from peerlint.learned.clauses import Asked, word_table
from peerlint.learned.glance import Glance, Glimpse
from peerlint.learned.notation import number_of, stem
from peerlint.learned.reader import ENCODER, KINDS, WEIGHTS, Reader, load_reader
from peerlint.learned.weights import (
    Kept,
    Weights,
    load_kinds,
    load_weights,
    save_kinds,
    save_weights,
)
from peerlint.matching.index import Candidates
from peerlint.reporters.json import render
from peerlint.rulebook import RuleBook, load_rulebook
from peerlint.rulebook.skeleton import skeleton
from peerlint.settings import Settings

PEER = "# Certified Peer Specialist\n\n## Duties\n\n- {}\n"
NURSE = "# Registered Nurse\n\n## Duties\n\n- {}\n"
KNOWN = {
    "w=medication": "agenda",
    "w=adorn": "power-imbalance",
    "w=gloomy": "deficit",
    "b=medal ceremony": "busy-work",
}


def weights() -> Weights:
    """A few features that are sure of their category, and nothing else."""
    columns = tuple(CATEGORIES)
    rows = sorted((number_of(name), columns.index(category)) for name, category in KNOWN.items())
    table = np.zeros((len(rows), len(columns)), dtype=np.float16)
    for row, (_, column) in enumerate(rows):
        table[row, column] = 8
    return Weights(
        numbers=np.array([number for number, _ in rows], dtype=np.uint32),
        table=table,
        bias=np.full(len(columns), -5, dtype=np.float32),
        slope=np.ones(len(columns), dtype=np.float32),
        encoder_slope=np.full(len(columns), 0.5, dtype=np.float32),
        shift=np.zeros(len(columns), dtype=np.float32),
        trust_slopes=np.stack([np.zeros(len(columns)), np.ones(len(columns))]),
        trust_shift=np.full(len(columns), 2, dtype=np.float32),
        kinds={},
    )


class Scores:
    """Gives every clause the same scores, and keeps the clauses that it was asked about."""

    def __init__(self, score: float | None = 0.0) -> None:
        self.score = score
        self.asked: list[str] = []

    def scores(self, asked: Sequence[Asked]) -> list[list[np.ndarray[Any, Any] | None]]:
        self.asked += [
            " ".join(one.sentence.view.text[at] for at in segment.tokens)
            for one in asked
            for segment in one.segments
        ]
        own = None if self.score is None else np.full(len(CATEGORIES), self.score)
        return [[own] * len(one.segments) for one in asked]


class Some(Candidates):
    """Candidates for which a sentence is parsed even where there are none."""

    def __bool__(self) -> bool:
        return True


def reading(
    book: RuleBook, settings: Settings, thresholds: dict[str, float], scores: Scores | None = None
) -> Checker:
    """A checker with the small reader, which parses every sentence."""
    made = Checker(settings, book)
    admitted = made.index.candidates

    def every(words: Iterable[str]) -> Candidates:
        found = admitted(words)
        return Some(found.phrases, found.events)

    made.index.candidates = every  # type: ignore[method-assign]
    made.reader = Reader(weights(), scores or Scores(), thresholds)
    return made


@pytest.fixture(scope="module")
def checker(shipped_book: RuleBook) -> Checker:
    return reading(shipped_book, Settings(), {})


def learned(checker: Checker, text: str) -> list[Finding]:
    return [one for one in checker.check(read_text(text)).findings if one.learned]


def test_a_duty_that_no_rule_knows_is_found_milder_and_marked(checker: Checker) -> None:
    (found,) = learned(checker, PEER.format("Adorn the director's shoes before each board meeting"))
    assert (found.rule, found.category, found.severity) == (
        "PD199",
        "power-imbalance",
        Severity.WARNING,
    )
    assert found.quote.startswith("Adorn the director's shoes")
    assert found.confidence == pytest.approx(0.953, abs=0.001)
    assert found.weighed == ("Adorn",)
    assert found.why and found.sources
    assert [one.advice for one in found.suggestions] == [True]


@pytest.mark.parametrize(
    "text",
    [
        NURSE.format("Adorn the director's shoes"),
        PEER.format("Does not adorn the director's shoes"),
        "# Certified Peer Specialist\n\n## What a peer worker does not do\n\n- Adorn shoes\n",
        "# Certified Peer Specialist\n\n## Adorn the shoes\n\nWelcome.\n",
        PEER.format("The nurse will adorn the director's shoes"),
        PEER.format("Adorn shoes together with a resident who asks for it"),
    ],
    ids=["other role", "negation", "prohibition", "heading", "other actor", "request"],
)
def test_the_silencers_of_rules_hold(checker: Checker, text: str) -> None:
    assert learned(checker, text) == []


def test_where_a_rule_speaks_the_reader_does_not(checker: Checker) -> None:
    report = checker.check(read_text(PEER.format("Administer medication to residents")))
    assert [one.learned for one in report.findings if one.kind == "duty"] == [False]


def test_a_duty_without_a_verb_marks_its_words_and_not_one_of_them(checker: Checker) -> None:
    (found,) = learned(checker, PEER.format("All medication for the upper floors of the house"))
    assert found.quote == "medication for the upper floors of the house"


def test_wording_is_marked_by_what_weighs(checker: Checker) -> None:
    (found,) = learned(
        checker, "# Service Policy\n\n## Purpose\n\nShe came in gloomy again today.\n"
    )
    assert (found.rule, found.quote) == ("PL399", "gloomy")


def test_each_clause_is_read_by_itself(checker: Checker) -> None:
    line = "Adorn the shoes, greet guests and set up the medals for the medal ceremonies"
    found = learned(checker, PEER.format(line))
    assert [one.rule for one in found] == ["PD199", "PD399"]
    assert "greet" not in "".join(one.quote for one in found)


def test_thresholds_and_selection_hold(shipped_book: RuleBook) -> None:
    text = PEER.format("Adorn the director's shoes")
    strict = reading(shipped_book, Settings(), {"power-imbalance": 0.96})
    ignoring = reading(shipped_book, Settings(ignore=("PD199",)), {})
    assert learned(strict, text) == learned(ignoring, text) == []


def test_of_peer_as_a_noun_it_must_be_surer_unless_the_user_chose() -> None:
    default = dict(zip(CATEGORIES, Reader(weights(), Scores()).thresholds, strict=True))
    chosen = Reader(weights(), Scores(), {"peer-noun": 0.5}).thresholds
    assert default["agenda"] < default["peer-noun"]
    assert dict(zip(CATEGORIES, chosen, strict=True)) == default | {"peer-noun": 0.5}


@pytest.mark.parametrize(
    ("score", "found"), [(0.0, 1), (-6.0, 0), (None, 0)], ids=["agrees", "denies", "cannot see it"]
)
def test_the_encoder_is_heard(shipped_book: RuleBook, score: float | None, found: int) -> None:
    heard = reading(shipped_book, Settings(), {}, Scores(score))
    assert len(learned(heard, PEER.format("Adorn the director's shoes"))) == found


def test_the_encoder_is_asked_about_promising_clauses_alone(shipped_book: RuleBook) -> None:
    scores = Scores()
    asking = reading(shipped_book, Settings(), {}, scores)
    lines = "Greet guests\n- Adorn the shoes and walk the dog\n- Share a meal"
    asking.check(read_text(PEER.format(lines)))
    assert scores.asked == ["Adorn the shoes"]


def test_where_a_rule_of_the_kind_speaks_the_encoder_is_not_asked(
    shipped_book: RuleBook, checker: Checker
) -> None:
    text = PEER.format("Adorn the shoes and greet guests with gloomy medals")
    (sentence,) = [one for one, _ in checker.sentences(read_text(text)) if len(one.doc) > 4]
    for said, asked in (
        ((), ["Adorn the shoes", "and greet guests with gloomy medals"]),
        ((("duty", 0, 3),), ["and greet guests with gloomy medals"]),
        ((("language", 0, 3),), ["Adorn the shoes", "and greet guests with gloomy medals"]),
        ((("duty", 0, 3), ("language", 7, 8)), []),
    ):
        scores = Scores()
        Reader(weights(), scores).opinion([(sentence, said)], (), shipped_book.classes)
        assert scores.asked == asked


def test_the_encoder_is_asked_where_what_it_says_may_decide(
    shipped_book: RuleBook, checker: Checker
) -> None:
    text = PEER.format("Adorn the director's shoes")
    (sentence,) = [one for one, _ in checker.sentences(read_text(text)) if len(one.doc) > 4]

    def asked(threshold: float, trust_shift: float) -> tuple[int, int]:
        scores = Scores()
        few = replace(weights(), trust_shift=np.full(len(CATEGORIES), trust_shift))
        reader = Reader(few, scores, dict.fromkeys(CATEGORIES, threshold))
        reader.opinion([(sentence, ())], (), shipped_book.classes)
        read = len(scores.asked)
        reader.opinion((), [(sentence, (0, 1), "agenda")], shipped_book.classes)
        return read, len(scores.asked) - read

    assert asked(0.99, 7) == (1, 0)  # a score of 3 + 4.0 / 2 would do
    assert asked(0.999, 7) == (0, 0)  # and even 7 - 7.0 leaves no doubt
    assert asked(0.999, 6) == (0, 1)


def test_the_encoder_alone_is_not_believed(shipped_book: RuleBook) -> None:
    sure = reading(shipped_book, Settings(), {}, Scores(50.0))
    assert reported(sure, PEER.format("Adorn the shoes")) == ["duty"]
    assert reported(sure, PEER.format("Admire the shoes")) == []


def test_features_needed_are_those_that_give_the_confidence() -> None:
    wanted = np.full(len(CATEGORIES), 0.7)
    needed = np.array(weights().needed(wanted.tolist(), 2.0))
    assert weights().confidence(needed, np.float64(2)) == pytest.approx(wanted)
    assert weights().needed([0, *[1] * (len(CATEGORIES) - 1)], 2.0)[:2] == [-np.inf, np.inf]


def test_a_glance_at_several_sentences_is_one_at_each(checker: Checker) -> None:
    text = PEER.format("Adorn the shoes\n- Greet guests\n\nShe came in gloomy again.")
    sentences = [one for one, _ in checker.sentences(read_text(text))]
    seen = [Glimpse(one.view.lower, one.block, one.place, one.type, False) for one in sentences]
    together = Glance(weights()).sums(seen)
    assert (together == [Glance(weights()).sums([one])[0] for one in seen]).all()
    best = sorted(together.max(axis=1))
    assert best[-2:] == [3, 3] and best[0] == -5


def test_words_of_a_rule_make_a_sentence_worth_parsing_sooner(checker: Checker) -> None:
    (sentence, _), *_ = checker.sentences(read_text("Greet guests"))
    numbers = replace(weights(), bias=np.full(len(CATEGORIES), -3, dtype=np.float32))
    seen = Glimpse(sentence.view.lower, sentence.block, sentence.place, sentence.type, False)
    reader = Reader(numbers, Scores(), dict.fromkeys(CATEGORIES, 0.5))
    assert reader.may_hold([seen, replace(seen, suspect=True)]) == [False, True]


def test_a_closer_look_counts_words_side_by_side_and_how_many_there_are(checker: Checker) -> None:
    (sentence, _), *_ = checker.sentences(read_text("Greet guests"))
    texts = ("the medal ceremony", "the ceremony medal", "the medal ceremony today")
    seen = [
        Glimpse(tuple(text.split()), sentence.block, sentence.place, sentence.type, False)
        for text in texts
    ]
    glance, least = Glance(weights()), [-1.0] * len(CATEGORIES)
    margins = glance.margins(seen, glance.sums(seen), least)
    assert margins == pytest.approx([4 - log(3), -4 - log(3), 4 - log(4)])
    assert glance.margins([], [], least) == []


def test_a_closer_look_sees_what_a_peer_worker_would_do(checker: Checker) -> None:
    (sentence, _), *_ = checker.sentences(read_text("Greet guests"))
    numbers = weights()
    numbers = replace(numbers, numbers=np.array([number_of("aw=peer,greet")], dtype=np.uint32))
    seen = [Glimpse(("greet",), sentence.block, sentence.place, sentence.type, False)]
    for category, margin in (("agenda", 4), ("deficit", -4)):
        table = np.zeros((1, len(CATEGORIES)), dtype=np.float16)
        table[0, list(CATEGORIES).index(category)] = 8
        glance = Glance(replace(numbers, table=table))
        assert glance.margins(seen, glance.sums(seen), [-1.0] * len(CATEGORIES)) == [margin]


REST_OF_A_PAGE = "\nThe garden is open in spring, and visitors bring their own chairs.\n" * 4
"""A document of a line is not doubted."""


def reported(checker: Checker, text: str) -> list[str]:
    found = checker.check(read_text(text + REST_OF_A_PAGE)).findings
    return [one.kind for one in found if one.kind != "structure"]


def test_a_duty_of_the_rules_that_it_doubts_is_silenced_and_says_so(
    shipped_book: RuleBook,
) -> None:
    text = PEER.format("Administer medication to residents")
    sure = reading(shipped_book, Settings(), {}, Scores(-1.0))
    doubting = reading(shipped_book, Settings(), {}, Scores(-4.0))
    blind = reading(shipped_book, Settings(), {}, Scores(None))
    assert reported(sure, text) == reported(blind, text) == ["duty"]
    assert reported(doubting, text) == []
    silenced = doubting.check(read_text(text + REST_OF_A_PAGE)).silenced
    told = [one for one in silenced if one.rule == "PD101"]
    assert [(one.silencer, one.cue) for one in told] == [
        ("second-reader", "sure to 88% that this is fine")
    ]


def test_a_duty_that_it_doubts_is_milder_beside_one_that_it_believes_and_silent_alone(
    shipped_book: RuleBook,
) -> None:
    class Doubting(Scores):
        """Gives clauses about medication a lower score."""

        def scores(self, asked: Sequence[Asked]) -> list[list[np.ndarray[Any, Any] | None]]:
            return [
                [np.full(len(CATEGORIES), self.of(one, segment.tokens)) for segment in one.segments]
                for one in asked
            ]

        def of(self, one: Asked, tokens: Sequence[int]) -> float:
            said = {one.sentence.view.lower[at] for at in tokens}
            return self.score or 0.0 if "medication" in said else 0.0

    alone = PEER.format("Administer medication to residents")
    beside = alone + "- Search the rooms of residents each night\n"

    def told(text: str, score: float, settings: Settings) -> list[tuple[str, Severity]]:
        checker = reading(shipped_book, settings, {}, Doubting(score))
        found = checker.check(read_text(text + REST_OF_A_PAGE)).findings
        return [(one.rule, one.severity) for one in found if one.kind == "duty"]

    milder = [("PD101", Severity.WARNING), ("PD162", Severity.ERROR)]
    assert told(alone, -2.5, Settings()) == []
    assert told(beside, -2.5, Settings()) == milder
    assert told(beside, -1.0, Settings()) == [("PD101", Severity.ERROR), milder[1]]
    assert told(beside, -4.0, Settings()) == milder[1:]
    assert told(beside, -2.5, Settings(min_severity=Severity.ERROR)) == milder[1:]


def test_duties_and_wordings_are_doubted_and_hiring_and_contested_terms_never(
    shipped_book: RuleBook,
) -> None:
    duty = PEER.format("Administer medication to residents")
    wording = "# Policy\n\nThe mentally ill are welcome.\n"
    hiring = "# Posting\n\nApplicants must disclose their psychiatric diagnosis.\n"
    contested = PEER.format("Welcome each consumer")
    texts = (duty, wording, hiring, contested)
    for score, expected in (
        (-1.0, [["duty"], ["language"], ["hiring"], ["language"]]),
        (-2.5, [[], [], ["hiring"], ["language"]]),
        (-20.0, [[], [], ["hiring"], ["language"]]),
    ):
        reader = reading(shipped_book, Settings(), {}, Scores(score))
        assert [reported(reader, text) for text in texts] == expected


def test_what_somebody_wrote_or_switched_on_is_never_doubted(
    shipped_book: RuleBook, tmp_path: Path
) -> None:
    own = tmp_path / "ours.yaml"
    own.write_text(skeleton("OURS101", "our-word"), encoding="utf-8")
    book = load_rulebook([own], cache=False)
    (rule,) = (rule for rule in book.rules if rule.id == "OURS101")
    flagged = next(example for example in rule.examples if example.span)
    text = f"# Service Policy\n\n## Purpose\n\n{flagged.text}\n{REST_OF_A_PAGE}"
    reader = reading(book, Settings(), {}, Scores(-20.0))
    assert "OURS101" in {one.rule for one in reader.check(read_text(text)).findings}

    plan = "# Treatment Plan\n\n## Goals\n\nAsk about hx of therapy.\n"
    reader = reading(shipped_book, Settings(extend_select=("PL227",)), {}, Scores(-20.0))
    assert "PL227" in {one.rule for one in reader.check(read_text(plan)).findings}


def test_it_can_be_switched_off(shipped_book: RuleBook) -> None:
    assert Checker(Settings(learned=False), shipped_book).reader is None
    assert Checker(Settings(select=("PD101",)), shipped_book).reader is None


def test_a_report_tells_confidence_and_words(checker: Checker) -> None:
    report: DocumentReport = checker.check(read_text(PEER.format("Adorn the shoes")))
    (found,) = [
        one for one in json.loads(render(RunReport((report,), "0")))["findings"] if "learned" in one
    ]
    assert (found["learned"], found["weighed"]) == (True, ["Adorn"])
    assert 0.95 < found["confidence"] < 0.96


@pytest.mark.parametrize(
    "words",
    [
        ("administer", "administers", "administered", "administering"),
        ("plan", "plans", "planned", "planning"),
        ("policy", "policies"),
        ("dose", "doses", "dosing"),
        ("toss", "tosses"),
    ],
)
def test_forms_of_a_word_share_their_stem(words: tuple[str, ...]) -> None:
    assert len({stem(word) for word in words}) == 1


def test_weights_and_kinds_are_written_and_read_again(tmp_path: Path) -> None:
    kinds = {"coach": (1, 7), "mentor": (1, 9)}
    save_kinds(tmp_path / "kinds.npz", kinds)
    assert load_kinds(tmp_path / "kinds.npz") == kinds
    save_weights(tmp_path / "weights.npz", weights())
    read = load_weights(tmp_path / "weights.npz", kinds)
    unknown, adorn, medication = map(number_of, ("w=unknown", "w=adorn", "w=medication"))
    known, _ = read.find([unknown, adorn])
    assert known.tolist() == [1]
    clauses = [unknown, adorn], [unknown], [], [adorn, medication]
    sums = read.sums(clauses)
    assert (sums == weights().sums(clauses)).all()
    assert sums[:, tuple(CATEGORIES).index("power-imbalance")].tolist() == [8, 0, 0, 8]
    assert sums[:, tuple(CATEGORIES).index("agenda")].tolist() == [0, 0, 0, 8]


def test_what_was_reckoned_is_kept_while_there_is_room() -> None:
    reckoned: list[int] = []

    def squares(numbers: Sequence[int]) -> np.ndarray[Any, Any]:
        reckoned.extend(numbers)
        return np.array([[one * one, 1.0] for one in numbers]).reshape(len(numbers), 2)

    kept = Kept(squares, most=6)
    for some in ([3, 1, 3], [], [1, 2, 4, 5], [6, 7, 3], [8, 1]):
        assert kept.of(some).tolist() == [[one * one, 1] for one in some]
    assert reckoned == [3, 1, 2, 4, 5, 6, 7, 8, 1]  # with seven kept, the last ones start anew
    assert kept.sums([[2, 3], [], [5]]).tolist() == [[13, 2], [0, 0], [25, 1]]


def test_the_shipped_reader_is_small_and_reads_what_the_corpus_taught() -> None:
    size = sum(path.stat().st_size for path in (WEIGHTS, KINDS, ENCODER, word_table(ENCODER)))
    assert size < 19_000_000
    reader = load_reader()
    assert reader is not None and len(reader.weights.numbers) > 10_000
    assert (np.diff(reader.weights.numbers.astype(np.int64)) >= 0).all()
