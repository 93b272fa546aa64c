from __future__ import annotations

from dataclasses import replace

from peerlint.rewording import choose
from peerlint.rulebook.rule import Rewording
from tests.test_rewording.sentences import passage

ADDICT = passage("An_DT_det_1 addict_NN_nsubj_2 called_VBD_root_2 ._._punct_2", "addict")
CLEAR = passage("The_DT_det_1 addict_NN_nsubj_2 called_VBD_root_2 ._._punct_2", "addict")


def test_suggestions_keep_the_rules_order_and_safety():
    found = choose(
        (
            Rewording("{n:person} who {v:use} {substance}"),
            Rewording("{n:person} in recovery", safe=True),
            Rewording("{n:person} who {v:use} drugs"),
        ),
        CLEAR,
    )
    assert [(item.text, item.safe) for item in found] == [
        ("person in recovery", True),
        ("person who uses drugs", False),
    ]


def test_the_whole_new_sentence_comes_along():
    (item,) = choose((Rewording("{n:person} in recovery"),), CLEAR)
    assert item.sentence == "The person in recovery called."


def test_a_change_outside_the_match_widens_the_span_in_the_block():
    (item,) = choose((Rewording("{n:person} in recovery"),), replace(ADDICT, offset=40))
    assert (item.text, item.start, item.end) == ("A person in recovery", 40, 49)


def test_a_change_inside_the_match_widens_nothing():
    (item,) = choose((Rewording("{n:person} in recovery"),), CLEAR)
    assert (item.start, item.end) == (None, None)


def test_conditions_choose():
    rewordings = (
        Rewording("{n:person} in recovery", when=("plural",)),
        Rewording("{n:person} who {v:use} drugs", when=("not:plural", "subject")),
    )
    assert [item.text for item in choose(rewordings, CLEAR)] == ["person who uses drugs"]


def test_unchanged_text_and_repeats_are_left_out():
    rewordings = (Rewording("{match}"), Rewording("caller"), Rewording("{n:caller}"))
    assert [item.text for item in choose(rewordings, CLEAR)] == ["caller"]


def test_advice_is_a_sentence_that_is_told():
    (item,) = choose(
        (Rewording("{v:state} that {role|peer workers} may say no", advice=True),), CLEAR
    )
    assert (item.text, item.advice, item.sentence) == (
        "State that peer workers may say no.",
        True,
        "",
    )


def test_advice_with_an_empty_slot_is_left_out():
    assert choose((Rewording("Say {what}.", advice=True),), CLEAR) == ()
