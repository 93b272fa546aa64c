"""Every silencer on its own cases, through the whole of checking."""

from __future__ import annotations

from collections import Counter

import pytest

from peerlint.checking import Checker, check_text
from peerlint.formats import read_text
from peerlint.nlp.sentence import Sentence
from peerlint.rulebook import RuleBook, cues
from peerlint.settings import Settings
from peerlint.silencing import conditions

from .silencer_table import PAGE, Case, cases, page, seen, silencers

CASES = list(cases())


def marked(case: Case) -> object:
    marks = [pytest.mark.xfail(strict=True, reason=case.wrong)] if case.wrong else []
    return pytest.param(case, id=case.name, marks=marks)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_case(case: Case, shipped_checker: Checker) -> None:
    assert seen(shipped_checker, case) == ""


def test_every_silencer_has_six_cases_of_each_kind() -> None:
    counts = Counter((case.silencer, case.flagged) for case in CASES)
    assert min(counts.values()) >= 6
    assert len(counts) == 2 * len(silencers())


def test_the_page_tells_how_the_cases_go(shipped_book: RuleBook) -> None:
    without_reader = Checker(Settings(learned=False), shipped_book)
    assert page(without_reader) == PAGE.read_text(encoding="utf-8")


def test_check_text_goes_the_same_way() -> None:
    report = check_text(
        "# Certified Peer Specialist\n\n## Duties\n\n- Never administers medication.\n"
    )
    assert report.findings == ()
    assert "negation" in {one.silencer for one in report.silenced}


def test_every_condition_of_a_cue_is_known_to_the_analysis() -> None:
    assert set(cues.CONDITIONS) == set(conditions.CONDITIONS)


def test_the_words_around_a_sentence_are_read_only_for_a_match(
    shipped_checker: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    for name in ("next", "earlier"):
        monkeypatch.setattr(Sentence, name, property(lambda self: read.append(self.doc.text)))
    shipped_checker.check(
        read_text("# Peer Specialist\n\nListens to people. The garden is green.\n")
    )
    assert read == []


def test_signs_and_quoted_phrases_a_book_away_say_nothing() -> None:
    far = "The house is open to everybody who asks for company. " * 80
    for opening, last in (
        ("✗ Not this. ", "Hand out pills to residents."),
        ('"Make sure" stands on every page. ', "Make sure he signs the plan."),
    ):
        near = check_text(f"# Peer Specialist duties\n\n{opening}{last}\n")
        away = check_text(f"# Peer Specialist duties\n\n{opening}{far}{last}\n")
        assert len(near.silenced) > len(away.silenced)
        assert len(away.findings) > len(near.findings)
