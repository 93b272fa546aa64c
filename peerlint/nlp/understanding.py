"""What a document is, whom each of its blocks speaks about, and what its headings exclude.

Works on titles, headings, labels and lead-ins alone; nothing is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from peerlint.document import Block, BlockKind, Document
from peerlint.matching.phrases import TokenView, find_all, longest_at
from peerlint.matching.tokens import light_view
from peerlint.rulebook.book import Cue, RuleBook
from peerlint.rulebook.pattern import Node, first_words

_WEIGHTS = {"title": 4, "heading": 2, "body": 1}
_ENOUGH, _LEAD = 3, 1
_TITLE_FIELDS = re.compile(
    r"^(job |position |role |working |class |payroll |employee |staff )*"
    r"(title|position|role|job|post|classification|class|employee|name|re|for|subject|to|worker"
    r"|staff member|trainee|seeking)$",
    re.I,
)
_BRACKETED = re.compile(r"\(([^()]{2,40})\)\W*$")
_EARLY_WORDS = 80
_OPENING_BLOCKS = 4  # a letterhead may stand before the title
_CLEAR = 0.55  # share of the best type against the next
_SHORT = 6  # words of a label or heading in which *peer* alone means the role


_AFTER_SUBJECT = frozenset(
    [
        "will",
        "shall",
        "must",
        "may",
        "should",
        "can",
        "is",
        "are",
        "do",
        "does",
        "who",
        "that",
        "and",
        "(",
        "-",
        "–",
        "—",
        ":",
        ",",
        "'s",
        "job",
        "duties",
        "duty",
        "role",
        "tasks",
    ]
)
_BEFORE_COMPLEMENT = frozenset(
    ["on", "to", "by", "for", "with", "from", "of", "than", "under", "as", "at", "in", "not"]
)


@dataclass(frozen=True, slots=True)
class Place:
    """What surrounds the text of one block.

    `actor`: who does what a sentence without a subject says: `peer`, `other`, `person` or
    `unknown`; `actor_cue` is the text that says so. `prohibited`, `mention`: the heading, column
    or lead-in that silences the block, else "". `own_words`: a field for somebody's own words.
    `role` is whose job the section or document describes, lead-ins and labels aside; `titles` are the
    lower-case words of the titles and headings above, by which a text may call that worker, and
    `peer_names` the names it gives to peer workers.
    """

    peer_context: bool
    actor: str
    actor_cue: str = ""
    prohibited: str = ""
    own_words: str = ""
    role: str = "unknown"
    titles: frozenset[str] = frozenset()
    peer_names: frozenset[str] = frozenset()


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
    kind, confidence, reasons = _type_of(document, titles, book)
    if document_type:
        kind, confidence, reasons = document_type, 1.0, ("set by the configuration",)
    roles = _Roles(book)
    role, managed = _document_role(document, titles, roles)
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
    for block in document.blocks[:12]:
        if block.kind is BlockKind.TITLE and block not in opening:
            yield block.text
        if block.label and _TITLE_FIELDS.match(block.label):
            yield block.text[len(block.label) :].lstrip(" :*–-")


def _type_of(
    document: Document, titles: Sequence[str], book: RuleBook
) -> tuple[str, float, tuple[str, ...]]:
    views = {
        "title": [light_view(title) for title in titles],
        "heading": [light_view(text) for text in _heading_texts(document)],
        "body": [light_view(block.text) for block in document.blocks[:400]],
    }
    scores: dict[str, int] = {}
    reasons: dict[str, list[str]] = {}
    for name in ("job-description", "policy", "treatment-plan", "other"):
        for part, weight in _WEIGHTS.items():
            hits = _hits(book.signals.get(name, {}).get(part, ()), views[part])
            # a second heading of the kind says more than the tenth
            count = min(len(hits), 1 if part == "title" else 5)
            scores[name] = scores.get(name, 0) + weight * count
            reasons.setdefault(name, []).extend(f"{part}: {hit}" for hit in hits[:3])
    roles = _Roles(book)
    if any(roles.opens(view) for view in views["title"]) and scores["other"] < _WEIGHTS["title"]:
        scores["job-description"] += 4
        reasons["job-description"].insert(0, "title: a role")
    ranked = sorted(scores, key=lambda name: (-scores[name], name))
    best, second = ranked[0], ranked[1]
    share = scores[best] / max(1, scores[best] + scores[second])
    leads = scores[best] >= _ENOUGH and scores[best] - scores[second] >= _LEAD
    if best != "other" and leads and share >= _CLEAR:
        return best, round(share, 2), tuple(reasons[best][:5])
    if scores["other"] < _WEIGHTS["title"] and _is_impersonal(views["body"]):
        return "policy", 0.5, ("states rules, addresses nobody",)
    return "other", 0.5, tuple(reasons.get("other", ())[:3])


_PERSONAL = frozenset({"i", "we", "you", "my", "our", "your", "us", "me", "dear", "thank", "?"})


def _is_impersonal(views: Sequence[TokenView]) -> bool:
    """Whether nobody speaks, is addressed or asked."""
    return all(_PERSONAL.isdisjoint(view.words) for view in views)


def _heading_texts(document: Document) -> list[str]:
    texts = [block.text for block in document.blocks if block.kind is BlockKind.HEADING]
    texts += [block.label for block in document.blocks if block.label]
    texts += sorted({block.column_heading for block in document.blocks if block.column_heading})
    return texts


def _hits(nodes: Sequence[Node], views: Sequence[TokenView]) -> list[str]:
    hits = []
    for node in nodes:
        firsts = first_words(node)
        for view in views:
            if firsts is not None and firsts.isdisjoint(view.words):
                continue
            found = find_all(node, view)
            if found:
                hits.append(" ".join(view.text[found[0].start : found[0].end]).lower())
                break
    return hits


class _Roles:
    """Finds role titles in headings, labels and lead-ins."""

    def __init__(self, book: RuleBook) -> None:
        self.classes = book.classes
        self.managed = book.signals.get("about-peers", {}).get("title", ())
        self.peer_word = book.signals.get("peer-word", {}).get("title", ())

    def of(self, view: TokenView) -> str:
        """`peer` or `other` for the first role title named, "" when there is none."""
        for at in range(len(view)):
            peer = self.length("PEER_TITLE", view, at)
            other = self.length("OTHER_TITLE", view, at)
            if peer and peer >= other:
                return "peer"
            if other:
                return "other"
        return ""

    def opens(self, view: TokenView) -> bool:
        """Whether the text begins with a role title (*Peer Specialist, Maple House*)."""
        return any(self.length(name, view, 0) for name in ("PEER_TITLE", "OTHER_TITLE"))

    def names_peer(self, view: TokenView) -> bool:
        """Whether a peer title stands anywhere in the text."""
        return any(self.length("PEER_TITLE", view, at) for at in range(len(view)))

    def says_peer(self, view: TokenView) -> bool:
        """Whether the word *peer* stands in the text in the sense of the role (no *peer review*)."""
        return any(find_all(node, view) for node in self.peer_word)

    def counts(self, view: TokenView) -> tuple[int, int]:
        """How often peer titles and titles of other roles stand in the text."""
        peers = others = at = 0
        while at < len(view):
            peer, other = self.length("PEER_TITLE", view, at), self.length("OTHER_TITLE", view, at)
            peers += bool(peer and peer >= other)
            others += other > peer
            at += max(peer, other, 1)
        return peers, others

    def leads(self, view: TokenView) -> str:
        """The role a lead-in gives its list to (*The peer specialist will:*, *Nurses:*), "" if none."""
        for at in range(len(view)):
            peer, other = (
                self.length("PEER_TITLE", view, at),
                self.length("OTHER_TITLE", view, at),
            )
            end = at + max(peer, other)
            leading = end > at and view.lower[max(at - 1, 0)] not in _BEFORE_COMPLEMENT
            if leading and (end >= len(view) or view.lower[end] in _AFTER_SUBJECT):
                return "peer" if peer >= other else "other"
        return ""

    def names_managed(self, view: TokenView) -> bool:
        """Whether the text is about managing peer workers rather than about their work."""
        return any(find_all(node, view) for node in self.managed)

    def length(self, name: str, view: TokenView, at: int) -> int:
        """How many tokens from `at` make a title of that class, 0 if none."""
        node = self.classes.get(name)
        if node is None:
            return 0
        found = longest_at(node, view, at)
        return found.end - found.start if found else 0


def _document_role(document: Document, titles: Sequence[str], roles: _Roles) -> tuple[str, bool]:
    """Whose job the document is about, and whether it is about managing such workers."""
    for title in titles:
        view = light_view(title)
        if roles.names_peer(view) or roles.says_peer(view):
            return "peer", roles.names_managed(view)
    for title in titles:
        role = roles.of(light_view(title))
        if role:
            return role, False
    return _early_role(document, roles), False


def _early_role(document: Document, roles: _Roles) -> str:
    """`peer` where the first lines speak of a peer role, and of others half as often at most."""
    words = " ".join(block.text for block in document.blocks[:12]).split()[:_EARLY_WORDS]
    peers, others = roles.counts(light_view(" ".join(words)))
    return "peer" if peers and others <= peers / 2 else ""


def _places(
    document: Document,
    roles: _Roles,
    book: RuleBook,
    role: str,
    managed: bool,
    titles: Sequence[str],
) -> tuple[Place, ...]:
    reader = _PlaceReader(document, roles, book, role, managed, titles[0] if titles else "")
    return tuple(reader.place(block) for block in document.blocks)


def _peer_names(block: Block, roles: _Roles) -> Iterator[str]:
    """Names told with a peer title: *Peer specialist: Dee*, *Terrence, our peer*, *Sam (peer worker)*."""
    if block.kind in (BlockKind.HEADING, BlockKind.TITLE) or (
        "eer" not in block.text and "oach" not in block.text
    ):
        return
    view = light_view(block.text[:600])
    for at in range(len(view)):
        length = roles.length("PEER_TITLE", view, at)
        if not length:
            continue
        end = at + length
        if view.lower[end : end + 1] in ((":",), (",",)) and _is_name(view, end + 1):
            yield view.text[end + 1]
        before = at - 1
        while before > 0 and view.lower[before] in _BETWEEN_NAME_AND_TITLE:
            before -= 1
        if 0 <= before < at - 1 and view.lower[before + 1] in (",", "(") and _is_name(view, before):
            yield view.text[before]


_BETWEEN_NAME_AND_TITLE = frozenset({",", "(", "the", "our", "a", "new"})


def _is_name(view: TokenView, at: int) -> bool:
    """A capitalized word of small letters that opens no sentence by chance (*The*)."""
    word = view.text[at] if at < len(view) else ""
    return (
        len(word) > 2 and word.istitle() and word.isalpha() and word.lower() not in _AFTER_SUBJECT
    )


class _PlaceReader:
    """Works out the place of each block from what stands above and beside it."""

    def __init__(
        self,
        document: Document,
        roles: _Roles,
        book: RuleBook,
        role: str,
        managed: bool,
        title: str,
    ) -> None:
        self.document, self.roles = document, roles
        self.role, self.managed, self.title = role, managed, title
        self.cues = [cue for cue in book.cues if cue.scope in ("heading", "list")]
        self.columns: dict[int, dict[int, str]] = {}
        for block in document.blocks:
            if block.table and block.column_heading:
                self.columns.setdefault(block.table, {})[block.column] = block.column_heading
        self.rows: dict[tuple[int, int], list[str]] = {}
        for block in document.blocks:
            if block.table:
                self.rows.setdefault((block.table, block.row), []).append(block.text)
        self.peer_names = frozenset(
            name.lower() for block in document.blocks for name in _peer_names(block, roles)
        )
        self.row_status = book.signals.get("row-status", {}).get("cell", ())
        self.rewritten_pair = book.signals.get("rewritten", {}).get("pair", ())
        self.rewritten = book.signals.get("rewritten", {}).get("column", ())
        self.own_words = book.signals.get("own-words", {}).get("heading", ())
        self.view = lru_cache(maxsize=2048)(light_view)
        self.frame = lru_cache(maxsize=2048)(self._frame)
        self.excluded = lru_cache(maxsize=2048)(self._excluded)

    def place(self, block: Block) -> Place:
        leads = self._lead_ins(block)
        above = [
            text
            for text in (block.row_heading, block.column_heading, *reversed(block.headings))
            if text
        ]
        frames = [text for text in (block.label, *leads, *above) if text]
        actor, cue = self._actor(self._named_beside(block) or block.label, leads, above)
        role, _ = self._actor("", [], above)
        prohibited = next((text for text in self._silencing(block) if self.excluded(text)), "")
        prohibited = prohibited or self._rewritten_column(block) or self._row_status(block)
        own = next((text for text in frames if self._own(text)), "")
        peer_context = self.role == "peer" or any(self.frame(text) == "peer" for text in frames)
        if any(self.frame(text) == "other" for text in block.headings[1:]) and actor == "other":
            peer_context = False
        titles = frozenset(
            word for text in (self.title, *block.headings) for word in self.view(text).lower
        )
        return Place(
            peer_context, actor, cue, prohibited, own, role, titles, peer_names=self.peer_names
        )

    def _lead_ins(self, block: Block) -> list[str]:
        texts, seen = [], set()
        index = block.lead_in
        while index is not None and index not in seen and 0 <= index < len(self.document.blocks):
            seen.add(index)
            block = self.document.blocks[index]
            if not block.label or block.text.rstrip().endswith(":"):
                texts.append(block.text)
            index = block.lead_in
        return texts

    def _silencing(self, block: Block) -> list[str]:
        leads = [text for text in self._lead_ins(block) if len(text) <= 300]
        return [
            text
            for text in (
                block.label,
                *leads,
                block.row_heading,
                block.column_heading,
                *reversed(block.headings[-2:]),
            )
            if text
        ]

    def _actor(self, label: str, leads: Sequence[str], above: Sequence[str]) -> tuple[str, str]:
        if label and (role := self.frame(label)):
            return role.replace("managed", "other"), label
        for text in leads:
            if role := self.roles.leads(self.view(text[-200:].rstrip(" :"))):
                return role, text
        for text in above:
            role = self.frame(text)
            if role == "managed":
                return "other", text
            if role:
                return role, text
        if self.role == "peer":
            return ("other" if self.managed else "peer"), self.title
        return (self.role or "unknown"), self.title

    def _frame(self, text: str) -> str:
        view = self.view(text[:300])
        if self.roles.names_peer(view) or (len(view) <= _SHORT and self.roles.says_peer(view)):
            return "managed" if self.roles.names_managed(view) else "peer"
        return self.roles.of(view)

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

    def _named_beside(self, block: Block) -> str:
        """The role that does the task: in another cell of the row, or in brackets at the end."""
        beside = [
            text for text in self.rows.get((block.table, block.row), []) if text != block.text
        ]
        ending = _BRACKETED.search(block.text)
        bracketed = [str(ending.group(1))] if ending else []
        for text in (*beside, *bracketed):
            view = self.view(text)
            if len(view) <= _SHORT and (self.roles.opens(view) or self.roles.says_peer(view)):
                return text
        return ""

    def _row_status(self, block: Block) -> str:
        """A cell beside the row's first that takes the row out (*Deleted*, *Not a peer task*), else ""."""
        if block.column != 1:
            return ""
        for text in self.rows.get((block.table, block.row), ()):
            if any(longest_at(node, self.view(text), 0) for node in self.row_status):
                return text
        return ""

    def _rewrites(self, heading: str) -> bool:
        view = self.view(heading)
        return len(view) <= 6 and any(longest_at(node, view, 0) for node in self.rewritten)

    def _own(self, text: str) -> bool:
        view = self.view(text[:200])
        return any(find_all(node, view) for node in self.own_words)


def _applies(cue: Cue, view: TokenView) -> bool:
    if cue.anchors is not None and not (cue.anchors & view.words):
        return False
    return bool(find_all(cue.node, view))
