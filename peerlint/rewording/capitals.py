"""Capital letters and closing punctuation of a replaced span."""

from __future__ import annotations

import re

from peerlint.rewording.passage import BULLET, HEADING, Passage, Rewritten
from peerlint.rewording.words import LOWER_IN_TITLES

_OPENERS = ".:;!?–—•(\"“”'‘|/_"
_CLOSERS = ".!?"
_NUMBERED = re.compile(r"^\W*(?:[a-z]|[ivx]{1,4})[.)]\s+", re.IGNORECASE)  # "(b) Signing …"
_PAIR = 2
_ABBREVIATION = 3  # letters


def fit_capitals(passage: Passage, rewritten: Rewritten) -> Rewritten:
    """The same capitals as the replaced text: sentence start, Title Case, ALL CAPS."""
    sentence = passage.doc.text
    old = sentence[rewritten.start_char : rewritten.end_char]
    text = rewritten.text
    if _shouts(sentence, old) or _goes_on_shouting(sentence[: rewritten.start_char], old):
        text = text.upper()
    elif _is_title_case(sentence) and (passage.form == HEADING or _is_title_line(sentence)):
        text = _title(text)
    elif _opens(passage, rewritten) and old[:1].isupper() and not _is_acronym_inside(passage, old):
        text = _raise_first(text)
    elif old.istitle() and " " not in old and len(text.split()) == _PAIR:
        text = _title(text)
    return Rewritten(text, rewritten.start_char, rewritten.end_char)


def fit_punctuation(passage: Passage, rewritten: Rewritten) -> Rewritten:
    """One closing mark: kept when the match held it, not doubled when the template brings one."""
    sentence = passage.doc.text
    text, end = rewritten.text, rewritten.end_char
    old_last = sentence[end - 1 : end]
    new_last = text[-1:]
    if (
        old_last
        and old_last in _CLOSERS
        and new_last not in _CLOSERS
        and not _abbreviates(sentence, end)
    ):
        text += old_last
    follower = sentence[end : end + 1]
    if new_last and new_last in _CLOSERS and follower and follower in _CLOSERS:
        end += 1
    if follower == "." and re.match(r"\s+[a-z]", sentence[end + 1 :]):
        end += 1  # the mark of "Pt." in the middle of a sentence
    return Rewritten(text, rewritten.start_char, end)


def _abbreviates(sentence: str, end: int) -> bool:
    """Whether the full stop inside the match belongs to an abbreviation in mid-sentence."""
    return bool(sentence[end:].strip())


def _shouts(sentence: str, old: str) -> bool:
    letters = [letter for letter in old if letter.isalpha()]
    if len(letters) < 2 or not old.isupper():
        return False
    return sentence.isupper() or len(letters) > 5


def _goes_on_shouting(before: str, old: str) -> bool:
    """*NIGHT | PEER*: a word in capitals after another; an abbreviation has three letters or less."""
    words = (*before.split()[-1:], old)
    return all(len(word) > _ABBREVIATION and word.isupper() for word in words)


def _is_title_case(sentence: str) -> bool:
    words = [word for word in sentence.split() if word[:1].isalpha()]
    telling = [w for w in words if w.lower() not in LOWER_IN_TITLES and not w.isupper()]
    return len(telling) > 1 and all(word[:1].isupper() for word in telling)


def _is_title_line(sentence: str) -> bool:
    """A line of three words or more in Title Case that ends without a mark."""
    return len(sentence.split()) > 2 and sentence[-1:].isalnum()


def _title(text: str) -> str:
    words = text.split(" ")
    last = len(words) - 1
    return " ".join(
        word if word.lower() in LOWER_IN_TITLES and 0 < index < last else _raise_first(word)
        for index, word in enumerate(words)
    )


def _opens(passage: Passage, rewritten: Rewritten) -> bool:
    before = _NUMBERED.sub("", passage.doc.text[: rewritten.start_char]).rstrip()
    if not any(letter.isalpha() for letter in before):
        return True  # "3.4 Peers must …"
    if before.lower().endswith("w/"):
        return False
    return before[-1] in _OPENERS or (passage.form == BULLET and before[-1] in ")]")


def _is_acronym_inside(passage: Passage, old: str) -> bool:
    """*responsible for: | SBIRT scoring*: its capital is its own."""
    first = re.split(r"\W", old, maxsplit=1)[0]
    before = passage.doc.text[: passage.doc[passage.start].idx].rstrip()
    return len(first) > 1 and first.isupper() and before.endswith((":", ";", "("))


def _raise_first(text: str) -> str:
    for at, letter in enumerate(text):
        if letter.isalpha():
            return text[:at] + letter.upper() + text[at + 1 :]
        if letter.isdigit():
            return text
    return text
