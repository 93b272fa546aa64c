"""Answers that are kept as long as their object."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from peerlint.formats import read_document
from peerlint.nlp.remembered import remembered
from peerlint.nlp.roles import Roles
from peerlint.nlp.understanding import understand
from peerlint.rulebook import RuleBook

DOCUMENTS = Path(__file__).parents[1] / "documents"


class Scale:
    def __init__(self) -> None:
        self.weighed: list[str] = []
        self.weigh = remembered(self._weigh, 2)

    def _weigh(self, word: str) -> int:
        self.weighed.append(word)
        return len(word)


def test_an_answer_is_worked_out_once() -> None:
    scale = Scale()
    assert [scale.weigh(word) for word in ("tea", "urn", "tea")] == [3, 3, 3]
    assert scale.weighed == ["tea", "urn"]


@pytest.fixture
def no_collector() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_collector")
def test_an_object_that_remembers_goes_with_its_last_name() -> None:
    scale = Scale()
    scale.weigh("tea")
    del scale
    assert gc.collect() == 0


@pytest.mark.usefixtures("no_collector")
def test_a_document_that_was_understood_goes_with_its_frame(shipped_book: RuleBook) -> None:
    roles = Roles(shipped_book)
    for path in sorted(DOCUMENTS.glob("*.md"))[:3]:
        understand(read_document(path), roles)
    gc.collect()
    for path in sorted(DOCUMENTS.glob("*.md"))[:3]:
        understand(read_document(path), roles)
    assert gc.collect() == 0
