"""Which words the filled template replaces, and which of them are said again after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from peerlint.rewording.filled import Source
from peerlint.rewording.grammar import could_be_verb, is_verb_token, shape
from peerlint.rewording.inflection import noun_lemma
from peerlint.rewording.old_act import phrases_of_the_old_act, with_preposition
from peerlint.rewording.passage import Passage, Span, UnfitError
from peerlint.rewording.sequels import follow_up
from peerlint.rewording.times_and_places import time_and_place_inside
from peerlint.rewording.words import BODILY_MANNERS, PARTICLES, RESTRICTIVE, TIME_NOUNS
from peerlint.values import dataclass, replace

if TYPE_CHECKING:
    from spacy.tokens import Token

_LAST_PARTICLES = PARTICLES | {"in", "on", "through", "around"}
_CORE = ("obj", "iobj", "nsubj", "compound", "root", "ROOT")


@dataclass(frozen=True, slots=True)
class Region:
    """Tokens `start` to `end` make room for the new text; `after` are kept words that follow it."""

    start: int
    end: int
    after: str = ""


def find_region(source: Source, used: Sequence[str], *, act: bool) -> Region:
    """The match, its verb's auxiliaries and the phrases the new text has taken in.

    `act` is true for templates that put another act in place of a duty: then phrases after the
    match that were taken into the new text leave their place, and so do phrases that only the old
    act could have (*to the nurse*, *in the log*, *as directed*). What stood between is said again
    at the end.
    """
    passage = source.passage
    start, end = passage.start, passage.end
    if end - start > 1 and passage.doc[end - 1].tag_ == "POS":
        end -= 1
    if source.modified is not None:
        return Region(start, source.modified[1])
    if source.verb is None:
        return Region(start, end)
    start = min(start, source.verb.start)
    own = [passage.slots[name] for name in used if not _is_possessive(passage, name)]
    taken = [with_preposition(passage, span, end) for span in own]
    taken += _particles(passage, end)
    if source.verb.absorbed is not None:
        taken.append(source.verb.absorbed)
    if act:
        start = min(start, _first_of_joined_verbs(passage, start))
        start = _with_manner(passage, start)
        taken += phrases_of_the_old_act(passage, start, end)
        taken += follow_up(passage, end)
    outside = sorted(span for span in taken if span[1] > end and span[0] >= passage.start)
    region = _absorbing(passage, start, end, outside) if outside else Region(start, end)
    kept = time_and_place_inside(passage, end) if act else ""
    return replace(region, after=" ".join(filter(None, (kept, region.after))))


def _is_possessive(passage: Passage, name: str) -> bool:
    """*at | her apartment*: the pronoun stays with its noun."""
    start, end = passage.slots[name]
    return end - start == 1 and passage.doc[start].tag_ == "PRP$"


def _with_manner(passage: Passage, start: int) -> int:
    """*independently | carry a caseload*: the manner goes with the old act."""
    before = passage.doc[start - 1] if start else None
    manner = before is not None and before.lower_ in BODILY_MANNERS | RESTRICTIVE
    manner = manner and not (start > 1 and passage.doc[start - 2].lower_ == "not")
    return start - 1 if manner else start


def _first_of_joined_verbs(passage: Passage, start: int) -> int:
    """*count and | lock up pills*: a verb before the match that shares its object goes with it."""
    root = passage.root
    first = root.head
    verb = is_verb_token(first) or (first.i == 0 and could_be_verb(first))
    if root.dep_ != "conj" or not verb or first.i >= start or start > root.i:
        return start
    between = passage.doc[first.i + 1 : start]
    joined = any(word.dep_ == "cc" for word in between) and all(
        word.dep_ in ("cc", "punct", "conj", "compound:prt") for word in between
    )
    own = any(c.dep_ in ("obj", "obl", "xcomp") and c.i < start for c in first.children)
    own = own or shape(first.lower_) != shape(root.lower_)
    return int(first.i) if joined and len(between) and not own else start


def _particles(passage: Passage, end: int) -> list[Span]:
    """*handed | out*, *counted | back in*: the particles go with their verb."""
    doc, at = passage.doc, end
    while at < len(doc) and doc[at].lower_ in PARTICLES and _is_particle(doc[at], passage.root):
        at += 1
    if at < len(doc) and doc[at].lower_ in _LAST_PARTICLES and _ends_phrase(doc[at]):
        at += 1
    return [(end, at)] if at > end else []


def _is_particle(word: Token, root: Token) -> bool:
    own = word.head.i == root.i and word.dep_ in ("compound:prt", "advmod")
    return own or _ends_phrase(word)


def _ends_phrase(word: Token) -> bool:
    after = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    return after is None or after.is_punct or after.dep_ == "cc"


def _absorbing(passage: Passage, start: int, end: int, outside: list[Span]) -> Region:
    between: list[str] = []
    at = end
    for span in outside:
        if span[0] > at:
            between.append(_loose_words(passage, at, span[0]))
        at = max(at, span[1])
    return Region(start, at, " ".join(filter(None, between)))


def _loose_words(passage: Passage, start: int, end: int) -> str:
    words = passage.doc[start:end]
    if all(word.lower_ in PARTICLES for word in words):
        return ""
    if any(word.is_punct or word.dep_ == "cc" for word in words) or words[-1].dep_ == "case":
        raise UnfitError("the sentence goes on between the match and its phrase")
    tops = [word for word in words if not start <= word.head.i < end]
    if any(top.dep_ in _CORE and noun_lemma(top.lower_) not in TIME_NOUNS for top in tops):
        raise UnfitError("an object stands between the match and its phrase")
    return "" if words[-1].tag_ in ("IN", "TO", "VBN") else str(words.text)
