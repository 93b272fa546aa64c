"""Whose job a document describes, by its titles, fields and first lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from peerlint.document import Block, BlockKind, Document
from peerlint.matching.phrases import TokenView
from peerlint.matching.tokens import light_view
from peerlint.nlp.casting import experienced, singular
from peerlint.nlp.classes import words_of
from peerlint.nlp.roles import PEER, Roles, says
from peerlint.nlp.sentences import sentence_spans
from peerlint.rulebook.pattern import Node
from peerlint.values import dataclass

_FIELD_BLOCKS = 12
_NEXT_FIELD = re.compile(r"\s{3,}|\t")
_EARLY_WORDS = 80
_INLINE_FIELD = re.compile(
    r"(?:(?<=[.;|] )|(?<=\s\s))([A-Z][\w’' ]{1,24}):\s+((?:(?!\s{3}|\t)[^:;|]){2,60})"
)
_SIGNED = re.compile(r"(?:[–—-]+|/s/|[Ss]igned(?: by)?:?)\s*[A-Z]")
_CLOSING, _SIGNATURE = 3, 10  # last blocks in which a signature stands, words of one
_AUDIENCE = 10  # words of a line that says whom a paper is for
OPENING_BLOCKS = 4  # a letterhead may stand before the title
_BRACKETED = re.compile(r"\(([^()]+)\)")
_PARTS = re.compile(r"[,–—|(]| - | at ")
_LITTLE = frozenset("the a an of for and in on at to".split())


@dataclass(frozen=True, slots=True)
class Described:
    """The role whose job a document describes: `peer`, `other` or "", and the title that names it.

    `managed`: the document is about managing such workers, not about their work. `below`: not the title
    tells the role, but a line below it.
    """

    role: str
    managed: bool
    title: str
    below: bool = False

    @property
    def actor(self) -> str:
        """Who does what the document says without a subject: `peer`, `other` or `unknown`."""
        if self.role == "peer" and self.managed:
            return "other"
        return self.role or "unknown"


def describe(document: Document, titles: Sequence[str], kind: str, roles: Roles) -> Described:
    """Read whose job the document describes; `kind` is its type, `titles` are the texts that name it."""
    role, managed = _role_and_managed(document, titles, kind, roles)
    if not role and kind == "job-description" and _asks_experience(document, titles, roles):
        role = "peer"
    about = next((title for title in titles if roles.says_peer(light_view(title))), "")
    below = not about and role == "peer" and _told_below(document, roles)
    return Described(role, managed, about or (titles[0] if titles else ""), below)


def titles_of(document: Document, roles: Roles) -> Iterator[str]:
    """The texts that name a document: its title block, first heading, title fields, title property."""
    if title := document.properties.get("title"):
        yield title
    opening = [block for block in document.blocks if block.text.strip()][:OPENING_BLOCKS]
    for block in opening:
        short = len(block.text.split()) <= 12
        if block.kind not in (BlockKind.TITLE, BlockKind.HEADING) and not (
            block is opening[0] and short
        ):
            break
        yield block.text
    for block in document.blocks[:_FIELD_BLOCKS]:
        if block.kind is BlockKind.TITLE and block not in opening:
            yield block.text
        if _is_field(block, roles.job_field):
            yield _value(block)


def _is_field(block: Block, wanted: Node) -> bool:
    """Whether the block is a field with such a label."""
    label = _field(block)
    return bool(label) and says(light_view(label), wanted)


def _field(block: Block) -> str:
    """The label of a field, or the first cell of a row of two."""
    return block.row_heading.rstrip(" :") if block.column == 2 else block.label


def _value(block: Block) -> str:
    text = block.text if block.column == 2 else block.text[len(block.label) :]
    return _NEXT_FIELD.split(text.lstrip(" :*–-"))[0]


def _late_titles(document: Document, roles: Roles) -> Iterator[str]:
    """Fields anywhere that say whose paper it is (*Employee's class: Peer Specialist*)."""
    for block in document.blocks[_FIELD_BLOCKS:]:
        if _is_field(block, roles.plain_job_field):
            yield _value(block)


def _writers(document: Document, roles: Roles) -> Iterator[str]:
    """Who writes, told on a line of several fields, or by the one signature at the end."""
    for block in document.blocks:
        for field in _INLINE_FIELD.finditer(block.text):
            if says(light_view(field[1]), roles.writer_field):
                yield field[2]
    last = [block.text for block in document.blocks if block.text.strip()][-_CLOSING:]
    signed = [text for text in last if len(text.split()) <= _SIGNATURE and _SIGNED.match(text)]
    if len(signed) == 1 and not roles.counts(light_view(signed[0]))[1]:
        yield signed[0]


def _asks_experience(document: Document, titles: Sequence[str], roles: Roles) -> bool:
    """Whether a job without a known title is for people who have been through it themselves."""
    named = frozenset(
        word for title in titles for word in light_view(title).lower if word.isalpha()
    )
    named -= _LITTLE | words_of("COMMON_IN_TITLES", roles.classes)
    holder = set(map(singular, named | words_of("HOLDER_OF_THE_JOB", roles.classes)))
    soft = words_of("ONLY_WELCOME", roles.classes)
    for block in document.blocks:
        if any(roles.heads(light_view(heading)) for heading in block.headings):
            continue  # said of the role that has this section
        asked = any(
            says(light_view(text), roles.asking) for text in (block.label, *block.headings[-1:])
        )
        for start, end in sentence_spans(block.text):
            view = light_view(block.text[start:end])
            if says(view, roles.lived_duty):
                return True
            if not roles.experiences(view) or not soft.isdisjoint(view.words):
                continue
            if asked or not holder.isdisjoint(map(singular, view.words)):
                return True
    return False


def _role_and_managed(
    document: Document, titles: Sequence[str], kind: str, roles: Roles
) -> tuple[str, bool]:
    """Whose job the document is about, and whether it is about managing such workers."""
    if any(roles.title_denies_peer(light_view(title)) for title in titles):
        return "other", False
    if any(_names_other(title, roles) for title in titles) and roles.denies_peer(document.blocks):
        return "other", False
    told = (*titles, *_late_titles(document, roles), *_writers(document, roles))
    for title in told:
        view = light_view(title)
        if _is_peers(title, view, roles):
            return "peer", roles.names_managed(view)
    if _told_below(document, roles):
        return "peer", False
    for title in titles:
        if role := roles.heads(light_view(title)):
            return role, False
    return _early_role(document, kind, roles), False


def _told_below(document: Document, roles: Roles) -> bool:
    """Whether a line below the title says that the job is a peer worker's, or that the paper is for them."""
    opening = document.blocks[:OPENING_BLOCKS]
    return any(_says_post(block.text, roles) or _is_for_peers(block, roles) for block in opening)


def _says_post(text: str, roles: Roles) -> bool:
    """Whether a sentence tells nothing but *Peer position*, *A peer role, 20 hours*."""
    for start, end in sentence_spans(text):
        view = light_view(opening_part(text[start:end]).rstrip(". "))
        opens = 1 if view.lower[:1] in (("a",), ("this",)) else 0
        if len(view) == opens + 2 and roles.says_post(view):
            return True
    return False


def _is_for_peers(block: Block, roles: Roles) -> bool:
    """*For forensic peer staff, Tarrant County*: a line that says whom a paper is for."""
    if block.kind is not BlockKind.PARAGRAPH or not block.text.startswith("For "):
        return False
    view = light_view(block.text)
    peers, others = roles.counts(view)
    alone = peers > 0 and not others and len(view) <= _AUDIENCE
    return alone and not roles.names_managed(view)


def _is_peers(title: str, view: TokenView, roles: Roles) -> bool:
    """Whether a title is a peer worker's: not only that of a place where others work."""
    if roles.names_peer_worker(view) or given_to_peers(title, roles):
        return True
    return roles.says_peer(view) and not of_other(title, roles)


def given_to_peers(title: str, roles: Roles) -> bool:
    """*Recovery Technician (peer-designated)*: a title that brackets make a peer worker's."""
    return any(roles.says_post(light_view(told)) for told in _BRACKETED.findall(title))


def _names_other(title: str, roles: Roles) -> bool:
    """Whether a title names a worker of some kind who is not said to be a peer worker."""
    first = light_view(opening_part(title))
    return not roles.says_peer(first) and not roles.names_peer(first)


def opening_part(title: str) -> str:
    """What a title names before it says where (*Office Assistant* of *Office Assistant, Elm House*)."""
    return _PARTS.split(title)[0]


def of_other(title: str, roles: Roles) -> bool:
    """*Office Assistant, Peer Resource Center*: another role in a place that says peer."""
    first = opening_part(title)
    view = light_view(first)
    return first != title and roles.heads(view) == "other" and not roles.says_peer(view)


def _early_role(document: Document, kind: str, roles: Roles) -> str:
    """`peer` where the first lines speak of a peer role, and of others half as often at most.

    A description of one job that speaks of peer workers in the plural means those beside it.
    """
    words = " . ".join(block.text for block in document.blocks[:12]).split()[:_EARLY_WORDS]
    view = light_view(" ".join(words))
    peers, others = roles.counts(view)
    if kind == "job-description" and _are_several(view, roles):
        return ""
    peers += 2 * (not peers and next(experienced(view, roles), -1) >= 0)
    return "peer" if peers and others <= peers / 2 else ""


def _are_several(view: TokenView, roles: Roles) -> bool:
    """Whether peer titles stand in the text, each of them in the plural."""
    last = [view.lower[end - 1] for _, end, role in roles.titles(view) if role == PEER]
    return bool(last) and all(singular(word) != word for word in last)
