"""Told by the one it happens to, or held up as words: what names a practice and does not ask for it."""

from __future__ import annotations

import re

from peerlint.matching.phrases import first_within
from peerlint.nlp.sentence import Sentence
from peerlint.nlp.telling import Classes

_MY = frozenset({"my", "me", "i"})
_MOST_WORDS = 4  # of one entry in a list of words
_BETWEEN = re.compile(r"[,;/•|]|\band\b|\bor\b", re.I)


def endured(sentence: Sentence, start: int, end: int, head: int) -> str:
    """Whether people tell in the past of control over themselves (*they made me earn my shoes*), or ""."""
    words = sentence.doc[max(0, start - 2) : end]
    spoken = any(word.lower_ in _MY for word in words)
    verbs = (sentence.doc[head], sentence.doc[head].head, *words)
    past = spoken and any(word.tag_ == "VBD" for word in verbs)
    return "told by the person" if past else ""


def listed_words(sentence: Sentence, start: int, classes: Classes) -> str:
    """The lead-in of a list of words that a text holds up (*The cards: clean, dirty, junkie*), or ""."""
    words = sentence.view.lower
    if ":" not in words[:start]:
        return ""
    at = start - 1 - words[:start][::-1].index(":")
    listed = _BETWEEN.split(str(sentence.doc[at + 1 :].text).strip(' .!?*_"“”'))
    if any(len(entry.split()) > _MOST_WORDS for entry in listed):
        return ""
    held_up = first_within(classes["WORDS_HELD_UP"], sentence.view, 0, at)
    return str(sentence.doc[:at].text) if held_up else ""
