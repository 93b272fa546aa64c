"""What the words beside a new noun phrase allow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from peerlint.rewording.grammar import POSSESSIVES, is_noun
from peerlint.rewording.passage import Passage, UnfitError
from peerlint.rewording.region import Region

if TYPE_CHECKING:
    from spacy.tokens import Token


_PLAIN_ADJECTIVES = frozenset(
    {"many", "other", "several", "most", "few", "some", "all", "more", "young", "older", "local"}
)
_WHO_CLAUSE = re.compile(r"\b(?:who|that)\b")
_PHRASE = re.compile(
    r"\b(?:who|with|without|in|of|from|for|on|we|receiving|diagnosed|experiencing|living|going)\b"
)


def fitted_to_neighbours(passage: Passage, region: Region, text: str) -> str:
    """The new noun phrase as the words around it allow; raises UnfitError where they do not.

    *a junkie who goes* -> *a person who uses drugs and who goes*.
    """
    doc, root = passage.doc, passage.root
    for word in doc[region.start : region.end]:
        beside = word.i != root.i or not is_noun(root)
        if beside and word.dep_ == "conj" and word.head.i < region.start:
            raise UnfitError("half of a pair of adjectives")
    _refuse_shared_article(passage, region)
    _refuse_adverb_of_adjective(passage, region)
    if not _PHRASE.search(text):
        return text
    _refuse_shared_adjective(passage, region)
    _refuse_second_adjective(passage, region)
    if region.start and text.startswith(("person ", "people ")):
        _refuse_owned_or_described(doc[region.start - 1], root)
    if region.start and _is_noun_before(doc[region.start - 1], root):
        raise UnfitError("a noun before a phrase")
    return _fitted_to_what_follows(passage, region, text)


def _fitted_to_what_follows(passage: Passage, region: Region, text: str) -> str:
    """A phrase before a noun, *of*, *with* or a clause: refused, or joined with *and*."""
    doc, root = passage.doc, passage.root
    follower = doc[region.end] if region.end < len(doc) else None
    if follower is None or not is_noun(root):
        return text
    before_noun = is_noun(follower) or (_is_bare(root) and follower.tag_ in ("JJ", "VB"))
    if before_noun and root.tag_ == "NN" and root.i == region.end - 1:
        raise UnfitError("a phrase before a noun")
    if follower.lower_ in ("who", "that") and _WHO_CLAUSE.search(text):
        return f"{text} and"
    clause = follower.head.i == root.i and follower.dep_ == "acl" and follower.tag_ != "VB"
    attached = follower.dep_ == "case" and follower.head.head.i == root.i
    if attached and follower.lower_ == "of":
        raise UnfitError("of after a phrase")
    if follower.lower_ == "since" and _WHO_CLAUSE.search(text):
        raise UnfitError("since after a clause in the present")
    if attached and follower.lower_ == "with" and " with " in text:
        raise UnfitError("with after with")
    if (clause or (attached and follower.lower_ == "with")) and _WHO_CLAUSE.search(text):
        raise UnfitError("words after a clause")
    return text


def _refuse_shared_article(passage: Passage, region: Region) -> None:
    """*The elderly and | wheelchair-bound eat first*: the second lives on the article of the first."""
    doc, root = passage.doc, passage.root
    pair = doc[region.end : region.end + 2]
    joined = len(pair) > 1 and pair[0].dep_ == "cc" and pair[0].head.i > pair[0].i
    adverb = joined and pair[1].tag_ == "RB" and pair[1].lower_.endswith("ly")
    if joined and not is_noun(root) and (adverb or _is_bare_adjective(pair[0].head)):
        raise UnfitError("an adjective for people that lives on the article before")


def _refuse_adverb_of_adjective(passage: Passage, region: Region) -> None:
    """*Actively | suicidal residents*: the adjective of the adverb would go."""
    before = passage.doc[region.start - 1] if region.start else None
    if before is None or before.tag_ != "RB":
        return
    if before.head.i != passage.root.i and region.start <= before.head.i < region.end:
        raise UnfitError("an adverb of an adjective that goes")


def _refuse_second_adjective(passage: Passage, region: Region) -> None:
    """*The homeless | mentally ill*: the group has one more adjective."""
    after = passage.doc[region.end : region.end + 2]
    if is_noun(passage.root) or not len(after):
        return
    adverb = after[0].tag_ == "RB" and after[0].lower_.endswith("ly") and len(after) > 1
    if after[1 if adverb else 0].tag_ == "JJ":
        raise UnfitError("a second adjective of the group")


def _refuse_shared_adjective(passage: Passage, region: Region) -> None:
    """*Disturbed children | and youth*: the adjective that goes may mean both.

    *A borderline | and a half* is no pair, and *an addict | or alcoholic* has one article.
    """
    doc = passage.doc
    pair = doc[region.end : region.end + 3]
    if len(pair) < 2 or pair[0].lower_ not in ("and", "or", "&", "/"):
        return
    if pair.text.lower() == "and a half":
        raise UnfitError("a half of a noun")
    before = doc[region.start - 1].lower_ if region.start else ""
    if before in ("a", "an") and pair[1].tag_ == "NN" and is_noun(passage.root):
        raise UnfitError("the second noun lives on the article before")
    person = passage.slots.get("person")
    described = person is not None and person[0] > passage.start
    if described and is_noun(pair[1]):
        raise UnfitError("the adjective may mean the second noun as well")


def _is_bare_adjective(token: Token) -> bool:
    """Whether a word after *and* is an adjective without an article of its own."""
    own = any(child.dep_ == "det" for child in token.lefts)
    return token.tag_ in ("JJ", "VBN", "VBD") and not own


def _refuse_owned_or_described(before: Token, root: Token) -> None:
    """*its people receiving services*, *assigned people receiving services*."""
    if before.tag_ == "POS" or before.lower_ in POSSESSIVES:
        raise UnfitError("people as a possession")
    described = before.dep_ == "amod" and before.head.i == root.i
    described |= before.tag_ == "JJ" and not is_noun(root)  # "Refractory depressives", misread
    if described and before.lower_ not in _PLAIN_ADJECTIVES:
        raise UnfitError("an adjective before a phrase")


def _is_bare(root: Token) -> bool:
    return all(child.dep_ in ("case", "cc", "punct") for child in root.lefts)


def _is_noun_before(before: Token, root: Token) -> bool:
    return before.dep_ == "compound" and before.head.i == root.i and is_noun(root)
