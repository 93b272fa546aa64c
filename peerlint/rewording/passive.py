"""A passive sentence made active: *Doses are counted by the coach* -> *The coach …*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.rewording.grammar import NEGATIONS, is_plural_phrase
from peerlint.rewording.noun_phrases import noun_phrase
from peerlint.rewording.own_words import span_text
from peerlint.rewording.passage import Passage, UnfitError
from peerlint.rewording.verb_group import VerbSite, locate_verb
from peerlint.values import replace

if TYPE_CHECKING:
    from spacy.tokens import Token


def active_site(passage: Passage, verb: Token, lemma: str) -> VerbSite:
    """The place and form of `lemma` with the agent as its subject.

    Raises UnfitError when the sentence names no agent.
    """
    agent = _agent(verb)
    subject = next((c for c in verb.children if c.dep_ in ("nsubj:pass", "nsubjpass")), None)
    if agent is None or subject is None or subject.i > verb.i:
        raise UnfitError("a passive without agent")
    if any(child.dep_ == "conj" for child in verb.children):
        raise UnfitError("the passive goes on with another verb")
    if any(word.lower_ in ("whichever", "whoever", "whatever") for word in agent.subtree):
        raise UnfitError("a clause that says which agent")
    if any(child.dep_ == "acl:relcl" for child in agent.children):
        raise UnfitError("a clause about the agent")
    first, last = noun_phrase(agent)
    last = _with_duty(passage, last)
    if [word.lower_ for word in passage.doc[last : last + 2]] in ([",", "who"], [",", "which"]):
        raise UnfitError("a clause about the agent")
    name = span_text(passage, first, last)
    span = (min(first, agent.left_edge.i), last)
    site = locate_verb(passage, verb, lemma, active=True)
    plural = is_plural_phrase(agent)
    form = site.form
    if form.tag in ("VBZ", "VBP"):
        form = replace(form, tag="VBP" if plural else "VBZ")
    lead = _auxiliaries_between(subject, verb) + _is_to_be(verb, plural=plural)
    return VerbSite(
        replace(form, plural=plural, first=False),
        subject.left_edge.i,
        (name, *lead),
        site.trail,
        span,
    )


def _with_duty(passage: Passage, end: int) -> int:
    """*the peer mentor | on duty*."""
    pair = [word.lower_ for word in passage.doc[end : end + 2]]
    return end + 2 if pair and pair[0] == "on" and pair[-1] in ("duty", "shift", "call") else end


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "obl:agent":
            return child
        by = any(case.lower_ == "by" and case.dep_ == "case" for case in child.children)
        if child.dep_.startswith("obl") and by:
            return child
    return None


def _is_to_be(verb: Token, *, plural: bool) -> tuple[str, ...]:
    """*doses are to be counted by the coach*: the order stays, in the number of its new subject."""
    be = _passive_be(verb)
    words = [str(word.lower_) for word in verb.doc[be.i : verb.i]]
    if be.lower_ not in ("is", "are") or words[-2:] != ["to", "be"]:
        return ()
    kept = [word for word in words[1:-2] if word in NEGATIONS]
    return ("are" if plural else "is", *kept, "to")


def _passive_be(verb: Token) -> Token:
    return next(child for child in verb.children if child.dep_ in ("aux:pass", "auxpass"))


def _auxiliaries_between(subject: Token, verb: Token) -> tuple[str, ...]:
    """Modals, *have*, *to* and *not* before the passive *be*."""
    be = _passive_be(verb)
    words = [child for child in verb.lefts if subject.i < child.i < be.i]
    return tuple(str(word.text) for word in words if word.dep_ in ("aux", "advmod", "neg"))
