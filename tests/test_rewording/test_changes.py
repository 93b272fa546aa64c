"""What the new sentence may not say twice."""

from __future__ import annotations

from tests.test_rewording.sentences import passage, rewritten_sentence


def test_words_already_there_are_not_said_twice():
    at = passage(
        "Clients_NNS_nsubj_3 receiving_VBG_acl_0 services_NNS_obj_1 eat_VBP_root_3 ._._punct_3",
        "Clients",
    )
    assert rewritten_sentence("{n:person} receiving services", at) is None
