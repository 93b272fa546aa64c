"""What the second reader sees of a clause: its words, their kinds, who acts, and what surrounds it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from peerlint.learned.segments import Segment
from peerlint.nlp import syntax
from peerlint.nlp.sentence import Sentence

Places = tuple[int, ...]
"""The tokens that a feature rests on; empty where it rests on what surrounds the clause."""

_WORD = re.compile(r"[a-z][a-z'-]*")
_VOWELS = frozenset("aeiouy")
_KEPT_DOUBLE = frozenset({"l", "s", "z"})
_GRAM = 4
_NOUNS = frozenset({"NOUN", "PROPN"})
_LIGHT = frozenset(
    "the a an of to and or in on for with at by is are be as that this it".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Kinds:
    """Groups of words that are used alike, coarse and fine; from vectors of general English."""

    coarse: Mapping[str, int]
    fine: Mapping[str, int]


def stem(word: str) -> str:
    """The word without its ending: *administers*, *administering*, *administered* are one."""
    word = word.removesuffix("'s")
    for ending, left in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", "")):
        base = word.removesuffix(ending)
        if base != word and len(base) >= 3 and not _VOWELS.isdisjoint(base):
            return _undoubled(base + left)
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return _undoubled(word)


def _undoubled(word: str) -> str:
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in _KEPT_DOUBLE:
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def features(sentence: Sentence, segment: Segment, actor: str, kinds: Kinds) -> dict[str, Places]:
    """Every feature of the clause with the tokens it rests on."""
    seen: dict[str, Places] = {}
    words = _Words(sentence, segment, kinds)
    for name, places in words.features(actor):
        seen.setdefault(name, places)
    held = frozenset(segment.tokens)
    for at, word in _stems(sentence):
        if at not in held:
            seen.setdefault(f"o={word}", ())
    for name in _surroundings(sentence):
        seen.setdefault(name, ())
    return seen


def _stems(sentence: Sentence) -> list[tuple[int, str]]:
    key = "reader-stems"
    if key not in sentence.memo:
        sentence.memo[key] = [
            (at, stem(word)) for at, word in enumerate(sentence.view.lower) if word[:1].isalnum()
        ]
    found: list[tuple[int, str]] = sentence.memo[key]
    return found


def _surroundings(sentence: Sentence) -> list[str]:
    """What all clauses of a sentence share: document, headings, fields."""
    key = "reader-surroundings"
    if key not in sentence.memo:
        sentence.memo[key] = list(_around(sentence))
    found: list[str] = sentence.memo[key]
    return found


def _around(sentence: Sentence) -> Iterator[str]:
    block, place = sentence.block, sentence.place
    yield f"peer={place.peer_context}"
    yield f"type={sentence.type}"
    yield f"kind={block.kind.value}"
    yield f"place={place.actor}"
    yield f"tp={sentence.type},{place.peer_context}"
    yield f"q={sentence.is_question}"
    for heading in block.headings[-2:]:
        yield from (f"h={stem(word)}" for word in _WORD.findall(heading.lower()))
    for heading in block.headings[:1]:
        yield from (f"T={stem(word)}" for word in _WORD.findall(heading.lower()))
    fields = f"{block.column_heading} {block.label} {block.row_heading}".lower()
    yield from (f"l={stem(word)}" for word in _WORD.findall(fields))


class _Words:
    """The words of one clause, with stems and kinds."""

    def __init__(self, sentence: Sentence, segment: Segment, kinds: Kinds) -> None:
        view = sentence.view
        self.sentence, self.segment, self.kinds = sentence, segment, kinds
        stems = dict(_stems(sentence))
        self.at = [at for at in segment.tokens if at in stems or view.lower[at] in ("n't", "'s")]
        self.lower = [view.lower[at] for at in self.at]
        self.stems = [stems.get(at, view.lower[at]) for at in self.at]
        self.fine = [kinds.fine.get(word) for word in self.lower]
        self.head_word = view.lower[segment.head]
        self.head = stems.get(segment.head, self.head_word)

    def features(self, actor: str) -> Iterator[tuple[str, Places]]:
        """All that rests on the clause's own words."""
        yield from self._single(actor)
        yield from self._runs()
        yield from self._with_head()
        yield f"n={min(len(self.at) // 3, 6)}", ()
        yield f"actor={actor}", ()

    def _single(self, actor: str) -> Iterator[tuple[str, Places]]:
        peer, kind = self.sentence.place.peer_context, self.sentence.type
        for at, word, short, fine in zip(self.at, self.lower, self.stems, self.fine, strict=True):
            here = (at,)
            yield f"w={short}", here
            yield f"x={word}", here
            yield f"pw={peer},{short}", here
            yield f"aw={actor},{short}", here
            yield f"tw={kind},{short}", here
            framed = f"^{word}$"
            for start in range(len(framed) - _GRAM + 1):
                yield f"g={framed[start : start + _GRAM]}", here
            if fine is not None and word not in _LIGHT:
                yield f"K2={fine}", here
                yield f"K1={self.kinds.coarse[word]}", here

    def _runs(self) -> Iterator[tuple[str, Places]]:
        at, stems = self.at, self.stems
        if stems:
            yield f"first={stems[0]}", (at[0],)
        for number, (left, right) in enumerate(pairwise(stems)):
            both = (at[number], at[number + 1])
            yield f"b={left} {right}", both
            yield f"Kb={self.fine[number]} {self.fine[number + 1]}", both
            if number + 2 < len(stems):
                yield f"t={left} {right} {stems[number + 2]}", (*both, at[number + 2])

    def _with_head(self) -> Iterator[tuple[str, Places]]:
        """The head, and the head with each noun and each word that hangs on it."""
        head = self.segment.head
        token = self.sentence.doc[head]
        fine, coarse = self.kinds.fine.get(self.head_word), self.kinds.coarse.get(self.head_word)
        yield f"hv={self.head}", (head,)
        yield f"hpos={token.tag_}", (head,)
        yield f"Kh={fine}", (head,)
        yield f"Kh1={coarse}", (head,)
        for at, word, short, own in zip(self.at, self.lower, self.stems, self.fine, strict=True):
            if at == head:
                continue
            both = (head, at)
            other = self.sentence.doc[at]
            if other.head.i == head:
                yield f"d={self.head}>{syntax.label(other).split(':')[0]}>{short}", both
            if self.sentence.view.pos[at] in _NOUNS:
                yield f"vn={self.head} {short}", both
                yield f"Kvn={fine} {own}", both
                yield f"Kvm={self.head} {own}", both
                yield f"Kv1={coarse} {self.kinds.coarse.get(word)}", both
                yield f"Kmn={coarse} {short}", both
