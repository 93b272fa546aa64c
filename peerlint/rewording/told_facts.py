"""Whether a sentence tells what somebody has done rather than what is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.rewording.grammar import (
    SUBJECT,
    auxiliaries,
    governing_verb,
    is_verb_token,
    shape,
    verb_tag,
    with_governors,
)
from peerlint.rewording.inflection import verb_lemma
from peerlint.rewording.matched_verb import find_verb
from peerlint.rewording.passage import Passage
from peerlint.rewording.words import INTRANSITIVE, TELLING

if TYPE_CHECKING:
    from spacy.tokens import Token


def tells_a_fact(passage: Passage) -> bool:
    """*Ilse did the rounds*: what somebody has done is no task; another act would be untrue."""
    matched = passage.doc[passage.start : passage.end]
    if _is_reported(passage.root) or any(word.lower_ in ("my", "me") for word in matched):
        return True
    first = passage.doc[passage.start]
    if first.tag_ == "VBD" and first.i != passage.root.i:
        return True  # "Rhonda | did mouth checks"
    verb = find_verb(passage)
    if verb is None or verb.i != passage.root.i:
        return False
    if not is_verb_token(verb):
        return shape(verb.lower_) == "past" and _has_doer(verb)
    purpose = verb.dep_ in ("advcl", "xcomp", "acl") and any(
        word.lower_ == "to" for word in verb.lefts
    )
    return _is_told(verb) or (purpose and _is_told(governing_verb(verb)))


def _is_reported(root: Token) -> bool:
    """*The union says that coaches | search bags*, *I | cover the desk*: somebody tells of it."""
    own = [verb for verb in with_governors(root) if verb.dep_ in ("conj", "root", "ROOT")]
    if any(c.lower_ == "i" and c.dep_ in SUBJECT for verb in (root, *own) for c in verb.children):
        return True
    for verb in (root, *root.ancestors):
        if verb.dep_ in ("ccomp", "advcl", "obl") and verb_lemma(verb.head.lower_) in TELLING:
            return True
    return False


def _is_told(verb: Token) -> bool:
    group = auxiliaries(verb)
    if not group and verb_tag(verb) in ("VBD", "VBN") and any(c.dep_ == "obj" for c in verb.rights):
        return True  # "Lowell — changed the sheets": no bare passive has an object
    passive = any(aux.lower_ in ("was", "were") for aux in group)
    perfect = any(aux.lower_ in ("has", "have", "had", "'ve") for aux in group)
    modal = any(aux.tag_ == "MD" for aux in group)
    past = verb_tag(verb) == "VBD" or _is_past_read_as_passive(verb)
    return not modal and (perfect or passive or (past and not group and _has_doer(verb)))


def _is_past_read_as_passive(verb: Token) -> bool:
    """*Sat in on rounds*, *Read her chart*: a note's first word that no bare passive can be."""
    acts = any(child.dep_ == "obj" for child in verb.children)
    return verb.tag_ == "VBN" and (acts or verb_lemma(verb.lower_) in INTRANSITIVE)


def _has_doer(verb: Token) -> bool:
    first = not any(word.is_alpha for word in verb.doc[: verb.i])
    return first or verb.dep_ == "conj" or any(c.dep_ in SUBJECT for c in verb.children)
