"""Which words the filled template replaces, and which of them are said again after it."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from peerlint.rewording.fill import Source
from peerlint.rewording.grammar import is_verb_token, next_joint
from peerlint.rewording.inflection import noun_lemma
from peerlint.rewording.passage import Passage, UnfitError
from peerlint.rewording.words import (
    ADJUNCT_OPENERS,
    DOCUMENT_NOUNS,
    LASTING_PREPOSITIONS,
    MANNERS_IN,
    ORDER_NOUNS,
    PARTICLES,
    PLACES_ON,
    TIME_CLAUSES,
    TIME_NOUNS,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

Span = tuple[int, int]
_CORE = ("obj", "iobj", "nsubj", "compound", "root", "ROOT")
_COMPLETING = ("xcomp", "ccomp", "conj", "acl", "obj")


@dataclass(frozen=True, slots=True)
class Region:
    """Tokens `start` to `end` make room for the new text; `after` are kept words that follow it."""

    start: int
    end: int
    after: str = ""


def find_region(source: Source, used: Sequence[str], *, act: bool) -> Region:
    """The match, its verb's auxiliaries and the phrases the new text has taken in.

    `act` is true for templates that put another act in place of a duty: then phrases after the
    match that were taken into the new text leave their place, and so do phrases that only the old
    act could have (*to the nurse*, *in the log*, *as directed*). What stood between is said again
    at the end.
    """
    passage = source.passage
    start, end = passage.start, passage.end
    if end - start > 1 and passage.doc[end - 1].tag_ == "POS":
        end -= 1
    if source.modified is not None:
        return Region(start, source.modified[1])
    if source.verb is None:
        return Region(start, end)
    start = min(start, source.verb.start)
    taken = [_with_preposition(passage, passage.slots[name], end) for name in used]
    taken += _particles(passage, end)
    if source.verb.absorbed is not None:
        taken.append(source.verb.absorbed)
    if act:
        start = min(start, _first_of_joined_verbs(passage, start))
        taken += _of_the_old_act(passage, start, end)
    outside = sorted(span for span in taken if span[1] > end and span[0] >= passage.start)
    return _absorbing(passage, start, end, outside) if outside else Region(start, end)


def _first_of_joined_verbs(passage: Passage, start: int) -> int:
    """*count and | lock up pills*: a verb before the match that shares its object goes with it."""
    root = passage.root
    first = root.head
    if root.dep_ != "conj" or not is_verb_token(first) or first.i >= start or start > root.i:
        return start
    between = passage.doc[first.i + 1 : start]
    joined = all(word.dep_ in ("cc", "punct", "conj", "compound:prt") for word in between)
    own = any(child.dep_ in ("obj", "obl", "xcomp") for child in first.children)
    return int(first.i) if joined and len(between) and not own else start


def _with_preposition(passage: Passage, span: Span, end: int) -> Span:
    """The phrase with its preposition; a possessor takes what it owns along."""
    start = span[0]
    if start >= end and span[1] < len(passage.doc) and passage.doc[span[1]].tag_ == "POS":
        owned = passage.doc[span[0] : span[1]].root.head
        return _with_preposition(passage, (start, max(owned.i + 1, span[1] + 1)), end)
    while start > end and passage.doc[start - 1].dep_ in ("case", "mark", "fixed"):
        start -= 1
    return start, span[1]


def _particles(passage: Passage, end: int) -> list[Span]:
    """*handed | out*: the particle goes with its verb."""
    if end >= len(passage.doc):
        return []
    follower = passage.doc[end]
    own = follower.head.i == passage.root.i and follower.dep_ in ("compound:prt", "advmod")
    return [(end, end + 1)] if own and follower.lower_ in PARTICLES else []


def _of_the_old_act(passage: Passage, start: int, end: int) -> list[Span]:
    """Phrases after the match that make no sense once the act has gone."""
    spans = [_with_preposition(passage, span, end) for span in _object_span(passage)]
    root = passage.root
    limit = next_joint(root, end) or len(passage.doc)
    inside = [token for token in passage.doc[passage.start : end] if token.i != root.i]
    heads = [root, root.head] if start <= root.head.i < root.i else [root]
    spans += _rest_of_cut_phrase(passage, end)
    for head in [*heads, *inside]:
        outside = [child for child in head.children if child.i >= end]
        spans += [_whole(child) for child in outside if _goes(child)]
    for head in inside:
        outside = [child for child in head.children if child.i >= end]
        spans += [_whole(child) for child in outside if child.dep_ in _COMPLETING]
    team = passage.slots.get("team")
    if team is not None and team[0] >= end and _is_companion(passage, team):
        spans.append(_topmost(passage, passage.doc[team[0] : team[1]].root, end))
    return [(max(first, end), min(last, limit)) for first, last in spans if last > end < limit]


def _is_companion(passage: Passage, team: Span) -> bool:
    """*with the clinical team*, not *at the team meeting* nor *when the nurse is away*."""
    root = passage.doc[team[0] : team[1]].root
    prepositional = any(child.dep_ == "case" for child in root.lefts)
    return prepositional and root.dep_.startswith(("obl", "nmod"))


def _topmost(passage: Passage, token: Token, end: int) -> Span:
    """The phrase after the match that a word belongs to: *in collaboration with the team*."""
    while token.head.i >= end and token.head.dep_.startswith(("obl", "nmod")):
        token = token.head
    first, last = _whole(token)
    return _with_preposition(passage, (max(first, end), last), end)


def _object_span(passage: Passage) -> list[Span]:
    span = passage.slots.get("object")
    return [span] if span is not None and span[0] < passage.end else []


def _rest_of_cut_phrase(passage: Passage, end: int) -> list[Span]:
    """The noun after a match that ends before it: *urine drug | screens*."""
    last = passage.doc[end - 1]
    cut = last.dep_ in ("compound", "amod", "det", "nummod") and last.head.i >= end
    return [(end, last.head.i + 1)] if cut else []


def _goes(child: Token) -> bool:
    """Whether a phrase of the old act says neither when nor where."""
    if child.dep_ in ("advcl", "acl", "acl:relcl", "xcomp", "ccomp"):
        as_needed = _opens(child, ("as",)) and child.lower_ in ("needed", "appropriate", "possible")
        return not as_needed and child.left_edge.lower_ not in TIME_CLAUSES
    if child.dep_ == "advmod":
        return child.left_edge.lower_ not in ADJUNCT_OPENERS
    if not child.dep_.startswith(("obl", "nmod")):
        return False
    return not _says_when_or_where(child)


def _says_when_or_where(child: Token) -> bool:
    noun = noun_lemma(child.lower_)
    opener = next((case.lower_ for case in child.lefts if case.dep_ == "case"), "")
    if noun in DOCUMENT_NOUNS | ORDER_NOUNS:
        return False
    timed = any(noun_lemma(token.lower_) in TIME_NOUNS for token in child.subtree)
    if timed or not opener:
        return timed or child.like_num
    if opener == "as":
        return noun == "part"
    if opener not in LASTING_PREPOSITIONS:
        return False
    if opener == "by":
        return noun == "end"
    if opener == "on":
        return noun in PLACES_ON
    return opener != "in" or noun not in MANNERS_IN


def _opens(child: Token, words: Container[str]) -> bool:
    return any(mark.lower_ in words for mark in child.lefts if mark.dep_ in ("case", "mark"))


def _whole(child: Token) -> Span:
    return child.left_edge.i, child.right_edge.i + 1


def _absorbing(passage: Passage, start: int, end: int, outside: list[Span]) -> Region:
    between: list[str] = []
    at = end
    for span in outside:
        if span[0] > at:
            between.append(_loose_words(passage, at, span[0]))
        at = max(at, span[1])
    return Region(start, at, " ".join(filter(None, between)))


def refuse_cut_clause(passage: Passage, region: Region) -> None:
    """Raises UnfitError when a clause that begins in the region goes on after it."""
    above = {token.i for token in passage.root.ancestors}
    for token in passage.doc[region.end :]:
        cut = passage.start <= token.left_edge.i < region.end
        if cut and token.i not in above and token.dep_ in ("advcl", "ccomp", "acl", "acl:relcl"):
            raise UnfitError(f"the clause of {token.text} is cut")


def _loose_words(passage: Passage, start: int, end: int) -> str:
    words = passage.doc[start:end]
    if any(word.is_punct or word.dep_ == "cc" for word in words) or words[-1].dep_ == "case":
        raise UnfitError("the sentence goes on between the match and its phrase")
    tops = [word for word in words if not start <= word.head.i < end]
    if any(top.dep_ in _CORE and noun_lemma(top.lower_) not in TIME_NOUNS for top in tops):
        raise UnfitError("an object stands between the match and its phrase")
    return "" if words[-1].tag_ in ("IN", "TO", "VBN") else str(words.text)
