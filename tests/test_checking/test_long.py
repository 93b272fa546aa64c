"""A long document is read on without keeping what was read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from peerlint import pieces
from peerlint.checking import Checker
from peerlint.formats import read_text
from peerlint.learned.categories import CATEGORIES
from peerlint.learned.reader import IN_LONG, USUAL
from peerlint.nlp import pipeline
from peerlint.rulebook import RuleBook
from peerlint.settings import Settings


def test_a_parse_is_let_go_once_its_sentence_is_checked(
    shipped_book: RuleBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "_AT_ONCE", 2)
    docs: list[Any] = []
    held: list[int] = []

    def parse(texts: Iterable[str]) -> Iterator[Any]:
        for text in texts:
            held.extend(sys.getrefcount(docs[at]) for at in range(len(docs) - 5))
            docs.extend(pipeline.parse([text]))
            yield docs[-1]

    checker = Checker(Settings(learned=False), shipped_book, parse)
    report = checker.check(read_text("\n\n".join(["We help addicts."] * 12)))
    assert len(report.findings) == 12
    assert held
    assert set(held) == {2}  # the list's, and that of the question itself


def test_the_second_reader_must_be_surer_in_a_document_of_many_pages(
    shipped_book: RuleBook,
) -> None:
    checker = Checker(Settings(learned_thresholds={"hiring": 0.7}), shipped_book)
    asked = []
    for length in (1, 2_000):
        document = read_text("The garden is open in spring. " * length)
        examiner = checker.examiner_for(checker.frame(document))
        assert examiner.reader is not None
        asked.append(dict(zip(CATEGORIES, examiner.reader.thresholds, strict=True)))
    assert [one["agenda"] for one in asked] == [USUAL.speaks, IN_LONG.speaks]
    assert [one["hiring"] for one in asked] == [0.7, 0.7]


def test_the_second_reader_objects_to_no_rule_in_a_document_of_a_line(
    shipped_book: RuleBook,
) -> None:
    checker = Checker(Settings(), shipped_book)
    line = "# Peer Specialist\n\n- Responsible for data entry.\n"
    page = line + "\nThe garden is open in spring, and visitors bring their own chairs.\n" * 6
    found = [[one.rule for one in checker.check(read_text(text)).findings] for text in (line, page)]
    assert found == [["PD320"], []]
