"""Which word classes and cues a word can belong to, so that a text is asked about few of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence

from peerlint.rulebook.pattern import Capture, Choice, Edge, InOrder, Maybe, Node, NotHere, Word

_ANY = ""
Numbers = Mapping[str, bytes]
"""Under each word the numbers of what it can belong to, under "" of what any word can."""


def by_word(sets: Iterable[frozenset[str] | None]) -> dict[str, bytes]:
    """The numbers of the sets under each of their words; None holds every word.

    Words with a blank are left out, since no token has one.
    """
    found: dict[str, array[int]] = {}
    for number, words in enumerate(sets):
        for word in sorted({_ANY} if words is None else words):
            if " " not in word:
                found.setdefault(word, array("H")).append(number)
    return {word: numbers.tobytes() for word, numbers in found.items()}


def numbers_of(words: Iterable[str], known: Numbers) -> set[int]:
    """What one of the words can belong to."""
    found: set[int] = set()
    for word in (_ANY, *words):
        found.update(memoryview(known.get(word, b"")).cast("H"))
    return found


def last_words(node: Node) -> frozenset[str] | None:
    """The lower-case words, one of which ends every match of the node, None: any."""
    match node:
        case Word():
            return node.firsts
        case Capture() | Maybe():
            return last_words(node.node)
        case Choice():
            return _together(map(last_words, node.nodes))
        case InOrder():
            return _last_of_row(node.nodes)
        case _:
            return None


def _last_of_row(nodes: Sequence[Node]) -> frozenset[str] | None:
    """Seen through parts that may be missing; what is only context ends nothing, so it tells nothing."""
    seen: list[frozenset[str] | None] = []
    for node in reversed(nodes):
        if isinstance(node, (NotHere, Edge)):
            continue
        seen.append(last_words(node))
        if not isinstance(node, Maybe):
            return _together(seen)
    return None


def _together(sets: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    found: set[str] = set()
    for words in sets:
        if words is None:
            return None
        found |= words
    return frozenset(found)
