"""What a document is, whom each of its blocks speaks about, and what its headings exclude.

Works on titles, headings, labels and lead-ins alone; nothing is parsed.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from peerlint.document import Block, BlockKind, Document
from peerlint.matching.phrases import TokenView, find_all, longest_at
from peerlint.matching.tokens import light_view
from peerlint.nlp.casting import cast_of, experienced
from peerlint.nlp.genre import type_of
from peerlint.nlp.roles import NOBODY, PLACES, Cast, Roles
from peerlint.nlp.sentences import last_sentence, sentence_spans

if TYPE_CHECKING:
    from peerlint.rulebook.book import Cue, RuleBook

_TITLE_FIELDS = re.compile(
    r"^(job |position |role |working |class |payroll |employee |staff )*"
    r"(title|position|role|job|post|classification|class|employee|name|re|for|subject|to|worker"
    r"|staff member|staff|staff name|writer|author|trainee|seeking"
    r"|(used|written|completed|submitted|entered) by)$",
    re.I,
)
_CLASS_FIELDS = re.compile(
    r"^((employee|worker|staff|incumbent|writer|author|your)(['’]s)? |job |working |position |written by )*"
    r"(title|class|classification|position|job|role|by)$",
    re.I,
)
_FIELD_BLOCKS = 12
_NEXT_FIELD = re.compile(r"\s{3,}|\t")
_WHO_COLUMN = re.compile(
    r"\b(who|whom|by|roles?|staff|staffing|responsib\w*|persons?|positions?|owners?|lead|assigned|titles?"
    r"|disciplines?|party|workers?|names?|providers?|employees?|members?)\b",
    re.I,
)
_CAST_BLOCKS, _CAST_CHARS = 400, 600
_PAIR = 2  # columns that only stand side by side
_SHORT_ENTRY = 60  # characters of an entry in a schedule that may end in who does it
_AFTER_COMMA = re.compile(r",\s*([^,;:()]{2,30}?)[.\s]*$")
_ANY_STAFF = frozenset(
    (
        "staff staffs volunteer volunteers employee employees worker workers team teams member members "
        "supervisor supervisors trainee trainees"
    ).split()
)
_DASHED = re.compile(r"([A-Z][^–—:.]{1,40}(?:\.[^–—:.]{0,12})?) [–—-] ")
_BRACKETED = re.compile(r"\(([^()]{2,40})\)\W*$")
_EARLY_WORDS = 80
_OPENING_BLOCKS = 4  # a letterhead may stand before the title
_SHORT = 6  # words of a label or heading in which *peer* alone means the role


@dataclass(frozen=True, slots=True)
class Place:
    """What surrounds the text of one block.

    `actor`: who does what a sentence without a subject says: `peer`, `other`, `person` or
    `unknown`; `actor_cue` is the text that says so. `prohibited`, `mention`: the heading, column
    or lead-in that silences the block, else "". `own_words`: a field for somebody's own words.
    `role` is whose job the section or document describes, lead-ins and labels aside; `titles` are the
    lower-case words of the titles and headings above, by which a text may call that worker, and
    `cast` whom the document means by names and short titles.
    """

    peer_context: bool
    actor: str
    actor_cue: str = ""
    prohibited: str = ""
    own_words: str = ""
    role: str = "unknown"
    titles: frozenset[str] = frozenset()
    cast: Cast = NOBODY


@dataclass(frozen=True, slots=True)
class Understanding:
    """A document's type with confidence (0 to 1) and reasons, and the place of each block."""

    type: str
    confidence: float
    reasons: tuple[str, ...]
    peer_role: bool
    role: str
    places: tuple[Place, ...]


def understand(
    document: Document, book: RuleBook, document_type: str | None = None
) -> Understanding:
    """Read a document's frame. `document_type` overrides what the text says."""
    titles = list(_titles(document))
    kind, confidence, reasons = type_of(document, titles, book)
    if document_type:
        kind, confidence, reasons = document_type, 1.0, ("set by the configuration",)
    roles = Roles(book)
    role, managed = _document_role(document, titles, roles)
    if not role and kind == "job-description" and _asks_experience(document, titles, roles):
        role = "peer"
    places = _places(document, roles, book, role, managed, titles)
    return Understanding(kind, confidence, reasons, role == "peer", role, places)


def _titles(document: Document) -> Iterator[str]:
    """The texts that name a document: its title block, first heading, title fields, title property."""
    if title := document.properties.get("title"):
        yield title
    opening = [block for block in document.blocks if block.text.strip()][:_OPENING_BLOCKS]
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
        if _TITLE_FIELDS.match(_field(block)):
            yield _value(block)


def _field(block: Block) -> str:
    """The label of a field, or the first cell of a row of two."""
    return block.row_heading.rstrip(" :") if block.column == 2 else block.label


def _value(block: Block) -> str:
    text = block.text if block.column == 2 else block.text[len(block.label) :]
    return _NEXT_FIELD.split(text.lstrip(" :*–-"))[0]


def _late_titles(document: Document) -> Iterator[str]:
    """Fields anywhere that say whose paper it is (*Employee's class: Peer Specialist*)."""
    for block in document.blocks[_FIELD_BLOCKS:]:
        if _CLASS_FIELDS.match(_field(block)):
            yield _value(block)


_HOLDER = frozenset(
    (
        "you you've your incumbent incumbents candidate candidates applicant applicants required "
        "requirement requirements must employees someone somebody appointee appointees"
    ).split()
)
_SOFT = frozenset("welcome plus preferred asset valued helpful desirable encouraged".split())
_ASKING = re.compile(r"\b(require|qualif|need|bring|who|about you|looking for)", re.I)


def _asks_experience(document: Document, titles: Sequence[str], roles: Roles) -> bool:
    """Whether a job without a known title is for people who have been through it themselves."""
    named = frozenset(word for title in titles for word in light_view(title).lower) - _COMMON
    for block in document.blocks:
        if any(roles.heads(light_view(heading)) for heading in block.headings):
            continue  # said of the role that has this section
        asked = any(_ASKING.search(text) for text in (block.label, *block.headings[-1:]))
        for start, end in sentence_spans(block.text):
            view = light_view(block.text[start:end])
            if roles.experience(view, 0, len(view)) < 0 or not _SOFT.isdisjoint(view.words):
                continue
            if asked or not (_HOLDER | named).isdisjoint(view.words):
                return True
    return False


_COMMON = frozenset(
    "the a an of for and in on at to - – — , ( ) : . & / job position opening openings team teams program"
    " programs center project service services unit office".split()
)


def _document_role(document: Document, titles: Sequence[str], roles: Roles) -> tuple[str, bool]:
    """Whose job the document is about, and whether it is about managing such workers."""
    if roles.denies_peer(document.blocks) and any(_names_other(title, roles) for title in titles):
        return "other", False
    for title in (*titles, *_late_titles(document)):
        view = light_view(title)
        if _is_peers(title, view, roles):
            return "peer", roles.names_managed(view)
    for title in titles:
        if role := roles.heads(light_view(title)):
            return role, False
    return _early_role(document, roles), False


def _is_peers(title: str, view: TokenView, roles: Roles) -> bool:
    """Whether a title is a peer worker's: not only that of a place where others work."""
    if roles.names_peer_worker(view):
        return True
    return roles.says_peer(view) and not _of_other(title, roles)


def _names_other(title: str, roles: Roles) -> bool:
    """Whether a title names a worker of some kind who is not said to be a peer worker."""
    first = light_view(re.split(r"[,–—|(]| - | at ", title)[0])
    return not roles.says_peer(first) and not roles.names_peer(first)


def _of_other(title: str, roles: Roles) -> bool:
    """*Office Assistant, Peer Resource Center*: another role in a place that says peer."""
    first = re.split(r"[,–—|(]| - | at ", title)[0]
    view = light_view(first)
    return first != title and roles.heads(view) == "other" and not roles.says_peer(view)


def _early_role(document: Document, roles: Roles) -> str:
    """`peer` where the first lines speak of a peer role, and of others half as often at most."""
    words = " . ".join(block.text for block in document.blocks[:12]).split()[:_EARLY_WORDS]
    view = light_view(" ".join(words))
    peers, others = roles.counts(view)
    peers += 2 * (not peers and next(experienced(view, roles), -1) >= 0)
    return "peer" if peers and others <= peers / 2 else ""


def _places(
    document: Document,
    roles: Roles,
    book: RuleBook,
    role: str,
    managed: bool,
    titles: Sequence[str],
) -> tuple[Place, ...]:
    about = next((title for title in titles if roles.says_peer(light_view(title))), "")
    title = about or (titles[0] if titles else "")
    reader = _PlaceReader(document, roles, book, role, managed, title)
    return tuple(reader.place(block) for block in document.blocks)


def _open_leads(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """(list, block) of lists after a paragraph that ends in no sign (*The coach agrees to*)."""
    for before, block in itertools.pairwise(blocks):
        if (
            block.list_id
            and block.lead_in is None
            and before.kind is BlockKind.PARAGRAPH
            and before.text.rstrip()[-1:].isalpha()
        ):
            yield block.list_id, before.index


def _following(document: Document) -> Iterator[tuple[str, str]]:
    """Each label with the next label, each heading with the next heading."""
    labels = dict.fromkeys(block.label for block in document.blocks if block.label)
    headings = dict.fromkeys(
        block.text for block in document.blocks if block.kind is BlockKind.HEADING
    )
    yield from itertools.pairwise(labels)
    yield from itertools.pairwise(headings)


def _letterhead(blocks: Sequence[Block], roles: Roles) -> Iterator[str]:
    """Opening lines that end in the name of a department (*Lasker County Human Resources*)."""
    for block in blocks[:_OPENING_BLOCKS]:
        if block.kind not in (BlockKind.TITLE, BlockKind.HEADING):
            return
        if roles.is_department(light_view(block.text)):
            yield block.text


class _PlaceReader:
    """Works out the place of each block from what stands above and beside it."""

    def __init__(
        self,
        document: Document,
        roles: Roles,
        book: RuleBook,
        role: str,
        managed: bool,
        title: str,
    ) -> None:
        self.document, self.roles = document, roles
        self.role, self.managed, self.title = role, managed, title
        self.cues = [book.cues[number] for number in book.excluding]
        self.columns: dict[int, dict[int, str]] = {}
        for block in document.blocks:
            if block.table and block.column_heading:
                self.columns.setdefault(block.table, {})[block.column] = block.column_heading
        self.rows: dict[tuple[int, int], list[Block]] = {}
        for block in document.blocks:
            if block.table:
                self.rows.setdefault((block.table, block.row), []).append(block)
        self.row_status = book.signals.get("row-status", {}).get("cell", ())
        self.rewritten_pair = book.signals.get("rewritten", {}).get("pair", ())
        self.rewritten = book.signals.get("rewritten", {}).get("column", ())
        self.next_frames = dict(_following(document))
        self.own_words = book.signals.get("own-words", {}).get("heading", ())
        self.view = lru_cache(maxsize=2048)(light_view)
        told = [
            (block, self.view(block.text[:_CAST_CHARS])) for block in document.blocks[:_CAST_BLOCKS]
        ]
        self.cast = cast_of(told, self.view(title), roles)
        self.letterhead = frozenset(_letterhead(document.blocks, roles) if role == "peer" else ())
        self.open_leads = dict(_open_leads(document.blocks))
        self.frame = lru_cache(maxsize=2048)(self._frame)
        self.excluded = lru_cache(maxsize=2048)(self._excluded)
        self.titles = lru_cache(maxsize=64)(self._titles_above)

    def place(self, block: Block) -> Place:
        leads = self._lead_ins(block)
        above = [
            text
            for text in (block.column_heading, block.row_heading, *reversed(block.headings))
            if text
        ]
        frames = [text for text in (block.label, *leads, *above) if text]
        actor, cue = (
            self._named_beside(block)
            or self._led(block.text, block.label, leads)
            or self._framed(block)
        )
        role, _ = self._framed(block)
        prohibited = next((text for text in self._silencing(block) if self.excluded(text)), "")
        prohibited = prohibited or self._rewritten_column(block) or self._row_status(block)
        prohibited = prohibited or self._rewritten_below(block)
        own = next((text for text in frames if self._own(text)), "")
        peer_context = self.role == "peer" or any(self.frame(text) == "peer" for text in frames)
        if any(self.frame(text) == "other" for text in block.headings[1:]) and actor == "other":
            peer_context = False
        titles = self.titles(block.headings)
        return Place(peer_context, actor, cue, prohibited, own, role, titles, self.cast)

    def _titles_above(self, headings: tuple[str, ...]) -> frozenset[str]:
        texts = (self.title, *headings)
        return frozenset(word for text in texts for word in self._title_words(text))

    def _title_words(self, text: str) -> frozenset[str]:
        """The words of a title; those for staff of any kind only where it speaks of peer workers."""
        view = self.view(text)
        return view.words if self.roles.says_peer(view) else view.words - _ANY_STAFF

    def _lead_ins(self, block: Block) -> list[str]:
        texts, seen = [], set()
        index = self.open_leads.get(block.list_id) if block.lead_in is None else block.lead_in
        while index is not None and index not in seen and 0 <= index < len(self.document.blocks):
            seen.add(index)
            block = self.document.blocks[index]
            if not block.label or block.text.rstrip().endswith(":"):
                texts.append(block.text)
            index = block.lead_in
        return texts

    def _silencing(self, block: Block) -> list[str]:
        leads = [last_sentence(text) for text in self._lead_ins(block) if len(text) <= 300]
        return [
            text
            for text in (
                block.label,
                _run_in(block),
                *leads,
                block.row_heading,
                block.column_heading,
                *reversed(block.headings[-2:]),
            )
            if text
        ]

    def _led(self, text: str, label: str, leads: Sequence[str]) -> tuple[str, str] | None:
        """The role that the label or the lead-in of the block gives it to."""
        if label and (role := self.roles.label(self.view(label), self.cast)):
            return role, label
        opening = _DASHED.match(text)
        if opening and (role := self.roles.only(self.view(opening[1]), self.cast)):
            return role, opening[1]
        for lead in leads:
            said = last_sentence(lead.rstrip(" :"))[-200:]
            if role := self.roles.leads(self.view(said), self.cast):
                return role, lead
        return None

    def _framed(self, block: Block) -> tuple[str, str]:
        """The role of the row, the column, the headings or the document."""
        for text in (block.column_heading, block.row_heading, *reversed(block.headings)):
            if text in self.letterhead:
                continue
            row = text == block.row_heading != ""
            role = self._row_role(text) if row else self.frame(text) if text else ""
            if role:
                return role.replace("managed", "other"), text
        if self.role == "peer":
            return ("other" if self.managed else "peer"), self.title
        return (self.role or "unknown"), self.title

    def _row_role(self, text: str) -> str:
        view = self.view(text[:100])
        ending = _BRACKETED.search(text)
        inner = self.view(str(ending.group(1))) if ending else None
        return (
            self.roles.only(view, self.cast)
            or self.roles.label(view, self.cast)
            or (self.roles.only(inner, self.cast) if inner else "")
        )

    def _frame(self, text: str) -> str:
        view = self.view(text[:300])
        said = len(view) <= _SHORT and self.roles.says_peer(view)
        named = self.roles.names_peer(view) and not _of_other(text, self.roles)
        if named or (said and not _of_other(text, self.roles)):
            return "managed" if self.roles.names_managed(view) else "peer"
        return self.roles.of(view, self.cast)

    def _excluded(self, text: str) -> bool:
        view = self.view(text[-300:])
        return any(_applies(cue, view) for cue in self.cues)

    def _rewritten_column(self, block: Block) -> str:
        """The heading of a column whose right neighbour rewrites it (*Then | Now*), else ""."""
        columns = self.columns.get(block.table, {})
        if not block.table or len(columns) < 2 or self._rewrites(columns.get(block.column, "")):
            return ""
        following = columns.get(block.column + 1, "")
        pair = self.view(f"{block.column_heading} {following}")
        rewritten = self._rewrites(following) or any(
            longest_at(node, pair, 0) is not None for node in self.rewritten_pair
        )
        return f"{block.column_heading} | {following}" if rewritten else ""

    def _rewritten_below(self, block: Block) -> str:
        """The label or heading of a sample that the next one rewrites (*Before:* …, *After:* …), else ""."""
        for first in (block.label, *block.headings[-1:]):
            following = self.next_frames.get(first, "") if first else ""
            if following and len(following) < _SHORT_ENTRY and len(first) < _SHORT_ENTRY:
                pair = self.view(f"{first} {following}")
                if any(longest_at(node, pair, 0) is not None for node in self.rewritten_pair):
                    return f"{first} | {following}"
        return ""

    def _named_beside(self, block: Block) -> tuple[str, str] | None:
        """The role that does the task: in a cell of the row set aside for it, or in brackets at the end."""
        for cell in self.rows.get((block.table, block.row), ()) if block.table else ():
            if cell is block or not cell.text:
                continue
            told = _WHO_COLUMN.search(cell.column_heading)
            if (told or not self.frame(block.column_heading)) and len(cell.text) < 80:
                role = self._row_role(cell.text) if told else self._person_alone(cell.text)
                if role:
                    return role, cell.text
        ending = _BRACKETED.search(block.text)
        if ending and (role := self.roles.only(self.view(str(ending.group(1))), self.cast)):
            return role, ending.group(1)
        last = _AFTER_COMMA.search(block.text) if len(block.text) < _SHORT_ENTRY else None
        if last and (role := self.roles.only(self.view(str(last.group(1))), self.cast)):
            return role, last.group(1)
        return None

    def _person_alone(self, text: str) -> str:
        """The role of a cell that names a worker and no place (*front desk*) or office (*court*)."""
        role = self.roles.only(self.view(text), self.cast)
        return "" if role == "other" and PLACES & self.view(text).words else role

    def _row_status(self, block: Block) -> str:
        """A cell beside the row's first that takes the row out (*Deleted*, *Not a peer task*), else ""."""
        if block.column != 1:
            return ""
        for text in (cell.text for cell in self.rows.get((block.table, block.row), ())):
            if any(longest_at(node, self.view(text), 0) for node in self.row_status):
                return text
        return self._sorted_out(block)

    def _sorted_out(self, block: Block) -> str:
        """The heading *Not ours* of a column that says, row by row, what of a task is excluded.

        Beside it stands a column of what is included: in a table of two, each cell speaks alone.
        """
        if len(self.columns.get(block.table, {})) <= _PAIR:
            return ""
        for cell in self.rows.get((block.table, block.row), ()):
            heading = cell.column_heading
            if (
                cell.column > 1
                and len(cell.text.split()) > 1
                and heading
                and self.excluded(heading)
            ):
                return heading
        return ""

    def _rewrites(self, heading: str) -> bool:
        view = self.view(heading)
        return len(view) <= 6 and any(longest_at(node, view, 0) for node in self.rewritten)

    def _own(self, text: str) -> bool:
        view = self.view(text[:200])
        return any(find_all(node, view) for node in self.own_words)


def _run_in(block: Block) -> str:
    """The bold first words that end like a heading (***What you won't do.** Chart notes.*), else ""."""
    for start, end in block.emphasis[:1]:
        words = block.text[:end].strip()
        if start == 0 and end < _LONGEST_RUN_IN and words.endswith("."):
            return words
    return ""


_LONGEST_RUN_IN = 60


def _applies(cue: Cue, view: TokenView) -> bool:
    if cue.anchors is not None and not (cue.anchors & view.words):
        return False
    return bool(find_all(cue.node, view))
