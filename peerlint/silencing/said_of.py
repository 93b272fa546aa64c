"""Of whom or what a match is said, where its words are a predicate."""

from __future__ import annotations

from collections.abc import Sequence

from peerlint.matching.phrases import find_all, longest_at
from peerlint.matching.tokens import light_view
from peerlint.nlp import syntax
from peerlint.nlp.classes import Classes, is_at
from peerlint.nlp.sentence import Sentence
from peerlint.nlp.syntax import Token
from peerlint.silencing.cues import Cues
from peerlint.silencing.silence import Target

_LINKING = frozenset(
    "be is are was were been remain remains remained stay stays stayed "
    "seem seems become becomes prove proves".split()
)
_STEPS = 4
_BEFORE = 400  # characters before a word that may say whom it stands for
_ONE_MEANT = frozenset({"he", "she"})


def other_subject(sentence: Sentence, target: Target, cues: Cues) -> str:
    """The subject of the match where that is a thing or a body and no person is in the match.

    *the programs have been resistant*, *vendors that remain clean*, *his alarm clock is noncompliant*.
    """
    return _subject_of(("NO_PERSON",), sentence, target, cues)


def other_subject_of_passive(sentence: Sentence, target: Target, cues: Cues) -> str:
    """The same for what befalls the subject, staff too: where the verb is active, staff control people.

    *vendors may be suspended*, *bidders lose the right to appeal*, *the clerk shall comply with orders*.
    """
    top = _top(sentence, target)
    bodies = ("NO_PERSON", "PROVIDER", "OTHER_TITLE")
    befalls = syntax.is_passive(top) or is_at("BEFALLING", sentence.view, top.i, cues.classes)
    return _subject_of(bodies, sentence, target, cues) if befalls else ""


def _subject_of(names: Sequence[str], sentence: Sentence, target: Target, cues: Cues) -> str:
    """The noun of one of the classes that the match is said of."""
    view, start, end = sentence.view, target.start, target.end
    if any(start <= match.start < end for match in find_all(cues.classes["PERSON"], view)):
        return ""
    top = _top(sentence, target)
    noun = top.head if _describes(top, end) else _subject(top, sentence, cues.classes)
    if noun is not None and noun.lower_ in _ONE_MEANT:
        return _meant_before(sentence, noun.i, "ANIMAL", cues.classes)
    if _names_doers(top) and (noun is None or start <= noun.i < end):
        return _meant_before(sentence, start, "OUTSIDER", cues.classes)
    if noun is None or start <= noun.i < end:
        return ""
    for one in _same(noun):
        if said := _named(sentence, one, names, cues.classes):
            return said
    if _names_doers(noun) and not _named(sentence, noun, ("PERSON", "PEER_TITLE"), cues.classes):
        return _meant_before(sentence, noun.i, "OUTSIDER", cues.classes)
    return ""


def _named(sentence: Sentence, noun: Token, names: Sequence[str], classes: Classes) -> str:
    """The noun, where it ends words of one of the classes."""
    for name in names:
        for at in range(max(0, noun.i - 1), noun.i + 1):
            match = longest_at(classes[name], sentence.view, at)
            if match is not None and match.end == noun.i + 1:
                return str(noun.text)
    return ""


def _names_doers(noun: Token) -> bool:
    """*violators*, *offenders*: a word for people that says no more than what they do."""
    return bool(noun.tag_ == "NNS" and noun.lower_.endswith(("tors", "ders")))


def _same(noun: Token) -> list[Token]:
    """The noun, and those that the sentence says are the same (*the copier, a noncompliant beast*)."""
    same = [noun, syntax.subject(noun)]
    if syntax.label(noun) == "appos":
        same.append(noun.head)
    return [token for token in same if token is not None]


def _meant_before(sentence: Sentence, at: int, name: str, classes: Classes) -> str:
    """Whom words such as *violators* or *he* stand for: of whom alone the text before them speaks."""
    if sentence.type == "treatment-plan":
        return ""
    before = light_view(f"{sentence.before[-_BEFORE:]} {sentence.doc[:at].text}")
    if any(find_all(classes[served], before) for served in ("PERSON", "PEER_TITLE", "KIN")):
        return ""
    found = find_all(classes[name], before)
    return " ".join(before.text[found[-1].start : found[-1].end]) if found else ""


def _top(sentence: Sentence, target: Target) -> Token:
    """The word of the match that stands above its others."""
    words = sentence.doc[target.start : target.end]
    outer = (t for t in words if syntax.is_root(t) or not target.start <= t.head.i < target.end)
    return next(outer, words[0])


def _describes(top: Token, end: int) -> bool:
    """Whether the match stands before the noun that it describes (*non-compliant claims*).

    Several people before a single noun are its subject, misread (*frequent flyers account for a third*).
    """
    if syntax.label(top) == "compound" and top.tag_ == "NNS" and top.head.tag_ == "NN":
        return False
    return syntax.label(top) in ("amod", "compound") and top.i < end <= top.head.i


def _subject(at: Token, sentence: Sentence, classes: Classes) -> Token | None:
    """The noun that a predicate is said of, through relative clauses, linking verbs and *have*."""
    for _ in range(_STEPS):
        subject = syntax.subject(at)
        relation = syntax.label(at)
        if subject is not None:
            return at.head if subject.tag_ in ("WDT", "WP") and "acl" in relation else subject
        if relation in ("acl", "acl:relcl") or _is_had(at) or _goes_on_after_who(at):
            return at.head
        linked = relation == "xcomp" and at.head.lower_ in _LINKING
        shown = _is_shown(at) and is_at("SHOWING", sentence.view, at.head.i, classes)
        if not linked and not shown and relation != "conj":
            return None
        at = at.head
    return None


def _is_shown(noun: Token) -> bool:
    """*show a lack of insight*: a quality, not people (*show offenders the door*)."""
    return bool(syntax.label(noun) == "obj" and noun.tag_ == "NN")


def _is_had(noun: Token) -> bool:
    """*an oven with poor insight*: whose quality the noun is."""
    return syntax.label(noun) == "nmod" and noun.tag_ == "NN" and syntax.preposition(noun) == "with"


def _goes_on_after_who(verb: Token) -> bool:
    """*vendors who delay or make excuses*, where the parse joins the second verb to the noun."""
    return (
        syntax.label(verb) == "conj"
        and verb.pos_ == "VERB"
        and verb.head.pos_ in ("NOUN", "PROPN")
        and bool(syntax.children(verb.head, "acl:relcl"))
    )
