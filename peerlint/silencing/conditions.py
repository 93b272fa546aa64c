"""What a cue may ask for besides its words (`if` in the rule files)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from peerlint.nlp import syntax
from peerlint.nlp.classes import Classes, is_at
from peerlint.nlp.noun_roles import role_of
from peerlint.nlp.roles import PEER
from peerlint.nlp.sentence import Sentence
from peerlint.nlp.syntax import Token


def holds(condition: str, sentence: Sentence, head: int, classes: Classes) -> bool:
    """Whether what a cue's `if` asks for holds of the act at `head`."""
    return CONDITIONS[condition](sentence, sentence.doc[head], classes)


def _is_question(sentence: Sentence, _verb: Token, _classes: Classes) -> bool:
    return sentence.is_question


def _is_told_in_past(_sentence: Sentence, verb: Token, _classes: Classes) -> bool:
    """Whether the predicate, or the one above it, stands in the past."""
    for at in (verb, *syntax.ancestors(verb)):
        if at.tag_ in ("VBD", "VBN"):
            return syntax.is_past(at)
        if any(word.lower_ in ("was", "were") for word in syntax.children(at, "aux")):
            return True
        if at.tag_ in ("VBZ", "VBP", "MD"):
            return False
    return False


def _is_in_past_clause(_sentence: Sentence, verb: Token, _classes: Classes) -> bool:
    """*In 2019 the board adopted rules under which aides passed pills*: not a note's own verb."""
    return bool(verb.tag_ == "VBD" and not syntax.is_root(verb))


def _is_asked(sentence: Sentence, verb: Token, classes: Classes) -> bool:
    """*The nurse asked her to count sharps*, *asked to count sharps*: asked for by others."""
    for at in syntax.ancestors(verb):
        if at.i < verb.i and is_at("BIDDING", sentence.view, at.i, classes):
            subject = syntax.subject(at)
            if subject is None:
                return bool(at.i == 0)
            return role_of(sentence, subject, classes) != PEER
    return False


CONDITIONS: Mapping[str, Callable[[Sentence, Token, Classes], bool]] = {
    "question": _is_question,
    "past": _is_told_in_past,
    "past-clause": _is_in_past_clause,
    "asked": _is_asked,
}
"""What `if` in a silencer's cue may ask for."""
