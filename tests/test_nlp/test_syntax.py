"""One reading of two label schemes."""

from __future__ import annotations

import pytest

from peerlint.nlp import syntax

from .sentences import PARSES, SCHEMES, index_of

both_schemes = pytest.mark.parametrize("scheme", SCHEMES)


@both_schemes
@pytest.mark.parametrize(
    ("parse", "verb", "expected"),
    [
        ("active", "counts", "coach"),
        ("passive", "counted", "medications"),
        ("subject relative", "counts", "who"),
        ("subject relative", "leaves", "coach"),
        ("excluded conjunct", "counts", "coach"),
        ("order", "count", None),
    ],
)
def test_subject(parse: str, verb: str, expected: str | None, scheme: str) -> None:
    doc = PARSES[parse].doc(scheme)
    found = syntax.subject(doc[index_of(doc, verb)])
    assert (found.lower_ if found is not None else None) == expected


@both_schemes
@pytest.mark.parametrize(
    ("parse", "verb", "expected"),
    [
        ("passive", "counted", True),
        ("short passive", "counted", True),
        ("passive control", "expected", True),
        ("passive control", "count", False),
        ("active", "counts", False),
    ],
)
def test_passive(parse: str, verb: str, expected: bool, scheme: str) -> None:
    doc = PARSES[parse].doc(scheme)
    assert syntax.is_passive(doc[index_of(doc, verb)]) is expected


@both_schemes
@pytest.mark.parametrize(
    ("parse", "head", "expected"),
    [
        ("passive", "counted", [("by", "coach")]),
        ("of nominalization", "responsible", [("for", "administration")]),
        ("of nominalization", "administration", [("of", "medication")]),
        ("preposition", "assist", [("with", "medications")]),
        ("active", "counts", []),
    ],
)
def test_prepositional(parse: str, head: str, expected: list[tuple[str, str]], scheme: str) -> None:
    doc = PARSES[parse].doc(scheme)
    pairs = syntax.prepositional(doc[index_of(doc, head)])
    assert [(name, noun.lower_) for name, noun in pairs] == expected


@both_schemes
def test_conjuncts_and_their_conjunction(scheme: str) -> None:
    doc = PARSES["shared object"].doc(scheme)
    group = syntax.conjuncts(doc[1])
    assert [token.text for token in group] == ["administer", "count"]
    assert syntax.coordinator(group[1]) == "and"


@pytest.mark.parametrize(
    "scheme",
    [
        "ud",
        pytest.param(
            "clear",
            marks=pytest.mark.xfail(
                strict=True, reason="CLEAR hangs the conjunction on the first conjunct"
            ),
        ),
    ],
)
def test_the_first_conjunct_has_no_conjunction_before_it(scheme: str) -> None:
    assert syntax.coordinator(PARSES["shared object"].doc(scheme)[1]) == ""


@both_schemes
def test_ancestors_climb_to_the_root(scheme: str) -> None:
    doc = PARSES["passive control"].doc(scheme)
    climbed = [token.text for token in syntax.ancestors(doc[index_of(doc, "medications")])]
    assert climbed == ["count", "expected"]
    assert syntax.is_root(doc[index_of(doc, "expected")])


@both_schemes
@pytest.mark.parametrize(
    ("parse", "head", "expected"),
    [
        ("compound nominalization", "administration", "medication administration"),
        ("participle before a noun", "medications", "controlled medications"),
        ("subject relative", "coach", "The coach"),
        ("two objects", "pills", "pills"),
        ("of nominalization", "medication", "medication"),
    ],
)
def test_phrase_bounds(parse: str, head: str, expected: str, scheme: str) -> None:
    doc = PARSES[parse].doc(scheme)
    start, end = syntax.phrase_bounds(doc[index_of(doc, head)])
    assert doc[start:end].text == expected


@pytest.mark.parametrize("parse", sorted(PARSES))
def test_both_schemes_name_the_same_core_relations(parse: str) -> None:
    core = {"nsubj", "nsubj:pass", "aux:pass", "obj", "iobj", "acl:relcl", "conj", "compound"}
    named = []
    for scheme in SCHEMES:
        doc = PARSES[parse].doc(scheme)
        named.append(
            {(token.text, syntax.label(token)) for token in doc if syntax.label(token) in core}
        )
    assert named[0] == named[1]
