"""Whom a duty is for, and which other staff it names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from peerlint.rewording.grammar import SUBJECT, is_noun
from peerlint.rewording.inflection import noun_lemma, verb_lemma
from peerlint.rewording.noun_phrases import (
    ARGUMENTS,
    MODIFIERS,
    is_named_person,
    noun_phrase,
    token_after,
)
from peerlint.rewording.passage import Span
from peerlint.rewording.word_sets import WordSets, is_among, is_led_by
from peerlint.rewording.words import GENDERED_NOUNS, OFFICES, ONE_ONLY, OPINIONS, TELLS_OF

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERSON_PRONOUNS = frozenset({"them", "him", "her", "he", "she", "someone", "anyone", "everyone"})


def served(tokens: Iterable[Token], root: Token, match: Span, words: WordSets) -> Token | None:
    """The word for whom the duty is for; None when the clause names nobody."""
    known = words.people | _PERSON_PRONOUNS | set(GENDERED_NOUNS)
    people = _likeliest(tokens, known, root, match, words.staff)
    if people is not None and _stands_for_things(people, words):
        people = None
    if people is None or people.tag_ == "PRP$":
        people = _individual(root, match) or people
    return None if people is not None and _means_the_worker(people, root, words) else people


def other_staff(tokens: Iterable[Token], root: Token, match: Span, words: WordSets) -> Token | None:
    """The word for other staff of the clause; None when it names none."""
    named = [token for token in tokens if token.dep_ != "compound"]
    return _likeliest(named, words.staff, root, match, frozenset())


def known_before(root: Token, start: int, words: WordSets) -> Token | None:
    """*If a guest is loud, the coach | searches the room*: the clause before has said who."""
    clauses = [child for child in root.lefts if child.dep_ == "advcl"]
    subjects = [word for clause in clauses for word in clause.lefts if word.dep_ in SUBJECT]
    known = [word for word in subjects if word.i < start and is_among(word, words.people)]
    return known[-1] if known and not is_led_by(known[-1], words.staff) else None


def without_news(told: Token, root: Token) -> Span:
    """*inform the team | of any relapse*: what they are told is no part of who they are."""
    start, end = noun_phrase(told)
    news = verb_lemma(root.text) in TELLS_OF and token_after(told) == "of"
    return (start, told.i + 1) if news else (start, end)


def _means_the_worker(pronoun: Token, root: Token, words: WordSets) -> bool:
    """*Each coach rates | her people*, *relieve the nurse on | her Fridays*, *her own file*."""
    if pronoun.lower_ not in ("his", "her", "him"):
        return False
    if pronoun.tag_ == "PRP$" and token_after(pronoun) == "own":
        return True
    doer = next((child for child in root.lefts if child.dep_ == "nsubj"), None)
    any_doer = doer is not None and any(c.lower_ in ONE_ONLY for c in doer.lefts)
    staff = any(is_among(word, words.staff) for word in pronoun.doc[root.i + 1 : pronoun.i])
    return pronoun.tag_ == "PRP$" and (any_doer or staff)


def _stands_for_things(pronoun: Token, words: WordSets) -> bool:
    """*Note shifts in mood and pass | them on*: no people were named before *them*."""
    if pronoun.lower_ != "them":
        return False
    before = [token for token in pronoun.doc[: pronoun.i] if is_noun(token)]
    things = any(token.tag_ == "NNS" and not is_among(token, words.staff) for token in before)
    return things and not any(is_among(token, words.people) for token in before)


def _individual(root: Token, match: Span) -> Token | None:
    """The one person of the match, by title, initials, a name with *'s* or *his*, *her*."""
    inside = [token for token in root.doc[slice(*match)] if token.i != root.i]
    named = next((token for token in inside if is_named_person(token)), None)
    if named is not None:
        return named
    pronouns = any(token.lower_ in ("his", "her", "him", "he", "she") for token in inside)
    for token in inside:
        lone = token.tag_ == "NNP" and token.is_title and token.n_lefts == 0
        if pronouns and lone and token.dep_ in ("obj", "iobj") and token.head.i == root.i:
            return token
        owner = token.tag_ == "PRP$" and token.lower_ in ("his", "her") and token.head.dep_ == "obj"
        opinion = noun_lemma(token.head.lower_) in OPINIONS
        if owner and token_after(token) != "own" and not opinion:
            return token
    return None


def _likeliest(
    tokens: Iterable[Token],
    words: frozenset[str],
    root: Token,
    match: Span,
    others: frozenset[str],
) -> Token | None:
    """The _likeliest word of a set: an argument before a modifier, the near before the far."""
    found = [token for token in tokens if token.i != root.i and is_among(token, words)]
    found = [token for token in found if not is_led_by(token, others) and _heads_phrase(token)]
    found = [token for token in found if not _only_measures(token)]
    if not found:
        return None
    nouns = [token for token in found if token.tag_ not in ("PRP", "PRP$")]
    plural = [token for token in nouns if token.tag_ == "NNS" and match[0] <= token.i < match[1]]
    if plural and any(token.lower_ == "them" for token in found):
        found = plural
    return min(found, key=lambda token: (_rank(token), not match[0] <= token.i < match[1], token.i))


def _only_measures(token: Token) -> bool:
    """*between users*, *two per guest*, *family therapy*, *her read*: no people the act is about."""
    after = noun_lemma(token_after(token).lower())
    if after in OFFICES or (token.lower_ in ("her", "his") and after in OPINIONS):
        return True
    if token.dep_ == "compound":
        return bool(token.lower_ == "family")
    return any(case.lower_ in ("per", "between") for case in token.lefts if case.dep_ == "case")


def _heads_phrase(token: Token) -> bool:
    if token.dep_ == "compound" and noun_lemma(token.head.lower_) in OFFICES:
        return False
    if token.lower_ in ("outpatient", "inpatient"):
        return any(child.dep_ == "det" for child in token.lefts)
    return token.dep_ in ARGUMENTS | MODIFIERS or token.dep_ == "conj"


def _rank(token: Token) -> int:
    if token.dep_ in ("obj", "iobj", "nsubj", "nsubj:pass"):
        return 0
    if token.dep_ in ("obl", "nmod"):
        return 1
    return 2 if token.dep_ == "nmod:poss" else 3
