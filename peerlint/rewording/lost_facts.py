"""What a sentence says of when, where and whom: a new act keeps it, or is not offered."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import takewhile
from typing import TYPE_CHECKING

from peerlint.rewording.grammar import is_noun, is_verb_token
from peerlint.rewording.inflection import noun_lemma, verb_lemma
from peerlint.rewording.old_act import opens_clause
from peerlint.rewording.passage import Passage, UnfitError
from peerlint.rewording.region import Region
from peerlint.rewording.times_and_places import (
    is_opened_by,
    paces_the_act,
    says_when_or_where,
)
from peerlint.rewording.words import EVENTS, HOW_OFTEN, STATES_ON, TIME_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

_PEOPLE = frozenset({"people", "person", "role", "team"})
_MOMENTS = ("before", "until", "while")
_BEFORE_NAMES = ("in", "at", "after", "during", "near", "around", "to", "from")


def refuse_lost_facts(passage: Passage, region: Region, used: Iterable[str], text: str) -> None:
    """Raises UnfitError when the words that make room for a new act say more than what was done.

    The slots `used` are said again, and so are words of the new `text`.
    """
    used = list(used)
    if _LOOSE_END.search(f"{text} {region.after}"):
        raise UnfitError("a phrase would break off")
    held = {at for name in used for at in range(*passage.slots[name])}
    if any(_is_next_act(passage.doc[at], passage.root) for at in held):
        raise UnfitError("the next act would stand among the things of this one")
    things = held.difference(*(range(*passage.slots[name]) for name in used if name in _PEOPLE))
    said = _said(f"{text} {region.after}")
    for word in passage.doc[region.start : region.end]:
        if word.i in held or not said.isdisjoint(_by_other_names(word)):
            continue
        if _is_half_of_a_list(word, things) or _says_who(word, held - things):
            raise UnfitError("half of a phrase would be lost")
        reason = _tells_why_or_how(word, passage.root) or _is_an_occasion(word)
        if not reason and _is_a_fact(word, passage.root):
            raise UnfitError("a time or a place would be lost")


_LOOSE_END = re.compile(
    r"(?<!\d )(?<!if )\b"
    r"(?:every|each|the|an?|any|no|(?:why|how|that|whether|when) (?:they|s?he|we|you|it))"
    r"(?=\s*(?:[.,;:)]|$))"
    r"|\bown\b[^,.;]* of (?:those|people|anyone|everyone)\b",
    re.IGNORECASE,
)
"""*within 24 hours of every*, *about why they*, *their own meds of those who haven't packed*."""


def _is_next_act(word: Token, root: Token) -> bool:
    """*Holds the cards of those who ask, and | gives out a daily amount*, whatever the parse joins it to."""
    if word.dep_ != "conj" or not is_verb_token(word) or word.tag_ != root.tag_:
        return False
    before, joint = word.doc[word.i - 2], word.doc[word.i - 1]
    added = word.i > 1 and before.text == "," and joint.dep_ == "cc"
    return added or word.head.i == root.i


def _said(text: str) -> frozenset[str]:
    words = [word.strip(",.;").lower() for word in text.split()]
    return frozenset((*words, *map(noun_lemma, words), *map(verb_lemma, words)))


def _by_other_names(word: Token) -> Iterable[str]:
    low = word.lower_
    return low, noun_lemma(low), verb_lemma(low), HOW_OFTEN.get(low, low)


def _is_half_of_a_list(word: Token, things: Collection[int]) -> bool:
    """*naps and | melatonin*, *| breath tests and drug tests*, *getting them | to sleep*."""
    if word.dep_ == "xcomp" and word.head.i in things:
        return True
    if not is_noun(word):
        return False
    joined = any(child.dep_ == "conj" and child.i in things for child in word.children)
    if word.dep_ == "conj":
        return joined or word.head.i in things
    follower = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    return joined and follower is not None and (follower.dep_ == "cc" or follower.text == ",")


def _says_who(word: Token, people: Collection[int]) -> bool:
    """*members | waiting for a room*, *members | on the waiting list*; not *parents | of the youth*."""
    tied = word.head.i in people or word.left_edge.i - 1 in people
    doing = word.dep_ in ("acl", "advcl") and word.tag_ == "VBG" and not is_opened_by(word, ("by",))
    where = word.dep_ == "nmod" and is_opened_by(word, ("on", "in", "at", "with", "from"))
    state = is_opened_by(word, ("on",)) and noun_lemma(word.lower_) in STATES_ON
    return (doing or where or state) and tied


def _tells_why_or_how(word: Token, root: Token) -> bool:
    """*because the grant is paid | on visits*: why or how the old act was done."""
    above = takewhile(lambda token: token.i != root.i, word.ancestors)
    return any(token.dep_ == "advcl" for token in above)


def _is_an_occasion(word: Token) -> bool:
    """*on days | the clerk is out*: when somebody stands in, and no longer needs to."""
    end = word.i + 1
    return end < len(word.doc) and opens_clause(word.doc[end])


def _is_a_fact(word: Token, root: Token) -> bool:
    if word.lower_ in HOW_OFTEN:
        return True
    if word.dep_ == "advcl":
        return is_opened_by(word, _MOMENTS)
    if not word.dep_.startswith(("obl", "nmod")) or word.dep_ == "nmod:poss" or word.i <= root.i:
        return False
    if is_opened_by(word, (*_MOMENTS, "for")):
        return True
    if noun_lemma(word.lower_) in TIME_NOUNS:
        return not paces_the_act(word)
    return _names_a_place(word) or _says_where(word)


def _names_a_place(word: Token) -> bool:
    """*in Rapid City*, *after Celebrate Recovery*, not *on the ISP*."""
    name = word.tag_ in ("NNP", "NNPS") and not word.text.isupper()
    return name and is_opened_by(word, _BEFORE_NAMES)


def _says_where(word: Token) -> bool:
    """*at the desk*, *in the meeting*; *in seclusion* and *in a crisis* are what the act was about."""
    known = noun_lemma(word.lower_) in EVENTS
    return is_noun(word) and says_when_or_where(word) and (known or not is_opened_by(word, ("in",)))
