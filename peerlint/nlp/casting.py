"""Whom a document means by first names and short titles (*Sam, our peer*; *the coach*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field

from peerlint.document import Block, BlockKind
from peerlint.matching.phrases import TokenView
from peerlint.nlp.classes import Classes, words_of
from peerlint.nlp.naming import Names, Title
from peerlint.nlp.roles import PEER, Cast, Roles, bare_peer, is_peer_support
from peerlint.nlp.rosters import names_in_capitals, roster
from peerlint.values import dataclass


@dataclass()
class _Heard:
    """What the blocks of a document say: names of peer workers and others, last words of titles."""

    peers: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)
    short: set[str] = field(default_factory=set)
    shared: set[str] = field(default_factory=set)


def cast_of(blocks: Sequence[tuple[Block, TokenView]], title: TokenView, roles: Roles) -> Cast:
    """Read the names and short titles of a document from its blocks and its title."""
    names = Names(roles.classes)
    heard = _Heard()
    told: list[TokenView] = []
    for block, view in blocks:
        titles = [*roles.titles(view), *_bare(view, roles.classes), *_in_brackets(view)]
        for _start, end, role in titles:
            (heard.short if role == PEER else heard.shared).add(view.lower[end - 1])
        if block.kind not in (BlockKind.HEADING, BlockKind.TITLE):
            told.append(view)
            _hear(view, titles, names, roles, heard)
        else:
            heard.short.update(_called_in_title(view, titles, roles))
    heard.peers.update(names_in_capitals(told, roles, names))
    if _is_of_peers(title, roles):
        heard.peers |= set(roster(blocks, names)) - heard.others - heard.shared
    known = {form for word in _short_titles(blocks, title, roles, heard) for form in _forms(word)}
    for view in told:
        called = [(at, at + 1, PEER) for at, word in enumerate(view.lower) if word in known]
        heard.peers.update(view.lower[at] for at, _ in names.told(view, called))
    heads = {form for word in heard.shared for form in _forms(word)}
    return Cast(
        frozenset(known | heard.peers),
        frozenset(heard.others - heard.peers - known),
        frozenset(heads - known),
    )


def _hear(
    view: TokenView, titles: Sequence[Title], names: Names, roles: Roles, heard: _Heard
) -> None:
    """Names told with a title, and plain nouns that are said to mean a peer worker."""
    for at, role in names.told(view, titles):
        if not roles.length("OTHER_TITLE", view, at):
            (heard.peers if role == PEER else heard.others).add(view.lower[at])
    for letters, role in names.initials(view, titles):
        (heard.peers if role == PEER else heard.others).add(letters.lower())
    for at in _explained(view, titles):
        if not roles.length("OTHER_TITLE", view, at):
            heard.short.add(view.lower[at])
    for at in _groups(view, titles):
        if not any(roles.length(name, view, at) for name in ("OTHER_TITLE", "PERSON")):
            heard.short.add(view.lower[at])
    heard.short.update(view.lower[at] for at in experienced(view, roles))


def _short_titles(
    blocks: Sequence[tuple[Block, TokenView]], title: TokenView, roles: Roles, heard: _Heard
) -> set[str]:
    """The single nouns that mean a peer worker in this document."""
    taken = {*roles.generic, *map(singular, heard.shared)}
    words = {word for word in heard.short if word[:1].isalpha()}
    plain = {word for word in words if not _either_number(word) & taken}
    own = _own_title(title, roles)
    if not any(singular(word) == "coach" for word in heard.shared):
        own |= _loose(blocks, words_of("OTHER_COACH", roles.classes))
    return plain | own


def _loose(blocks: Sequence[tuple[Block, TokenView]], other: frozenset[str]) -> set[str]:
    """`coach`, where no word for another kind of coach stands before it (*job coach*)."""
    for _, view in blocks:
        for at, word in enumerate(view.lower[1:]):
            if word in ("coach", "coaches") and view.lower[at] in other:
                return set()
    return {"coach"}


def singular(word: str) -> str:
    """The noun without the ending of a plural: *coaches*, *coach*."""
    if word.endswith(("ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _forms(word: str) -> tuple[str, str]:
    stem = singular(word)
    if stem.endswith("y") and stem[-2:-1] not in tuple("aeiou"):
        return stem, f"{stem[:-1]}ies"
    return stem, f"{stem}es" if stem.endswith(("ch", "sh", "ss", "x")) else f"{stem}s"


def _either_number(word: str) -> set[str]:
    return {word, singular(word)}


def _own_title(view: TokenView, roles: Roles) -> set[str]:
    """The head of a job title that holds *peer*, though alone it is another role (*Peer Manager*)."""
    if not (roles.says_peer(view) or roles.names_peer(view)) or roles.names_managed(view):
        return set()
    if posts := set(_of_post(view, roles)):
        return posts
    start = next((at for at, word in enumerate(view.lower) if word.startswith("peer")), None)
    if start is None:
        return set()
    end = start
    while end < len(view) and view.text[end][:1].isalpha() and view.lower[end] not in _TITLE_STOPS:
        end += 1
    head = view.lower[end - 1]
    return {head} if roles.length("OTHER_TITLE", view, end - 1) == 1 else set()


def _of_post(view: TokenView, roles: Roles) -> Iterator[str]:
    """The head of a title that brackets call a peer's: *Home Manager (peer position)*."""
    for at in range(1, len(view) - 1):
        if view.lower[at : at + 2] == ("(", "peer") and roles.says_post(view):
            yield view.lower[at - 1]


_TITLE_STOPS = frozenset("for of at in on with and to job position role duties".split())


def _bare(view: TokenView, classes: Classes) -> Iterator[Title]:
    if "peer" in view.words or "peers" in view.words:
        for at in range(len(view)):
            if bare_peer(view, at, classes):
                yield at, at + 1, PEER


def _in_brackets(view: TokenView) -> Iterator[Title]:
    """*Bree (peer support)*."""
    for at in range(2, len(view) - 2):
        brackets = view.lower[at - 1], view.lower[at + 2]
        if brackets == ("(", ")") and is_peer_support(view, at):
            yield at, at + 2, PEER


def _explained(view: TokenView, titles: Sequence[Title]) -> Iterator[int]:
    """*the facilitator (peer)*, *the incumbent, a Peer Specialist*: a plain noun for a peer worker."""
    for start, _, role in titles:
        at = start - 1
        article = at > 0 and view.lower[at] in ("a", "an")
        at -= article
        opened = at > 0 and (view.lower[at] == "(" or (article and view.lower[at] == ","))
        if role != PEER or not opened:
            continue
        noun = view.lower[at - 1]
        before = view.lower[at - 2] if at >= 2 else "the"
        if noun.isalpha() and len(noun) > 3 and before in ("the", "a", "an", "our", "each", "."):
            yield at - 1


def _groups(view: TokenView, titles: Sequence[Title]) -> Iterator[int]:
    """*Bus captains (formerly incarcerated peer volunteers)*: where the noun before the brackets stands."""
    for start, end, role in titles:
        if role != PEER or view.lower[end : end + 1] != (")",):
            continue
        opening = next(
            (n for n in range(start - 1, max(0, start - 4), -1) if view.lower[n] == "("), 0
        )
        noun = view.lower[opening - 1] if opening else ""
        several = noun.isalpha() and len(noun) > 3 and singular(noun) != noun
        if several and _SAYS_ELSE.isdisjoint(view.lower[opening:start]):
            yield opening - 1


_SAYS_ELSE = frozenset(
    "not no never unlike like with and or to for from by of in except including see as , /".split()
)


def _is_of_peers(title: TokenView, roles: Roles) -> bool:
    """Whether a paper is of peer workers (*Peer Team Huddle*): no place's, not of those who manage them."""
    places = roles.departments - _BODIES
    of_peers = (end for _, end, role in roles.titles(title) if role == PEER)
    return not roles.names_managed(title) and any(
        title.lower[end - 1] not in places for end in of_peers
    )


_BODIES = frozenset({"team", "crew", "staff"})


def _called_in_title(view: TokenView, titles: Sequence[Title], roles: Roles) -> Iterator[str]:
    """*Sidewalk Buddy (certified peer specialist)*: the noun of a job that a title explains."""
    jobs = words_of("JOB_NOUN", roles.classes)
    for start, _, role in titles:
        if role == PEER and start >= 2 and view.lower[start - 1] == "(":
            noun = singular(view.lower[start - 2])
            if noun in jobs and not roles.length("OTHER_TITLE", view, start - 2):
                yield noun


def experienced(view: TokenView, roles: Roles) -> Iterator[int]:
    """*Operators are retirees with recovery experience*, *the aide, who has lived in such a place*.

    The plain noun of which own experience is said names a peer worker in this document.
    """
    told = roles.experiences(view)
    for start, end in _sentences(view) if told else ():
        inside = (first for first, last in told if start <= first and last <= end + 1)
        at = next(inside, -1)
        if at < 0:
            continue
        if view.lower[start] in _OPENING_PHRASE:
            comma = next((n for n in range(start, at) if view.lower[n] == ","), -1)
            if comma < 0:
                continue
            start = comma + 1
        head = start
        while head < at and view.lower[head] not in _AFTER_NOUN:
            head += 1
        noun = view.lower[head - 1] if head > start else ""
        if (
            (head < at or view.lower[at] in _AFTER_NOUN)
            and len(noun) > 3
            and noun.isalpha()
            and not roles.is_known(view, start, head)
            and not _either_number(noun) & roles.generic
        ):
            yield head - 1


_OPENING_PHRASE = frozenset(
    "in on at under with for from by as since because when where while if after before".split()
)
_AFTER_NOUN = frozenset(
    (
        "are is , who whom have has had must should will shall ( – — - : that were was in on at from "
        "of with whose as uses use brings bring"
    ).split()
)


def _sentences(view: TokenView) -> Iterator[tuple[int, int]]:
    start = 0
    for at, word in enumerate(view.lower):
        if word in (".", ";", "!", "?"):
            yield start, at
            start = at + 1
    yield start, len(view)
