"""The sentence's own words among new ones."""

from __future__ import annotations

from tests.test_rewording.sentences import passage, rewritten_sentence


def test_a_phrase_that_moves_inside_loses_the_capital_of_the_sentence():
    at = passage(
        "Residents_NNS_nsubj:pass_2 are_VBP_aux:pass_2 searched_VBN_root_2 by_IN_case_5 "
        "the_DT_det_5 coach_NN_obl:agent_2 ._._punct_2",
        "Residents are searched",
        head="searched",
        people="Residents",
    )
    assert rewritten_sentence("{v:greet} {people|people}", at) == "The coach greets residents."
