"""Half of a word and abbreviations are left alone."""

from __future__ import annotations

from tests.test_rewording.sentences import passage, rewritten_sentence


def test_half_of_a_hyphenated_word_takes_one_word_only():
    at = passage("Client_NN_compound_1 work_NN_root_1", "Client")
    assert at.doc.text == "Client work"
    from spacy.tokens import Doc

    from peerlint.rewording import Passage

    doc = Doc(
        at.doc.vocab,
        words=["client", "-", "centered", "work"],
        spaces=[False, False, True, False],
        tags=["NN", "HYPH", "VBN", "NN"],
        deps=["compound", "punct", "amod", "root"],
        heads=[2, 2, 3, 3],
    )
    half = Passage(doc, 0, 1)
    assert rewritten_sentence("{n:person} receiving services", half) is None
    assert rewritten_sentence("{n:person}", half) == "person-centered work"


def test_an_abbreviation_in_brackets_is_left_alone():
    at = passage(
        "Drug_NN_compound_1 users_NNS_nsubj_5 (_-LRB-_punct_3 IDUs_NNS_appos_1 )_-RRB-_punct_3 "
        "come_VBP_root_5 ._._punct_5",
        "IDUs",
    )
    assert rewritten_sentence("{n:person} who {v:inject} drugs", at) is None


def test_a_match_that_ends_in_who_is_half_a_clause():
    at = passage(
        "Give_VB_root_0 hope_NN_obj_0 to_IN_case_3 people_NNS_obl_0 who_WP_nsubj_5 "
        "use_VBP_acl:relcl_3 services_NNS_obj_5 ._._punct_0",
        "Give hope to people who",
    )
    assert rewritten_sentence("{v:support} people to be heard", at) is None
