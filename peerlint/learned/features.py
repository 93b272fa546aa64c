"""What the second reader sees of a clause: its words, their kinds, who acts, and what surrounds it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Generic

from peerlint.document import Block
from peerlint.learned.notation import F, Head, Notation, Word, stem
from peerlint.learned.segments import Segment, tree_of
from peerlint.nlp.place import Place
from peerlint.nlp.roles import PEER
from peerlint.nlp.sentence import Sentence

Places = tuple[int, ...]
"""The tokens that a feature rests on; empty where it rests on what surrounds the clause."""

_WORD = re.compile(r"[a-z][a-z'-]*")
_NOUNS = frozenset({"NOUN", "PROPN"})


def features(sentence: Sentence, segment: Segment, notation: Notation[F]) -> dict[F, Places]:
    """The features of a clause whoever acts in it, with the tokens they rest on: the first that have them.

    What all clauses of a sentence share (`surroundings`) is not among them.
    """
    clause = _Clause(sentence, segment, notation)
    found: dict[F, Places] = dict.fromkeys(clause.outside(), ())
    clause.add_words(found)
    clause.add_runs(found)
    clause.add_pairs(found)
    clause.add_head(found)
    found[notation.begun(f"n={min(len(clause.counting) // 3, 6)}")] = ()
    return found


def of_actor(
    sentence: Sentence, segment: Segment, actor: str, notation: Notation[F]
) -> dict[F, Places]:
    """The features that a clause has besides where this is who acts."""
    clause = _Clause(sentence, segment, notation)
    found: dict[F, Places] = {
        done_by(actor, word.short, notation): (at,) for at, word in reversed(clause.counting)
    }
    found[notation.begun(f"actor={actor}")] = ()
    return found


def done_by(actor: str, short: bytes, notation: Notation[F]) -> F:
    """What a word (its `short`) of a clause brings along where this is who acts."""
    return notation.put(short, notation.begun(f"aw={actor},"))


def counting(sentence: Sentence, segment: Segment, notation: Notation[F]) -> frozenset[bytes]:
    """The words of a clause that count, short."""
    words = _words(sentence, notation)
    return frozenset(words[at].short for at in segment.tokens if words[at].counts)


def at_a_glance(word: str, peer: bool, type: str, notation: Notation[F]) -> tuple[F, ...]:
    """What a word alone brings along in a document of that type."""
    seen = notation.word(word)
    if not seen.is_word:
        return ()
    return (*seen.own, *_here(seen, peer, type, notation))


def at_a_closer_look(
    words: Iterable[str], notation: Notation[F]
) -> tuple[frozenset[F], frozenset[F], int]:
    """What words in a row bring along by their neighbours, and where a peer worker acts; how many count."""
    put = notation.put
    run = [word for word in map(notation.word, words) if word.counts]
    acting = frozenset(done_by(PEER, word.short, notation) for word in run)
    found = {
        put(three.short, put(two.spaced, one.three_))
        for one, two, three in zip(run, run[1:], run[2:], strict=False)
    }
    for one, two in pairwise(run):
        found.add(put(two.short, one.two_))
        found.add(put(two.fine, one.kinds_))
    return frozenset(found), acting | {notation.begun(f"actor={PEER}")}, len(run)


def _here(word: Word[F], peer: bool, type: str, notation: Notation[F]) -> tuple[F, F]:
    put, begun = notation.put, notation.begun
    return put(word.short, begun(f"pw={peer},")), put(word.short, begun(f"tw={type},"))


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


def _words(sentence: Sentence, notation: Notation[F]) -> tuple[Word[F], ...]:
    if notation not in sentence.memo:
        sentence.memo[notation] = tuple(map(notation.word, sentence.view.lower))
    found: tuple[Word[F], ...] = sentence.memo[notation]
    return found


class _Clause(Generic[F]):
    """The words of one clause, last word first: of features that come twice the first place is kept."""

    def __init__(self, sentence: Sentence, segment: Segment, notation: Notation[F]) -> None:
        self.sentence, self.segment, self.notation = sentence, segment, notation
        self.words = words = _words(sentence, notation)
        self.counting = [(at, words[at]) for at in segment.tokens if words[at].counts]

    def outside(self) -> Iterator[F]:
        """Words of the sentence that stand in other clauses."""
        inside = frozenset(self.segment.tokens)
        for at, word in enumerate(self.words):
            if word.is_word and at not in inside:
                yield word.outside

    def add_words(self, found: dict[F, Places]) -> None:
        """What each word brings along."""
        notation, sentence = self.notation, self.sentence
        peer, type = sentence.place.peer_context, sentence.type
        for at, word in reversed(self.counting):
            here = (at,)
            for feature in (*word.own, *_here(word, peer, type, notation)):
                found[feature] = here

    def add_runs(self, found: dict[F, Places]) -> None:
        """Words side by side, two and three."""
        put, run = self.notation.put, self.counting[::-1]
        for (last, three), (middle, two), (first, one) in zip(run, run[1:], run[2:], strict=False):
            found[put(three.short, put(two.spaced, one.three_))] = (first, middle, last)
        for (last, two), (first, one) in pairwise(run):
            both = (first, last)
            found[put(two.short, one.two_)] = both
            found[put(two.fine, one.kinds_)] = both
        if run:
            first, one = run[-1]
            found[one.first] = (first,)

    def add_pairs(self, found: dict[F, Places]) -> None:
        """The head with each noun and each word that hangs on it."""
        put, head, pos = self.notation.put, self.segment.head, self.sentence.view.pos
        tree, brought = tree_of(self.sentence), self._head()
        for at, word in reversed(self.counting):
            if at == head:
                continue
            both = (head, at)
            if tree.heads[at] == head:
                label = tree.labels[at].partition(":")[0].encode()
                found[put(word.short, put(b">", put(label, brought.dependent_)))] = both
            if pos[at] in _NOUNS:
                found[put(word.short, brought.noun_)] = both
                found[put(word.fine, brought.fine_noun_)] = both
                found[put(word.fine, brought.fine_with_)] = both
                found[put(word.coarse, brought.coarse_noun_)] = both
                found[put(word.short, brought.coarse_with_)] = both

    def add_head(self, found: dict[F, Places]) -> None:
        """What the head brings along."""
        head = self.segment.head
        tag = self.notation.begun(f"hpos={self.sentence.view.tags[head]}")
        found |= dict.fromkeys((*self._head().own, tag), (head,))

    def _head(self) -> Head[F]:
        return self.notation.head(self.sentence.view.lower[self.segment.head])
