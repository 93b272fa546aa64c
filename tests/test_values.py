"""Values behave as frozen classes of the standard decorator do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from peerlint.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    at: int = 0
    seen: list[int] = dataclasses.field(default_factory=list, compare=False, repr=False)


@dataclass(frozen=True)
class Loose:
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Place:
    line: int
    column: int


@dataclass(frozen=True, eq=False)
class Itself:
    text: str


@dataclass(frozen=True, slots=True)
class Own:
    text: str

    def __repr__(self) -> str:
        return "own"


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


def test_arguments_and_defaults() -> None:
    assert (Word("a").at, Word("a", 2).at, Word(text="a", at=3).at) == (0, 2, 3)
    assert Word("a").seen == [] and Word("a").seen is not Word("a").seen
    assert Word("a", seen=[1]).seen == [1]
    with pytest.raises(TypeError):
        Word()  # type: ignore[call-arg]


def test_equal_by_what_is_compared() -> None:
    assert Word("a", seen=[1]) == Word("a") != Word("b")
    assert hash(Word("a", seen=[1])) == hash(Word("a"))
    assert Loose("a") == Loose("a") != Word("a")
    assert len({Loose("a"), Loose("a"), Loose("b"), Nothing(), Nothing()}) == 3
    assert Itself("a") != Itself("a")


def test_order_is_that_of_the_fields() -> None:
    assert sorted([Place(2, 1), Place(1, 5), Place(1, 2)])[0] == Place(1, 2)
    assert Place(1, 2) <= Place(1, 2) < Place(1, 3) and Place(2, 0) > Place(1, 9)
    with pytest.raises(TypeError):
        assert Loose("a") < Loose("b")  # type: ignore[operator]


@pytest.mark.parametrize("one", [Word("a"), Loose("a"), Place(1, 2), Nothing()])
def test_none_is_changed(one: Any) -> None:
    for name in ("text", "line", "other"):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(one, name, 1)
        with pytest.raises(dataclasses.FrozenInstanceError):
            delattr(one, name)


@pytest.mark.parametrize("one", [Word("a", 1, [2]), Loose("a"), Place(1, 2), Nothing()])
def test_copies_are_equal(one: Any) -> None:
    for other in (copy.deepcopy(one), pickle.loads(pickle.dumps(one)), dataclasses.replace(one)):
        assert other == one and repr(other) == repr(one)


def test_what_the_class_says_itself_counts() -> None:
    assert repr(Own("a")) == "own"
    assert repr(Word("a")) == "Word(text='a', at=0)"
    assert dataclasses.asdict(Word("a")) == {"text": "a", "at": 0, "seen": []}


@dataclass(slots=True)
class Tally:
    count: int = 0
    seen: list[int] = dataclasses.field(default_factory=list)


def test_what_is_not_frozen_can_be_changed_and_has_no_hash() -> None:
    tally = Tally()
    tally.count += 2
    tally.seen.append(2)
    assert tally == Tally(2, seen=[2]) and copy.copy(tally) == tally
    with pytest.raises(TypeError):
        hash(tally)


def test_each_class_keeps_its_own_arguments() -> None:
    @dataclass(frozen=True)
    class Longer(Loose):
        at: int = 0

    assert Longer("a", 1).at == 1 and Loose("a").text == "a" and Longer("b") == Longer("b", at=0)


def test_a_changed_copy_has_all_else_as_it_was() -> None:
    word = Word("a", 2, [1])
    other = replace(word, text="b")
    assert (other.text, other.at, other.seen) == ("b", 2, [1]) and other.seen is word.seen
    assert replace(Tally(1), count=3) == Tally(3)
    with pytest.raises(TypeError):
        replace(word, unknown=1)
