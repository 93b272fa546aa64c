"""What stands around a match: words that would attach to its new words, words elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from peerlint.rewording.passage import Passage

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD", "VB", "POS", "CC"})
_OF_A_NOUN = ("acl", "advcl", "xcomp", "amod")


def is_followed(passage: Passage) -> bool:
    """Whether words come next that could be read with the last of the new words.

    *Patients | in the lobby*, *who …*, *waiting*, *every day*: anything in the clause but its verb.
    """
    doc, at = passage.doc, passage.end
    while at < len(doc) and doc[at].tag_ == "RB" and at + 1 < len(doc) and _is_finite(doc[at + 1]):
        at += 1
    if at >= len(doc):
        return False
    token = doc[at]
    return not (token.is_punct or token.tag_ == "SYM" or _is_finite(token))


def _is_finite(token: Token) -> bool:
    if token.tag_ == "VBN":
        return not token.dep_.startswith(_OF_A_NOUN)
    return token.tag_ in _FINITE


def around(passage: Passage) -> list[Token]:
    """The words of the sentence outside the match."""
    return [*passage.doc[: passage.start], *passage.doc[passage.end :]]
