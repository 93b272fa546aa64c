"""Somebody's own words: between quotation marks, in a block quote, in a field for them."""

from __future__ import annotations

import re

from peerlint.matching.phrases import find_all
from peerlint.matching.tokens import light_view
from peerlint.nlp.classes import Classes
from peerlint.nlp.quotes import quotes_near
from peerlint.nlp.sentence import Sentence
from peerlint.silencing.cues import Cues
from peerlint.silencing.silence import Target

_SCARE = 20  # characters of a single word in quotation marks, said with a raised eyebrow
_BEFORE = 80  # characters before a quote that say what it is


def quoted(sentence: Sentence, target: Target, cues: Cues) -> str:
    """The quote, or the field, that holds the target."""
    if sentence.place.own_words:
        return sentence.place.own_words
    text = sentence.block.text
    first, last = (sentence.start + at for at in sentence.chars(target.start, target.end))
    for left, right in (*quotes_near(sentence.quotes, first), *sentence.block.quoted):
        scare = left < last and first < right and right - left < _SCARE
        if not scare and _is_model(text[max(0, left - _BEFORE) : left], cues.classes):
            continue
        runs_out = left <= first < right < last and not scare
        if scare or runs_out or (left <= first and last <= right):
            return text[left:right]
    return ""


def _is_model(before: str, classes: Classes) -> bool:
    """Whether what stands before a quote gives it as a model: its words are the author's own."""
    said = re.split(r"[.!?]", before)[-1]
    return bool(find_all(classes["MODEL_TEXT"], light_view(said)))
