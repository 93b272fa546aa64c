"""peerlint in a pipeline of the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from .sentences import Parse

ADDICTS = Parse(
    "Addicts lack insight .",
    "NNS VBP NN .",
    "nsubj/1 root/1 obj/1 punct/1",
    "nsubj/1 ROOT/1 dobj/1 punct/1",
)


class _HandMade:
    """Stands for a tagger and parser: writes the annotation of a parse made by hand."""

    def __init__(self, parse: Parse, scheme: str) -> None:
        self.parse, self.scheme = parse, scheme

    def __call__(self, doc: Doc) -> Doc:
        return self.parse.doc(self.scheme, doc.vocab)


@Language.factory("hand_made_parse", default_config={"scheme": "ud"})
def _make(nlp: Language, name: str, scheme: str) -> _HandMade:
    return _HandMade(ADDICTS, scheme)


@pytest.fixture(params=["ud", "clear"])
def nlp(request: pytest.FixtureRequest) -> Language:
    made = spacy.blank("en")
    made.add_pipe("hand_made_parse", config={"scheme": request.param})
    made.add_pipe("peerlint")
    return made


def test_findings_are_spans_of_the_doc(nlp: Language) -> None:
    doc = nlp("Addicts lack insight .")
    spans = {span.text: span.label_ for span in doc.spans["peerlint"]}
    assert set(spans) == {"Addicts", "lack insight"}
    assert spans["Addicts"].startswith("PL1")


def test_the_report_is_kept_on_the_doc(nlp: Language) -> None:
    doc = nlp("Addicts lack insight .")
    assert [finding.quote for finding in doc._.peerlint.findings] == ["Addicts", "lack insight"]
    assert {finding.rule for finding in doc._.peerlint.findings} == {
        span.label_ for span in doc.spans["peerlint"]
    }


def test_spans_go_under_the_key_that_is_asked_for() -> None:
    made = spacy.blank("en")
    made.add_pipe("hand_made_parse")
    made.add_pipe("peerlint", config={"spans_key": "words", "document_type": "policy"})
    doc = made("Addicts lack insight .")
    assert "peerlint" not in doc.spans
    assert doc.spans["words"]
    assert doc._.peerlint.type == "policy"


def test_a_pipeline_is_saved_and_loaded(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "pipeline")
    loaded = spacy.load(tmp_path / "pipeline")
    assert loaded("Addicts lack insight .").spans["peerlint"]


def test_a_doc_without_a_parse_does_not_raise() -> None:
    made = spacy.blank("en")
    made.add_pipe("peerlint")
    doc = made("Addicts lack insight. The nurse counts pills.")
    assert "Addicts" in {span.text for span in doc.spans["peerlint"]}
