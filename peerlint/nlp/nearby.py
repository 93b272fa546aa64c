"""Who acts where no subject says so: titles nearby, the sentence before, the place."""

from __future__ import annotations

from collections.abc import Iterator

from peerlint.matching.phrases import TokenView
from peerlint.matching.tokens import light_view
from peerlint.nlp import syntax
from peerlint.nlp.classes import Classes, words_of
from peerlint.nlp.noun_roles import first_role, last_role
from peerlint.nlp.roles import (
    PEER,
    PERSON,
    UNKNOWN,
    Cast,
    bare_peer,
    is_peer_support,
    title_at,
)
from peerlint.nlp.sentence import Sentence
from peerlint.nlp.sentences import goes_on, last_sentence
from peerlint.nlp.syntax import Span, Token

_CLAUSE_STARTS = frozenset("; : . — – while when because if although but so ( )".split())

_PREPOSITIONS = frozenset(
    (
        "to by for with from of than on at in under before after between among alongside without "
        "via through per until beside near behind about like"
    ).split()
)

_TOO = frozenset({"too", "also", "likewise"})


def nearest_before(sentence: Sentence, verb: Token, classes: Classes, span: Span) -> str:
    """The last role title before a verb in its clause, for parses that lost the subject."""
    view = sentence.view
    start = verb.i
    while start > 0 and view.lower[start - 1] not in _CLAUSE_STARTS:
        start -= 1
    roles = []
    for at, end, role in _titles_in(sentence, start, verb.i, classes):
        denied = any(
            word in ("not", "never", "than") for word in view.lower[max(start, at - 2) : at]
        )
        within = at < span[1] and end > span[0]
        beside = _in_phrase(view, at, start) or (
            not (end == verb.i and verb.tag_ == "VBZ") and _is_complement(sentence, end, verb)
        )
        if not (denied or within or beside):
            roles.append(role)
    return roles[-1] if roles else ""


def _titles_in(
    sentence: Sentence, start: int, until: int, classes: Classes
) -> Iterator[tuple[int, int, str]]:
    """The titles that begin between two tokens: first token, end and role of each."""
    at = start
    while at < until:
        found = title_in(sentence, at, classes)
        if found is None:
            at += 1
            continue
        yield at, *found
        at = found[0]


def opened_by(sentence: Sentence, until: int, classes: Classes) -> str:
    """The role that opens the sentence as its subject, "" where another is named before `until`."""
    view, titles = sentence.view, list(_titles_in(sentence, 0, until, classes))
    if len({role for *_, role in titles}) != 1:
        return ""
    behind = titles[0][1]
    if behind >= len(view.tags) or view.tags[behind] not in _FINITE:
        return ""
    return first_role(view, classes, sentence.place.cast)


_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})


def _is_complement(sentence: Sentence, end: int, verb: Token) -> bool:
    """Whether the title that ends there is an object or part of another noun (*assist nurses in …*).

    Or the subject of a clause that the verb's own comes after (*when nurses are out, counts pills*;
    *ask what the nurse said and note it*).
    """
    last = sentence.doc[end - 1]
    while syntax.label(last) in ("compound", "nmod:poss", "flat") and not syntax.is_root(last):
        last = last.head
    if syntax.label(last) in ("nsubj", "nsubj:pass", "nsubj:outer"):
        return (
            last.head.i < verb.i
            and syntax.label(last.head) in ("advcl", "ccomp", "acl:relcl")
            and last.head.head.i in {verb.i, *(above.i for above in syntax.ancestors(verb))}
        )
    return last.head.i < last.i and syntax.label(last) in ("obj", "iobj", "obl", "nmod", "pobj")


def _in_phrase(view: TokenView, at: int, start: int) -> bool:
    """Whether a preposition opens the phrase the title stands in (*under the nurse*)."""
    before = view.lower[max(start, at - 2) : at]
    return any(word in _PREPOSITIONS for word in before)


def bracketed(sentence: Sentence, verb: Token, classes: Classes) -> str:
    """Whose work brackets tell of (*a nurse (holds and gives all medicines), a counselor*), or ""."""
    view = sentence.view
    opened = verb.i
    while opened >= 0 and view.text[opened] not in ("(", ")"):
        opened -= 1
    if opened < 1 or view.text[opened] == ")" or verb.tag_ not in ("VBZ", "VBP", "VBG"):
        return ""
    if any(
        syntax.subject(at) is not None for at in (verb, *syntax.ancestors(verb)) if at.i > opened
    ):
        return ""
    for at in range(max(0, opened - _TITLE), opened):
        found = title_in(sentence, at, classes)
        if found is not None and found[0] == opened:
            return found[1]
    return ""


def allotted(sentence: Sentence, end: int, classes: Classes) -> str:
    """Who gets what stands before a colon (*Counts, pat-downs, tickets: officers and planners*), or ""."""
    view = sentence.view
    at = next((n for n in range(end, len(view)) if view.text[n] in _ALLOTTING), len(view))
    roles = set()
    while (at := at + 1) < len(view):
        found = title_in(sentence, at, classes)
        if found is None and view.lower[at] not in _BETWEEN_TITLES:
            return ""
        if found is not None:
            roles.add(found[1])
            at = found[0] - 1
    return roles.pop() if len(roles) == 1 else ""


_TITLE = 6  # words of a title
_ALLOTTING = frozenset({":", "→", "=", "⇒"})
_BETWEEN_TITLES = frozenset(", and & / or the a . ; our your only".split())


def title_in(sentence: Sentence, at: int, classes: Classes) -> tuple[int, str] | None:
    """The title that begins at a token, with the document's own names: its end and its role."""
    return title_at(sentence.view, at, classes, sentence.place.cast)


def title_before(sentence: Sentence, end: int, classes: Classes) -> str:
    """The role of the title that ends where token `end` begins, else ""."""
    for start in range(max(0, end - _TITLE_WORDS), end):
        found = title_in(sentence, start, classes)
        if found is not None and found[0] == end:
            return found[1]
    return ""


_TITLE_WORDS = 5


def before_colon(sentence: Sentence, below: Token, classes: Classes) -> str:
    """Who stands before the colon (*Here is what I want the coaches to do: count pills*)."""
    if labelled := opening_label(sentence.view, classes, sentence.place.cast):
        return labelled
    view = sentence.view
    colon = next(at for at in range(below.i, -1, -1) if view.text[at] == ":")
    for at in range(colon):
        found = title_in(sentence, at, classes)
        if found is None or _is_spoken_to(view, at, found[0]) or _in_phrase(view, at, 0):
            continue
        if _acts(view, found[0]):
            return found[1]
    return sentence.place.actor


def _is_spoken_to(view: TokenView, at: int, end: int) -> bool:
    """*Bev, here is what I need*: one word that opens the sentence, before a comma."""
    return (at, end) == (0, 1) and view.text[1] == ","


def opening_label(view: TokenView, classes: Classes, cast: Cast) -> str:
    """The role that opens a line before a colon (*Peer mentor Quill: …*), "" for other labels."""
    colon = next((at for at in range(1, min(len(view), _LABEL)) if view.text[at] == ":"), 0)
    roles: set[str] = set()
    at = 0
    while at < colon:
        found = _title_of_label(view, at, classes, cast)
        if found is None and not (roles or at >= _BEFORE_NAME) and view.text[at].isalpha():
            if view.lower[at] in _PREPOSITIONS:
                return ""
        elif found is None and not _goes_with_title(view.text[at]):
            return ""
        if found is not None:
            roles.add(found[1])
        at = found[0] if found else at + 1
    return PEER if PEER in roles else (roles.pop() if len(roles) == 1 else "")


def _title_of_label(
    view: TokenView, at: int, classes: Classes, cast: Cast
) -> tuple[int, str] | None:
    """The title in a label; another role's must end it (*Nurse (2):*, not *Pharmacy Run:*)."""
    if is_peer_support(view, at):
        return at + 2, PEER
    found = title_at(view, at, classes, cast)
    if found is None:
        return None
    end, role = found
    if role == PEER:
        loose = end == at + 1 and view.lower[at] in ("peer", "peers")
        return None if loose and not bare_peer(view, at, classes) else found
    places = words_of("WORKPLACE", classes) | words_of("DEPARTMENT", classes)
    ends = not view.text[end][:1].isalpha() and view.lower[end - 1] not in places
    return found if ends else None


def _goes_with_title(word: str) -> bool:
    """Whether a word may stand beside a title in a label: a name, a number, a sign."""
    return word.istitle() or not word[:1].isalpha() or word in ("and", "the", "on", "duty")


_LABEL = 12  # words of a line in which its label may end
_BEFORE_NAME = (
    2  # words of another kind that a label may open with (*Credible messenger Jo (peer)*)
)


def _acts(view: TokenView, end: int) -> bool:
    """Whether a title that ends there is what is spoken of (not *pharmacy run*, *the nurse's fridge*)."""
    return not view.text[end][:1].isalpha() or view.pos[end] in ("VERB", "AUX", "ADV", "ADP")


def unsaid(sentence: Sentence, classes: Classes) -> str:
    """Nobody is named: a bullet or order speaks of whoever the place is about.

    After a semicolon, and in a finite sentence (*Ensures compliance*), the subject said before goes on.
    """
    actor, cast = sentence.place.actor, sentence.place.cast
    if labelled := opening_label(sentence.view, classes, cast):
        return labelled
    if sentence.view.text[0].istitle() and (named := cast.role(sentence.view.lower[0])):
        return named
    before = sentence.before.rstrip()
    if goes_on(before):
        view = light_view(last_sentence(before))
        said = opening_label(view, classes, cast) or first_role(view, classes, cast)
        return said or actor
    if before and (sentence.doc[0].tag_ == "VBZ" or not _TOO.isdisjoint(sentence.view.words)):
        said = first_role(light_view(last_sentence(before)), classes, cast)
        if said:
            return said
    if actor == UNKNOWN and before and sentence.doc[0].tag_ in ("VBZ", "MD", "VBD"):
        return last_role(light_view(before[-400:]), classes, cast) or actor
    return PERSON if actor == UNKNOWN and sentence.type == "treatment-plan" else actor
