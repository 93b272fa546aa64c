"""A second act that only goes on from the old one, and so goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.rewording.grammar import is_verb_token, next_joint
from peerlint.rewording.inflection import is_verb, noun_lemma, verb_lemma
from peerlint.rewording.passage import Passage, Span
from peerlint.rewording.words import ACCOUNTS, HANDS_ON, SEQUELS, SHARES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def follow_up(passage: Passage, end: int) -> list[Span]:
    """A second act that only goes on from the old one goes with it.

    *hold cash | and release it in May*, *watch doses | and initial the log*, *| and decides who …*.
    """
    doc = passage.doc
    joint = next_joint(passage.root, end)
    if joint is None:
        joint = next((i for i in range(end, len(doc) - 1) if _trails(doc, i)), None)
    stop = _end_of_last_clause(passage, joint)
    if joint is None or stop is None or not (_adds_it(doc, joint) or _is_sequel(passage, joint)):
        return []
    return [(joint - 1 if doc[joint - 1].text == "," else joint, stop)]


def _end_of_last_clause(passage: Passage, joint: int | None) -> int | None:
    """Where the act after *and* ends; None when more follows it."""
    doc = passage.doc
    if joint is None:
        return None
    last = len(doc) - 1 if doc[-1].is_punct else len(doc)
    rest = doc[joint + 2 : last]
    return None if any(word.dep_ == "cc" or word.is_punct for word in rest) else last


def _trails(doc: Doc, joint: int) -> bool:
    """*and scores it*, whatever the parse says; *and to initial …*; *and records* at the very end."""
    if [word.lower_ for word in doc[joint : joint + 2]] == ["and", "to"]:
        return joint + 2 < len(doc) and verb_lemma(doc[joint + 2].lower_) in SEQUELS
    last = len(doc) - 2 if doc[-1].is_punct else len(doc) - 1
    alone = joint + 1 == last and doc[joint].lower_ == "and"
    return _adds_it(doc, joint) or (alone and verb_lemma(doc[last].lower_) in SEQUELS)


def _adds_it(doc: Doc, joint: int) -> bool:
    """*and scores it*, *and bring them back*, *, keeps ten percent*; not *and invite them to lunch*."""
    pair = doc[joint + 1 : joint + 3]
    if doc[joint].lower_ not in ("and", "&", ",") or len(pair) < 2 or not is_verb(pair[0].lower_):
        return False
    if pair[1].lower_ in ("it", "them"):
        return pair[1].dep_ in ("obj", "iobj")
    if pair[1].lower_ in ("from", "off") and doc[joint + 3 : joint + 4].text.lower() in (
        "it",
        "them",
    ):
        return True
    return _is_share(doc, joint + 2)


def _is_share(doc: Doc, at: int) -> bool:
    """*one per person*, *ten percent*, *the late ones*: a part of what the first act was about."""
    thing = doc[at + 1] if at + 1 < len(doc) else doc[at]
    if any(noun_lemma(word.lower_) in SHARES for word in doc[at : at + 4]):
        return True
    if doc[at].like_num:
        return bool(
            thing.is_punct or thing.lower_ in ("percent", "%", "of", "per", "each", "apiece")
        )
    return any(word.lower_ == "ones" for word in doc[at : at + 3])


def _is_sequel(passage: Passage, joint: int) -> bool:
    """*and initial the log*, *and report concerns*, *and decide who …*, *and records*."""
    doc = passage.doc
    first = joint + 2 if doc[joint + 1].lower_ == "to" else joint + 1
    verb = verb_lemma(doc[first].lower_)
    if verb in SEQUELS or _hands_it_on(doc[first]):
        return True
    told = {noun_lemma(word.lower_) for word in doc[first + 1 : first + 5]}
    return verb in HANDS_ON and bool(told & ACCOUNTS)


def _hands_it_on(word: Token) -> bool:
    """*and forwards to the lab*, *and hands over to the nurse*: what the first act was about."""
    thing = any(child.dep_ in ("obj", "iobj", "ccomp", "xcomp") for child in word.children)
    carries = verb_lemma(word.lower_) in HANDS_ON | {"forward", "deliver", "hand", "pass", "submit"}
    return carries and not thing and is_verb_token(word) and any(word.rights)
