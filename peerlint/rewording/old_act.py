"""The phrases around a duty's old act that make no sense once it has gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.rewording.grammar import SUBJECT, is_noun, is_verb_token, next_duty, shape
from peerlint.rewording.inflection import noun_lemma, parts_of_speech, verb_lemma
from peerlint.rewording.passage import Passage, Span
from peerlint.rewording.times_and_places import (
    is_opened_by,
    paces_the_act,
    says_the_workers_hours,
    says_when_or_where,
)
from peerlint.rewording.words import (
    ADJUNCT_OPENERS,
    DUTY_VERBS,
    FREQUENCIES,
    INTRANSITIVE,
    ORDERS,
    RESTRICTIVE,
    TIME_NOUNS,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMPLETING = ("xcomp", "ccomp", "conj", "acl", "obj")
_CLAUSE_ENDS = frozenset({";", ":", ".", "!", "?", "—", "–", "|", ")"})
_REASONS = frozenset({"so", "because", "lest"})
_BEFORE_NOUN = ("compound", "amod", "det", "nummod", "nmod:poss", "case")


def with_preposition(passage: Passage, span: Span, end: int) -> Span:
    """The phrase with its preposition; a possessor takes what it owns along."""
    start = span[0]
    if start >= end and span[1] < len(passage.doc) and passage.doc[span[1]].tag_ == "POS":
        owned = passage.doc[span[0] : span[1]].root.head
        return with_preposition(passage, (start, max(owned.i + 1, span[1] + 1)), end)
    while start > end and passage.doc[start - 1].dep_ in ("case", "mark", "fixed"):
        start -= 1
    return start, span[1]


def phrases_of_the_old_act(passage: Passage, start: int, end: int) -> list[Span]:
    """Phrases after the match that make no sense once the act has gone."""
    spans = [with_preposition(passage, span, end) for span in _object_span(passage)]
    root = passage.root
    limit = next_duty(root, end) or _end_of_clause(passage, end)
    inside = [token for token in passage.doc[passage.start : end] if token.i != root.i]
    heads = [root, root.head] if start <= root.head.i < root.i else [root]
    spans += _rest_of_cut_phrase(passage, end)
    spans += _restrictions(passage, end, limit)
    spans += _reasons_and_asides(passage, end, limit)
    spans += _occasions(passage, end, limit)
    for head in [*heads, *inside]:
        outside = [child for child in head.children if child.i >= end]
        spans += [_whole(child) for child in outside if _goes(child, timeless=passage.timeless)]
    for head in inside:
        outside = [child for child in head.children if child.i >= end]
        whole = head.i != root.i and _stands_in_a_clause(head, root)
        spans += [_whole(child) for child in outside if whole or _completes(child)]
    team = passage.slots.get("team")
    if team is not None and team[0] >= end and _is_companion(passage, team):
        spans.append(_topmost(passage, passage.doc[team[0] : team[1]].root, end))
    return [(max(first, end), min(last, limit)) for first, last in spans if last > end < limit]


def _end_of_clause(passage: Passage, end: int) -> int:
    doc = passage.doc
    apart = (word.i for word in doc[end:] if word.text in _CLAUSE_ENDS - {")"})
    return next(apart, len(doc))


def _stands_in_a_clause(head: Token, root: Token) -> bool:
    """*drop in, since the grant is | paid on visits*, *say who stayed | in bed*: not when."""
    while head.i != root.i and head.head.i != head.i:
        asked = head.dep_ == "acl:relcl" and any(word.lower_ == "who" for word in head.lefts)
        if asked or (head.dep_ in ("advcl", "ccomp") and head.head.i == root.i):
            return True
        head = head.head
    return False


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
    return with_preposition(passage, (max(first, end), last), end)


def _object_span(passage: Passage) -> list[Span]:
    span = passage.slots.get("object")
    return [span] if span is not None and span[0] < passage.end else []


def _rest_of_cut_phrase(passage: Passage, end: int) -> list[Span]:
    """The noun after a match that ends before it: *urine drug | screens*."""
    last = passage.doc[end - 1]
    cut = last.dep_ in _BEFORE_NOUN and last.head.i >= end
    if cut:
        return [(end, last.head.i + 1)]
    return [(end, end + 1)] if _is_last_word_alone(passage, end) else []


def _is_last_word_alone(passage: Passage, end: int) -> bool:
    """*give it one more | try*: a word that says nothing without the match before it."""
    doc = passage.doc
    if end >= len(doc) or (end + 1 < len(doc) and not doc[end + 1].is_punct):
        return False
    word = doc[end]
    timed = noun_lemma(word.lower_) in TIME_NOUNS or word.lower_ in FREQUENCIES
    return word.tag_ in ("NN", "NNS", "VB", "JJ", "VBN") and not timed


def _restrictions(passage: Passage, end: int, limit: int) -> list[Span]:
    """*only* during visits, and the way *back* of a ride."""
    doc = passage.doc
    spans = [(word.i, word.i + 1) for word in doc[end:limit] if word.lower_ in RESTRICTIVE]
    if [word.lower_ for word in doc[end : end + 2]] == [",", "including"]:
        stop = next((word.i for word in doc[end + 2 :] if word.is_punct), len(doc))
        spans.append((end, stop))
    for word in doc[end : len(doc) - 1]:
        if word.lower_ == "and" and doc[word.i + 1].lower_ in ("back", "from"):
            spans.append((word.i, word.i + 2))
    return spans


def _reasons_and_asides(passage: Passage, end: int, limit: int) -> list[Span]:
    """What the old act was for and its details: *so that no aide has to*, *(level 2 and up)*."""
    doc = passage.doc
    spans = []
    for word in doc[end:limit]:
        if word.text in _CLAUSE_ENDS:
            break
        if word.text == "(":
            close = next((other.i for other in doc[word.i :] if other.text == ")"), None)
            spans += [(word.i, close + 1)] if close is not None else []
            break
        if word.lower_ in _REASONS and word.i + 1 < len(doc) and not doc[word.i + 1].is_punct:
            stop = next((o.i for o in doc[word.i :] if o.text in _CLAUSE_ENDS), len(doc))
            first = word.i - 1 if word.i > end and doc[word.i - 1].text == "," else word.i
            spans.append((first, stop))
            break
    return spans


def _occasions(passage: Passage, end: int, limit: int) -> list[Span]:
    """*on days | the clerk is out*, *on mornings when no aide has come*: when somebody stands in."""
    doc = passage.doc
    for word in doc[end : min(limit, len(doc) - 1)]:
        timed = noun_lemma(word.lower_) in TIME_NOUNS and word.dep_.startswith(("obl", "nmod"))
        if timed and opens_clause(doc[word.i + 1]):
            stop = next((o.i for o in doc[word.i :] if o.text in _CLAUSE_ENDS | {","}), len(doc))
            return [(word.left_edge.i, stop)]
    return []


def opens_clause(word: Token) -> bool:
    """Whether a clause begins with this word: *days | the clerk is out*, *mornings | when …*."""
    if word.lower_ in ("when", "whenever"):
        return True
    subjects = [t for t in (word, *word.ancestors) if t.dep_ in SUBJECT and t.head.i > t.i]
    return any(subject.left_edge.i == word.i for subject in subjects)


def _completes(child: Token) -> bool:
    """Whether a phrase after the match is the rest of a phrase inside it."""
    joined = child.dep_ == "conj" and child.tag_ in ("VB", "VBZ", "VBP")
    duty = joined and (child.tag_ == "VBZ" or is_verb_token(child.head))
    return child.dep_ in _COMPLETING and not duty


def _goes(child: Token, *, timeless: bool) -> bool:
    """Whether a phrase of the old act says neither when nor where, or may not say it."""
    if _opens_next_act(child):
        return False
    if paces_the_act(child):
        return True
    if timeless and child.dep_.startswith(("obl", "nmod", "advmod")):
        return not says_the_workers_hours(child)
    if _is_next_of_list(child):
        return False
    thing = child.dep_ == "obj" and noun_lemma(child.lower_) not in TIME_NOUNS
    misread = _is_noun_read_as_verb(child) or _is_last_noun(child) or _is_joined_to_nothing(child)
    if thing or misread:
        return True
    if child.left_edge.lower_ in FREQUENCIES:
        return False
    if child.dep_ in ("advcl", "acl", "acl:relcl", "xcomp", "ccomp"):
        if child.lower_ in ORDERS and not any(word.dep_ in SUBJECT for word in child.children):
            return True
        as_needed = is_opened_by(child, ("as",)) and child.lower_ in (
            "needed",
            "appropriate",
            "possible",
        )
        return not as_needed
    if child.dep_ == "advmod":
        if child.lower_ == "home" and is_noun(child.doc[child.i - 1]):
            return False  # "at the group | home"
        return child.left_edge.lower_ not in ADJUNCT_OPENERS
    if not child.dep_.startswith(("obl", "nmod")):
        return False
    return not says_when_or_where(child)


def _opens_next_act(child: Token) -> bool:
    """*and | when there is time, talks with people*: the clause belongs to what follows it."""
    before = child.doc[child.left_edge.i - 1] if child.left_edge.i else child
    return child.dep_ == "advcl" and before.lower_ in ("and", "or") and before.dep_ == "cc"


def _is_joined_to_nothing(child: Token) -> bool:
    """*who seemed | withdrawn*: the rest of a phrase, read as one more of a list."""
    before = child.doc[child.left_edge.i - 1] if child.left_edge.i else child
    joined = any(word.dep_ in ("cc", "punct") for word in (child.left_edge, before))
    return child.dep_ == "conj" and child.tag_ in ("VBN", "JJ") and not joined


def _is_noun_read_as_verb(child: Token) -> bool:
    """*for intent, plan and | means*: the last of several nouns, read as the next verb."""
    alone = all(word.dep_ in ("cc", "punct") for word in child.children)
    ends = child.i + 1 == len(child.doc) or child.doc[child.i + 1].is_punct
    verb = child.dep_ == "conj" and is_verb_token(child)
    return verb and alone and ends and "NOUN" in parts_of_speech(child.lower_)


def _is_last_noun(child: Token) -> bool:
    """*scrubbing the urns, restrooms and | hut*: a noun at the end, joined to the verb."""
    alone = all(word.dep_ in ("cc", "punct", "det") for word in child.children)
    ends = child.i + 1 == len(child.doc) or child.doc[child.i + 1].is_punct
    joined = child.dep_ == "conj" and is_noun(child) and is_verb_token(child.head)
    known = verb_lemma(child.lower_) in INTRANSITIVE | DUTY_VERBS
    act = known and shape(child.lower_) == shape(child.head.lower_)
    return joined and alone and ends and not act


def _is_next_of_list(child: Token) -> bool:
    """*making coffee, | stuffing envelopes*: the next duty of a list, read as a clause."""
    first = child.left_edge
    listed = (first.i > 0 and child.doc[first.i - 1].text == ",") or first.text == ","
    return listed and child.dep_ == "advcl" and child.tag_ == "VBG" == child.head.tag_


def _whole(child: Token) -> Span:
    return child.left_edge.i, child.right_edge.i + 1
