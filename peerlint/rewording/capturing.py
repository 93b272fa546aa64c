"""The sentence's own phrases for the slots of a duty's rewording: whom it serves, what, which team.

Word sets come from the caller; nothing here knows a rule.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from peerlint.rewording.grammar import is_noun, is_verb_token
from peerlint.rewording.inflection import noun_lemma
from peerlint.rewording.noun_phrases import is_named_person, noun_phrase
from peerlint.rewording.passage import Span
from peerlint.rewording.people import known_before, other_staff, served, without_news
from peerlint.rewording.things import (
    thing_of,
    thing_phrase,
    what_it_is_about,
    with_what_it_is_about,
)
from peerlint.rewording.word_sets import WordSets, is_among
from peerlint.rewording.words import TIME_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLAUSE = frozenset({"xcomp", "ccomp", "advcl", "acl", "acl:relcl"})


def capture(
    doc: Doc,
    start: int,
    end: int,
    words: WordSets,
    *,
    head: int | None = None,
    thing: Span | None = None,
) -> dict[str, Span]:
    """Token spans for the slots `people`, `object`, `team`, `when` and `destination`.

    `before` is whom a clause before the duty speaks of, where the duty names nobody.

    `start` and `end` are the match; phrases of the same clause outside it count too. `head` is the
    duty's verb or noun, by default the root. `thing` is the object where the caller knows it.
    """
    match = (start, end)
    root = doc[head] if head is not None else doc[start:end].root
    tokens = _clause_tokens(root, start, end)
    people = served(tokens, root, match, words)
    team = other_staff(tokens, root, match, words)
    slots: dict[str, Span] = {}
    if people is not None:
        slots["people"] = without_news(people, root)
    elif (before := known_before(root, start, words)) is not None:
        slots["before"] = (before.i, before.i + 1)
    if team is not None and not _within(team, slots.get("people")):
        slots["team"] = without_news(team, root)
    taken = {token.i for token in (people, team) if token is not None}
    found = (
        thing_of(root, words, taken) if thing is None else _known_thing(doc, thing, words, taken)
    )
    if found is not None and (thing is not None or start <= found.i < end):
        phrase = thing_phrase(found, root, start, end)
        if phrase is not None:
            slots["object"] = phrase
    when = _time(tokens, words, root)
    if when is not None:
        slots["when"] = noun_phrase(when)
    where = _destination(tokens, words, root)
    apart = where is not None and (where.dep_ != "nmod" or not _within(where, slots.get("object")))
    if where is not None and apart:
        slots["destination"] = with_what_it_is_about(where)
    return slots


def _known_thing(doc: Doc, thing: Span, words: WordSets, taken: set[int]) -> Token | None:
    """The object the caller knows, or what it is about where it is a named act."""
    found = doc[thing[0] : thing[1]].root
    return what_it_is_about(found, taken) if is_among(found, words.acts) else found


def _within(token: Token, span: Span | None) -> bool:
    return span is not None and span[0] <= token.i < span[1]


def _clause_tokens(root: Token, start: int, end: int) -> list[Token]:
    """What depends on the root within its clause.

    Clauses it governs count inside the match only; conjuncts, the doer and *when* clauses do not.
    """
    found: list[Token] = []
    waiting = [root]
    while waiting:
        token = waiting.pop(0)
        found.append(token)
        waiting += [
            child
            for child in token.children
            if not _starts_new_duty(child, root)
            and (child.dep_ not in _CLAUSE or start <= child.i < end)
        ]
    if is_noun(root):
        found += _beside_noun(root)
    return found


def _beside_noun(root: Token) -> list[Token]:
    """Phrases that belong to the verb which governs a matched noun."""
    verb = root.head
    if not is_verb_token(verb) or root.dep_ not in ("obj", "obl"):
        return []
    beside = [child for child in verb.children if child.dep_ in ("obj", "iobj", "obl")]
    return [child for child in beside if child.i != root.i]


def _starts_new_duty(child: Token, root: Token) -> bool:
    doer = child.dep_ in ("nsubj", "obl:agent") and child.head.i == root.i
    return doer or (child.dep_ == "conj" and (is_verb_token(child) or child.head.i == root.i))


def _destination(tokens: Iterable[Token], words: WordSets, root: Token) -> Token | None:
    """*drive guests to | the clinic*, *bring them into | the day room*: a place or an occasion."""
    for token in tokens:
        leads = any(case.lower_ in ("to", "into") and case.dep_ == "case" for case in token.lefts)
        place = token.dep_.startswith(("obl", "nmod")) and is_noun(token) and token.i > root.i
        somebody = is_among(token, words.people | words.staff) or is_named_person(token)
        if leads and place and not somebody and noun_lemma(token.lower_) not in TIME_NOUNS:
            return token
    return None


def _time(tokens: Iterable[Token], words: WordSets, root: Token) -> Token | None:
    for token in tokens:
        during = any(case.lower_ == "during" for case in token.children if case.dep_ == "case")
        if during and token.i > root.i and is_among(token, words.times):
            return token
    return None
