"""Somebody's own words: between quotation marks, in a block quote, in a field for them."""

from __future__ import annotations

import re

from peerlint.matching.phrases import find_all
from peerlint.matching.tokens import light_view
from peerlint.nlp import syntax
from peerlint.nlp.classes import Classes
from peerlint.nlp.quotes import quotes_near
from peerlint.nlp.sentence import Sentence
from peerlint.silencing.cues import Cues
from peerlint.silencing.silence import Target

_SCARE = 20  # characters of a single word in quotation marks, said with a raised eyebrow
_LONGEST_NAME = 30  # characters in quotation marks that name a thing
_BEFORE = 80  # characters before a quote that say what it is


def quoted(sentence: Sentence, target: Target, cues: Cues) -> str:
    """The quote, or the field, that holds the target."""
    if sentence.place.own_words:
        return sentence.place.own_words
    text = sentence.block.text
    first, last = (sentence.start + at for at in sentence.chars(target.start, target.end))
    marked = (
        span
        for span in quotes_near(sentence.quotes, first)
        if not names_what_is_done(sentence, target, *span)
    )
    italics = (
        span
        for span in sentence.block.quoted
        if not _is_group_in_italics(sentence, target, span[0])
    )
    for left, right in (*marked, *italics):
        scare = left < last and first < right and right - left < _SCARE
        if not scare and is_model(sentence, left, right, cues.classes):
            continue
        runs_out = left <= first < right < last and not scare
        if scare or runs_out or (left <= first and last <= right):
            return text[left:right]
    return ""


def _is_group_in_italics(sentence: Sentence, target: Target, left: int) -> bool:
    """*Nurses* have the keys, *peers* keep people company: groups set off, of which something is said.

    A word that is spoken of takes a verb of one (*Addicts* is a slur).
    """
    noun = sentence.doc[target.head]
    if sentence.start + noun.idx != left or noun.tag_ != "NNS":
        return False
    said = (noun.head, *syntax.children(noun.head, "cop", "aux", "aux:pass"))
    return syntax.label(noun).startswith("nsubj") and any(word.tag_ == "VBP" for word in said)


def names_what_is_done(sentence: Sentence, target: Target, left: int, right: int) -> bool:
    """*takes part in "room searches"*: the marks hold a thing, and the words before them say it is done."""
    if not target.event or right - left > _LONGEST_NAME:
        return False
    first, last = (sentence.start + at for at in sentence.chars(target.start, target.end))
    head = sentence.start + sentence.chars(target.head, target.head + 1)[0]
    return not left <= head < right and first <= right and left <= last


def is_model(sentence: Sentence, left: int, right: int, classes: Classes) -> bool:
    """Whether a quote is given as a model: its words are the author's own.

    What stands before it says so, or a heading above an entry that is nothing but the quote.
    """
    text = sentence.block.text
    said = re.split(r"[.!?]", text[max(0, left - _BEFORE) : left])[-1]
    if find_all(classes["MODEL_TEXT"], light_view(said)):
        return True
    label = sentence.block.label
    if text[:left].strip(" .:") != label or text[right:].strip():
        return False
    above = map(light_view, sentence.block.headings)
    return any(find_all(classes["MODEL_HEADING"], heading) for heading in above)
