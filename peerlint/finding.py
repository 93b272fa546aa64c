"""What peerlint reports: one frozen finding type, shared by all reporters."""

from __future__ import annotations

from enum import IntEnum

from peerlint.document import Position
from peerlint.values import dataclass


class Severity(IntEnum):
    """How strongly a finding asks for a change."""

    SUGGESTION = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The lower-case name used in files, options and reports."""
        return self.name.lower()

    @classmethod
    def from_label(cls, label: str) -> Severity:
        """The severity of that name; raises KeyError."""
        return cls[label.upper()]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One rewording.

    `text` replaces the finding's quote (start to end); `sentence` is the whole new sentence.
    `safe` ones keep the meaning and may be applied without a reader. `advice` suggestions are told
    to the author and never applied; their `text` is the advice.
    `start` and `end`, when not None, widen the replaced span (offsets in the block's text) where
    agreement outside the quote changes too.
    """

    text: str
    safe: bool = False
    advice: bool = False
    sentence: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One passage (or document) worth a change.

    `block` is the index of the block, `span` the offsets (start, end) in its text; both are those
    of the heading or first block for structure findings, with an empty span.
    `start`, `end`: line and column in the source, `end` exclusive.
    `learned` findings are the second reader's, with its `confidence` and the words that weighed most. A
    rule's finding has a `confidence` only where that reader doubts it: its trust.
    """

    path: str
    rule: str
    name: str
    kind: str
    category: str
    severity: Severity
    message: str
    quote: str
    location: str
    block: int
    span: tuple[int, int]
    start: Position
    end: Position
    why: str
    sources: tuple[str, ...]
    suggestions: tuple[Suggestion, ...] = ()
    sentence: str = ""
    sentence_start: int = 0
    fingerprint: str = ""
    learned: bool = False
    confidence: float | None = None
    weighed: tuple[str, ...] = ()
    tension: str = ""


@dataclass(frozen=True, slots=True)
class Silenced:
    """A match that a silencer kept from being reported, shown by `--explain-silence`."""

    path: str
    rule: str
    quote: str
    start: Position
    end: Position
    silencer: str
    cue: str


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """All that is known of one checked document; `error` is a sentence when it was not read.

    `in_source`: whether lines and columns count in the file's own text. They do not in a Word
    file, where they count blocks; edits by line and column make no sense there.
    """

    path: str
    type: str = "other"
    type_confidence: float = 0.0
    type_reasons: tuple[str, ...] = ()
    peer_role: bool = False
    words: int = 0
    findings: tuple[Finding, ...] = ()
    silenced: tuple[Silenced, ...] = ()
    warnings: tuple[str, ...] = ()
    error: str | None = None
    blocks: tuple[str, ...] = ()  # block texts, for reports that show the document
    in_source: bool = True


@dataclass(frozen=True, slots=True)
class RunReport:
    """One run over many documents, in the order of the inputs."""

    documents: tuple[DocumentReport, ...]
    version: str
    errors: tuple[str, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, document by document, in order of place."""
        return tuple(finding for document in self.documents for finding in document.findings)
