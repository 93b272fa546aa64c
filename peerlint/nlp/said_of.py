"""Of whom or what a match is said, where its words are a predicate."""

from __future__ import annotations

from collections.abc import Mapping

from peerlint.matching.phrases import find_all, longest_at
from peerlint.nlp import syntax
from peerlint.nlp.sentence import Sentence
from peerlint.nlp.syntax import Token
from peerlint.rulebook.pattern import Node

_LINKING = frozenset(
    "be is are was were been remain remains remained stay stays stayed "
    "seem seems become becomes prove proves".split()
)
_STEPS = 4


def other_subject(
    sentence: Sentence, start: int, end: int, classes: Mapping[str, Node], active: bool
) -> str:
    """The subject of the match where that is a thing or a body and no person is in the match.

    *the programs have been resistant*, *vendors that remain clean*, *his alarm clock is noncompliant*.
    `active`: whether an active verb counts; where staff control people, it does not.
    """
    view = sentence.view
    if any(start <= match.start < end for match in find_all(classes["PERSON"], view)):
        return ""
    top = next(
        (t for t in sentence.doc[start:end] if syntax.is_root(t) or not start <= t.head.i < end),
        sentence.doc[start],
    )
    if not active and not syntax.is_passive(top):
        return ""
    noun = top.head if _describes(top, end) else _subject(top)
    if noun is None or start <= noun.i < end:
        return ""
    bodies = ("NO_PERSON",) if active else ("NO_PERSON", "PROVIDER")
    for name in bodies:
        for at in range(max(0, noun.i - 1), noun.i + 1):
            match = longest_at(classes[name], view, at)
            if match is not None and match.end == noun.i + 1:
                return str(noun.text)
    return ""


def _describes(top: Token, end: int) -> bool:
    """Whether the match stands before the noun that it describes (*non-compliant claims*)."""
    return syntax.label(top) in ("amod", "compound") and top.i < end <= top.head.i


def _subject(at: Token) -> Token | None:
    """The noun that a predicate is said of, through relative clauses and linking verbs."""
    for _ in range(_STEPS):
        subject = syntax.subject(at)
        relation = syntax.label(at)
        if subject is not None:
            return at.head if subject.tag_ in ("WDT", "WP") and "acl" in relation else subject
        if relation in ("acl", "acl:relcl"):
            return at.head
        if relation == "conj" or (relation == "xcomp" and at.head.lower_ in _LINKING):
            at = at.head
        else:
            return None
    return None
