"""Words that a text holds up, quotes or defines, and does not say itself."""

from __future__ import annotations

import re

from peerlint.matching.phrases import first_within, longest_at
from peerlint.matching.tokens import light_view
from peerlint.nlp import syntax
from peerlint.nlp.classes import is_at
from peerlint.nlp.quotes import spans_between
from peerlint.nlp.sentence import Sentence
from peerlint.silencing.cues import Cues
from peerlint.silencing.quotation import is_model, names_what_is_done
from peerlint.silencing.silence import Target

_NEAR = 3_000  # characters of a block around a match that bear on it: a block may be a whole book
_LONGEST_PHRASE = 60
_ARTICLE = 3
_MOST_WORDS = 4  # of one entry in a list of words
_BETWEEN_ENTRIES = re.compile(r"[,;/•|]|\band\b|\bor\b", re.I)


def quoted_beside(sentence: Sentence, target: Target, cues: Cues) -> str:
    """A phrase set in quotation marks elsewhere in the block that the match repeats.

    *"Make sure" stands on every page. Make sure they eat, make sure he signs.*
    """
    start, end = target.start, target.end
    phrases = [_plain(sentence.doc[at:end].text) for at in {start, max(0, start - 1)}]
    phrases = [words for words in phrases if len(words.partition(" ")[0]) > _ARTICLE < len(words)]
    first, last = sentence.chars(start, end)
    near = sentence.start + first - _NEAR, sentence.start + last + _NEAR
    for left, right in spans_between(sentence.quotes, *near):
        holds = left <= sentence.start + first and sentence.start + last <= right
        if holds and is_model(sentence, left, right, cues.classes):
            continue
        if names_what_is_done(sentence, target, left, right):
            continue
        quoted = _plain(sentence.block.text[left:right]) if right - left < _LONGEST_PHRASE else ""
        if " " not in quoted:
            continue
        said_in = any(" " in words and f" {words} " in f" {quoted} " for words in phrases)
        if said_in or _is_repeated(quoted, sentence.doc.text, first, last):
            return str(sentence.block.text[left:right])
    return ""


def _is_repeated(quoted: str, text: str, first: int, last: int) -> bool:
    """Whether the quoted words stand once more where the match is."""
    again = re.compile(r"\W+".join(map(re.escape, quoted.split())), re.IGNORECASE)
    return any(found.start() < last and first < found.end() for found in again.finditer(text))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w'’-]+", text.lower()))


def listed_words(sentence: Sentence, target: Target, cues: Cues) -> str:
    """The lead-in of a list of words that a text holds up (*The cards: clean, dirty, junkie*)."""
    before = sentence.view.lower[: target.start]
    if ":" not in before:
        return ""
    at = len(before) - 1 - before[::-1].index(":")
    listed = _BETWEEN_ENTRIES.split(str(sentence.doc[at + 1 :].text).strip(' .!?*_"“”'))
    if any(len(entry.split()) > _MOST_WORDS for entry in listed):
        return ""
    held_up = first_within(cues.classes["WORDS_HELD_UP"], sentence.view, 0, at)
    return str(sentence.doc[:at].text) if held_up else ""


def defined(sentence: Sentence, target: Target, cues: Cues) -> str:
    """*Addict. An old word for …*: the match is the whole label, and a definition follows."""
    label = sentence.block.label
    words = sentence.doc[target.start : target.end].text
    if not label or words.lower() != label.lower():
        return ""
    rest = sentence.block.text[len(label) :].lstrip(" .:—–-*").split()
    if len(rest) <= 2:
        return ""
    first = light_view(rest[0])
    opening = longest_at(cues.classes["OPENING_OF_A_DEFINITION"], first, 0)
    return "a term and its definition" if opening and opening.end == len(first) else ""


def called(sentence: Sentence, target: Target, cues: Cues) -> str:
    """*the article calls my neighbors addicts*: somebody is called so, and somebody else says it."""
    noun = sentence.doc[target.head]
    if noun.head.tag_ == "VB" or noun.pos_ == "VERB":
        return ""
    if not is_at("CALLING", sentence.view, noun.head.i, cues.classes):
        return ""
    between = [word for word in noun.head.children if noun.head.i < word.i < noun.i]
    somebody = any(syntax.label(word) in ("obj", "iobj") for word in between)
    said = syntax.label(noun) in ("xcomp", "obj") and somebody
    return "what somebody is called" if said else ""
