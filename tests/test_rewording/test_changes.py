"""What the new sentence may not say twice."""

from __future__ import annotations

from tests.test_rewording.sentences import passage, rewritten_sentence


def test_words_already_there_are_not_said_twice():
    at = passage(
        "Clients_NNS_nsubj_3 receiving_VBG_acl_0 services_NNS_obj_1 eat_VBP_root_3 ._._punct_3",
        "Clients",
    )
    assert rewritten_sentence("{n:person} receiving services", at) is None


def test_a_determiner_before_another_is_refused():
    at = passage(
        "She_PRP_nsubj_1 denies_VBZ_root_1 her_PRP$_nmod:poss_3 drinking_NN_obj_1 ._._punct_1",
        "denies",
    )
    assert rewritten_sentence("{v:report} no", at) is None
