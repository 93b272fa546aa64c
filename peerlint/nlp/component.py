"""peerlint as a component of somebody's own spaCy pipeline: `nlp.add_pipe("peerlint")`.

Works on pipelines with Universal Dependencies labels and on spaCy's own English pipelines.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory(
    "peerlint",
    default_config={"document_type": None, "spans_key": "peerlint"},
    requires=["token.pos", "token.dep"],
    assigns=["doc.spans", "doc._.peerlint"],
)
def create_peerlint(
    nlp: Language, name: str, document_type: str | None, spans_key: str
) -> PeerlintComponent:
    """Make the component. `document_type` is one of peerlint's document types or None."""
    return PeerlintComponent(document_type, spans_key)


class PeerlintComponent:
    """Adds `doc.spans["peerlint"]` (labels are rule ids) and `doc._.peerlint` (a DocumentReport)."""

    def __init__(self, document_type: str | None, spans_key: str) -> None:
        from peerlint.checking import Checker
        from peerlint.settings import Settings

        self.spans_key = spans_key
        self.checker = Checker(Settings(document_type=document_type))
        if not Doc.has_extension("peerlint"):
            Doc.set_extension("peerlint", default=None)

    def __call__(self, doc: Doc) -> Doc:
        """Check one Doc with the sentences and parse it already has."""
        report = self.checker.check_doc(doc)
        spans = [_span(doc, finding) for finding in report.findings]
        doc.spans[self.spans_key] = [span for span in spans if span is not None]
        doc._.peerlint = report
        return doc

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing to store: the rules ship with peerlint."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> PeerlintComponent:
        """Nothing to restore."""
        return self

    def to_disk(self, _path: Any, **_: Any) -> None:
        """Nothing to store: the rules ship with peerlint."""

    def from_disk(self, _path: Any, **_: Any) -> PeerlintComponent:
        """Nothing to restore."""
        return self


def _span(doc: Doc, finding: Any) -> Any:
    start, end = finding.span
    return doc.char_span(start, end, label=finding.rule, alignment_mode="expand")
