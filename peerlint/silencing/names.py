"""Words that are part of a name."""

from __future__ import annotations

import re

from peerlint.matching.phrases import TokenView, find_all
from peerlint.nlp.classes import Classes
from peerlint.nlp.grammar import THIRD_PERSON
from peerlint.nlp.sentence import Sentence
from peerlint.silencing.cues import Cues, words_of
from peerlint.silencing.silence import Target

_CONNECTORS = frozenset("with against from by a an at of and for the in on to & 's - ' /".split())
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Rev|Sgt)\.? [A-Z][\w'’-]+")
_VERSUS = frozenset({"vs", "vs.", "versus"})
_BEFORE_SIDE, _AFTER_SIDE = 3, 7  # words in which the sign that two sides meet may stand
_LEAST = 2  # capitalized words of a name that is not known


def somebody_named(sentence: Sentence, target: Target, _cues: Cues) -> str:
    """Whom a pronoun that opens its sentence stands for, where the text before names somebody."""
    start, end = target.start, target.end
    if end - start != 1 or start > 1 or sentence.view.lower[start] not in THIRD_PERSON:
        return ""
    named = _TITLED.findall(sentence.before)
    return str(named[-1]) if named else ""


def known_name(sentence: Sentence, target: Target, cues: Cues) -> str:
    """A name of `KNOWN_NAME` that shares words with the target."""
    for match in find_all(cues.classes["KNOWN_NAME"], sentence.view):
        shares = match.start < target.end and target.start < match.end
        if shares and _is_capitalized(sentence.view, match.start, match.end):
            return words_of(sentence, match)
    return ""


def name_by_capitals(sentence: Sentence, target: Target, cues: Cues) -> str:
    """The run of capitalized words around the target, if one of them makes a name of it."""
    view = sentence.view
    if not _is_capitalized(view, target.start, target.end):
        return ""
    left, right = _capital_run(view, target.start, target.end)
    capitals = sum(_is_capital(view, at) for at in range(left, right))
    if capitals < _LEAST or not _holds_name_word(view, left, right, cues.classes):
        return ""
    return str(sentence.doc[left:right].text)


def one_of_two_sides(sentence: Sentence, target: Target, _cues: Cues) -> str:
    """*The Hounds (we voted) vs. the Sheriff's Deputies*: a team that meets another."""
    view, start, end = sentence.view, target.start, target.end
    near = view.lower[max(0, start - _BEFORE_SIDE) : end + _AFTER_SIDE]
    meets = _VERSUS.intersection(near)
    if not meets or start == 0 or not _is_capitalized(view, start, end):
        return ""
    return f"{sentence.doc[start:end].text} {min(meets)}"


def _is_capitalized(view: TokenView, start: int, end: int) -> bool:
    """Whether every word but the connecting ones begins with a capital."""
    return all(
        _is_capital(view, at) or view.lower[at] in _CONNECTORS or not view.text[at][:1].isalpha()
        for at in range(start, end)
    )


def _capital_run(view: TokenView, start: int, end: int) -> tuple[int, int]:
    left, right = start, end
    while left > 0 and (_is_capital(view, left - 1) or view.lower[left - 1] in _CONNECTORS):
        left -= 1
    while right < len(view) and (_is_capital(view, right) or view.lower[right] in _CONNECTORS):
        right += 1
    while left < start and view.lower[left] in _CONNECTORS:
        left += 1
    while right > end and view.lower[right - 1] in _CONNECTORS:
        right -= 1
    return left, right


def _is_capital(view: TokenView, at: int) -> bool:
    return view.text[at][:1].isupper()


def _holds_name_word(view: TokenView, left: int, right: int, classes: Classes) -> bool:
    return any(
        left <= match.start and match.end <= right and _is_capital(view, match.start)
        for match in find_all(classes["NAME_WORD"], view)
    )
