"""What stays of a sentence beside a new act, and whether it still makes sense there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from peerlint.rewording.after_the_act import ENDS, refuse_what_follows
from peerlint.rewording.before_the_act import refuse_what_stands_before
from peerlint.rewording.grammar import NEGATIONS, is_noun
from peerlint.rewording.inflection import noun_lemma, verb_lemma
from peerlint.rewording.matched_verb import find_verb
from peerlint.rewording.passage import Passage, UnfitError
from peerlint.rewording.region import Region
from peerlint.rewording.words import TIME_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

_SHORT_WORD = 3
_COMMON = TIME_NOUNS | {"person", "company", "staff", "peer", "worker", "member", "other"}


def refuse_remainder(passage: Passage, region: Region, text: str) -> None:
    """Raises UnfitError when the words left beside the new act make no sense with it."""
    _refuse_negated_act(passage)
    _refuse_once_for_ever(passage, text)
    refuse_what_stands_before(passage, region.start)
    _refuse_pronoun_of_old_thing(passage, region, text)
    refuse_what_follows(passage, region)
    _refuse_its_own_words(passage, region, text)


def _refuse_negated_act(passage: Passage) -> None:
    """*doesn't take no for an answer*: another act with the same *not* would be forbidden."""
    verb = find_verb(passage)
    if not passage.duty or verb is None:
        return
    matched = passage.doc[passage.start : passage.end]
    if any(word.lower_ in ("nothing", "nobody", "never", "none") for word in matched):
        raise UnfitError("an act that consists in not doing something")
    for word in verb.lefts:
        only = passage.doc[word.i + 1].lower_ in ("only", "just", "merely")
        if word.lower_ in NEGATIONS and not only:
            raise UnfitError("an act that consists in not doing something")


def _refuse_once_for_ever(passage: Passage, text: str) -> None:
    """*continues to | phone*: what goes on is not done once."""
    verb = passage.root.head
    goes_on = passage.root.dep_ == "xcomp" and verb_lemma(verb.text) in ("continue", "keep")
    if goes_on and "once" in text.split():
        raise UnfitError("what goes on is not done once")


def _refuse_pronoun_of_old_thing(passage: Passage, region: Region, text: str) -> None:
    """*Sell the house to men who | turned it down*, *take a pulse and | write it on the card*."""
    doc = passage.doc
    thing = any(is_noun(word) for word in doc[passage.root.i + 1 : passage.end])
    if re.search(r"\b(?:it|its)\b", text):
        kept = {word.lower_ for word in doc[region.start : region.end]} & {"it", "its"}
        if kept and thing:
            raise UnfitError("the new words speak of the old act's thing")
    first, last = passage.slots.get("people", (0, 0))
    inside = range(max(first, passage.start) + 1, min(last, passage.end))
    if thing and any(doc[at].lower_ == "them" for at in inside):
        raise UnfitError("the new words speak of the old act's things")
    for word in doc[region.end :]:
        if word.text in ENDS or (is_noun(word) and word.dep_ in ("obj", "nsubj")):
            return
        if word.lower_ == "it" and word.dep_ in ("obj", "obl", "nmod") and thing:
            raise UnfitError("what follows speaks of the old act's thing")


def _refuse_its_own_words(passage: Passage, region: Region, text: str) -> None:
    """*witness the search and | be there … during a search*: the thing is said twice."""
    said = {noun_lemma(word.strip(",.").lower()) for word in text.split()}
    spans = [span for name, span in passage.slots.items() if name != "destination"]
    held = {i for first, last in spans for i in range(first, last)}
    for word in passage.doc:
        outside = word.i < region.start or (word.i >= region.end and word.dep_ == "obj")
        noun = noun_lemma(word.lower_)
        again = noun in said - _COMMON and len(noun) > _SHORT_WORD and is_noun(word)
        if outside and again and word.i not in held and _shares_the_clause(word, passage.root):
            raise UnfitError("the new words say what stands beside them")


def _shares_the_clause(word: Token, root: Token) -> bool:
    """Whether a noun is what a verb joined to the root is about."""
    between = word.doc[min(word.i, root.i) : max(word.i, root.i)]
    apart = any(token.text in ENDS | {","} for token in between)
    return not apart and word.dep_ in ("obj", "obl", "nmod")
