"""Where a noun phrase of the sentence begins and ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from peerlint.rewording.grammar import is_nominal, is_verb_token, may_open_duty
from peerlint.rewording.inflection import noun_lemma, verb_lemma
from peerlint.rewording.passage import Span
from peerlint.rewording.words import QUANTITIES, STATES_ON, TAKES_INFINITIVE, TIME_NOUNS, TITLES

if TYPE_CHECKING:
    from spacy.tokens import Token

ARGUMENTS = frozenset({"obj", "iobj", "obl", "nmod", "nsubj", "nsubj:pass"})
MODIFIERS = frozenset({"nmod:poss", "compound", "amod"})
_WITHIN = frozenset(["with", "without", "of", "in", "on", "under", "from"])
_HALVES_OF_THE_DAY = frozenset({"a.m.", "p.m.", "a.m", "p.m"})
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}[A-Z]?\.?$")


def is_named_person(token: Token) -> bool:
    """*Ms. Dao*, *M.K.*, *Wade's*; an owner's name only where it stands alone."""
    before = token.doc[token.i - 1] if token.i else None
    if before is not None and before.lower_ in TITLES:
        return token.text[:1].isupper()
    if _INITIALS.match(token.text) and token.lower_ not in TITLES | _HALVES_OF_THE_DAY:
        return token.dep_ in ARGUMENTS | MODIFIERS
    owned = token.dep_ == "nmod:poss" and token.tag_ == "NNP" and token.is_title
    return owned and token.n_lefts == 0 and noun_lemma(token.lower_) not in TIME_NOUNS


def token_after(token: Token) -> str:
    """The text of the next token, "" at the end."""
    return str(token.doc[token.i + 1].text) if token.i + 1 < len(token.doc) else ""


def noun_phrase(head: Token) -> Span:
    """A noun phrase with its own modifiers, without a preposition before or times after it."""
    if head.dep_ in ("compound", "amod"):
        return head.i, head.i + 1
    if is_named_person(head):
        return _whole_name(head)
    return _start_of_phrase(head), _end_of_phrase(head)


def _start_of_phrase(head: Token) -> int:
    """Where what is said of a noun before it begins: *up to two | at-risk students*."""
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
    return min(start, head.i)


def _end_of_phrase(head: Token) -> int:
    """Where what is said of a noun after it ends: *students | of the house who want to talk*."""
    end = head.i + 1
    for child in head.rights:
        apart = head.doc[child.left_edge.i].text == "," and child.dep_ == "nmod"
        if child.left_edge.i != end or apart or not _belongs(child):
            break
        end = _with_complement(child, _before_clause(child))
    return end


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


def _whole_name(head: Token) -> Span:
    doc, start, end = head.doc, head.i, head.i + 1
    if start and doc[start - 1].lower_ in TITLES:
        start -= 1
    while end < len(doc) and doc[end].dep_ == "flat" and doc[end].head.i == head.i:
        end += 1
    return start, end


def _belongs(child: Token) -> bool:
    if child.dep_ == "conj":
        return is_nominal(child) and not opens_duty_after_and(child)
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


def opens_duty_after_and(child: Token) -> bool:
    """*count pills and | greet guests*, where the parse joins *guests* to *pills*."""
    joint = next((word.i for word in child.lefts if word.dep_ == "cc"), None)
    doc = child.doc
    verb = next((word for word in child.ancestors if is_verb_token(word)), doc[0])
    return joint is not None and may_open_duty(doc[joint + 1], verb)
