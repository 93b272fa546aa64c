"""Whether a duty stands alone in its sentence: there a new act fits, elsewhere only advice does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.rewording.grammar import SUBJECT, is_verb_token
from peerlint.rewording.passage import BULLET, Passage, UnfitError
from peerlint.rewording.region import Region
from peerlint.rewording.times_and_places import is_opened_by

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = frozenset({"advcl", "acl:relcl", "ccomp", "csubj", "parataxis"})
_ACTS = frozenset({"root", "ROOT", "conj"})
_LEADING = frozenset({"advcl", "acl", "acl:relcl", "conj"})
_MOMENTS = frozenset({"before", "prior"})
_DETAILS = frozenset({"with", "including", "by", "using", "as"})


def refuse_unless_plain(passage: Passage, region: Region) -> None:
    """Raises UnfitError when the sentence holds more than the duty, its doer, its time and place.

    In a list, whose items are read one by one, other duties may stand beside it; in running prose
    they lead to the old act or go on from it too often.
    """
    _refuse_what_is_told_the_reader(passage)
    _refuse_details(passage, region)
    _refuse_its_moment(passage, region)
    beside = _clauses_beside(passage)
    for word in (*passage.doc[: region.start], *passage.doc[region.end :]):
        if is_verb_token(word) and _stands_apart(word, passage.root, beside):
            raise UnfitError("another act or a clause stands beside the new act")


def _clauses_beside(passage: Passage) -> frozenset[str]:
    """What may not stand beside a new act; *If a guest calls, …* tells whom it is for."""
    if passage.form != BULLET:
        return _CLAUSES | _ACTS
    return _CLAUSES - {"advcl"} if "before" in passage.slots else _CLAUSES


def _refuse_what_is_told_the_reader(passage: Passage) -> None:
    """*Peers report what you say*: said to the people served, who are no *people* to themselves."""
    subject = next((child for child in passage.root.children if child.dep_ in SUBJECT), None)
    addressed = any(word.lower_ in ("you", "your", "yours") for word in passage.doc)
    if subject is not None and subject.lower_ != "you" and addressed:
        raise UnfitError("said to the people served")


def _refuse_details(passage: Passage, region: Region) -> None:
    """*A note for each talk|, with a line on mood*: how the old act was done."""
    rest = passage.doc[region.end : region.end + 2]
    if len(rest) > 1 and rest[0].text == "," and rest[1].lower_ in _DETAILS:
        raise UnfitError("a detail of the old act is left")


def _refuse_its_moment(passage: Passage, region: Region) -> None:
    """*Before each home visit, | reads the chart*: a moment of the old act, not of the new one."""
    for phrase in passage.root.lefts if passage.timeless else ():
        opener = phrase.left_edge.lower_
        if phrase.dep_ == "obl" and phrase.i < region.start and opener in _MOMENTS:
            raise UnfitError("a moment of the old act is left")


def _stands_apart(verb: Token, root: Token, beside: frozenset[str]) -> bool:
    """*Rod, who cooks, | drives*, *visits people to | bring them in*, *goes | where the county asks*.

    Not *is expected to | check bags*, and in a list not *greets guests and | checks bags*.
    """
    links = _links(root, verb)
    if links is not None:
        return bool(links & _LEADING & (beside | {"acl"}))
    if is_opened_by(verb, ("as",)) and not any(c.dep_ in SUBJECT for c in verb.children):
        return False  # "as needed"
    return verb.dep_ in beside


def _links(root: Token, verb: Token) -> set[str] | None:
    """How a word hangs on a verb above it, link by link; None where it does not."""
    found: set[str] = set()
    while root.i != verb.i:
        found.add(str(root.dep_))
        if root.head.i == root.i:
            return None
        root = root.head
    return found
