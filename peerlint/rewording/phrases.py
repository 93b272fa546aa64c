"""Noun phrases around a match: possessives turned round, coordination kept clear."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from peerlint.rewording.changes import Change, change_tokens
from peerlint.rewording.grammar import POSSESSIVES, is_noun, possessive_marker
from peerlint.rewording.inflection import article
from peerlint.rewording.passage import HEADING, Passage, UnfitError
from peerlint.rewording.region import Region
from peerlint.rewording.words import DETERMINERS
from peerlint.rewording.written_forms import phrase_core, phrase_is_plural

if TYPE_CHECKING:
    from spacy.tokens import Token

_KEPT = ("any", "each", "every", "this", "that", "these", "those", "no")


def possessive_change(passage: Passage, region: Region, text: str) -> Change | None:
    """The new phrase as a possessor; None when the match is none.

    *patients' plans* -> *people's plans*; a phrase with words after its noun follows with *of*:
    *schizophrenics' families* -> *the families of people diagnosed with schizophrenia*.
    """
    last = passage.doc[region.end - 1]
    marker = possessive_marker(last)
    if marker is None:
        return None
    core = phrase_core(text)
    if len(core) == len(text.split()):
        mark = "'" if text.endswith("s") and not text.endswith("ss") else "'s"
        return change_tokens(passage, region.start, marker.i + 1, text + mark)
    return _turned_round(passage, region, marker, last.head, text)


def _turned_round(
    passage: Passage, region: Region, marker: Token, owned: Token, text: str
) -> Change:
    doc = passage.doc
    between = list(doc[marker.i + 1 : owned.i + 1])
    if not between or not is_noun(owned) or any(word.lower_ == "own" for word in between):
        raise UnfitError("the possessive cannot be turned round")
    if possessive_marker(owned) is not None or any(word.is_punct for word in between):
        raise UnfitError("a chain of possessives")
    if any(child.dep_ == "conj" for child in owned.children):
        raise UnfitError("coordinated things")
    if any(child.dep_ == "conj" for child in doc[region.end - 1].children):
        raise UnfitError("coordinated possessors")
    start = _phrase_start(passage, region.start)
    the = "" if passage.form == HEADING else "the "
    end = _end_of_owned(passage, owned)
    words = doc[marker.i + 1 : end].text
    owner = _with_article(passage, region, start, text)
    return change_tokens(passage, start, end, f"{the}{words} of {owner}")


def _end_of_owned(passage: Passage, owned: Token) -> int:
    """*the client's | stage of recovery*: a short phrase with *of* stays with its noun."""
    after = next((word for word in passage.doc[owned.i + 1 : owned.i + 2]), None)
    if after is None or after.lower_ != "of":
        return int(owned.i + 1)
    thing = after.head
    goes_on = any(child.dep_ in ("nmod", "acl", "acl:relcl", "conj") for child in thing.rights)
    if thing.head.i != owned.i or goes_on:
        raise UnfitError("a long phrase with of")
    return int(thing.i + 1)


def _with_article(passage: Passage, region: Region, start: int, text: str) -> str:
    """A singular possessor keeps its article; a bare one gets *the*."""
    before = passage.doc[start].lower_ if start < region.start else "the"
    if before in _KEPT:
        return f"{before} {text}"
    if phrase_is_plural(text):
        return text
    return f"the {text}" if before == "the" else f"{article(text)} {text}"


def _phrase_start(passage: Passage, start: int) -> int:
    """Takes in the possessor's own article, which *of* makes superfluous or moves."""
    before = passage.doc[start - 1] if start else None
    if before is None or before.lower_ not in DETERMINERS | POSSESSIVES or before.tag_ == "IN":
        return start
    if before.lower_ not in ("a", "an", "the", *_KEPT):
        raise UnfitError(f"{before.text} before a possessor")
    return start - 1


_SHORT = 5
_WHO_CLAUSE = re.compile(r"\b(?:who|that)\b")
_PHRASE = re.compile(r"\b(?:who|with|in|of|we|receiving|diagnosed|experiencing)\b")


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


_PLAIN_ADJECTIVES = frozenset(
    {"many", "other", "several", "most", "few", "some", "all", "more", "young", "older", "local"}
)


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


def _is_bare(root: Token) -> bool:
    return all(child.dep_ in ("case", "cc", "punct") for child in root.lefts)


def _is_noun_before(before: Token, root: Token) -> bool:
    return before.dep_ == "compound" and before.head.i == root.i and is_noun(root)


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
