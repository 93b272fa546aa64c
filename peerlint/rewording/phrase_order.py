"""A long new phrase goes last: after the other noun of a pair, its clause after a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.rewording.changes import Change, change_tokens
from peerlint.rewording.grammar import is_noun, possessive_marker
from peerlint.rewording.passage import Passage
from peerlint.rewording.region import Region
from peerlint.rewording.written_forms import phrase_core

if TYPE_CHECKING:
    from spacy.tokens import Token


_SHORT = 5


def clause_last(passage: Passage, region: Region, text: str) -> Change | None:
    """*ex-patients on the board* -> *people on the board who have used services*, else None."""
    doc, root = passage.doc, passage.root
    head, who, clause = text.partition(" who ")
    if not who or region.end >= len(doc) or " " in head.removeprefix("the "):
        return None
    follower = doc[region.end]
    noun = follower.head
    if follower.dep_ != "case" or noun.head.i != root.i or noun.dep_ != "nmod":
        return None
    end = noun.right_edge.i + 1
    if noun.left_edge.i != region.end or end - region.end > _SHORT:
        return None
    return change_tokens(
        passage, region.start, end, f"{head} {doc[region.end : end].text} who {clause}"
    )


def swapped_pair(passage: Passage, region: Region, text: str) -> Change | None:
    """*clients and families* -> *families and people receiving services*, else None.

    A phrase with words after its noun goes last in a bare pair, where *services and families*
    would read as one thing.
    """
    doc, end = passage.doc, region.end
    if len(phrase_core(text)) == len(text.split()) or end + 1 >= len(doc):
        return None
    joint, other = doc[end], doc[end + 1]
    partner = other.dep_ == "conj" and other.head.i == doc[region.start : end].root.i
    if joint.dep_ != "cc" or joint.lower_ not in ("and", "or") or not partner or not is_noun(other):
        return None
    goes_on = other.i + 1 < len(doc) and is_noun(doc[other.i + 1])
    if (
        goes_on
        or any(child.i > other.i for child in other.children)
        or possessive_marker(other) is not None
    ):
        return None
    if region.start and not _opens_phrase(doc[region.start - 1]):
        return None
    return change_tokens(passage, region.start, end + 2, f"{other.text} {joint.text} {text}")


def _opens_phrase(before: Token) -> bool:
    """Whether a noun phrase can begin right after this word, an article of the pair aside."""
    opens = before.dep_ in ("case", "cc", "mark") or before.tag_.startswith("VB")
    return opens or before.lower_ in ("the", "our", "your", "their")
