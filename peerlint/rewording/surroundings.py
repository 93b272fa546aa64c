"""What stands around a match: words that would attach to its new words, words elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.rewording.grammar import BE_FORMS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from peerlint.rewording.passage import Passage

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD", "VB", "POS", "CC"})
_FULL = frozenset({"VB", "VBP", "VBZ", "VBD", "VBN", "VBG"})
_HELPING = BE_FORMS | {"have", "has", "had", "do", "does", "did"}
_NOUNS_AS_READ = frozenset({"NN", "NNS", "NNP", "NNPS", "VB", "VBP"})
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
    if token.tag_ in ("VBN", "VBD") and _has_verb_after(token):
        return True
    return not (token.is_punct or token.tag_ == "SYM" or _is_finite(token))


def is_before_verb(passage: Passage) -> bool:
    """Whether a full verb or participle comes next: *Patients | swallow*, *| placed in seclusion*."""
    doc, at = passage.doc, passage.end
    while at < len(doc) and doc[at].tag_ == "RB":
        at += 1
    return at < len(doc) and doc[at].tag_ in _FULL and doc[at].lower_ not in _HELPING


def has_noun_before(passage: Passage) -> bool:
    """Whether a noun just before the match describes it: *overdose | patients*, *ED | patients*."""
    if not passage.start:
        return False
    before = passage.doc[passage.start - 1]
    if _is_a_name_of_care(passage.doc, passage.start):
        return True
    named = before.dep_ in ("compound", "amod", "nmod") and before.head.i < passage.end
    return named and before.head.i >= passage.start and before.tag_ in _NOUNS_AS_READ


def _is_a_name_of_care(doc: Doc, at: int) -> bool:
    """*ED | patients*, *Section 12 | patients*, whatever the parse makes of it."""
    before = doc[at - 1]
    if before.like_num:
        return at > 2 and doc[at - 2].text.istitle()
    others = [word.text for word in doc if word.is_alpha and word.i != before.i]
    shouted = sum(map(str.isupper, others)) * 2 > len(others)
    return len(before.text) > 1 and before.is_alpha and before.text.isupper() and not shouted


def has_many_before(passage: Passage) -> bool:
    """Whether a noun in the plural stands before the match in its sentence."""
    return any(token.tag_ in ("NNS", "NNPS") for token in passage.doc[: passage.start])


def _has_verb_after(token: Token) -> bool:
    """*Guests | brought in by a friend may rest*: a participle, whatever its tag."""
    for word in token.doc[token.i + 1 :]:
        if word.is_punct or word.tag_ in ("CC", "WP", "WDT", "WRB", "PRP") or word.dep_ == "mark":
            return False
        bare = word.tag_ == "VB" and word.nbor(-1).lower_ != "to"
        if bare or word.tag_ in ("MD", "VBZ", "VBP", "VBD"):
            return True
    return False


def _is_finite(token: Token) -> bool:
    if token.tag_ == "VBN":
        return not token.dep_.startswith(_OF_A_NOUN)
    return token.tag_ in _FINITE
