"""What a heading, a lead-in or a sign excludes."""

from __future__ import annotations

from peerlint.nlp.classes import is_at
from peerlint.nlp.grammar import NEGATIONS
from peerlint.nlp.sentence import Sentence
from peerlint.nlp.sentences import CROSSES, TICKS
from peerlint.silencing.cues import Cues
from peerlint.silencing.silence import Target

_LEAD = 14  # words of a lead-in within a sentence
_REACH = 3_000  # characters of a block before a match that bear on it: a block may be a whole book
_ASSENT = TICKS | {"☑"}


def excluded_above(sentence: Sentence, _target: Target, _cues: Cues) -> str:
    """The heading, column or lead-in that excludes all that stands there."""
    return sentence.place.prohibited


def excluded_by_lead(sentence: Sentence, target: Target, cues: Cues) -> str:
    """A lead-in in the sentence: *Things that cost people jobs: lending money*, *Peers are not: drivers*."""
    view = sentence.view
    if ":" not in view.lower[: min(target.start, _LEAD)]:
        return ""
    end = view.lower.index(":")
    denied = end > 0 and view.lower[end - 1] in NEGATIONS
    if not denied and not is_at("OPENING_OF_A_LEAD", view, 0, cues.classes):
        return ""
    lead = str(sentence.doc[:end].text)
    return lead if cues.in_heading("prohibition", lead) else ""


def crossed_out(sentence: Sentence, target: Target, _cues: Cues) -> str:
    """The sign of refusal before the match (*✗ hand out pills*), if no sign of assent follows it."""
    at = sentence.start + sentence.chars(target.start, target.start + 1)[0]
    before = sentence.block.text[max(0, at - _REACH) : at]
    signs = [sign for sign in before if sign in CROSSES or sign in _ASSENT]
    return signs[-1] if signs and signs[-1] in CROSSES else ""
