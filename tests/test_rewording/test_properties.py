"""What holds for every template in every sentence."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from peerlint.rewording import Passage, reword
from tests.test_rewording.sentences import passage
from tests.test_rewording.test_inflection import AN, A

NOUNS = ("addict", "client", "inmate", "user", "elder")
PLURALS = ("addicts", "clients", "inmates", "users", "elders")
DETERMINERS = ("a", "an", "the", "this", "every", "our", "")
FRAMES = (
    ("{det}{noun}_{tag}_nsubj_{v} {verb}_root_{v} ._._punct_{v}", 1),
    (
        "{det}{noun}_{tag}_nmod:poss_{after} 's_POS_case_{n} plan_NN_nsubj_{v} "
        "{verb}_root_{v} ._._punct_{v}",
        3,
    ),
    (
        "{det}{noun}_{tag}_nsubj_{v} and_CC_cc_{after} families_NNS_conj_{n} "
        "{verb}_root_{v} ._._punct_{v}",
        3,
    ),
    ("{det}{noun}_{tag}_compound_{after} plans_NNS_nsubj_{v} {verb}_root_{v} ._._punct_{v}", 2),
)
NOUN_TEMPLATES = (
    "{n:person} receiving services",
    "{n:individual}",
    "{n:person} with {det:a} opioid use {n:disorder}",
    "{n:person} who {v:use} drugs",
    "people we support",
    "emotional distress",
    "someone in recovery",
    "hour {n:guest}",
    "university {n:student}",
    "{modified} for {n:person} in recovery",
)


@st.composite
def noun_passages(draw: st.DrawFn) -> Passage:
    plural = draw(st.booleans())
    noun = draw(st.sampled_from(PLURALS if plural else NOUNS))
    determiner = draw(st.sampled_from(DETERMINERS))
    frame, verb_after = draw(st.sampled_from(FRAMES))
    at = 1 if determiner else 0
    opening = f"{determiner.capitalize()}_DT_det_{at} " if determiner else ""
    parse = frame.format(
        det=opening,
        noun=noun if determiner else noun.capitalize(),
        tag="NNS" if plural else "NN",
        n=at,
        after=at + 2,
        v=at + verb_after,
        verb=draw(st.sampled_from(("ends_VBZ", "end_VBP", "ended_VBD"))),
    ).replace(f"compound_{at + 2}", f"compound_{at + 1}")
    return passage(parse, noun if determiner else noun.capitalize())


@given(noun_passages(), st.sampled_from(NOUN_TEMPLATES))
def test_every_rewritten_sentence_is_well_formed(at: Passage, template: str):
    result = reword(template, at)
    if result is None:
        return
    before = at.doc.text
    after = before[: result.start_char] + result.text + before[result.end_char :]
    assert "  " not in after
    assert after[0].isupper()
    assert after.endswith(".") and not after.endswith("..")
    assert "\0" not in after and "\1" not in after and "{" not in after
    for indefinite, word in re.findall(r"\b(an?) (\S+)", after.lower()):
        if word in AN:
            assert indefinite == "an"
        if word in A:
            assert indefinite == "a"


@given(noun_passages(), st.sampled_from(NOUN_TEMPLATES))
def test_the_replaced_span_holds_the_match_and_lies_in_the_sentence(at: Passage, template: str):
    result = reword(template, at)
    if result is None:
        return
    first, last = at.doc[at.start], at.doc[at.end - 1]
    assert 0 <= result.start_char <= first.idx
    assert last.idx + len(last.text) <= result.end_char <= len(at.doc.text)


@given(noun_passages(), st.sampled_from(NOUN_TEMPLATES))
def test_the_same_match_gives_the_same_words(at: Passage, template: str):
    assert reword(template, at) == reword(template, at)


@given(st.text(alphabet="{}:|abnpv peoplrs'", max_size=30), noun_passages())
def test_any_template_is_read_or_refused_in_plain_words(template: str, at: Passage):
    from peerlint.rewording import TemplateError

    try:
        result = reword(template, at)
    except TemplateError as error:
        assert str(error)
        return
    assert result is None or result.text or result.start_char < result.end_char
