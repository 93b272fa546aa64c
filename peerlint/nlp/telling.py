"""Told, asked or refused: words that name a duty and give it to nobody."""

from __future__ import annotations

import re
from collections.abc import Mapping

from peerlint.nlp import syntax
from peerlint.nlp.noun_roles import role_of
from peerlint.nlp.roles import PEER, title_at
from peerlint.nlp.sentence import Sentence
from peerlint.nlp.syntax import Token
from peerlint.rulebook.pattern import Node

_SPEAKER = frozenset({"i", "we"})
_PAST_AUX = frozenset({"was", "were", "had", "been", "'ve", "have"})
_RECORD = re.compile(r"\b(?:logs?|notes?|shift|diary|journal|reports?|record|sheet)\b", re.I)
_ASKING = frozenset({"ask", "asks", "asked", "asking", "wonder", "wonders", "wondered", "debated"})
_OPEN = frozenset({"whether", "if", "who", "what", "how", "why", "which"})
_LEARNING_OF = frozenset({"hear", "hears", "heard", "read", "learned"})
_REFUSING = frozenset({"refuse", "refuses", "refused", "refusing"})
_DRIFTING = frozenset({"drift", "drifts", "drifted", "drifting", "creep", "slide", "sliding"})


def told(sentence: Sentence, head: int, classes: Mapping[str, Node]) -> str:
    """The word by which the sentence tells of the act at `head` and does not assign it, or "".

    *I drove the van*, *they used to count pills*, *she asked whether coaches could test people*,
    *is refusing to attend rounds*.
    """
    if _TEST.search(sentence.before) or any(map(_TEST.search, sentence.block.headings[-1:])):
        return "true or false"
    if any(map(_CASE.search, sentence.block.headings)) or _DISCUSSED.match(sentence.after):
        return "a case to discuss"
    if _YEARS_AGO.match(sentence.doc.text) and _in_past_clause(sentence.doc[head]):
        return "years ago"
    if _is_past(sentence.doc[head]) and _is_over(sentence, sentence.doc[head]):
        return "in the past"
    if said := _turned_down(sentence, head, classes):
        return said
    if _in_report(sentence) and _found_in_past(sentence.doc[head]):
        return "found in the past"
    if _BIOGRAPHY.search(sentence.block.label):
        return sentence.block.label
    below, at = None, sentence.doc[head]
    for _ in range(_STEPS):
        cue = _tells(sentence, at, below) or _left(sentence, at, below, classes)
        if cue:
            return cue
        if syntax.is_root(at):
            break
        below, at = at, at.head
    return ""


def holds(condition: str, sentence: Sentence) -> bool:
    """Whether what a cue's `if` asks for holds (`peerlint.rulebook.cues.CONDITIONS`)."""
    return condition == "question" and sentence.is_question


_STEPS = 8
_TEST = re.compile(r"\btrue or false\b|\bquiz\b", re.I)
_CASE = re.compile(
    r"\b(?:vignettes?|scenarios?|dilemmas?|case examples?|what would you do)\b", re.I
)
_DISCUSSED = re.compile(
    r"[^.?!]{0,80}\bwhat (?:should|would|could|do|does|might|can) \w+ (?:do|say|tell|answer)\b[^.!]*\?"
    r"|\W*(?:please )?discuss\b\W",
    re.I,
)
_SAID_NO_WITHIN = re.compile(
    r"\b(?:and|but|so) (?:he|she|they|i|we)(?:['’]d| had|) ?(?:both |all |rightly )?"
    r"(?:said no|refused|declined|turned (?:it|that|him|her|them) down|didn['’]t|did not)\b",
    re.I,
)
# *Asked again to cover the desk; said no*
_REFUSED = re.compile(r"\W*(?:i |we )?(?:said no|declined|refused|told them no)\b", re.I)
_SAID_NO = re.compile(
    r"\W*(?:and |but |so )?(?:he|she|they|i|we|[A-Z]\w+)(?:['’]d| had|) ?(?:both |all |rightly )?"
    r"(?:said no|refused|declined|turned (?:it|that|him|her|them) down|didn['’]t|did not|would not"
    r"|wouldn['’]t)\b",
    re.I,
)
_REPORT = re.compile(
    r"\b(?:audit\w*|alert|survey|self-study|inquir(?:y|ies)|investigat\w+|rulings?|arbitrat\w+|award"
    r"|lawsuit|settlement|complaints?|grievances?|testimony|inspection|lessons|fidelity|findings"
    r"|(?:time|job|pilot|case) study|bulletin|history|exhibit|evaluator\W?s?"
    r"|evaluation (?:report|of)|what we learned|interim report)\b",
    re.I,
)
_BIDDING = frozenset(
    "ask asks asked tell tells told want wants wanted order orders ordered direct directs directed "
    "instruct instructed press pressed urge urged".split()
)
_BIOGRAPHY = re.compile(r"\bstrengths?\b|\bhistory\b", re.I)


def _turned_down(sentence: Sentence, head: int, classes: Mapping[str, Node]) -> str:
    """*The nurse asked her to count sharps, and she said no*: asked by others and refused."""
    token = sentence.doc[head]
    for at in syntax.ancestors(token):
        if at.lower_ not in _BIDDING or at.i > head:
            continue
        subject = syntax.subject(at)
        if subject is None and at.i == 0:
            found = _REFUSED.match(sentence.after)
            return str(found[0].strip()) if found else ""
        if subject is None or role_of(sentence, subject, classes) == PEER:
            return ""
        rest = str(sentence.doc[head:].text)
        found = _SAID_NO_WITHIN.search(rest) or _SAID_NO.match(sentence.after)
        return str(found[0].strip()) if found else ""
    return ""


def _in_report(sentence: Sentence) -> bool:
    """Whether the text reports on what others did: an audit, a ruling, a survey."""
    return any(_REPORT.search(heading) for heading in sentence.block.headings)


def _found_in_past(verb: Token) -> bool:
    """Whether the predicate, or the one above it, stands in the past."""
    for at in (verb, *syntax.ancestors(verb)):
        if at.tag_ in ("VBD", "VBN"):
            return _is_past(at)
        if at.tag_ in ("VBZ", "VBP", "MD"):
            return False
    return False


_LEAVING = frozenset({"leave", "leaves", "leaving", "left"})
_TURNING_DOWN = frozenset(
    {"decline", "declines", "declined", "declining", "refuse", "refuses", "reject", "rejects"}
)
_DISMISSING = frozenset(
    "remove removes dismiss dismisses discipline disciplines terminate terminates fire fires "
    "report reports suspend suspends".split()
)
_CLAIMING = frozenset("contend contends contended allege alleges alleged claims claimed".split())
_YEARS_AGO = re.compile(
    r"^\W*(?:(?:in|until|till|before|back in|prior to|from) (?:19|20)\d\d\b"
    r"|(?:early on|at first|back then|in those (?:days|years)|in the early (?:days|years)"
    r"|in the (?:first|second) year|for years|once upon a time)\b)",
    re.I,
)
_REQUEST = frozenset({"request", "requests", "order", "orders", "assignment", "assignments"})


def _left(sentence: Sentence, at: Token, below: Token | None, classes: Mapping[str, Node]) -> str:
    """*Leave the assessment and the paperwork to the clinician*."""
    if below is None or at.lower_ not in _LEAVING or below.i < at.i:
        return ""
    view = sentence.view
    for to in range(below.i + 1, min(below.i + _FAR, len(view) - 1)):
        if view.lower[to] == "to":
            for start in range(to + 1, min(to + 4, len(view))):
                found = title_at(view, start, classes, sentence.place.cast)
                if found is not None:
                    return "" if found[1] == PEER else str(at.text)
    return ""


_FAR = 20
_CAUSED = frozenset({"had", "made", "let", "got"})


def _is_over(sentence: Sentence, verb: Token) -> bool:
    """*Until last spring our coaches collected urine*, *once carried the cart*."""
    once = any(word.lower_ in _ONCE for word in syntax.children(verb, "advmod"))
    return once or bool(_UNTIL.match(sentence.doc.text))


_ONCE = frozenset({"formerly", "previously", "once"})
_UNTIL = re.compile(
    r"^\W*(?:until|till|up to|before) (?:last|this|recently|the (?:change|new|old|audit|review|survey)"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:19|20)\d\d)\b",
    re.I,
)


def _in_past_clause(verb: Token) -> bool:
    """*In 2019 the board adopted rules under which aides passed pills*: not a note's own verb."""
    return bool(verb.tag_ == "VBD" and not syntax.is_root(verb))


def _tells(sentence: Sentence, at: Token, below: Token | None) -> str:
    subject = syntax.subject(at)
    spoken = subject is not None and subject.lower_ in _SPEAKER
    if spoken and _is_past(at) and not _is_record(sentence) and _own_act(at, below, subject):
        return f"{subject} {at.text}"
    if below is None:
        return "me" if _to_the_writer(sentence, at) else ""
    return str(at.text) if _frames(at, below) else ""


def _frames(at: Token, below: Token) -> bool:
    """Whether the word asks about, hears of, refuses or looks back on what stands below it."""
    word, relation = at.lower_, syntax.label(below)
    if relation == "xcomp":
        return word in _REFUSING or (word == "used" and at.tag_ == "VBD")
    if relation == "obj":
        if word in _DISMISSING:
            return bool(syntax.children(below, "acl:relcl"))
        return word in _TURNING_DOWN and below.lower_ in _REQUEST
    if relation == "ccomp" and word in _LEARNING_OF:
        return bool(at.tag_ != "VB")
    if relation == "ccomp" and word in _CLAIMING:
        return True
    if relation in ("ccomp", "advcl") and word in _ASKING:
        return _opens(below)
    return relation in ("obl", "advcl") and word in _DRIFTING


def _is_past(verb: Token) -> bool:
    if verb.tag_ == "VBD":
        return True
    aux = syntax.children(verb, "aux", "aux:pass", "cop")
    return verb.tag_ == "VBN" and any(word.lower_ in _PAST_AUX for word in aux)


def _own_act(verb: Token, below: Token | None, subject: Token) -> bool:
    """Whether the speaker did it, or was told to; not *we asked the coaches*, *I had her do it*."""
    if below is None or syntax.label(below) == "conj":
        return True
    if verb.lower_ in _CAUSED:
        return False
    if syntax.label(subject) == "nsubj:pass":
        return True
    return syntax.label(below) in ("obj", "obl", "nmod") and below.i > verb.i


def _is_record(sentence: Sentence) -> bool:
    """A worker's notes and logs tell in the past what is done."""
    headings = " ".join(sentence.block.headings)
    return sentence.type == "treatment-plan" or bool(_RECORD.search(headings))


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
