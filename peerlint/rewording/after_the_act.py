"""What follows a new act must be a time, a place or another duty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.rewording.grammar import SUBJECT, is_noun, is_verb_token, may_open_duty, shape
from peerlint.rewording.inflection import is_verb, noun_lemma, verb_lemma
from peerlint.rewording.matched_verb import find_verb
from peerlint.rewording.passage import Passage, UnfitError
from peerlint.rewording.region import Region
from peerlint.rewording.words import (
    ADJUNCT_OPENERS,
    DOCUMENT_NOUNS,
    FREQUENCIES,
    LASTING_PREPOSITIONS,
    TICKS,
    TIME_CLAUSES,
    TIME_NOUNS,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENERS = (
    ADJUNCT_OPENERS | FREQUENCIES | LASTING_PREPOSITIONS | TIME_CLAUSES | {"from", "through", "for"}
)
ENDS = frozenset({".", ";", "!", "?", ":", "|", "—", "–", ")", '"', "”"})
_ADDING = frozenset({"also", "then", "to", "not", "occasionally", "sometimes"})
_ASKING = frozenset({"whether", "what", "how", "who", "that"})


def refuse_what_follows(passage: Passage, region: Region) -> None:
    """Raises UnfitError when the words after a new act belong to the old one."""
    _refuse_joined_words(passage, region.end)
    _refuse_so_many_at_a_time(passage, region)
    _refuse_lost_clause(passage, region)
    if is_verb_token(passage.root) or find_verb(passage) is not None:
        _refuse_other_words(passage, region.end)


def _refuse_joined_words(passage: Passage, end: int) -> None:
    """*both ways, M|–F*, *Rate pt|. insight*: the words after the region begin in it."""
    if not 0 < end < len(passage.doc):
        return
    last, after = passage.doc[end - 1], passage.doc[end]
    cut = after.text in ("-", "–", "/") and not (last.whitespace_ or after.whitespace_)
    if cut or (after.text == "." and end + 1 < len(passage.doc)):
        raise UnfitError("half of a joined word or an abbreviation's sentence is left")


def _refuse_so_many_at_a_time(passage: Passage, region: Region) -> None:
    """*sends kids out | two at a time*: so many of the old thing."""
    follows = f"{region.after} {passage.doc[region.end : region.end + 6].text}"
    if "at a time" in follows.lower():
        raise UnfitError("so many of the old thing at a time")


def _refuse_lost_clause(passage: Passage, region: Region) -> None:
    """*tell the nurse of any change, may go on as a member and …*: a clause read as a thing."""
    for word in passage.doc[passage.start + 2 : region.end]:
        before = passage.doc[word.i - 1]
        if word.tag_ == "MD" and (before.text == "," or before.dep_ == "cc"):
            raise UnfitError("a clause of its own would be lost")


def _refuse_other_words(passage: Passage, end: int) -> None:
    """Words of the old act after the new one: half of a list, a thing, a preposition, a particle."""
    doc, root = passage.doc, passage.root
    at = end
    last = len(doc) - 1 if doc[-1].is_punct else len(doc)
    while at < last and doc[at].text not in ENDS:
        word = doc[at]
        if word.text in (",", "&") or word.dep_ == "cc" or word.lower_ in ("and", "or"):
            if not _opens_another_act(passage, at + 1) and not _is_list_of_nouns(passage):
                raise UnfitError("half of a list is left")
            return
        if not _opens_adjunct(word):
            raise UnfitError("words of the old act are left")
        at = _end_of_adjunct(passage, at)
        if at < len(doc) and doc[at].text in ENDS and doc[at - 1].dep_ == "case":
            raise UnfitError("a preposition of the old act is left")
    if at == len(doc) > end and doc[-1].dep_ in ("case", "compound:prt") and root.i != at - 1:
        raise UnfitError("a particle of the old act is left")


def _is_list_of_nouns(passage: Passage) -> bool:
    """*quiet hours, | med prompting, laundry*: a doing among things."""
    before = passage.doc[passage.start - 1].text if passage.start else ""
    return passage.root.tag_ == "VBG" and before in (",", ":")


def _opens_another_act(passage: Passage, at: int) -> bool:
    doc, root = passage.doc, passage.root
    while at < len(doc) and (doc[at].dep_ == "cc" or doc[at].lower_ in _ADDING | {"but", "and"}):
        at += 1
    if at >= len(doc) or any(word.lower_ in ("which", "whom") for word in doc[at : at + 4]):
        return False  # ", in return for which …"
    word = doc[at]
    if word.lower_ in _ASKING or verb_lemma(word.lower_) in TICKS:
        return False  # "and whether the guest talks", ", initials the sheet and …"
    if may_open_duty(word, root) or word.lower_ in _OPENERS or word.tag_ == "MD":
        return True
    if is_verb_token(root) and shape(word.lower_) != shape(root.lower_):
        return False
    clause = _clause_of(word)
    if is_verb_token(clause) and any(child.dep_ in SUBJECT for child in clause.children):
        return word.dep_ != "conj"
    after = doc[at + 1] if at + 1 < len(doc) else None
    thing = is_noun(word) and (after is None or after.is_punct)
    alone = not thing and (after is None or after.is_punct or after.tag_ in ("DT", "PRP$"))
    return (alone or word.tag_ in ("VB", "VBZ", "VBP", "VBG")) and is_verb(word.lower_)


def _clause_of(word: Token) -> Token:
    while word.dep_ not in ("conj", "parataxis", "root", "ROOT", "advcl") and word.head.i > word.i:
        word = word.head
    return word


def _opens_adjunct(word: Token) -> bool:
    low = word.lower_
    top = word.head
    if word.dep_ == "case" and noun_lemma(top.lower_) in DOCUMENT_NOUNS:
        return False
    timed = noun_lemma(top.lower_) in TIME_NOUNS
    if low == "for":
        return timed  # "for two hours", not "for the good of the house"
    if low in _OPENERS or (noun_lemma(low) in TIME_NOUNS and (word.dep_ != "compound" or timed)):
        return True
    return timed and (word.dep_ in ("det", "nummod", "amod", "compound") or word.like_num)


def _end_of_adjunct(passage: Passage, start: int) -> int:
    """Where the phrase ends: before punctuation, before the *and* of another duty."""
    doc = passage.doc
    for word in doc[start + 1 :]:
        if word.text in ENDS:
            return int(word.i)
        joint = word.text == "," or word.lower_ in ("and", "or")
        if joint and word.i + 1 < len(doc) and not _joins_inside(passage, word.i, start):
            return int(word.i)
    return len(doc)


def _joins_inside(passage: Passage, joint: int, start: int) -> bool:
    """*on Mondays | and Fridays*, *in homes, | parks …*: the phrase of time or place goes on."""
    after = passage.doc[joint + 1]
    tied = after.dep_ == "conj" and after.head.i >= start
    tied = tied or (
        after.head.i > joint and after.head.dep_ == "conj" and after.head.head.i >= start
    )
    return tied and not may_open_duty(after, passage.root) and not is_verb_token(after)
