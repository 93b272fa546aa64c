"""All pronouns a sentence has for one person change in one edit, or none does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.rewording.agreement import governed_verb_changes, subject_verb_changes
from peerlint.rewording.changes import Change, change_tokens
from peerlint.rewording.grammar import SUBJECT
from peerlint.rewording.passage import Passage, Span, UnfitError
from peerlint.rewording.words import GENDERED_NOUNS, TITLES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_GENDERED = {
    **dict.fromkeys(("he", "him", "his", "himself"), "he"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "she"),
}
_THEY_FORMS = {
    "he": "they",
    "she": "they",
    "s": "they",
    "him": "them",
    "hers": "theirs",
    "himself": "themself",
    "herself": "themself",
}
_PAIR = 3


def other_pronoun_changes(passage: Passage) -> list[Change]:
    """The sentence's other pronouns for the person the match speaks of, and their verbs.

    *When a guest is late, | he calls his coach*, *shares | his/her story when s/he likes*. Raises
    UnfitError where a lone *he* beside *he or she* may be somebody else.
    """
    doc = passage.doc
    own = range(passage.start, passage.end)
    every = _pairs(doc)
    paired = {i for pair in every for i in range(*pair)} | set(own)
    alone = [word for word in doc if word.i not in paired and word.lower_ in _GENDERED]
    if len(own) == 1:
        gender = _GENDERED.get(doc[passage.start].lower_)
        alone = [word for word in alone if _GENDERED[word.lower_] == gender]
    elif len({_GENDERED[word.lower_] for word in alone}) > 1 or (alone and _names_somebody(doc)):
        raise UnfitError("one of these pronouns may be another person's")
    changes = [change for word in alone for change in _of_one(passage, word)]
    pairs = (pair for pair in every if pair[0] not in own)
    return changes + [change for pair in pairs for change in _of_pair(passage, pair)]


def _of_one(passage: Passage, word: Token) -> list[Change]:
    changes = [change_tokens(passage, word.i, word.i + 1, _they_form(word))]
    return changes + (subject_verb_changes(passage, word) if word.dep_ in SUBJECT else [])


def _of_pair(passage: Passage, pair: Span) -> list[Change]:
    first, last = passage.doc[pair[0]], passage.doc[pair[1] - 1]
    new = _they_form(first) if "hers" not in (first.lower_, last.lower_) else "theirs"
    changes = [change_tokens(passage, *pair, new)]
    return changes + (governed_verb_changes(passage, *pair) if new == "they" else [])


def _pairs(doc: Doc) -> list[Span]:
    """*he or she*, *his/her*, *s/he*."""
    found = []
    for word in doc[: max(0, len(doc) - 2)]:
        joint, last = doc[word.i + 1].lower_, doc[word.i + 2].lower_
        other = _GENDERED.get(word.lower_, "she" if word.lower_ == "s" else "")
        if joint in ("or", "/") and other and _GENDERED.get(last, other) != other:
            found.append((word.i, word.i + _PAIR))
    return found


def _names_somebody(doc: Doc) -> bool:
    return any(word.lower_ in GENDERED_NOUNS or word.lower_ in TITLES for word in doc)


def _they_form(token: Token) -> str:
    """*his*, *her* before what is owned and alone."""
    if token.lower_ in _THEY_FORMS:
        return _THEY_FORMS[token.lower_]
    if token.tag_ == "PRP$":
        return "their" if token.dep_ == "nmod:poss" else "theirs"
    return "them"
