"""Words for things in a slot: what the act is done to, when, and what a rule has captured."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from peerlint.rewording.filled import Filled
from peerlint.rewording.grammar import POSSESSIVES
from peerlint.rewording.own_words import needs_the, span_text
from peerlint.rewording.passage import Passage, Span, UnfitError
from peerlint.rewording.pronouns import OBJECT_PRONOUNS
from peerlint.rewording.template import Part
from peerlint.rewording.words import DETERMINERS, MASS
from peerlint.rewording.written_forms import follows_possessive, in_the_plural, without_determiner

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHERE_KEPT = re.compile(
    r"\s+(?:in|at|on|inside|under|behind|&|of (?:each|every|any|all|new|incoming|recent))\s"
)


def is_another_thing(part: Part, root: Token, passage: Passage) -> bool:
    """A pronoun, or another kind of thing than the default: the default reads better."""
    return part.default is not None and (
        part.default in passage.unlike or root.lower_ in OBJECT_PRONOUNS
    )


def thing_words(part: Part, span: Span, root: Token, passage: Passage, filled: Filled) -> str:
    """The sentence's own words for a thing, with the article and number that fit; may be ""."""
    text = span_text(passage, *span, without=_taken(part, span, passage, filled))
    if part.value == "object" and not text:
        return ""
    if _lost_its_possessor(part, span, passage, text, filled):
        text = f"the {text}"
    bare = part.value == "object" and needs_the(root)
    if not follows_possessive(filled.text):
        return f"the {text}" if bare else text
    text = without_determiner(_WHERE_KEPT.split(text)[0])
    if not (bare or _is_one_of_many(root)):
        return text
    at = text.lower().find(root.lower_)
    if at < 0:
        raise UnfitError("the phrase has lost its own noun")
    return in_the_plural(f"{text[:at]}{root.lower_}")


def _is_one_of_many(root: Token) -> bool:
    """*each dose*, *the med closet*: after *their* there are many."""
    if root.tag_ != "NN" or root.lower_ in MASS or root.text.isupper():
        return False
    each = any(child.lower_ in ("each", "every", "any") for child in root.lefts)
    return each or (root.dep_ == "compound" and any(c.dep_ == "det" for c in root.lefts))


def _lost_its_possessor(
    part: Part, span: Span, passage: Passage, text: str, filled: Filled
) -> bool:
    """*read the person's file* -> *read the file*."""
    taken = _taken(part, span, passage, filled)
    if taken is None or taken[0] != span[0] or follows_possessive(filled.text):
        return False
    return text.split(" ", 1)[0].lower() not in DETERMINERS | POSSESSIVES


def _taken(part: Part, span: Span, passage: Passage, filled: Filled) -> Span | None:
    """The people inside this slot that the new text already names, with their preposition."""
    people = passage.slots.get("people")
    if part.value == "people" or people is None or "people" not in filled.names:
        return None
    start, end = people
    if not (span[0] <= start and end <= span[1]) or (start, end) == span:
        return None
    doc = passage.doc
    if end < span[1] and doc[end].tag_ == "POS":
        end += 1
    while start > span[0] and doc[start - 1].dep_ in ("case", "cc"):
        start -= 1
    if end < span[1] and (doc[end].dep_ == "case" or start > span[0]):
        end = span[1]  # "the files of residents | on the team": that too was said of the people
    return start, end
