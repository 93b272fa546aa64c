"""Changes to a sentence as values, and their union as one replaced span."""

from __future__ import annotations

import re
from collections.abc import Sequence

from peerlint.rewording.passage import Passage, Rewritten, UnfitError
from peerlint.values import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """New text for the characters from `start` to `end` of a sentence."""

    start: int
    end: int
    text: str


def change_tokens(passage: Passage, start: int, end: int, text: str) -> Change:
    """New text for a span of tokens; the blank after it stays, and *they | 're* gets one before."""
    doc = passage.doc
    contracted = doc[start].tag_[:1] in ("V", "M") and doc[start].text[:1] in ("'", "’")
    if contracted and start and not doc[start - 1].whitespace_ and text[:1].isalpha():
        text = f" {text}"
    return Change(doc[start].idx, doc[end - 1].idx + len(doc[end - 1].text), text)


def drop_token(passage: Passage, index: int) -> Change:
    """Takes a token out together with the blank after it."""
    token = passage.doc[index]
    return Change(token.idx, token.idx + len(token.text_with_ws), "")


def unite(sentence: str, changes: Sequence[Change]) -> Rewritten:
    """One replaced span that holds all changes; raises UnfitError when two overlap."""
    ordered = sorted(changes, key=lambda change: (change.start, change.end))
    start, at, text = ordered[0].start, ordered[0].start, ""
    for change in ordered:
        if change.start < at:
            raise UnfitError("two changes to the same words")
        text += sentence[at : change.start] + change.text
        at = change.end
    return Rewritten(text, start, at)


def sentence_after(sentence: str, rewritten: Rewritten) -> str:
    """The whole sentence with the replaced span in place."""
    return sentence[: rewritten.start_char] + rewritten.text + sentence[rewritten.end_char :]


_DETERMINER_TWICE = re.compile(
    r"\b(?:no|a|an|the)\s+(?:a|an|the|no|his|her|their|its|my|our|your|this|that|any)\s+\w",
    re.IGNORECASE,
)
_DOUBLED = re.compile(r"\b(\w+(?:\s+\w+)?)\s+\1\b", re.IGNORECASE)
_MAY_DOUBLE = frozenset({"that", "had"})


def introduces_doubled_words(before: str, after: str) -> bool:
    """Whether the new sentence repeats words or determiners side by side, unlike the old one."""
    old = {match.group().lower() for match in _DOUBLED.finditer(before)}
    new = [match for match in _DOUBLED.finditer(after) if match.group().lower() not in old]
    if len(_DETERMINER_TWICE.findall(after)) > len(_DETERMINER_TWICE.findall(before)):
        return True  # "report no | her drinking"
    return any(match.group(1).lower() not in _MAY_DOUBLE for match in new)


_NEAR = 3  # words between two mentions that read as one repeated


def says_again(before: str, rewritten: Rewritten) -> bool:
    """Whether several new words stand just before or after them already.

    *suicide attempts, including | failed attempts* -> *suicide attempts, including suicide attempts*.
    """
    new = _words(rewritten.text)
    around = _words(before[: rewritten.start_char]), _words(before[rewritten.end_char :])
    reach = len(new) + _NEAR
    beside = (around[0][-reach:], around[1][:reach])
    return len(new) > 1 and any(f" {' '.join(new)} " in f" {' '.join(some)} " for some in beside)


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'’-]+", text.lower())
