"""Who does what to what, in every syntax an author may choose."""

from __future__ import annotations

import pytest

from peerlint.nlp.events import event_at, linear_phrases

from .sentences import PARSES, SCHEMES, event_words, index_of, sentence

NOMINALIZATIONS = {"administration": "administer"}
both_schemes = pytest.mark.parametrize("scheme", SCHEMES)


@both_schemes
@pytest.mark.parametrize(
    ("parse", "predicate", "lemma", "objects"),
    [
        ("active", "counts", "counts", {"medications"}),
        ("passive", "counted", "counted", {"medications"}),
        ("short passive", "counted", "counted", {"medications"}),
        ("shared object", "administer", "administer", {"medications"}),
        ("shared object", "count", "count", {"medications"}),
        ("two objects", "count", "count", {"pills", "money"}),
        ("of nominalization", "administration", "administer", {"medication"}),
        ("compound nominalization", "administration", "administer", {"medication"}),
        ("passive control", "count", "count", {"medications"}),
        ("object control", "count", "count", {"medications"}),
        ("subject relative", "counts", "counts", {"medications"}),
        ("object relative", "count", "count", {"medications"}),
        ("recipient", "give", "give", {"residents", "pills"}),
    ],
)
def test_event(parse: str, predicate: str, lemma: str, objects: set[str], scheme: str) -> None:
    doc = PARSES[parse].doc(scheme)
    event = event_at(sentence(doc), index_of(doc, predicate), NOMINALIZATIONS)
    assert event_words(doc, event) == (lemma, objects)


@both_schemes
def test_nominal_events_say_so(scheme: str) -> None:
    doc = PARSES["of nominalization"].doc(scheme)
    event = event_at(sentence(doc), index_of(doc, "administration"), NOMINALIZATIONS)
    assert event is not None and event.nominal
    doc = PARSES["active"].doc(scheme)
    event = event_at(sentence(doc), index_of(doc, "counts"), NOMINALIZATIONS)
    assert event is not None and not event.nominal


@both_schemes
@pytest.mark.parametrize(
    ("parse", "word"),
    [
        ("participle before a noun", "controlled"),
        ("noun of a noun", "administration"),
        ("active", "coach"),
        ("active", "medications"),
    ],
)
def test_no_event(parse: str, word: str, scheme: str) -> None:
    doc = PARSES[parse].doc(scheme)
    assert event_at(sentence(doc), index_of(doc, word), NOMINALIZATIONS) is None


@both_schemes
def test_a_bullets_first_word_is_a_verb_where_the_tagger_read_a_noun(scheme: str) -> None:
    doc = PARSES["noun read for a verb"].doc(scheme)
    event = event_at(sentence(doc, bullet=True), 0, NOMINALIZATIONS)
    assert event_words(doc, event) == ("count", {"pills"})


@both_schemes
def test_prepositional_phrases_come_with_their_preposition(scheme: str) -> None:
    doc = PARSES["preposition"].doc(scheme)
    event = event_at(sentence(doc, bullet=True), 0, NOMINALIZATIONS)
    assert event is not None
    assert [(name, doc[phrase.head].text) for name, phrase in event.phrases] == [
        ("with", "medications")
    ]


@both_schemes
def test_an_event_is_read_once(scheme: str) -> None:
    doc = PARSES["active"].doc(scheme)
    whole = sentence(doc)
    assert event_at(whole, 2, NOMINALIZATIONS) is event_at(whole, 2, NOMINALIZATIONS)


def test_linear_phrases_end_at_a_verb_or_preposition() -> None:
    doc = PARSES["two objects"].doc("ud")
    view = sentence(doc).view
    assert [doc[one.start : one.end].text for one in linear_phrases(view, 2)] == ["pills", "money"]
    doc = PARSES["preposition"].doc("ud")
    assert linear_phrases(sentence(doc).view, 1) == []
