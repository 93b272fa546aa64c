"""Told of others, regretted or past: words that name a practice and do not ask for it."""

from __future__ import annotations

import re

from peerlint.nlp.sentence import Sentence
from peerlint.nlp.syntax import Token

_PERIOD = re.compile(
    r"\b(?:between|from) (?:19|20)\d\d (?:and|to|until|through) (?:19|20)\d\d\b"
    r"|\b(?:until|till|before|prior to|back in) (?:[A-Z][a-z]+ )?(?:19|20)\d\d\b"
    r"|\b1[89]\d\d\b|\bin those days\b|\byears ago\b|\bback then\b|\bat one time\b|\bin (?:the|our) old\b",
    re.I,
)
_HISTORIC = re.compile(r"\b1[89]\d\d\b")
_MY = frozenset({"my", "me", "i"})


def recounted(sentence: Sentence, start: int, end: int, head: int) -> str:
    """The words by which a sentence tells of control as past or endured, or "".

    *until 2018 visits depended on attendance*, *they made me earn my shoes*
    """
    past = _is_past(sentence.doc, start, end, head)
    if past and (found := _PERIOD.search(sentence.doc.text)):
        return str(found[0])
    if past and not _MY.isdisjoint(sentence.view.lower[max(0, start - 2) : end]):
        return "told by the person"
    return ""


def historic(sentence: Sentence) -> str:
    """The label or heading that dates its text to another century (*Panel 4 (1911)*), or ""."""
    frames = (sentence.block.label, *sentence.block.headings[-1:])
    return next((text for text in frames if _HISTORIC.search(text)), "")


def _is_past(doc: Token, start: int, end: int, head: int) -> bool:
    words = [doc[head], doc[head].head, *doc[max(0, start - 2) : end]]
    return any(word.tag_ == "VBD" for word in words)


_WORDS_OF = re.compile(
    r"\b(?:words|terms|phrases|labels|vocabulary|adjectives|nouns|flash ?cards?|cards?|sticky notes?|"
    r"headlines?|posters?|banners?|stickers?|"
    r"left of the|right of the|leave behind|say instead|called|names they)\b",
    re.I,
)
_MOST_WORDS = 4  # of one entry in a list of words
_BETWEEN = re.compile(r"[,;/•|]|\band\b|\bor\b", re.I)


def listed_words(sentence: Sentence, start: int) -> str:
    """The lead-in of a list of words that a text holds up (*The cards: clean, dirty, junkie*), or ""."""
    words = sentence.view.lower
    if ":" not in words[:start]:
        return ""
    at = start - 1 - words[:start][::-1].index(":")
    lead = str(sentence.doc[:at].text)
    listed = _BETWEEN.split(str(sentence.doc[at + 1 :].text).strip(' .!?*_"“”'))
    short = all(len(entry.split()) <= _MOST_WORDS for entry in listed)
    return lead if short and _WORDS_OF.search(lead) else ""
