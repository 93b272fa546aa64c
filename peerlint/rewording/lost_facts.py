"""What a sentence says of when and where: beside a new act it stays, or no new act is offered."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile
from typing import TYPE_CHECKING

from peerlint.rewording.grammar import is_noun
from peerlint.rewording.inflection import noun_lemma, verb_lemma
from peerlint.rewording.old_act import opens_clause
from peerlint.rewording.passage import Passage, UnfitError
from peerlint.rewording.region import Region
from peerlint.rewording.times_and_places import (
    is_opened_by,
    paces_the_act,
    says_when_or_where,
)
from peerlint.rewording.words import EVENTS, HOW_OFTEN, TIME_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

_MOMENTS = ("before", "until")


def refuse_lost_facts(passage: Passage, region: Region, used: Iterable[str], text: str) -> None:
    """Raises UnfitError when the words that make room for a new act say more than what was done.

    The slots `used` are said again, and so are words of the new `text`.
    """
    held = {at for name in used for at in range(*passage.slots[name])}
    again = {word.strip(",.;").lower() for word in f"{text} {region.after}".split()}
    said = again | {noun_lemma(word) for word in again} | {verb_lemma(word) for word in again}
    for word in passage.doc[region.start : region.end]:
        low = word.lower_
        known = {low, noun_lemma(low), verb_lemma(low), HOW_OFTEN.get(low)} & said
        reason = _stands_in_a_clause(word, passage.root) or _is_an_occasion(word)
        if word.i not in held and not (known or reason) and _is_a_fact(word, passage.root):
            raise UnfitError("a time or a place would be lost")


def _stands_in_a_clause(word: Token, root: Token) -> bool:
    """*because the grant is paid | on visits*: why or how the old act was done."""
    above = takewhile(lambda token: token.i != root.i, word.ancestors)
    return any(token.dep_ == "advcl" for token in above)


def _is_an_occasion(word: Token) -> bool:
    """*on days | the clerk is out*: when somebody stands in, and no longer needs to."""
    end = word.i + 1
    return end < len(word.doc) and opens_clause(word.doc[end])


def _is_a_fact(word: Token, root: Token) -> bool:
    if word.lower_ in HOW_OFTEN:
        return True
    if word.dep_ == "advcl":
        return is_opened_by(word, _MOMENTS)
    if not word.dep_.startswith(("obl", "nmod")) or word.dep_ == "nmod:poss" or word.i < root.i:
        return False
    if is_opened_by(word, _MOMENTS):
        return True
    if noun_lemma(word.lower_) in TIME_NOUNS:
        return not paces_the_act(word)
    return _names_a_place(word) or _says_where(word)


def _names_a_place(word: Token) -> bool:
    """*in Rapid City*, not *on the ISP*."""
    return word.tag_ in ("NNP", "NNPS") and not word.text.isupper() and is_opened_by(word, ("in",))


def _says_where(word: Token) -> bool:
    """*at the desk*, *in the meeting*; *in seclusion* and *in a crisis* are what the act was about."""
    known = noun_lemma(word.lower_) in EVENTS
    return is_noun(word) and says_when_or_where(word) and (known or not is_opened_by(word, ("in",)))
