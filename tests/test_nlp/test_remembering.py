"""Parsed sentences that are kept."""

from __future__ import annotations

import peerlint
from peerlint.checking import Checker
from peerlint.formats import read_text
from peerlint.nlp.pipeline import parse
from peerlint.nlp.remembering import RememberedParses

TEXT = "# Certified Peer Specialist\n\n- Administer medication.\n- Help the mentally ill.\n"


def test_only_new_texts_are_parsed() -> None:
    parses = RememberedParses()
    first, second = parses(["Listen well.", "Ask first."])
    again, new = parses(["Ask first.", "Sit together."])
    assert again is second
    assert new is not first


def test_docs_are_those_of_the_pipeline_in_order() -> None:
    texts = ["She listens to people.", "Listen well.", "She listens to people."]
    kept = [doc.to_json() for doc in RememberedParses()(texts)]
    assert kept == [doc.to_json() for doc in parse(texts)]


def test_oldest_are_forgotten() -> None:
    parses = RememberedParses(size=1)
    (first,) = parses(["Listen well."])
    list(parses(["Ask first."]))
    (again,) = parses(["Listen well."])
    assert again is not first


def test_findings_are_the_same_as_without() -> None:
    document = read_text(TEXT)
    checker = Checker(parse=RememberedParses())
    wanted = peerlint.check_text(TEXT).findings
    assert [checker.check(document).findings for _ in range(2)] == [wanted, wanted]
