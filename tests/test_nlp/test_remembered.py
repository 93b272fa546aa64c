"""Answers that are kept as long as their object."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from weakref import ref

import pytest

from peerlint.formats import read_document
from peerlint.nlp import understanding
from peerlint.nlp.remembered import remembered
from peerlint.nlp.roles import Roles
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
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_collector")
def test_an_object_that_remembers_goes_with_its_last_name() -> None:
    scale = Scale()
    scale.weigh("tea")
    seen = ref(scale)
    del scale
    assert seen() is None


@pytest.mark.usefixtures("no_collector")
def test_what_reads_a_document_goes_when_it_is_read(
    shipped_book: RuleBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[ref[understanding._PlaceReader]] = []

    class Noted(understanding._PlaceReader):
        def __init__(self, *given: Any) -> None:
            super().__init__(*given)
            seen.append(ref(self))

    monkeypatch.setattr(understanding, "_PlaceReader", Noted)
    roles = Roles(shipped_book)
    for path in sorted(DOCUMENTS.glob("*.md"))[:3]:
        understanding.understand(read_document(path), roles)
    assert [one() for one in seen] == [None] * 3
