"""What holds for every template in every sentence."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from peerlint.rewording import Passage, WordSets, capture, reword
from tests.test_rewording.sentences import passage, sentence
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


def _words(text: str) -> list[str]:
    return text.split()


WORDS = _words(
    "he she the an is was not count counts counting pills client clients 's and to with of "
)
TAGS = _words("PRP DT VBZ VBD VB VBG VBN RB NN NNS POS CC TO IN JJ MD ")
LABELS = _words(
    "nsubj nsubj:pass obj obl nmod nmod:poss case det compound amod aux aux:pass cop conj "
    "cc mark advcl xcomp ccomp acl acl:relcl advmod nummod punct fixed obl:agent "
    "obl:unmarked "
)
DUTY_TEMPLATES = (
    "{v:support} {people|people} to say what {they} want about {their} {object|medication}",
    "{v:have} {condition}",
    "{v:be} there for {people|people} who {a:want} it with {team|the team} during {when|the shift}",
    "{active:move} to {object}",
    "{n:person} who {v:use} {substance|drugs}",
    "they",
    "{modified} for {n:person} in recovery",
    "{person} with {det:a} {n:condition}",
)


@st.composite
def any_passages(draw: st.DrawFn) -> Passage:
    """Sentences with a parse no parser would give."""
    size = draw(st.integers(1, 9))
    root = draw(st.integers(0, size - 1))
    parse = []
    for index in range(size):
        word, tag = draw(st.sampled_from(WORDS)), draw(st.sampled_from(TAGS))
        label = "root" if index == root else draw(st.sampled_from(LABELS))
        # towards the root, so that there is no circle
        step = 1 if index < root else -1
        head = (
            root if index == root else draw(st.sampled_from(range(index + step, root + step, step)))
        )
        parse.append(f"{word}_{tag}_{label}_{head}")
    doc = sentence(" ".join(parse))
    start = draw(st.integers(0, size - 1))
    end = draw(st.integers(start + 1, size))
    spans = st.integers(0, size - 1).flatmap(
        lambda first: st.integers(first + 1, size).map(lambda last: (first, last))
    )
    names = st.sampled_from(("people", "object", "team", "when", "person", "condition", "event"))
    slots = draw(st.dictionaries(names, spans, max_size=4))
    form = draw(st.sampled_from(("bullet", "sentence", "heading")))
    return Passage(doc, start, end, slots=slots, form=form)


@given(any_passages(), st.sampled_from(DUTY_TEMPLATES + NOUN_TEMPLATES))
def test_no_parse_is_too_strange(at: Passage, template: str):
    result = reword(template, at)
    assert result is None or 0 <= result.start_char <= result.end_char <= len(at.doc.text)
    assert result == reword(template, at)


@given(any_passages())
def test_phrases_are_captured_inside_the_sentence_whatever_the_parse(at: Passage):
    words = WordSets(frozenset({"client"}), frozenset({"he"}), frozenset({"count"}))
    for first, last in capture(at.doc, at.start, at.end, words).values():
        assert 0 <= first < last <= len(at.doc)


@given(st.text(alphabet="{}:|abnpv peoplrs'", max_size=30), noun_passages())
def test_any_template_is_read_or_refused_in_plain_words(template: str, at: Passage):
    from peerlint.rewording import TemplateError

    try:
        result = reword(template, at)
    except TemplateError as error:
        assert str(error)
        return
    assert result is None or result.text or result.start_char < result.end_char
