"""A long phrase goes last."""

from __future__ import annotations

from tests.test_rewording.sentences import passage, rewritten_sentence


def test_a_long_phrase_goes_last_in_a_bare_pair():
    at = passage(
        "Clients_NNS_nsubj_3 and_CC_cc_2 families_NNS_conj_0 eat_VBP_root_3 ._._punct_3", "Clients"
    )
    assert rewritten_sentence("{n:person} receiving services", at) == (
        "Families and people receiving services eat."
    )


def test_a_word_before_another_noun_is_no_partner_to_change_places_with():
    at = passage(
        "Drunks_NNS_nsubj_4 and_CC_cc_3 meth_NN_conj_0 heads_NNS_conj_0 come_VBP_root_4 ._._punct_4",
        "Drunks",
    )
    expected = "People who are intoxicated and meth heads come."
    assert rewritten_sentence("{n:person} who {v:be} intoxicated", at) == expected
