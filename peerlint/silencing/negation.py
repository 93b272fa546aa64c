"""Negations: which of them govern a match in the structure of its sentence."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence

from peerlint.matching.phrases import PhraseMatch, TokenView
from peerlint.matching.tokens import light_view
from peerlint.nlp import syntax
from peerlint.nlp.classes import Classes, is_at
from peerlint.nlp.grammar import (
    BEFORE_NOT,
    CLAUSE_SIGNS,
    CONTRAST,
    NEGATIONS,
    NEGATIVE_SUBJECTS,
    RELATIVES,
)
from peerlint.nlp.sentence import Sentence
from peerlint.nlp.sentences import goes_on, last_sentence
from peerlint.nlp.syntax import Token
from peerlint.rulebook.book import Cue
from peerlint.silencing.cues import Cues, reaches, words_of
from peerlint.silencing.silence import Target

_INSIDE = 2  # a cue may be the first words of the match itself (*not comply*)
_NEAR = 4  # steps up the parse from a negative word to the head of what it denies
_FAR = 25  # steps up the parse from a match to what denies it
_OPENING = 18  # words of a sentence in which a negation reaches over its semicolons
_FIRST_WORDS = 3
_REASONS = frozenset({"due", "because", "owing"})
_ASIDE = re.compile(r"\([^()]*\)")
_DENYING = NEGATIONS | {"nothing"}
_OF_CUES = frozenset(
    "advmod det mark case cc neg cc:preconj aux prep discourse preconj fixed".split()
)
"""Relations in which a negative word stands to the word that it denies."""


def denied_beside(sentence: Sentence, target: Target, cues: Cues) -> str:
    """What stands beside the sentence or above it and denies it."""
    return cues.beside("negation", sentence, target.head)


def answered_no(sentence: Sentence, _target: Target, _cues: Cues) -> str:
    """*You are asked to count pills. (No.)*"""
    opening = sentence.next.lower[:2]
    refused = opening[:1] == ("(",) and not NEGATIONS.isdisjoint(opening)
    return "the answer is no" if refused else ""


def carried(sentence: Sentence, _target: Target, cues: Cues) -> str:
    """*shall not administer medication; write plans; or act as payee*: the negation goes on."""
    before = sentence.before.rstrip()
    if not goes_on(before) or any(
        syntax.label(token) in ("nsubj", "nsubj:pass") and token.i < 4 for token in sentence.doc
    ):
        return ""
    view = light_view(_ASIDE.sub(" ", last_sentence(before)))
    opening = view.lower[:_OPENING]
    if ";" in opening:
        opening = opening[: opening.index(";")]
    found = next((at for at, word in enumerate(opening) if word in NEGATIONS), None)
    if found is None or is_at("ONLY_SO_FAR", view, found + 1, cues.classes):
        return ""
    if opening[found] in ("not", "n't") and _stands_by_itself(sentence):
        return ""
    return opening[found] if _denies_all(opening, found) else ""


def _stands_by_itself(sentence: Sentence) -> bool:
    """*can't be trusted with money; has odd ideas*: a verb that no helping verb before it completes."""
    return sentence.doc[0].tag_ in ("VBZ", "VBD")


def _denies_all(opening: Sequence[str], at: int) -> bool:
    """Whether the negative word belongs to the sentence's first predicate, not to one of its parts.

    *shall not …; …* does; *tags nobody has to wear; …* does not.
    """
    before = opening[at - 1] if at else ""
    if not RELATIVES.isdisjoint(opening[:at]) or (":" in opening[:at] and before not in BEFORE_NOT):
        return False
    return before in BEFORE_NOT or at <= _FIRST_WORDS


def governing(sentence: Sentence, target: Target, cues: Cues) -> str:
    """The negation that governs the target, if no second of the other kind undoes it.

    *never … without counting* says that counting is done.
    """
    found: list[str] = []
    last_end = -1
    for cue, match in sorted(cues.found("negation", sentence), key=lambda pair: pair[1].start):
        if match.start < last_end or _denies_less(sentence.view, match, cues.classes):
            continue
        if _denies(cue, sentence, match, target):
            found.append(words_of(sentence, match))
            last_end = match.end
    plain = [words for words in found if not _DENYING.isdisjoint(words.lower().split())]
    if not found or (plain and len(plain) < len(found)):
        return ""
    return found[0]


def _denies_less(view: TokenView, match: PhraseMatch, classes: Classes) -> bool:
    """*not only*, *whether or not*, *nothing prevents you*, *no harm in it*: what follows is not denied."""
    before = view.lower[max(0, match.start - 1) : match.start]
    if before in (("nothing",), ("nobody",)):
        return True
    denying = view.lower[match.start] in _DENYING
    if denying and is_at("HARMLESS", view, match.start + 1, classes):
        return True
    if view.lower[match.start] not in ("not", "n't"):
        return False
    return before in (("if",), ("or",)) or is_at("NOT_ONLY", view, match.end, classes)


def _denies(cue: Cue, sentence: Sentence, match: PhraseMatch, target: Target) -> bool:
    """Whether the cue's place lets it deny the target."""
    start, end, head = target.start, target.end, target.head
    if cue.direction == "after" and head < match.start < end:
        return _stands_above(_cue_head(sentence, match), sentence.doc[head], match)
    if cue.direction == "after":
        return reaches(cue, sentence.view, match, target) and not _new_subject(
            sentence, end, match.start
        )
    if start <= match.start and match.end <= end:
        return not target.negated and _denies_inside(sentence, match, target)
    if cue.scope == "sentence":
        return reaches(cue, sentence.view, match, target)
    if match.start >= end:
        return False
    return match.end <= start + _INSIDE and _governs(sentence, match, target)


def _denies_inside(sentence: Sentence, match: PhraseMatch, target: Target) -> bool:
    """*give no opinion*: a negative word inside the match that belongs to its head or object."""
    if target.start + _INSIDE <= match.start <= target.head:
        return False
    at = sentence.doc[match.start]
    if sentence.view.lower[match.start] not in NEGATIONS:
        return False
    for _ in range(_NEAR):
        at = at.head
        if at.i == target.head:
            return True
        if at.pos_ == "VERB":
            return False
    return False


def _new_subject(sentence: Sentence, end: int, cue_start: int) -> bool:
    """Whether between match and a later cue another subject or predicate begins.

    The subject of a clause that describes a noun is none (*the guests you support: no*).
    """
    return "and" in sentence.view.lower[end:cue_start] or any(
        syntax.label(token) in ("nsubj", "nsubj:pass") and syntax.label(token.head) != "acl:relcl"
        for token in sentence.doc[end:cue_start]
    )


def _governs(sentence: Sentence, match: PhraseMatch, target: Target) -> bool:
    """Whether the cue's word, or the word it modifies, stands above the match in the parse."""
    view, start = sentence.view, target.start
    between = view.lower[match.end : start]
    if _closes(between):
        return False
    if _opens_sentence(view, match.start) and view.lower[match.start] in NEGATIVE_SUBJECTS:
        return ";" not in between and CONTRAST.isdisjoint(between)
    governor = _denied(_cue_head(sentence, match))
    if syntax.label(governor) == "acl:relcl" and ";" in between:
        return False
    above = _stands_above(governor, sentence.doc[target.head], match, start)
    return above or _is_adjacent(between)


def _closes(between: Sequence[str]) -> bool:
    """Whether a parenthesis opened before closes there: *(samples, not limits) Counts pills*."""
    if ")" not in between:
        return False
    return "(" not in between[: between.index(")")]


def _opens_sentence(view: TokenView, at: int) -> bool:
    """Whether nothing but a number or a run-in heading (*6. Visits.*) stands before."""
    return at == 0 or view.text[at - 1] == "." or not any(t[:1].isalpha() for t in view.lower[:at])


def _cue_head(sentence: Sentence, match: PhraseMatch) -> Token:
    inside = list(sentence.doc[match.start : match.end])
    for token in inside:
        if syntax.is_root(token) or not match.start <= token.head.i < match.end:
            return token
    return inside[0]


def _denied(cue: Token) -> Token:
    """The word that a negative word denies: what it modifies, or whose subject or part that is."""
    relation = syntax.label(cue)
    if relation in ("nsubj", "nsubj:pass"):
        return cue.head
    governor = cue.head if relation in _OF_CUES else cue
    if relation != "det":
        return governor
    if syntax.label(governor) == "nmod":
        return governor.head.head
    return governor.head if syntax.label(governor) in ("nsubj", "nsubj:pass", "obl") else governor


def _stands_above(
    governor: Token, target: Token, match: PhraseMatch, start: int = sys.maxsize
) -> bool:
    """Whether the path from target up meets the governor without crossing a contrast or another clause.

    From `start` on are the words of the match itself, whose own clauses count for nothing
    (*aren't matched with anyone they have dated*).
    """
    at = target
    for _ in range(_FAR):
        if at.i == governor.i:
            return True
        if syntax.is_root(at) or _leaves_reach(at) or _is_reason_of_state(at):
            return False
        if at.i > match.end and at.head.i < start and _is_clause_of_its_own(at):
            return False
        at = at.head
    return False


def _leaves_reach(at: Token) -> bool:
    """Whether the word is joined to the one above, but not under what denies that.

    *but performs rounds*; *who cannot sleep, and performs rounds*; *is not ready, and will be kept*.
    """
    if syntax.label(at) != "conj":
        return False
    begins_anew = syntax.has_modal(at) and syntax.coordinator(at) == "and"
    return begins_anew or syntax.is_joined_higher(at) or syntax.coordinator(at) in CONTRAST


def _is_reason_of_state(at: Token) -> bool:
    """*are not job-ready due to poor hygiene*: the state is denied, the reason for it is not."""
    return at.head.pos_ == "ADJ" and syntax.preposition(at) in _REASONS


def _is_clause_of_its_own(verb: Token) -> bool:
    if syntax.label(verb) not in ("parataxis", "advcl", "acl:relcl", "conj"):
        return False
    subject = syntax.subject(verb)
    return subject is not None and subject.lower_ not in ("who", "which", "that")


def _is_adjacent(between: Sequence[str]) -> bool:
    """The fallback where the parse went astray: nothing but a few modifiers between."""
    return (
        len(between) <= 2
        and "," not in between
        and CLAUSE_SIGNS.isdisjoint(between)
        and CONTRAST.isdisjoint(between)
    )
