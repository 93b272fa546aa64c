"""Whom a document means by first names and short titles (*Sam, our peer*; *the coach*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peerlint.document import Block, BlockKind
from peerlint.matching.phrases import TokenView
from peerlint.nlp.roles import PEER, Cast, Roles, bare_peer

Title = tuple[int, int, str]

_GENERIC = frozenset(
    (
        "staff member role position job service class classification person people employee "
        "volunteer student intern group team program community title series peer worker workers"
    ).split()
)
_BETWEEN = frozenset(
    (
        ", ( the our a an new newest house resident certified lead senior part-time full-time on-call "
        "day night overnight weekend – — -"
    ).split()
)
_JOINS_NAMES = frozenset(", and & / +".split())
_BECOMES = frozenset("is was joins joined serves works started starts became becomes as".split())
_ON_THE_WAY = frozenset("us the our a an new newest as team on with now in one of".split())
_NO_NAMES = frozenset(
    (
        "the this that these those there here and but for from with when while then what who "
        "our your all each she they you his her its not yes are was will shall must may can "
        "does did has have"
    ).split()
)


def cast_of(blocks: Sequence[tuple[Block, TokenView]], title: TokenView, roles: Roles) -> Cast:
    """Read the names and short titles of a document from its blocks and its title."""
    peers: set[str] = set()
    others: set[str] = set()
    short: set[str] = set()
    shared: set[str] = set()
    for block, view in blocks:
        titles = [*roles.titles(view), *_bare(view)]
        for _start, end, role in titles:
            (short if role == PEER else shared).add(view.lower[end - 1])
        if block.kind not in (BlockKind.HEADING, BlockKind.TITLE):
            for at, role in _named(view, titles):
                if not roles.length("OTHER_TITLE", view, at):
                    (peers if role == PEER else others).add(view.lower[at])
            for letters, role in _initials(view, titles):
                (peers if role == PEER else others).add(letters.lower())
            for at in _explained(view, titles):
                if not roles.length("OTHER_TITLE", view, at):
                    short.add(view.lower[at])
            for at in experienced(view, roles):
                short.add(view.lower[at])
    own = _own_title(title, roles)
    plain = {word for word in short if not _singular(word) & {*_GENERIC, *map(_stem, shared)}}
    own |= _loose(blocks) if not any(_stem(word) == "coach" for word in shared) else set()
    known = {form for word in plain | own for form in _forms(word)}
    peers |= {
        view.lower[at]
        for block, view in blocks
        if block.kind not in (BlockKind.HEADING, BlockKind.TITLE)
        for at, _ in _named(
            view, [(n, n + 1, PEER) for n, w in enumerate(view.lower) if w in known]
        )
    }
    heads = {form for word in shared for form in _forms(word)}
    return Cast(
        frozenset(known | peers), frozenset(others - peers - known), frozenset(heads - known)
    )


def _loose(blocks: Sequence[tuple[Block, TokenView]]) -> set[str]:
    """`coach`, where no other kind of coach is spoken of (*job coach*)."""
    for _, view in blocks:
        for at, word in enumerate(view.lower[1:]):
            if word in ("coach", "coaches") and view.lower[at] in _OTHER_COACHES:
                return set()
    return {"coach"}


_OTHER_COACHES = frozenset(
    (
        "job life health sports basketball football soccer baseball volleyball track swim "
        "swimming athletic fitness head assistant executive financial employment career "
        "parenting behavior vocational birth instructional academic math literacy wellness "
        "nutrition cognitive stage vocal dance team"
    ).split()
)


def _stem(word: str) -> str:
    if word.endswith(("ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _forms(word: str) -> tuple[str, str]:
    stem = _stem(word)
    return stem, f"{stem}es" if stem.endswith(("ch", "sh", "ss", "x")) else f"{stem}s"


def _singular(word: str) -> set[str]:
    return {word, _stem(word)}


def _own_title(view: TokenView, roles: Roles) -> set[str]:
    """The head of a job title that holds *peer*, though alone it is another role (*Peer Manager*)."""
    if not (roles.says_peer(view) or roles.names_peer(view)) or roles.names_managed(view):
        return set()
    start = next((at for at, word in enumerate(view.lower) if word.startswith("peer")), None)
    if start is None:
        return set()
    end = start
    while end < len(view) and view.text[end][:1].isalpha() and view.lower[end] not in _TITLE_STOPS:
        end += 1
    head = view.lower[end - 1]
    return {head} if roles.length("OTHER_TITLE", view, end - 1) == 1 else set()


_NAME_JOINTS = tuple((joint,) for joint in sorted(_JOINS_NAMES))
_TITLE_STOPS = frozenset("for of at in on with and to job position role duties".split())


def _bare(view: TokenView) -> Iterator[Title]:
    if "peer" in view.words or "peers" in view.words:
        for at in range(len(view)):
            if bare_peer(view, at):
                yield at, at + 1, PEER


def _named(view: TokenView, titles: Sequence[Title]) -> Iterator[tuple[int, str]]:
    """Names told with a title: *Nurse: Dee*, *Terrence, our peer*, *Sam (RN)*, *Lu is our coach*."""
    for start, end, role in titles:
        following = view.lower[end : end + 1]
        if following in ((":",), (",",)) and _is_name(view, end + 1):
            for at in _names_from(view, end + 1):
                yield at, role
        elif view.text[end - 1].islower() and _is_name(view, end):
            yield end, role
        before = start - 1
        while before > 0 and view.lower[before] in _BETWEEN:
            before -= 1
        told = 0 <= before < start - 1 and view.lower[before + 1] in (",", "(")
        if not told:
            before = _before_verb(view, start)
            told = before >= 0
        for at in _names_until(view, before) if told else ():
            yield at, role


def _names_from(view: TokenView, at: int) -> Iterator[int]:
    """The names of a list that begins there (*Coaches: Marcus, Ilse and Ben*)."""
    while _is_name(view, at):
        yield at
        if view.lower[at + 1 : at + 2] not in _NAME_JOINTS:
            return
        if view.lower[at + 2 : at + 3] == ("and",):
            at += 1
        at += 2


def _names_until(view: TokenView, at: int) -> Iterator[int]:
    """The names of a list that ends there (*Marcus and Renny, our coaches*)."""
    while _is_name(view, at):
        yield at
        at -= 2
        if at < 0 or view.lower[at + 1] not in _JOINS_NAMES - {","}:
            return


def _initials(view: TokenView, titles: Sequence[Title]) -> Iterator[tuple[str, str]]:
    """*T. Quill, Certified Peer Specialist* is TQ in the note below."""
    for at, role in _named(view, titles):
        first = view.text[at - 1].rstrip(".") if at else ""
        dotted = first == "" and at >= 2
        letter = view.text[at - 2] if dotted else first
        if len(letter) == 1 and letter.isupper():
            yield f"{letter}{view.text[at][0]}", role


def _before_verb(view: TokenView, start: int) -> int:
    """Where the subject ends of which *is our new peer* or *joins us as a coach* is said, -1: none."""
    at = start - 1
    while at > 0 and start - at <= 6 and view.lower[at] in _ON_THE_WAY:
        at -= 1
    if at <= 0 or view.lower[at] not in _BECOMES:
        return -1
    return at - 1


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


def experienced(view: TokenView, roles: Roles) -> Iterator[int]:
    """*Operators are retirees with recovery experience*, *the aide, who has lived in such a place*.

    The plain noun of which own experience is said names a peer worker in this document.
    """
    for start, end in _sentences(view):
        at = roles.experience(view, start, end)
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
            head < at
            and len(noun) > 3
            and noun.isalpha()
            and not roles.is_known(view, start, head)
            and not _singular(noun) & _GENERIC
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


def _is_name(view: TokenView, at: int) -> bool:
    """A capitalized word of small letters that opens no sentence by chance (*The*)."""
    word = view.text[at] if 0 <= at < len(view) else ""
    return (
        len(word) > 2
        and word.istitle()
        and word.isalpha()
        and word.lower() not in _NO_NAMES
        and word.lower() not in _GENERIC
    )
