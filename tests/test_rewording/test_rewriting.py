"""A template and a match give new text."""

from __future__ import annotations

from tests.test_rewording.sentences import passage, rewritten_sentence


def test_a_prefix_goes_with_its_verb():
    at = passage(
        "Co_NN_compound_2 -_HYPH_punct_2 lead_VB_root_2 groups_NNS_obj_2 ._._punct_2",
        "lead groups",
        form="bullet",
    )
    joined = at.doc.text.replace("Co - lead", "Co-lead")
    assert joined == "Co-lead groups."
    assert rewritten_sentence("{v:meet} {people|people}", at) == "Meet people."
