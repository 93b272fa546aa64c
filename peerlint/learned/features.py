"""What the second reader sees of a clause: its words, their kinds, who acts, and what surrounds it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from peerlint.document import Block
from peerlint.learned.segments import Segment
from peerlint.nlp import syntax
from peerlint.nlp.sentence import Sentence
from peerlint.nlp.understanding import Place

Places = tuple[int, ...]
"""The tokens that a feature rests on; empty where it rests on what surrounds the clause."""

_WORD = re.compile(r"[a-z][a-z'-]*")
_VOWELS = frozenset("aeiouy")
_KEPT_DOUBLE = frozenset({"l", "s", "z"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_LIGHT = frozenset("the a an of to and or in on for with at by is are be as that this it".split())


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
    words = Words(sentence, segment, actor, kinds)
    seen: dict[str, Places] = {}
    for names, places in words.repeated():
        for name in names:
            seen.setdefault(name, places)
    for name, places in words.own():
        seen.setdefault(name, places)
    return seen


def at_a_glance(word: str, peer: bool, type: str, kinds: Kinds) -> tuple[str, ...]:
    """What a word alone brings along in a document of that type."""
    if not word[:1].isalnum():
        return ()
    short = stem(word)
    here = (f"pw={peer},{short}", f"tw={type},{short}")
    return (*_of_word(word, short, kinds.fine.get(word), kinds.coarse.get(word)), *here)


def _stems(sentence: Sentence) -> dict[int, str]:
    key = "reader-stems"
    if key not in sentence.memo:
        sentence.memo[key] = {
            at: stem(word) for at, word in enumerate(sentence.view.lower) if word[:1].isalnum()
        }
    found: dict[int, str] = sentence.memo[key]
    return found


def surroundings(block: Block, place: Place, type: str, question: bool) -> tuple[str, ...]:
    """What all clauses of a sentence share: document, headings, fields."""
    return _around(
        place.peer_context,
        type,
        block.kind.value,
        place.actor,
        question,
        block.headings,
        f"{block.column_heading} {block.label} {block.row_heading}",
    )


@lru_cache(maxsize=1024)
def _around(
    peer: bool,
    type: str,
    kind: str,
    actor: str,
    question: bool,
    headings: tuple[str, ...],
    fields: str,
) -> tuple[str, ...]:
    found = [
        f"peer={peer}",
        f"type={type}",
        f"kind={kind}",
        f"place={actor}",
        f"tp={type},{peer}",
        f"q={question}",
    ]
    for heading in headings[-2:]:
        found += [f"h={stem(word)}" for word in _WORD.findall(heading.lower())]
    for heading in headings[:1]:
        found += [f"T={stem(word)}" for word in _WORD.findall(heading.lower())]
    found += [f"l={stem(word)}" for word in _WORD.findall(fields.lower())]
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=8192)
def _of_word(word: str, short: str, fine: int | None, coarse: int | None) -> tuple[str, ...]:
    found = [f"w={short}", f"x={word}"]
    if fine is not None and word not in _LIGHT:
        found += [f"K2={fine}", f"K1={coarse}"]
    return tuple(found)


@lru_cache(maxsize=8192)
def _of_word_here(short: str, peer: bool, actor: str, type: str) -> tuple[str, ...]:
    return f"pw={peer},{short}", f"aw={actor},{short}", f"tw={type},{short}"


@lru_cache(maxsize=8192)
def _beside(short: str) -> tuple[str, ...]:
    return (f"o={short}",)


class Words:
    """The words of one clause, with stems and kinds."""

    def __init__(self, sentence: Sentence, segment: Segment, actor: str, kinds: Kinds) -> None:
        view = sentence.view
        self.sentence, self.segment, self.actor, self.kinds = sentence, segment, actor, kinds
        stems = self.all_stems = _stems(sentence)
        self.at = [at for at in segment.tokens if at in stems or view.lower[at] in ("n't", "'s")]
        self.lower = [view.lower[at] for at in self.at]
        self.stems = [stems.get(at, view.lower[at]) for at in self.at]
        self.fine = [kinds.fine.get(word) for word in self.lower]
        self.head_word = view.lower[segment.head]
        self.head = stems.get(segment.head, self.head_word)

    def repeated(self) -> Iterator[tuple[tuple[str, ...], Places]]:
        """Features by the word: the same bundle comes wherever the word stands in such a place."""
        peer, type = self.sentence.place.peer_context, self.sentence.type
        coarse = self.kinds.coarse
        for at, word, short, fine in zip(self.at, self.lower, self.stems, self.fine, strict=True):
            here = (at,)
            yield _of_word(word, short, fine, coarse.get(word)), here
            yield _of_word_here(short, peer, self.actor, type), here
        held = frozenset(self.segment.tokens)
        for at, short in self.all_stems.items():
            if at not in held:
                yield _beside(short), ()
        sentence = self.sentence
        yield surroundings(sentence.block, sentence.place, sentence.type, sentence.is_question), ()

    def own(self) -> Iterator[tuple[str, Places]]:
        """Features of words together, and of the clause as a whole."""
        yield from self._runs()
        yield from self._with_head()
        yield f"n={min(len(self.at) // 3, 6)}", ()
        yield f"actor={self.actor}", ()

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
