"""What must change outside the match: determiner, possessive, verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.rewording.changes import Change, change_tokens, drop_token
from peerlint.rewording.grammar import (
    POSSESSIVES,
    SUBJECT,
    auxiliaries,
    is_verb_token,
    subject_of,
)
from peerlint.rewording.inflection import article, present, verb_lemma
from peerlint.rewording.passage import Passage, UnfitError
from peerlint.rewording.words import DETERMINERS, NO_LONGER
from peerlint.rewording.written_forms import is_mass, opens_with_determiner

if TYPE_CHECKING:
    from spacy.tokens import Token

_TO_PLURAL = {"is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't"}
_TO_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does"}
_SUBORDINATE = frozenset({"ccomp", "acl", "acl:relcl", "csubj", "obj"})
_OF_A_CLAUSE = _SUBORDINATE | {"advcl"}
_PLURAL_DETERMINERS = {"this": "these", "that": "those"}
_SINGULAR_DETERMINERS = {"these": "this", "those": "that"}
_ONLY_SINGULAR = frozenset({"each", "every", "another", "one", "either", "neither"})


def determiner_changes(
    passage: Passage, start: int, text: str, *, plural: bool, was_plural: bool
) -> list[Change]:
    """Mends the determiner just before the new text; raises UnfitError when it clashes."""
    if start == 0 or not text:
        return []
    token = passage.doc[start - 1]
    low = token.lower_
    if token.tag_ in ("IN", "WDT"):
        return []  # "answered that | the population needs …"
    if low in NO_LONGER and len(text.split()) > 1:
        raise UnfitError(f"{low} before a longer phrase")
    if low == "the" and plural and _holds_superlative(passage) and not is_mass(text):
        return [drop_token(passage, token.i)]
    opens_anew = opens_with_determiner(text)
    if opens_anew and token.dep_ in ("amod", "compound", "nummod"):
        raise UnfitError("an adjective before a determiner")
    if low not in DETERMINERS and low not in POSSESSIVES:
        return []
    if opens_anew:
        return [drop_token(passage, token.i)]
    if low in ("a", "an"):
        if plural or (not was_plural and is_mass(text)):
            return [drop_token(passage, token.i)]
        return _if_changed(passage, token, article(text))
    if plural and not was_plural:
        if low in _ONLY_SINGULAR:
            raise UnfitError(f"{low} before a plural")
        return _if_changed(passage, token, _PLURAL_DETERMINERS.get(low, low))
    if was_plural and not plural:
        return _if_changed(passage, token, _SINGULAR_DETERMINERS.get(low, low))
    return []


def _holds_superlative(passage: Passage) -> bool:
    """*the | toughest cases*: the article was that of the superlative."""
    return any(word.tag_ in ("JJS", "RBS") for word in passage.doc[passage.start : passage.end])


def _if_changed(passage: Passage, token: Token, new: str) -> list[Change]:
    if new == token.lower_:
        return []
    new = new.capitalize() if token.text[:1].isupper() else new
    return [change_tokens(passage, token.i, token.i + 1, new)]


def subject_changes(
    passage: Passage, start: int, end: int, *, plural: bool, was_plural: bool
) -> list[Change]:
    """Makes the verbs governed by a subject agree with its new number; raises UnfitError."""
    root = passage.doc[start:end].root
    if plural == was_plural:
        return []
    predicates = _relative_predicates(root)
    joined = any(child.dep_ == "conj" and child.i >= end for child in root.children)
    if root.dep_ in SUBJECT and not joined:
        predicates += _predicates(root)
    changes: list[Change] = []
    for predicate in predicates:
        changes += _verb_change(passage, _finite(predicate), plural=plural)
    return _without_repeats(changes)


def _relative_predicates(noun: Token) -> list[Token]:
    """The verbs of *who* clauses that agree with the noun."""
    return [
        child
        for child in noun.children
        if child.dep_ == "acl:relcl"
        and any(
            sub.lower_ in ("who", "that", "which") and sub.dep_ in SUBJECT for sub in child.children
        )
    ]


def governed_verb_changes(passage: Passage, start: int, end: int) -> list[Change]:
    """The plural verbs after *they*; raises UnfitError when no verb can be found."""
    subjects = [token for token in passage.doc[start:end] if token.dep_ in SUBJECT]
    predicates = [one for subject in subjects for one in _predicates(subject)]
    if not predicates:
        near = [token for token in passage.doc[end : end + 3] if is_verb_token(token)]
        predicates = near[:1]
    if not predicates:
        raise UnfitError("no verb after the pronoun")
    finite = [_finite(predicate) for predicate in predicates]
    changes = [change for verb in finite for change in _verb_change(passage, verb, plural=True)]
    return _without_repeats(changes)


def subject_verb_changes(passage: Passage, subject: Token) -> list[Change]:
    """The plural verbs of a pronoun that becomes *they*; raises UnfitError."""
    return [
        change
        for predicate in _predicates(subject)
        for change in _verb_change(passage, _finite(predicate), plural=True)
    ]


def _without_repeats(changes: list[Change]) -> list[Change]:
    return sorted(set(changes), key=lambda change: change.start)


def _predicates(subject: Token) -> list[Token]:
    """The predicates of a subject: its head and what is coordinated with that without a subject."""
    first = subject.head
    joined = [child for child in first.conjuncts if child.i > first.i and _shares(child, subject)]
    joined = [child for child in joined if not _is_set_off(first, child)]
    if any(_may_be_above(first, child) for child in joined):
        raise UnfitError("a verb of this clause or of the one above it")
    return [first, *joined]


def _may_be_above(first: Token, joined: Token) -> bool:
    """*Asks whether he or she has eaten and | marks the list*: who marks it, nobody can tell."""
    return first.dep_ in _OF_A_CLAUSE and joined.tag_ == first.head.tag_ == "VBZ"


def _is_set_off(first: Token, joined: Token) -> bool:
    """*Every coach – whether he or she is new or not – | gets a badge*: another clause.

    So too after the comma that ends a clause: *Asks what he or she wants, | and writes it down*.
    """
    ends = {"–", "—", ")"} | ({","} if first.dep_ in _SUBORDINATE else set())
    return any(word.text in ends for word in first.doc[first.i : joined.i])


def _shares(child: Token, subject: Token) -> bool:
    found = subject_of(child)
    return found is not None and found.i == subject.i


def _finite(predicate: Token) -> Token | None:
    group = auxiliaries(predicate) or [
        child for child in predicate.children if child.dep_ in ("aux", "cop", "aux:pass")
    ]
    if group:
        return min(group, key=lambda token: token.i)
    return predicate if is_verb_token(predicate) or _may_be_verb(predicate) else None


def _may_be_verb(noun: Token) -> bool:
    """*The peer | reports*, read as one noun phrase; not *are diagnosed | individuals*."""
    modified = any(child.dep_ in ("amod", "nummod", "case", "cc") for child in noun.lefts)
    return noun.tag_ == "NNS" and not modified


def _verb_change(passage: Passage, verb: Token | None, *, plural: bool) -> list[Change]:
    if verb is None:
        raise UnfitError("no verb agrees with the subject")
    low = verb.lower_
    table = _TO_PLURAL if plural else _TO_SINGULAR
    if low in ("'s", "’s"):
        raise UnfitError("a contracted verb")
    if low in table:
        return _if_changed(passage, verb, table[low])
    if plural and verb.tag_ in ("VBZ", "NNS"):
        return _if_changed(passage, verb, verb_lemma(verb.text))
    if not plural and verb.tag_ == "VBP":
        return _if_changed(passage, verb, present(verb_lemma(verb.text), plural=False))
    return []
