"""The role that a noun, a name or a pronoun stands for."""

from __future__ import annotations

from peerlint.matching.phrases import TokenView, longest_at
from peerlint.matching.tokens import light_view
from peerlint.nlp import syntax
from peerlint.nlp.classes import Classes, words_of
from peerlint.nlp.roles import OTHER, PEER, PERSON, UNKNOWN, Cast, bare_peer, title_at
from peerlint.nlp.sentence import Sentence
from peerlint.nlp.syntax import Token

_CLASSES = (
    ("PEER_TITLE", PEER),
    ("OTHER_TITLE", OTHER),
    ("THIS_ROLE", "role"),
    ("ROLE_MATTER", "role"),
    ("PEER_NOUN", PEER),
    ("PERSON", PERSON),
    ("EMPLOYER", OTHER),
    ("ANY_STAFF", "staff"),
)

PRONOUNS = frozenset(("he she they it s/he who that which him her them we us i one").split())

_ARTICLES = frozenset({"the", "this", "our", "your", "each", "every"})

_BEFORE_SUBJECT = frozenset(
    (
        "the a an each every all any our this these both no only lead senior assigned on duty and "
        " - * • ( ) 1 2 3 4 5 6 7 8 9 ."
    ).split()
)


def role_of(sentence: Sentence, noun: Token, classes: Classes) -> str:
    """The role of a noun phrase, its conjuncts included (one peer among several is enough)."""
    named = [*syntax.conjuncts(noun), *syntax.children(noun, "appos")]
    roles = [_single_role(sentence, member, classes) for member in named if not _excluded(member)]
    included = _behind(noun, "including")  # "all staff, including peer mentors": who is meant, too
    roles += [PEER for member in included if _single_role(sentence, member, classes) == PEER]
    for wanted in (PEER, OTHER, PERSON):
        if wanted in roles:
            return wanted
    return UNKNOWN


def _behind(noun: Token, preposition: str) -> list[Token]:
    """The nouns that the preposition ties to this one."""
    return [
        member
        for member in syntax.children(noun, "nmod", f"nmod:{preposition}")
        if any(word.lower_ == preposition for word in syntax.children(member, "case"))
    ]


def _excluded(noun: Token) -> bool:
    """*the nurse, not the peer specialist*: a conjunct that is denied."""
    before = noun.doc[max(0, noun.left_edge.i - 2) : noun.i]
    return (
        any(word.lower_ in ("not", "never", "than") for word in before)
        and syntax.label(noun) == "conj"
    )


def _single_role(sentence: Sentence, noun: Token, classes: Classes) -> str:
    if noun.lower_ in _OF_SEVERAL and (several := _behind(noun, "of")):
        return role_of(sentence, several[0], classes)  # "one of the coaches"
    if noun.lower_ in PRONOUNS:
        return _pronoun_role(sentence, noun, classes)
    if noun.lower_ == "each":  # of those said before, or of whom the place is about
        return _pronoun_antecedent(sentence, classes) or sentence.place.actor
    if noun.lower_ in words_of("OWN_KIN", classes) and not sentence.place.cast.role(noun.lower_):
        return OTHER
    if noun.lower_ in _OF_TWO:
        return _of_two(sentence, noun, classes)
    start, end = syntax.phrase_bounds(noun)
    end = max(end, noun.i + 1)
    role = role_in(sentence.view, start, end, noun.i, classes)
    known = _known(sentence, noun, start, end, role, classes) or _surname_role(sentence, noun)
    if known:
        return known
    if role in ("", PERSON, "staff", "role") and _called_by_title(sentence, noun, role):
        return sentence.place.role
    if role == PERSON and _is_member(sentence, noun, classes):
        return sentence.place.role
    if noun.lower_ == "you":
        return _addressed(sentence) or sentence.place.actor
    if role == "role":
        # "the specialist": whoever the document is about, else the other kind of specialist
        if sentence.place.role == PEER and noun.lower_ not in sentence.place.cast.shared:
            return PEER
        known = _pronoun_antecedent(sentence, classes)
        return known if known in (PEER, OTHER) else sentence.place.role
    if role == "staff":
        definite = (
            any(word.lower_ in ("the", "this") for word in noun.children) and noun.tag_ == "NN"
        )
        return sentence.place.actor if definite and sentence.place.actor == PEER else OTHER
    if not role and _is_named_person(sentence, noun):
        return _named_person_role(sentence, noun)
    return role or UNKNOWN


def _known(
    sentence: Sentence, noun: Token, start: int, end: int, role: str, classes: Classes
) -> str:
    """The role of a noun that the document uses for one: a name, *the coaches*, *employees in peer jobs*."""
    known = sentence.place.cast.role(noun.lower_)
    if known and (role in ("", PERSON, "staff", "role") or noun.i == start or _bare(noun)):
        return known
    if role in ("staff", "") and _longer(sentence, noun, classes, "PEER_TITLE"):
        return PEER
    if role in (PERSON, "staff", "") and _longer(sentence, noun, classes, "THIS_ROLE"):
        return PEER if sentence.place.role == PEER else ""
    return ""


def _surname_role(sentence: Sentence, noun: Token) -> str:
    """*Ms. Ruiz*, where the parse makes *Ms.* the head of a name that the document uses."""
    roles = (sentence.place.cast.role(name.lower_) for name in syntax.children(noun, "flat"))
    return next(filter(None, roles), "")


def _longer(sentence: Sentence, noun: Token, classes: Classes, name: str) -> bool:
    """Whether the noun opens a title of several words (*staff in your position*)."""
    node = classes.get(name)
    found = longest_at(node, sentence.view, noun.i) if node is not None else None
    return found is not None and found.end > noun.i + 1


def _bare(noun: Token) -> bool:
    """Whether nothing but articles stands before the noun in its phrase (*the manager*)."""
    return all(child.i > noun.i or child.pos_ == "DET" for child in noun.children)


def _named_person_role(sentence: Sentence, noun: Token) -> str:
    """In a plan a name is the person served; in a text with the peer worker's name above, that worker."""
    if sentence.type != "treatment-plan" and sentence.place.actor == PEER:
        verb = noun.i == 0 and noun.doc[1:2].text.lower() in _AFTER_VERB  # "Telephones the absent"
        return PEER if verb or noun.lower_ in sentence.place.titles else OTHER
    return PERSON


def _called_by_title(sentence: Sentence, noun: Token, role: str) -> bool:
    """*the greeter*, *operators*: a word of the title that names the worker of this section.

    A word for the people served must stand alone (*the student*, not *work-study students*).
    """
    place = sentence.place
    if place.role != PEER or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    if role == PERSON and not (_bare(noun) and noun.tag_ in ("NN", "NNP")):
        return False
    word = noun.lower_
    return (
        word in place.titles or word.removesuffix("s") in place.titles or f"{word}s" in place.titles
    )


def _is_member(sentence: Sentence, noun: Token, classes: Classes) -> bool:
    """*Corps members*, where the title speaks of a peer corps."""
    body = noun.doc[noun.i - 1].lower_ if noun.i else ""
    return (
        sentence.place.role == PEER
        and noun.lower_ in ("member", "members")
        and body in words_of("BODY_OF_STAFF", classes)
        and body in sentence.place.titles
    )


def _is_named_person(sentence: Sentence, noun: Token) -> bool:
    """*Mr. Okafor*, or in a plan any name at all."""
    if noun.pos_ != "PROPN":
        return False
    titled = any(word.lower_.rstrip(".") in ("mr", "mrs", "ms", "miss") for word in noun.subtree)
    return titled or sentence.type == "treatment-plan" or sentence.place.actor == PEER


def role_in(view: TokenView, start: int, end: int, head: int, classes: Classes) -> str:
    """The role named by the tokens `start` to `end`, a title that ends at `head` first; "" if none."""
    best: tuple[bool, int, int, str] | None = None
    for rank, (name, role) in enumerate(_CLASSES):
        node = classes.get(name)
        if node is None:
            continue
        for at in range(start, end):
            found = longest_at(node, view, at)
            if found is None or found.end > end:
                continue
            articles = view.lower[found.start] in _ARTICLES
            score = (found.end == head + 1, found.end - found.start - articles, -rank, role)
            if best is None or score > best:
                best = score
    if best is None or (not best[0] and best[3] in (PERSON, "staff", "role")):
        return ""
    return best[3]


def _addressed(sentence: Sentence) -> str:
    """The role of who is called by name before *you* (*Dee, can you …*), "" for nobody."""
    view = sentence.view
    named = view.lower[1:2] == (",",) and view.text[0].istitle()
    return sentence.place.cast.role(view.lower[0]) if named else ""


def _pronoun_role(sentence: Sentence, noun: Token, classes: Classes) -> str:
    word = noun.lower_
    if word == "i" and (told := _introduced(sentence, noun.i, classes)):
        return told
    if word in ("we", "us", "i", "one", "it"):
        own = word in ("we", "us", "i") or (word == "one" and syntax.is_root(noun))
        return sentence.place.actor if own else UNKNOWN
    if word == "who" and noun.i == 0 and (answer := _answer(sentence, classes)):
        return answer
    if word == "who" and (named := _named_in_brackets(sentence, classes, noun.i)):
        return named
    earlier = sentence.doc[: noun.left_edge.i].text
    for text in (earlier, sentence.before):
        role = last_role(
            light_view(text[-400:]), classes, sentence.place.cast, person=word in _ONE_PERSON
        )
        if role:
            return role
    actor = sentence.place.actor
    told_you = actor == PEER and not _YOU.isdisjoint(
        light_view(f"{sentence.before} {earlier}").words
    )
    return PERSON if actor == UNKNOWN or (told_you and word in _THIRD) else actor


def _introduced(sentence: Sentence, before: int, classes: Classes) -> str:
    """*I, a recovery coach at Two Rivers, … I also …*: what the writer is, if that was said."""
    view = light_view(f"{sentence.before} {sentence.doc[:before].text}")
    for at in range(len(view) - 3):
        if view.lower[at : at + 2] == ("i", ",") and view.lower[at + 2] in ("a", "an", "the"):
            found = title_at(view, at + 3, classes, sentence.place.cast)
            return found[1] if found else ""
    return ""


_OF_SEVERAL = frozenset("each one two three some any either several most all both".split())
_ONE_PERSON = frozenset("he she him her s/he".split())
_THIRD = frozenset("he she they him her them".split())
_YOU = frozenset({"you", "your"})


def _answer(sentence: Sentence, classes: Classes) -> str:
    """*Who counts heads: the aide*: whom the words after the colon name."""
    words = sentence.view.lower
    if ":" not in words:
        return _named_in_brackets(sentence, classes, 0)
    return first_role(
        light_view(str(sentence.doc[words.index(":") + 1 :].text)),
        classes,
        sentence.place.cast,
        _ANSWER,
    ) or (UNKNOWN if words.index(":") + 1 < len(words) else "")


_AFTER_VERB = frozenset("the a an all any each every their his her our your up out in to".split())


def _named_in_brackets(sentence: Sentence, classes: Classes, at: int) -> str:
    """*who drives (Ferris)*: whom a bracket right after the act names."""
    view = sentence.view
    opening = next((n for n in range(at, min(at + 8, len(view) - 2)) if view.lower[n] == "("), -1)
    if opening < 0 or not view.text[opening + 1].istitle() or "," in view.lower[at:opening]:
        return ""
    found = title_at(view, opening + 1, classes, sentence.place.cast)
    return found[1] if found is not None else OTHER


_OPENING = 8  # words of a sentence in which its subject is looked for
_ANSWER = 5  # words of an answer in which its subject is looked for
_OF_TWO = frozenset({"latter", "former"})


def _of_two(sentence: Sentence, noun: Token, classes: Classes) -> str:
    """*the former*, *the latter*: the first or second of the two roles named last."""
    text = f"{sentence.before} {sentence.doc[: noun.left_edge.i].text}"
    view, roles, at = light_view(text[-400:]), [], 0
    while at < len(view):
        found = title_at(view, at, classes, sentence.place.cast)
        if found is not None and not (found[0] == at + 1 and _is_loose_peer(view, at, classes)):
            roles.append(found[1])
        at = found[0] if found else at + 1
    if noun.lower_ == "latter":
        return roles[-1] if roles else UNKNOWN
    return roles[-2] if len(roles) > 1 else UNKNOWN


def _pronoun_antecedent(sentence: Sentence, classes: Classes) -> str:
    return last_role(light_view(sentence.before[-400:]), classes, sentence.place.cast)


def last_role(view: TokenView, classes: Classes, cast: Cast, *, person: bool = False) -> str:
    """The role that a pronoun after this text most likely means: peer or other title, else a person.

    `person`: the pronoun is *he* or *she*, which no department is.
    """
    found, bodies = "", words_of("BODY_OF_STAFF", classes)
    for at in range(len(view)):
        title = title_at(view, at, classes, cast)
        if title is None or (title[0] == at + 1 and _is_loose_peer(view, at, classes)):
            continue
        if title[1] == PEER:
            return PEER
        if not (person and view.lower[title[0] - 1] in bodies):
            found = OTHER
    return found


def _is_loose_peer(view: TokenView, at: int, classes: Classes) -> bool:
    """Whether the word is *peer*, but no worker (*peer review*)."""
    return view.lower[at] in ("peer", "peers") and not bare_peer(view, at, classes)


def first_role(view: TokenView, classes: Classes, cast: Cast, within: int = _OPENING) -> str:
    """The role title that opens the text as its subject, "" when there is none."""
    for at in range(min(within, len(view))):
        found = title_at(view, at, classes, cast)
        if found is not None:
            opening = view.lower[:at]
            return found[1] if all(word in _BEFORE_SUBJECT for word in opening) else ""
    return ""
