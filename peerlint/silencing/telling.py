"""Told, asked or refused: words that name a duty and give it to nobody.

The words themselves are data (`rules/lexicon/telling.yaml`); here is what hangs on the sentence's structure.
"""

from __future__ import annotations

from peerlint.matching.phrases import find_all
from peerlint.matching.tokens import light_view
from peerlint.nlp import syntax
from peerlint.nlp.classes import Classes, is_at
from peerlint.nlp.roles import PEER, title_at
from peerlint.nlp.sentence import Sentence
from peerlint.nlp.syntax import Token
from peerlint.silencing.cues import Cues
from peerlint.silencing.silence import Target

_SPEAKER = frozenset({"i", "we"})
_OPEN = frozenset({"whether", "if", "who", "what", "how", "why", "which"})
_STEPS = 8
_FAR = 20


def told(sentence: Sentence, target: Target, cues: Cues) -> str:
    """The word by which the sentence tells of the act and does not assign it.

    *I drove the van*, *they used to count pills*, *she asked whether coaches could test people*,
    *is refusing to attend rounds*.
    """
    classes = cues.classes
    below, at = None, sentence.doc[target.head]
    if once := _over(sentence, at, classes):
        return once
    for _ in range(_STEPS):
        cue = _tells(sentence, at, below, classes) or _left(sentence, at, below, classes)
        if cue:
            return cue
        if syntax.is_root(at):
            break
        below, at = at, at.head
    return ""


def _left(sentence: Sentence, at: Token, below: Token | None, classes: Classes) -> str:
    """*Leave the assessment and the paperwork to the clinician*."""
    if below is None or below.i < at.i or not is_at("LEAVING", sentence.view, at.i, classes):
        return ""
    view = sentence.view
    for to in range(below.i + 1, min(below.i + _FAR, len(view) - 1)):
        if view.lower[to] == "to":
            for start in range(to + 1, min(to + 4, len(view))):
                found = title_at(view, start, classes, sentence.place.cast)
                if found is not None:
                    return "" if found[1] == PEER else str(at.text)
    return ""


def _over(sentence: Sentence, verb: Token, classes: Classes) -> str:
    """The word that says so: *Our coaches once carried the cart*."""
    if not syntax.is_past(verb):
        return ""
    said = syntax.children(verb, "advmod")
    return next((str(w.text) for w in said if is_at("FORMERLY", sentence.view, w.i, classes)), "")


def _tells(sentence: Sentence, at: Token, below: Token | None, classes: Classes) -> str:
    subject = syntax.subject(at)
    spoken = subject is not None and subject.lower_ in _SPEAKER
    own = spoken and syntax.is_past(at) and _own_act(sentence, at, below, subject, classes)
    if own and not _is_record(sentence, classes):
        return f"{subject} {at.text}"
    if below is None:
        return "me" if _to_the_writer(sentence, at) else ""
    return str(at.text) if _frames(sentence, at, below, classes) else ""


def _frames(sentence: Sentence, at: Token, below: Token, classes: Classes) -> bool:
    """Whether the word asks about, hears of, refuses or looks back on what stands below it."""

    def of(name: str, word: Token = at) -> bool:
        return is_at(name, sentence.view, word.i, classes)

    relation = syntax.label(below)
    if relation == "xcomp":
        return of("REFUSING") or bool(at.lower_ == "used" and at.tag_ == "VBD")
    if relation == "obj":
        dismissed = of("DISMISSING") and bool(syntax.children(below, "acl:relcl"))
        return dismissed or (of("TURNING_DOWN") and of("ASSIGNMENT", below))
    if relation == "ccomp" and (of("CLAIMING") or (at.tag_ != "VB" and of("LEARNING_OF"))):
        return True
    if relation in ("ccomp", "advcl") and of("ASKING"):
        return _opens(below)
    return relation in ("obl", "advcl") and of("DRIFTING")


def _own_act(
    sentence: Sentence, verb: Token, below: Token | None, subject: Token, classes: Classes
) -> bool:
    """Whether the speaker did it, or was told to; not *we asked the coaches*, *I had her do it*."""
    if below is None or syntax.label(below) == "conj":
        return True
    if is_at("CAUSING", sentence.view, verb.i, classes):
        return False
    if syntax.label(subject) == "nsubj:pass":
        return True
    return syntax.label(below) in ("obj", "obl", "nmod") and below.i > verb.i


def _is_record(sentence: Sentence, classes: Classes) -> bool:
    """A worker's notes and logs tell in the past what is done."""
    if sentence.type == "treatment-plan":
        return True
    return any(
        find_all(classes["WORK_RECORD"], light_view(text)) for text in sentence.block.headings
    )


def _to_the_writer(sentence: Sentence, verb: Token) -> bool:
    """*She told me about her own year*, in a plan that the person writes."""
    return (
        sentence.type == "treatment-plan"
        and verb.tag_ in ("VBD", "VBZ")
        and any(noun.lower_ == "me" for noun in syntax.children(verb, "obj", "iobj"))
    )


def _opens(clause: Token) -> bool:
    first = sorted(word.i for word in clause.subtree)[0]
    return clause.doc[first].lower_ in _OPEN or any(
        word.lower_ in _OPEN for word in syntax.children(clause, "mark", "nsubj", "advmod")
    )
