"""Who acts, said in the sentence or taken from around it."""

from __future__ import annotations

import pytest

from peerlint.nlp.actors import actor_of
from peerlint.rulebook import RuleBook

from .sentences import PARSES, SCHEMES, Parse, index_of, sentence

both_schemes = pytest.mark.parametrize("scheme", SCHEMES)


def named(parse: Parse, old: str, new: str) -> Parse:
    """The same parse with another noun in one place; of a two-word title the words are joined."""
    words = [new if word == old else word for word in parse.words.split()]
    return Parse(" ".join(words), parse.tags, parse.ud, parse.clear)


def actor(parse: Parse, verb: str, scheme: str, book: RuleBook, **around: str) -> str:
    doc = parse.doc(scheme)
    whole = sentence(doc, **around)  # type: ignore[arg-type]
    return actor_of(whole, doc[index_of(doc, verb)], book.classes)


@both_schemes
@pytest.mark.parametrize(
    ("parse", "verb", "title", "expected"),
    [
        ("active", "counts", "bridger", "peer"),
        ("active", "counts", "nurse", "other"),
        ("active", "counts", "resident", "person"),
        ("passive", "counted", "CPSS", "peer"),
        ("passive", "counted", "bridger", "peer"),
        ("passive", "counted", "nurse", "other"),
        ("object control", "count", "bridger", "peer"),
        ("object control", "asks", "bridger", "other"),
        ("object control", "count", "clinician", "other"),
        ("subject relative", "counts", "bridger", "peer"),
        ("subject relative", "counts", "nurse", "other"),
        ("excluded conjunct", "counts", "bridger", "peer"),
        ("excluded coach", "counts", "bridger", "other"),
    ],
)
def test_said_actor(
    parse: str, verb: str, title: str, expected: str, scheme: str, shipped_book: RuleBook
) -> None:
    around = {"actor": "peer" if expected == "other" else "unknown"}
    told = named(PARSES[parse], "coach", title)
    assert actor(told, verb, scheme, shipped_book, **around) == expected


@both_schemes
@pytest.mark.parametrize(
    ("parse", "verb", "title", "expected"),
    [
        ("shared object", "administer", "bridgers", "peer"),
        ("shared object", "count", "bridgers", "peer"),
        ("shared object", "count", "nurses", "other"),
        ("passive control", "count", "bridgers", "peer"),
        ("passive control", "count", "nurses", "other"),
        ("object relative", "count", "nurses", "other"),
        ("two actors", "count", "bridgers", "peer"),
        ("two actors", "count", "clinicians", "other"),
    ],
)
def test_said_actors(
    parse: str, verb: str, title: str, expected: str, scheme: str, shipped_book: RuleBook
) -> None:
    told = named(PARSES[parse], "Coaches", title.capitalize())
    told = named(told, "coaches", title)
    assert actor(told, verb, scheme, shipped_book) == expected


@both_schemes
@pytest.mark.parametrize("place", ["peer", "other", "unknown"])
def test_an_order_is_for_whoever_the_place_speaks_of(
    place: str, scheme: str, shipped_book: RuleBook
) -> None:
    assert actor(PARSES["order"], "count", scheme, shipped_book, actor=place) == place


@both_schemes
def test_a_passive_without_agent_names_nobody(scheme: str, shipped_book: RuleBook) -> None:
    assert (
        actor(PARSES["short passive"], "counted", scheme, shipped_book, actor="peer") == "unknown"
    )


@both_schemes
@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Peer specialists open the house at eight. ", "peer"),
        ("Nurses open the house at eight. ", "other"),
        ("The house opens at eight. ", "person"),
    ],
)
def test_a_pronoun_means_the_last_role_before(
    before: str, expected: str, scheme: str, shipped_book: RuleBook
) -> None:
    assert actor(PARSES["pronoun"], "count", scheme, shipped_book, before=before) == expected


@both_schemes
def test_a_name_in_a_plan_is_the_person_served(scheme: str, shipped_book: RuleBook) -> None:
    told = Parse(
        "Mr. Okafor counts pills .",
        "NNP NNP VBZ NNS .",
        "compound/1 nsubj/2 root/2 obj/2 punct/2",
        "compound/1 nsubj/2 ROOT/2 dobj/2 punct/2",
    )
    assert actor(told, "counts", scheme, shipped_book, type="treatment-plan") == "person"


TITLES = {
    "Certified Peer Specialist": "peer",
    "Peer Support Worker": "peer",
    "Recovery Coach": "peer",
    "Peer Navigator": "peer",
    "Family Support Partner": "peer",
    "Charge Nurse": "other",
    "Case Manager": "other",
    "Nurse Mentor": "other",
}


@both_schemes
@pytest.mark.parametrize(("title", "expected"), sorted(TITLES.items()))
def test_role_titles(title: str, expected: str, scheme: str, shipped_book: RuleBook) -> None:
    size = len(title.split())
    links = [f"compound/{size}"] * (size - 1)
    tail = f"nsubj/{size + 1} {{}}/{size + 1} {{}}/{size + 1} punct/{size + 1}"
    told = Parse(
        f"The {title} counts pills .",
        f"DT {'NNP ' * size}VBZ NNS .",
        " ".join([f"det/{size}", *links, tail.format("root", "obj")]),
        " ".join([f"det/{size}", *links, tail.format("ROOT", "dobj")]),
    )
    assert actor(told, "counts", scheme, shipped_book) == expected
