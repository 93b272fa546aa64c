"""What the second reader sees of a clause: its words, their kinds, who acts, and what surrounds it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from peerlint.document import Block
from peerlint.learned.segments import Segment, Tree, tree_of
from peerlint.nlp.sentence import Sentence
from peerlint.nlp.understanding import Place

Places = tuple[int, ...]
"""The tokens that a feature rests on; empty where it rests on what surrounds the clause."""

_WORD = re.compile(r"[a-z][a-z'-]*")
_VOWELS = frozenset("aeiouy")
_KEPT_DOUBLE = frozenset({"l", "s", "z"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_TIED = frozenset({"n't", "'s"})  # words without a stem that count
_LIGHT = frozenset("the a an of to and or in on for with at by is are be as that this it".split())


@dataclass(frozen=True, slots=True)
class Kinds:
    """Groups of words that are used alike, coarse and fine; from vectors of general English."""

    coarse: Mapping[str, int]
    fine: Mapping[str, int]


@lru_cache(maxsize=8192)
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
    """Every feature of the clause with the tokens it rests on: the first ones that have it."""
    clause = _Clause(_words(sentence, kinds), segment, actor)
    place, type = sentence.place, sentence.type
    around = surroundings(sentence.block, place, type, sentence.is_question)
    found: dict[str, Places] = dict.fromkeys(around, ())
    found |= dict.fromkeys(clause.outside(), ())
    for names, places in clause.each(place.peer_context, type):
        found |= dict.fromkeys(names, places)
    found |= clause.together()
    found[f"n={min(len(clause.at) // 3, 6)}"] = ()
    found[f"actor={actor}"] = ()
    return found


def at_a_glance(word: str, peer: bool, type: str, kinds: Kinds) -> tuple[str, ...]:
    """What a word alone brings along in a document of that type."""
    if not word[:1].isalnum():
        return ()
    short = stem(word)
    here = (f"pw={peer},{short}", f"tw={type},{short}")
    return (*_of_word(word, short, kinds.fine.get(word), kinds.coarse.get(word)), *here)


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
def _beside(short: str) -> str:
    return f"o={short}"


@dataclass(frozen=True, slots=True)
class _Words:
    """The tokens of a sentence, with stems and kinds; `stems` of signs are ""."""

    lower: tuple[str, ...]
    stems: tuple[str, ...]
    fine: tuple[int | None, ...]
    coarse: tuple[int | None, ...]
    pos: tuple[str, ...]
    tags: tuple[str, ...]
    tree: Tree


def _words(sentence: Sentence, kinds: Kinds) -> _Words:
    key = "reader-words"
    if key not in sentence.memo:
        view = sentence.view
        sentence.memo[key] = _Words(
            view.lower,
            tuple(stem(word) if word[:1].isalnum() else "" for word in view.lower),
            tuple(map(kinds.fine.get, view.lower)),
            tuple(map(kinds.coarse.get, view.lower)),
            view.pos,
            view.tags,
            tree_of(sentence),
        )
    found: _Words = sentence.memo[key]
    return found


class _Clause:
    """The words of one clause, last word first: of features that come twice the first place is kept."""

    def __init__(self, words: _Words, segment: Segment, actor: str) -> None:
        self.words, self.segment, self.actor = words, segment, actor
        stems, lower = words.stems, words.lower
        self.at = [at for at in segment.tokens if stems[at] or lower[at] in _TIED]
        self.stems = {at: stems[at] or lower[at] for at in (*self.at, segment.head)}

    def outside(self) -> Iterator[str]:
        """Words of the sentence that stand in other clauses."""
        inside = frozenset(self.segment.tokens)
        for at, short in enumerate(self.words.stems):
            if short and at not in inside:
                yield _beside(short)

    def each(self, peer: bool, type: str) -> Iterator[tuple[tuple[str, ...], Places]]:
        """What each word brings along."""
        lower, fine, coarse = self.words.lower, self.words.fine, self.words.coarse
        for at in reversed(self.at):
            word, short, here = lower[at], self.stems[at], (at,)
            yield _of_word(word, short, fine[at], coarse[at]), here
            yield _of_word_here(short, peer, self.actor, type), here

    def together(self) -> dict[str, Places]:
        """Features of words together."""
        found: dict[str, Places] = {}
        self._add_runs(found)
        self._add_pairs(found)
        words, head = self.words, self.segment.head
        here = (head,)
        found[f"hv={self.stems[head]}"] = here
        found[f"hpos={words.tags[head]}"] = here
        found[f"Kh={words.fine[head]}"] = here
        found[f"Kh1={words.coarse[head]}"] = here
        return found

    def _add_runs(self, found: dict[str, Places]) -> None:
        at, fine, stems = self.at, self.words.fine, self.stems
        for one, two, three in reversed([*zip(at, at[1:], at[2:], strict=False)]):
            found[f"t={stems[one]} {stems[two]} {stems[three]}"] = (one, two, three)
        for one, two in reversed([*pairwise(at)]):
            found[f"b={stems[one]} {stems[two]}"] = both = (one, two)
            found[f"Kb={fine[one]} {fine[two]}"] = both
        if at:
            found[f"first={stems[at[0]]}"] = (at[0],)

    def _add_pairs(self, found: dict[str, Places]) -> None:
        """The head with each noun and each word that hangs on it."""
        words, head, stems = self.words, self.segment.head, self.stems
        fine, coarse, tree = words.fine, words.coarse, words.tree
        verb, own_fine, own_coarse = stems[head], fine[head], coarse[head]
        for at in reversed(self.at):
            if at == head:
                continue
            short, both = stems[at], (head, at)
            if tree.heads[at] == head:
                found[f"d={verb}>{tree.labels[at].partition(':')[0]}>{short}"] = both
            if words.pos[at] in _NOUNS:
                found[f"vn={verb} {short}"] = both
                found[f"Kvn={own_fine} {fine[at]}"] = both
                found[f"Kvm={verb} {fine[at]}"] = both
                found[f"Kv1={own_coarse} {coarse[at]}"] = both
                found[f"Kmn={own_coarse} {short}"] = both
