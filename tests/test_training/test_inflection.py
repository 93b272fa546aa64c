import pytest

from training.inflection import gerund, parse_verb, plural, regular_past, third_person
from training.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("verb", "third", "past", "ing"),
    [
        ("administer", "administers", "administered", "administering"),
        ("complete", "completes", "completed", "completing"),
        ("notify", "notifies", "notified", "notifying"),
        ("transfer", "transfers", "transferred", "transferring"),
        ("search", "searches", "searched", "searching"),
        ("employ", "employs", "employed", "employing"),
        ("oversee", "oversees", "overseed", "overseeing"),
    ],
)
def test_regular_verbs(verb, third, past, ing):
    assert (third_person(verb), regular_past(verb), gerund(verb)) == (third, past, ing)


def test_listed_forms_win_over_rules():
    give = parse_verb("give gave given")
    assert [give.inflect(t) for t in ("VB", "VBZ", "VBD", "VBN")] == [
        "give", "gives", "gave", "given",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("noun", "many"), [("dose", "doses"), ("policy", "policies"), ("search", "searches")]
)
def test_plurals(noun, many):
    assert plural(noun) == many


def test_the_lists_hold_words():
    lexicon = load_lexicon()
    assert len(lexicon.verbs) > 300
    assert all(noun.lemma and noun.plural for noun in lexicon.things)
    assert len({v.lemma for v in lexicon.verbs}) == len(lexicon.verbs)
