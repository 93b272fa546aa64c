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
_BETWEEN = frozenset(", ( the our a an new newest house".split())
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
            for at in _explained(view, titles):
                if not roles.length("OTHER_TITLE", view, at):
                    short.add(view.lower[at])
    own = _own_title(title, roles)
    plain = {word for word in short if not _singular(word) & {*_GENERIC, *map(_stem, shared)}}
    own |= _loose(blocks) if not any(_stem(word) == "coach" for word in shared) else set()
    known = {form for word in plain | own for form in _forms(word)}
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
            yield end + 1, role
        elif view.text[end - 1].islower() and _is_name(view, end):
            yield end, role
        before = start - 1
        while before > 0 and view.lower[before] in _BETWEEN:
            before -= 1
        told = 0 <= before < start - 1 and view.lower[before + 1] in (",", "(")
        if not told:
            before = _before_verb(view, start)
            told = before >= 0
        if told and _is_name(view, before):
            yield before, role


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
