"""Who acts: the role of the subject of a predicate, said in the sentence or taken from around it."""

from __future__ import annotations

from peerlint.nlp import syntax
from peerlint.nlp.classes import Classes, words_of
from peerlint.nlp.grammar import NEGATIONS
from peerlint.nlp.nearby import (
    allotted,
    before_colon,
    bracketed,
    nearest_before,
    opened_by,
    opening_label,
    title_before,
    title_in,
    unsaid,
)
from peerlint.nlp.noun_roles import role_of
from peerlint.nlp.roles import OTHER, PEER, PERSON, UNKNOWN
from peerlint.nlp.sentence import Sentence
from peerlint.nlp.subjects import agent_of, agent_role, caused_by, handled_by, said_with, watched
from peerlint.nlp.syntax import Span, Token

_NOWHERE: Span = (0, 0)


_WANTED = {"peer": PEER, "person-served": PERSON, "other-role": OTHER}


def actor_of(
    sentence: Sentence,
    token: Token,
    classes: Classes,
    *,
    predicate: bool = True,
    span: Span = _NOWHERE,
) -> str:
    """`peer`, `other`, `person` or `unknown`: who does what the token names.

    Where the token is no predicate but the head of a phrase (*are assigned to their own team*), the
    subject of a passive counts too: the phrase is said of it. `span` holds the words of the duty: a
    title among them (*medication aide class*) is what is done, not who does it.
    """
    key = ("actor", token.i, predicate, span)
    if key not in sentence.memo:
        role = _find_actor(sentence, token, classes, span, predicate)
        if not predicate and role in (UNKNOWN, PERSON, OTHER):
            role = _said_of(sentence, token, classes) or _by_peer(sentence, classes) or role
        sentence.memo[key] = role
    found: str = sentence.memo[key]
    return found


def _by_peer(sentence: Sentence, classes: Classes) -> str:
    """`peer` where a passive says who acts further on (*are persuaded to sign by the coach*)."""
    view = sentence.view
    passive = any(label in ("aux:pass", "auxpass") for label in (t.dep_ for t in sentence.doc))
    for at, word in enumerate(view.lower):
        if word != "by" or not (passive or "VBN" in view.tags[max(0, at - 1) : at]):
            continue
        for start in (at + 1, at + 2):
            found = title_in(sentence, start, classes) if start < len(view) else None
            if found is not None:
                return PEER if found[1] == PEER else ""
    return ""


def _said_of(sentence: Sentence, token: Token, classes: Classes) -> str:
    """`peer` where the nearest passive above has a peer worker as its subject, else ""."""
    for at in (token, *syntax.ancestors(token)):
        subjects = syntax.children(at, "nsubj:pass")
        if subjects:
            return PEER if role_of(sentence, subjects[-1], classes) == PEER else ""
        if syntax.children(at, "nsubj"):
            return ""
    return ""


def _find_actor(
    sentence: Sentence, token: Token, classes: Classes, span: Span, predicate: bool
) -> str:
    named = not predicate or token.pos_ == "NOUN" or token.tag_ == "VBG"
    if named and (taken := _falls_to(sentence, token, span, classes)):
        return taken
    if (held := bracketed(sentence, token, classes)) or (
        held := allotted(sentence, max(span[1], token.i + 1), classes)
    ):
        return held
    if given := _given_to(sentence, token, classes) or _duty_of(sentence, token, classes):
        return given
    role = _parsed_actor(sentence, token, classes, _NOWHERE if predicate else span)
    if role == UNKNOWN and token.pos_ in ("VERB", "AUX") and not _is_passive_form(token):
        return nearest_before(sentence, token, classes, span) or UNKNOWN
    if role == UNKNOWN and syntax.is_passive(token):
        role = _by_peer(sentence, classes) or UNKNOWN
    if role == UNKNOWN and (_opens_note(token) or token.pos_ in ("NOUN", "VERB")):
        return _of_line(sentence, token, classes)
    return role


def _of_line(sentence: Sentence, token: Token, classes: Classes) -> str:
    """Whose line it is: told before a colon, or by the place where an act of the past opens it."""
    cast = sentence.place.cast
    if labelled := opening_label(sentence.view, classes, cast):
        return labelled
    if _opens_note(token):
        return unsaid(sentence, classes)
    if token.pos_ == "NOUN" and opened_by(sentence, token.i, classes) == PEER:
        return PEER
    return UNKNOWN


def _opens_note(token: Token) -> bool:
    """*Counted Ari's pills with her*: a form of the past that nothing stands before."""
    return token.tag_ in ("VBN", "VBD") and not any(word.is_alpha for word in token.doc[: token.i])


def _given_to(sentence: Sentence, verb: Token, classes: Classes) -> str:
    """Who does what an *-ing* form says where the parse joins it to nobody.

    *Driving is handled by Rosalba* with *driving* as the main verb, *with my sister locking it up*.
    """
    if verb.tag_ != "VBG":
        return ""
    if verb.i and verb.doc[verb.i - 1].lower_ in words_of("OWN_KIN", classes):
        return role_of(sentence, verb.doc[verb.i - 1], classes)
    for below in (
        syntax.children(verb, "ccomp", "parataxis", "conj") if syntax.is_root(verb) else ()
    ):
        if syntax.subject(below) is None and (given := handled_by(sentence, below, classes)):
            return given
    return ""


def _falls_to(sentence: Sentence, token: Token, span: Span, classes: Classes) -> str:
    """*bed checks stay with the coaches*, *pill counts are assigned to nurses*: who gets the task."""
    view = sentence.view
    while syntax.label(token) == "conj":
        token = token.head
    falling = words_of("FALLING_TO", classes)
    verb = token.head.i if syntax.label(token) in _AS_SUBJECT else span[1]
    for at in (*range(span[1], span[1] + _SOON), verb):
        if at >= len(view) - 2:
            continue
        if view.lower[at] in falling and view.lower[at + 1] in ("with", "to", "on"):
            for start in range(at + 2, min(at + 5, len(view))):
                if (found := title_in(sentence, start, classes)) is not None:
                    return found[1]
    return ""


def _duty_of(sentence: Sentence, token: Token, classes: Classes) -> str:
    """*The desk is a coach responsibility*, *searches are the aide's job*: whose it is, else ""."""
    said = token.head if syntax.label(token) == "nsubj" else token
    if said.lower_ not in words_of("ASSIGNED_THING", classes) or not syntax.children(said, "cop"):
        return ""
    verb = syntax.children(said, "cop")[0]
    if not NEGATIONS.isdisjoint(sentence.view.lower[verb.i : said.i]):
        return ""
    owned = sentence.view.lower[said.i - 1] in ("'s", "'", "’s", "’")
    return title_before(sentence, said.i - owned, classes)


_AS_SUBJECT = ("nsubj", "nsubj:pass", "csubj", "csubj:pass")
_SOON = 6  # words after a task in which the verb that hands it on may stand


def _is_passive_form(token: Token) -> bool:
    return syntax.is_passive(token) or token.tag_ == "VBN"


def _parsed_actor(sentence: Sentence, token: Token, classes: Classes, span: Span) -> str:
    agent = agent_of(token, classes) or caused_by(token, classes)
    if agent is not None:
        return agent_role(sentence, agent, classes)
    at, previous = token, None
    for _ in range(20):
        if previous is not None and _colon_between(previous, at):
            return before_colon(sentence, previous, classes)
        if watched(previous, at):
            at = at.head
        found = said_with(sentence, at, previous, classes, span)
        if found is not None:
            return found
        if syntax.is_root(at):
            break
        previous, at = at, at.head
    said = nearest_before(sentence, token, classes, span)
    if not said and _told_before_colon(sentence, at, classes):
        return PEER
    return said or unsaid(sentence, classes)


def _told_before_colon(sentence: Sentence, root: Token, classes: Classes) -> bool:
    """*Here is what I need the coach doing: count pills*, of which the parse makes *count* the main verb."""
    after = any(word.text == ":" for word in sentence.doc[: root.i])
    return after and before_colon(sentence, root, classes) == PEER


def _colon_between(below: Token, above: Token) -> bool:
    return above.i < below.i and any(t.text == ":" for t in below.doc[above.i : below.i])


def is_actor(sentence: Sentence, index: int, wanted: str, classes: Classes) -> bool:
    """Whether the actor of token `index` is `peer`, `person-served`, `other-role` or `any`."""
    if wanted == "any":
        return True
    return actor_of(sentence, sentence.doc[index], classes) == _WANTED[wanted]
