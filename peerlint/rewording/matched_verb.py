"""Which word of the sentence is the verb that the template's verb follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.rewording.grammar import (
    BE_FORMS,
    SUBJECT,
    auxiliaries,
    copula,
    could_be_verb,
    is_noun,
    is_passive,
    is_verb_token,
    may_open_duty,
)
from peerlint.rewording.inflection import parts_of_speech, verb_lemma
from peerlint.rewording.passage import BULLET, Passage, UnfitError
from peerlint.rewording.words import CHECKED_THINGS, CHECKS, DUTY_VERBS, LIGHT_VERBS

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_verb(passage: Passage) -> Token | None:
    """The verb `{v:…}` follows: the head, its copula, or the mis-tagged first word of a bullet."""
    root = passage.root
    if passage.duty and (_is_noun_with_nouns(passage, root) or _are_checks(passage)):
        return None
    opening = _spelled_verb(passage, root) if passage.duty else None
    opening = opening or _opening_verb(passage, root)
    if opening is not None:
        return opening
    if is_verb_token(root):
        return root
    be = copula(root)
    if be is not None:
        return be
    first = passage.doc[passage.start]
    if is_verb_token(first) and first.dep_ not in ("amod", "compound", "acl", "nmod"):
        return first
    bullet = passage.form == BULLET or passage.duty
    opens = _opens_bullet(passage, root) and not _ends_compound(root)
    if bullet and opens and could_be_verb(root):
        return root
    return None


def _is_noun_with_nouns(passage: Passage, root: Token) -> bool:
    """*laundry, | head counts, breakfast*: a noun with another before it, read as a verb."""
    before = [c for c in root.lefts if c.dep_ == "compound" and c.tag_ != "AFX"]
    lone = not auxiliaries(root) and "NOUN" in parts_of_speech(root.lower_)
    return bool(before) and before[0].i >= passage.start and lone and is_verb_token(root)


def _are_checks(passage: Passage) -> bool:
    """*bag checks*, *head counts*: the first word is no verb, whatever the parse."""
    pair = [word.lower_ for word in passage.doc[passage.start : passage.start + 2]]
    return len(pair) > 1 and pair[0] in CHECKED_THINGS and pair[1] in CHECKS


def _ends_compound(root: Token) -> bool:
    """The *checks* of *Bed checks*."""
    first = root.doc[root.i - 1] if root.i else root
    noun = first.dep_ == "compound" and first.tag_ in ("NN", "NNP") and first.head.i == root.i
    return root.tag_ == "NNS" and noun


def _spelled_verb(passage: Passage, root: Token) -> Token | None:
    """The first word of a match that is a verb by its spelling or its place, whatever the parse.

    *breathalyzes returning residents* after other verbs; *Award points* and *report drinking* where
    nothing stands before.
    """
    first = passage.doc[passage.start]
    if first.i == root.i and is_verb_token(root):
        return None
    if not could_be_verb(first) or first.tag_ == "MD" or first.lower_ in BE_FORMS:
        return None
    if first.dep_ == "csubj" and first.tag_ in ("VB", "VBZ", "VBP"):
        return first
    subjects = [c for c in root.children if c.dep_ in SUBJECT and passage.start <= c.i < root.i]
    if any(c.i != first.i or is_verb_token(root) for c in subjects):
        return None
    if first.tag_ in ("VBN", "VBD", "VBG") and first.dep_ in ("amod", "compound"):
        return None
    parts = parts_of_speech(first.lower_)
    before = passage.doc[first.i - 1] if first.i else None
    opens = before is None or before.is_punct or before.dep_ == "cc"
    if opens and "NOUN" not in parts and "ADJ" not in parts:
        return first
    if opens and first.i + 1 < passage.end and passage.doc[first.i + 1].tag_ in ("DT", "PRP$"):
        return first if not (before is not None and before.dep_ == "cc") else None
    if any(word.is_alpha for word in passage.doc[: first.i]) or first.i + 1 >= passage.end:
        return None
    if is_verb_token(first) and first.dep_ != "compound":
        return first if first.dep_ in ("root", "ROOT") else None
    follower = passage.doc[first.i + 1]
    named = first.dep_ in ("compound", "nsubj", "amod") and first.head.i == follower.i
    duty = verb_lemma(first.lower_) in DUTY_VERBS and first.lower_ == verb_lemma(first.lower_)
    of_people = _stands_before_people(passage, first)
    return first if duty and (of_people or (named and _is_many_or_a_doing(follower))) else None


def _stands_before_people(passage: Passage, first: Token) -> bool:
    """*Record | member contacts*: no noun for a thing stands before the word for people."""
    start, end = passage.slots.get("people", (0, 0))
    before_noun = first.dep_ == "compound" and first.head.i >= start
    return start == first.i + 1 and before_noun and not passage.doc[start:end].text.istitle()


def _is_many_or_a_doing(token: Token) -> bool:
    return token.tag_ in ("NNS", "VBG") or token.lower_.endswith("ing")


def _opening_verb(passage: Passage, root: Token) -> Token | None:
    """The first word of a bullet or after *and* that the parse took for part of a noun phrase.

    *Docks points*, *Transports detained youth*, *take calls and | screen callers*.
    """
    first = passage.doc[passage.start]
    if first.lower_ in ("co", "de", "re") and first.i == 0 and len(passage.doc) > 2:
        return passage.doc[2] if could_be_verb(passage.doc[2]) else None
    if root.tag_ in ("VB", "VBZ", "VBP", "VBG", "MD") or auxiliaries(root):
        return None
    before = passage.doc[first.i - 1] if first.i else None
    if before is None:
        misread = passage.form == BULLET and first.i != root.i and first.tag_ in ("VB", "VBZ")
        return first if misread else None
    like = next((word for word in reversed(passage.doc[: first.i]) if is_verb_token(word)), None)
    joined = before.dep_ == "cc" and is_noun(root) and first.dep_ in ("compound", "amod", "conj")
    if before.dep_ == "cc" and root.i == first.i and could_be_verb(root):
        return first if root.dep_ == "conj" and root.head.tag_ in ("VB", "VBP") else None
    return first if joined and like is not None and may_open_duty(first, like) else None


def _opens_bullet(passage: Passage, root: Token) -> bool:
    """Whether the root is the bullet's first word (after *co-*) with words of its own to follow."""
    before = [
        word
        for word in passage.doc[: root.i]
        if word.is_alpha and word.dep_ != "cc" and word.lower_ != "co"
    ]
    after = passage.doc[root.i + 1] if root.i + 1 < len(passage.doc) else None
    if after is None or after.is_punct or not all(map(could_be_verb, before)):
        return False
    if "NOUN" not in parts_of_speech(root.lower_) or any(c.dep_ == "obj" for c in root.children):
        return True
    return after.dep_ not in ("case", "cc") and after.lower_ not in ("of", "and", "or")


def light_verb(passage: Passage) -> Token | None:
    """The verb outside the match that only carries the matched act (*perform* mouth checks)."""
    root = passage.root
    if not is_noun(root) or root.dep_ not in ("obj", "obl"):
        return None
    verb = root.head
    if not is_verb_token(verb) or verb_lemma(verb.text) not in LIGHT_VERBS or is_passive(verb):
        return None
    if verb.i >= passage.start:
        return None
    between = passage.doc[verb.i + 1 : passage.start]
    if any(token.dep_ not in ("case", "det") for token in between):
        raise UnfitError("the verb that carries the act has other words")
    return verb
