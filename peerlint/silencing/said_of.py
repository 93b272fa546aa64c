"""Of whom or what a match is said, where its words are a predicate."""

from __future__ import annotations

from collections.abc import Sequence

from peerlint.matching.phrases import find_all, longest_at
from peerlint.nlp import syntax
from peerlint.nlp.sentence import Sentence
from peerlint.nlp.syntax import Token
from peerlint.silencing.cues import Cues
from peerlint.silencing.silence import Target

_LINKING = frozenset(
    "be is are was were been remain remains remained stay stays stayed "
    "seem seems become becomes prove proves".split()
)
_STEPS = 4


def other_subject(sentence: Sentence, target: Target, cues: Cues) -> str:
    """The subject of the match where that is a thing or a body and no person is in the match.

    *the programs have been resistant*, *vendors that remain clean*, *his alarm clock is noncompliant*.
    """
    return _subject_of(("NO_PERSON",), sentence, target, cues)


def other_subject_of_passive(sentence: Sentence, target: Target, cues: Cues) -> str:
    """The same for passives alone, staff too: where the verb is active, staff control people."""
    top = _top(sentence, target)
    bodies = ("NO_PERSON", "PROVIDER")
    return _subject_of(bodies, sentence, target, cues) if syntax.is_passive(top) else ""


def _subject_of(names: Sequence[str], sentence: Sentence, target: Target, cues: Cues) -> str:
    """The noun of one of the classes that the match is said of."""
    view, start, end = sentence.view, target.start, target.end
    if any(start <= match.start < end for match in find_all(cues.classes["PERSON"], view)):
        return ""
    top = _top(sentence, target)
    noun = top.head if _describes(top, end) else _subject(top)
    if noun is None or start <= noun.i < end:
        return ""
    for name in names:
        for at in range(max(0, noun.i - 1), noun.i + 1):
            match = longest_at(cues.classes[name], view, at)
            if match is not None and match.end == noun.i + 1:
                return str(noun.text)
    return ""


def _top(sentence: Sentence, target: Target) -> Token:
    """The word of the match that stands above its others."""
    words = sentence.doc[target.start : target.end]
    outer = (t for t in words if syntax.is_root(t) or not target.start <= t.head.i < target.end)
    return next(outer, words[0])


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
