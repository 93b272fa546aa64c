"""Articles and possessives as they are written."""

from __future__ import annotations

from tests.test_rewording.sentences import passage, rewritten_sentence


def test_a_plural_before_a_literal_possessive_takes_the_mark_alone():
    at = passage("Answer_VB_root_0 phones_NNS_obj_0 ._._punct_0", "Answer phones", form="bullet")
    assert rewritten_sentence("{v:answer} {role|peer workers}'s own line", at) == (
        "Answer peer workers' own line."
    )
