"""The sentence's own phrases for the slots of a duty's rewording: whom it serves, what, which team.

Word sets come from the caller; nothing here knows a rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from peerlint.rewording.grammar import SUBJECT, is_nominal, is_noun, is_verb_token, may_open_duty
from peerlint.rewording.inflection import noun_lemma, verb_lemma
from peerlint.rewording.words import (
    ABOUT,
    GENDERED_NOUNS,
    OFFICES,
    ONE_ONLY,
    OPINIONS,
    QUANTITIES,
    STATES_ON,
    TAKES_INFINITIVE,
    TELLS_OF,
    TIME_NOUNS,
    TIME_PREPOSITIONS,
    TITLES,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLAUSE = frozenset({"xcomp", "ccomp", "advcl", "acl", "acl:relcl"})
_ARGUMENT = frozenset({"obj", "iobj", "obl", "nmod", "nsubj", "nsubj:pass"})
_MODIFIER = frozenset({"nmod:poss", "compound", "amod"})
_WITHIN = frozenset(["with", "without", "of", "in", "on", "under", "from"])
_PERSON_PRONOUNS = frozenset({"them", "him", "her", "he", "she", "someone", "anyone", "everyone"})
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}[A-Z]?\.?$")


@dataclass(frozen=True, slots=True)
class WordSets:
    """Lower-case words that tell phrases apart: people served, other staff, acts, spans of time.

    `acts` are nouns that name a doing (*administration*, *compliance*), so that the thing is the
    noun they are about.
    """

    people: frozenset[str] = frozenset()
    staff: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    times: frozenset[str] = field(
        default_factory=lambda: frozenset({"shift", "visit", "night", "evening", "day", "weekend"})
    )


def capture(
    doc: Doc,
    start: int,
    end: int,
    words: WordSets,
    *,
    head: int | None = None,
    thing: tuple[int, int] | None = None,
) -> dict[str, tuple[int, int]]:
    """Token spans for the slots `people`, `object`, `team` and `when`, as far as they are there.

    `before` is whom a clause before the duty speaks of, where the duty names nobody.

    `start` and `end` are the match; phrases of the same clause outside it count too. `head` is the
    duty's verb or noun, by default the root. `thing` is the object where the caller knows it.
    """
    root = doc[head] if head is not None else doc[start:end].root
    tokens = _clause_tokens(root, start, end)
    known = words.people | _PERSON_PRONOUNS | set(GENDERED_NOUNS)
    people = _best(tokens, known, root, (start, end), words.staff)
    if people is not None and _stands_for_things(people, words):
        people = None
    if people is None or people.tag_ == "PRP$":
        people = _individual(doc, start, end, root) or people
    if people is not None and _means_the_worker(people, root, words):
        people = None
    named = [token for token in tokens if token.dep_ != "compound"]
    team = _best(named, words.staff, root, (start, end), frozenset())
    slots: dict[str, tuple[int, int]] = {}
    if people is not None:
        slots["people"] = _without_news(people, root)
    elif (before := _known_before(root, start, words)) is not None:
        slots["before"] = (before.i, before.i + 1)
    if team is not None and not _within(team, slots.get("people")):
        slots["team"] = _without_news(team, root)
    found = _thing(root, words, people, team) if thing is None else doc[thing[0] : thing[1]].root
    if thing is not None and found is not None and _named(found, words.acts):
        taken = {token.i for token in (people, team) if token is not None}
        found = _about(found, words, taken)
    if found is not None and (thing is not None or start <= found.i < end):
        phrase = _object_phrase(found, root, start, end)
        if phrase is not None:
            slots["object"] = phrase
    when = _time(tokens, words, root)
    if when is not None:
        slots["when"] = noun_phrase(when)
    return slots


def _means_the_worker(pronoun: Token, root: Token, words: WordSets) -> bool:
    """*Each coach rates | her people*, *relieve the nurse on | her Fridays*, *her own file*."""
    if pronoun.lower_ not in ("his", "her", "him"):
        return False
    if pronoun.tag_ == "PRP$" and token_after(pronoun) == "own":
        return True
    doer = next((child for child in root.lefts if child.dep_ == "nsubj"), None)
    any_doer = doer is not None and any(c.lower_ in ONE_ONLY for c in doer.lefts)
    staff = any(_named(word, words.staff) for word in pronoun.doc[root.i + 1 : pronoun.i])
    return pronoun.tag_ == "PRP$" and (any_doer or staff)


def _known_before(root: Token, start: int, words: WordSets) -> Token | None:
    """*If a guest is loud, the coach | searches the room*: the clause before has said who."""
    clauses = [child for child in root.lefts if child.dep_ == "advcl"]
    subjects = [word for clause in clauses for word in clause.lefts if word.dep_ in SUBJECT]
    known = [word for word in subjects if word.i < start and _named(word, words.people)]
    return known[-1] if known and not _is_of(known[-1], words.staff) else None


def _without_news(told: Token, root: Token) -> tuple[int, int]:
    """*inform the team | of any relapse*: what they are told is no part of who they are."""
    start, end = noun_phrase(told)
    news = verb_lemma(root.text) in TELLS_OF and token_after(told) == "of"
    return (start, told.i + 1) if news else (start, end)


def _stands_for_things(pronoun: Token, words: WordSets) -> bool:
    """*Note shifts in mood and pass | them on*: no people were named before *them*."""
    if pronoun.lower_ != "them":
        return False
    before = [token for token in pronoun.doc[: pronoun.i] if is_noun(token)]
    things = any(token.tag_ == "NNS" and not _named(token, words.staff) for token in before)
    return things and not any(_named(token, words.people) for token in before)


def _individual(doc: Doc, start: int, end: int, root: Token) -> Token | None:
    """The one person of the match, by title, initials, a name with *'s* or *his*, *her*."""
    inside = [token for token in doc[start:end] if token.i != root.i]
    named = next((token for token in inside if _is_named_person(token)), None)
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


def _is_named_person(token: Token) -> bool:
    """*Ms. Dao*, *M.K.*, *Wade's*; an owner's name only where it stands alone."""
    before = token.doc[token.i - 1] if token.i else None
    if before is not None and before.lower_ in TITLES:
        return token.text[:1].isupper()
    if _INITIALS.match(token.text) and token.lower_ not in TITLES:
        return token.dep_ in _ARGUMENT | _MODIFIER
    owned = token.dep_ == "nmod:poss" and token.tag_ == "NNP" and token.is_title
    return owned and token.n_lefts == 0 and noun_lemma(token.lower_) not in TIME_NOUNS


def _within(token: Token, span: tuple[int, int] | None) -> bool:
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


def _best(
    tokens: Iterable[Token],
    words: frozenset[str],
    root: Token,
    match: tuple[int, int],
    others: frozenset[str],
) -> Token | None:
    """The likeliest word of a set: an argument before a modifier, the near before the far."""
    found = [token for token in tokens if token.i != root.i and _named(token, words)]
    found = [token for token in found if not _is_of(token, others) and _heads_phrase(token)]
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


def _is_of(token: Token, words: frozenset[str]) -> bool:
    """Whether a word or what it is compounded with is of a set: *staff person* is staff."""
    return _named(token, words) or any(
        child.dep_ == "compound" and child.lower_ in words for child in token.lefts
    )


def _named(token: Token, words: frozenset[str]) -> bool:
    if not is_nominal(token):
        return False
    low = token.lower_
    if low in words or noun_lemma(low) in words:
        return True
    pair = f"{token.doc[token.i - 1].lower_} {noun_lemma(low)}" if token.i else low
    return pair in words


def _heads_phrase(token: Token) -> bool:
    if token.dep_ == "compound" and noun_lemma(token.head.lower_) in OFFICES:
        return False
    if token.lower_ in ("outpatient", "inpatient"):
        return any(child.dep_ == "det" for child in token.lefts)
    return token.dep_ in _ARGUMENT | _MODIFIER or token.dep_ == "conj"


def _rank(token: Token) -> int:
    if token.dep_ in ("obj", "iobj", "nsubj", "nsubj:pass"):
        return 0
    if token.dep_ in ("obl", "nmod"):
        return 1
    return 2 if token.dep_ == "nmod:poss" else 3


def _thing(root: Token, words: WordSets, people: Token | None, team: Token | None) -> Token | None:
    """What the duty is done to: its object, or what a named act is about."""
    taken = {token.i for token in (people, team) if token is not None}
    if is_noun(root):
        return _about(root, words, taken) if _named(root, words.acts) else root
    direct = _first(root, ("obj", "nsubj:pass"), taken) or _in_complement(root, taken)
    thing = direct or _first(root, ("obl",), taken, without=TIME_PREPOSITIONS)
    if thing is None:
        return None
    return _about(thing, words, taken) if _named(thing, words.acts) else thing


def _first(
    token: Token,
    labels: tuple[str, ...],
    taken: set[int],
    without: frozenset[str] = frozenset(),
) -> Token | None:
    for child in token.children:
        prepositions = {case.lower_ for case in child.children if case.dep_ == "case"}
        named = child.dep_ in labels and child.i not in taken and is_nominal(child)
        if named and child.pos_ != "PRON" and not prepositions & without:
            return child
    return None


def _in_complement(root: Token, taken: set[int]) -> Token | None:
    """The object of a clause the verb governs: *prompt residents to take {medication}*."""
    for child in root.children:
        if child.dep_ in ("xcomp", "ccomp"):
            return _first(child, ("obj",), taken) or _first(
                child, ("obl",), taken, without=TIME_PREPOSITIONS
            )
    return None


def _about(act: Token, words: WordSets, taken: set[int]) -> Token | None:
    for child in act.children:
        of = any(case.lower_ in ("of", "with", "to") for case in child.children)
        if child.dep_ == "nmod" and of and child.i not in taken:
            return child
    for child in reversed(list(act.lefts)):
        hyphenated = token_after(child) == "-"
        if child.dep_ in ("compound", "nmod") and child.i not in taken and not hyphenated:
            return child
    return None


def token_after(token: Token) -> str:
    """The text of the next token, "" at the end."""
    return str(token.doc[token.i + 1].text) if token.i + 1 < len(token.doc) else ""


def noun_phrase(head: Token) -> tuple[int, int]:
    """A noun phrase with its own modifiers, without a preposition before or times after it."""
    if head.dep_ in ("compound", "amod"):
        return head.i, head.i + 1
    if _is_named_person(head):
        return _whole_name(head)
    start = min((child.left_edge.i for child in head.lefts if child.dep_ != "case"), default=head.i)
    cases = [child.i for child in head.lefts if child.dep_ in ("case", "mark", "punct", "cc")]
    start = max([start, *(case + 1 for case in cases)])
    while start < head.i and (
        head.doc[start].dep_ == "case"  # "for" hangs on "walk" in "for walk-in guests"
        or (head.doc[start].lower_ == "that" and head.tag_ == "NNS")
        or head.doc[start].lower_ in ("what", "which", "whatever")
    ):
        start += 1
    while start > 1 and "-" in (head.doc[start].text, head.doc[start - 1].text):
        start -= 1 if head.doc[start].text == "-" else 2  # "at-risk students"
    while start > 0 and any(child.dep_ == "nummod" for child in head.lefts):
        if (
            head.doc[start - 1].lower_ not in QUANTITIES
            or head.doc[start - 2].lower_ not in QUANTITIES
        ):
            break
        start -= 2
    end = head.i + 1
    for child in head.rights:
        apart = head.doc[child.left_edge.i].text == "," and child.dep_ == "nmod"
        if child.left_edge.i != end or apart or not _belongs(child):
            break
        end = _with_complement(child, _before_clause(child))
    return min(start, head.i), end


def _with_complement(clause: Token, end: int) -> int:
    """*members who go | quiet*, where the parse gives the last word to the duty's verb."""
    if end != clause.i + 1 or end >= len(clause.doc) or not is_verb_token(clause):
        return end
    word = clause.doc[end]
    return end + 1 if word.dep_ == "xcomp" and word.tag_ in ("JJ", "RB", "VBN") else end


def _before_clause(child: Token) -> int:
    """*members who do not answer | until they pick up*."""
    own = [child, *(word for word in child.children if word.dep_ in ("xcomp", "ccomp"))]
    aims = [word for word in child.children if word.dep_ == "obl" and _leads_on(word)]
    if child.dep_ == "acl:relcl" and aims:
        return int(aims[0].left_edge.i)
    own += [word for word in child.children if word.dep_ in ("obj", "obl")]
    clauses = [c.left_edge.i for verb in own for c in verb.children if _belongs_to_the_act(c)]
    after = [at for at in clauses if at > child.i and child.dep_ == "acl:relcl"]
    return min(after, default=child.right_edge.i + 1)


def _leads_on(phrase: Token) -> bool:
    """*steers kids who drop out | toward the class*."""
    return any(case.lower_ in ("toward", "towards", "into") for case in phrase.lefts)


def _belongs_to_the_act(clause: Token) -> bool:
    """*who skip | to start coming*, *who waver | until they sign*; not *who want to talk*."""
    marks = {mark.lower_ for mark in clause.lefts if mark.dep_ in ("mark", "advmod")}
    if clause.dep_ in ("advcl", "acl"):
        return bool(marks)
    return clause.dep_ == "xcomp" and "to" in marks and not _takes_infinitive(clause.head)


def _takes_infinitive(verb: Token) -> bool:
    return not is_verb_token(verb) or verb_lemma(verb.lower_) in TAKES_INFINITIVE


def _whole_name(head: Token) -> tuple[int, int]:
    doc, start, end = head.doc, head.i, head.i + 1
    if start and doc[start - 1].lower_ in TITLES:
        start -= 1
    while end < len(doc) and doc[end].dep_ == "flat" and doc[end].head.i == head.i:
        end += 1
    return start, end


def _belongs(child: Token) -> bool:
    if child.dep_ == "conj":
        return is_nominal(child) and not _opens_duty_after_and(child)
    if child.dep_ == "acl:relcl" or child.dep_ == "acl":
        purpose = child.dep_ == "acl" and any(mark.lower_ == "to" for mark in child.lefts)
        return not purpose and not _holds_another_duty(child)
    if child.dep_ != "nmod":
        return False
    cases = {case.lower_ for case in child.children if case.dep_ == "case"}
    noun = noun_lemma(child.lower_)
    if "on" in cases and noun not in STATES_ON:
        return False
    if "from" in cases and token_after(child.doc[child.right_edge.i]) in ("into", "to"):
        return False  # "nudges caregivers from informal custody into licensure"
    return bool(cases & _WITHIN) and noun not in TIME_NOUNS


def _holds_another_duty(clause: Token) -> bool:
    """*clients taking pills and | documents the dose*, *anyone who drinks and | notes the name*."""
    joined = [child for child in clause.children if child.dep_ == "conj"]
    return any(child.tag_ in ("VB", "VBZ", "VBP", "NNS") for child in joined)


def _object_phrase(thing: Token, root: Token, start: int, end: int) -> tuple[int, int] | None:
    """The object's phrase with what it is of, for, about; None when it holds the duty's verb."""
    first, last = noun_phrase(thing)
    if thing.dep_ in ("compound", "nmod") and thing.head.i > thing.i:
        first = min((child.left_edge.i for child in thing.lefts), default=thing.i)
        last = thing.i + 1
    elif start <= thing.i < end:
        last = _end_with_what_it_is_about(thing, last)
    if start <= thing.i < end:
        first = max(first, start)
        last = _without_purpose(thing, last, end)
    holds_verb = first <= root.i < last and root.i != thing.i
    return None if holds_verb else (first, max(last, thing.i + 1))


def _without_purpose(thing: Token, last: int, end: int) -> int:
    """*the file | to get to know them*: what the act was for, read as part of the thing."""
    for child in thing.rights:
        purpose = child.dep_ == "acl" and any(mark.lower_ == "to" for mark in child.lefts)
        if purpose and child.left_edge.i >= end:
            return min(last, int(child.left_edge.i))
    return last


def _opens_duty_after_and(child: Token) -> bool:
    """*count pills and | greet guests*, where the parse joins *guests* to *pills*."""
    joint = next((word.i for word in child.lefts if word.dep_ == "cc"), None)
    doc = child.doc
    verb = next((word for word in child.ancestors if is_verb_token(word)), doc[0])
    return joint is not None and may_open_duty(doc[joint + 1], verb)


def _end_with_what_it_is_about(thing: Token, end: int) -> int:
    for child in thing.rights:
        if child.left_edge.i > end:
            break
        cases = {case.lower_ for case in child.children if case.dep_ == "case"}
        about = (
            child.dep_ == "nmod" and cases & ABOUT and noun_lemma(child.lower_) not in TIME_NOUNS
        )
        joined = child.dep_ == "conj" and is_nominal(child) and not _opens_duty_after_and(child)
        if about or joined:
            end = max(end, child.right_edge.i + 1)
    return end


def _time(tokens: Iterable[Token], words: WordSets, root: Token) -> Token | None:
    for token in tokens:
        during = any(case.lower_ == "during" for case in token.children if case.dep_ == "case")
        if during and token.i > root.i and _named(token, words.times):
            return token
    return None
