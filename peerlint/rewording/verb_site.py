"""Where the new verb stands: in place of a verb, of a passive with its doer, or of a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.rewording.grammar import (
    AUXILIARY,
    SUBJECT,
    is_noun,
    is_passive,
    is_verb_token,
    modified_noun,
    subject_of,
)
from peerlint.rewording.inflection import VerbForm, is_verb, noun_lemma, parts_of_speech, verb_lemma
from peerlint.rewording.matched_verb import find_verb, light_verb
from peerlint.rewording.passage import BULLET, Passage, UnfitError
from peerlint.rewording.passive import active_site
from peerlint.rewording.template import Kind, Part, follows_match, replaces_an_act
from peerlint.rewording.verb_group import VerbSite, locate_verb
from peerlint.rewording.words import BARE_INFINITIVE, STATIVE, TAKES_GERUND

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


def verb_site(parts: tuple[Part, ...], passage: Passage) -> VerbSite | None:
    """The place and form of the first verb that follows the match; None when there is none."""
    found = [
        (index, part)
        for index, part in enumerate(parts)
        if part.kind in (Kind.VERB, Kind.ACTIVE) and follows_match(parts, index)
    ]
    if not found:
        return None
    index, part = found[0]
    verb = find_verb(passage)
    if verb is not None and verb.i == passage.root.i:
        _refuse_noun_read_as_verb(passage, verb)
    if verb is None or _is_act_after_be(passage, verb, part.value):
        return _noun_site(passage, part.value)
    if verb.i == passage.root.i and is_passive(verb):
        return _passive_site(parts, index, passage, verb)
    return locate_verb(passage, verb, part.value, active=False)


def _refuse_noun_read_as_verb(passage: Passage, verb: Token) -> None:
    """*types | progress notes*, *clinic | show rates*: the word after a verb is no verb itself."""
    misread = verb.tag_ == "VBZ" and not is_verb(verb.lower_)
    if misread and verb.i == passage.start and "NOUN" in parts_of_speech(verb.lower_):
        raise UnfitError(f"{verb.text} is a noun")
    if _is_one_more_thing(verb):
        raise UnfitError(f"{verb.text} is one more thing of a list")
    bare = not any(child.dep_ in AUXILIARY | {"mark"} for child in verb.lefts)
    if not bare or verb.i == 0 or verb.tag_ not in ("VB", "VBP"):
        return
    if verb.dep_ in ("obj", "obl", "nmod", "compound") and verb.i == passage.start:
        raise UnfitError(f"{verb.text} is read as a verb after another")
    governed = verb.dep_ == "xcomp" and is_verb_token(verb.head) and verb.i == verb.head.i + 1
    subject = verb.head.i == 0 and passage.form != BULLET  # "Volunteers man the phones"
    if governed and not subject and verb_lemma(verb.head.text) not in BARE_INFINITIVE:
        raise UnfitError(f"{verb.text} is read as a verb after another")


def _is_one_more_thing(verb: Token) -> bool:
    """*Nights: laundry, both toilets, | trash to the curb*: the last of several things."""
    thing = verb.dep_ in ("conj", "appos") and is_noun(verb.head) and verb.head.dep_ != "nsubj"
    if not thing or is_verb(verb.head.lower_) or verb.tag_ not in ("VB", "VBP", "VBZ"):
        return False
    own = AUXILIARY | SUBJECT | {"obj", "mark"}
    alone = not any(child.dep_ in own for child in verb.children)
    return alone and "NOUN" in parts_of_speech(verb.lower_)


def _is_act_after_be(passage: Passage, verb: Token, lemma: str) -> bool:
    """*The main duty is med pass*: the noun is an act, not what the subject has."""
    root = passage.root
    return is_noun(root) and verb.i != root.i and lemma not in STATIVE and verb.i < passage.start


def _passive_site(parts: tuple[Part, ...], index: int, passage: Passage, verb: Token) -> VerbSite:
    part = parts[index]
    if part.kind is Kind.ACTIVE:
        return locate_verb(passage, verb, part.value, active=True)
    if _holds_subject(passage, verb) or replaces_an_act(parts[index + 1 :]):
        return active_site(passage, verb, part.value)
    if part.value == "be":
        return locate_verb(passage, verb, part.value, active=True)
    return locate_verb(passage, verb, part.value, active=False)


def _holds_subject(passage: Passage, verb: Token) -> bool:
    return any(child.dep_ == "nsubj:pass" and child.i >= passage.start for child in verb.children)


def _noun_site(passage: Passage, lemma: str) -> VerbSite:
    """A verb in place of a noun: the light verb's form, else a gerund; raises UnfitError."""
    carrier = light_verb(passage)
    root = passage.root
    if not passage.duty and root.tag_ in ("NNS", "NNPS") and carrier is None:
        raise UnfitError("people or things, no doing")
    if not is_noun(root) and root.tag_ != "VBG":
        raise UnfitError("neither a verb nor a noun to replace")
    if any(child.dep_ == "conj" and child.i >= passage.end for child in root.children):
        raise UnfitError("the noun goes on after the match")
    if carrier is not None:
        return locate_verb(passage, carrier, lemma, active=False)
    if modified_noun(root, passage.end) is not None:
        raise UnfitError("the match modifies another noun")
    _refuse_unless_noun_may_be_gerund(passage)
    left = [child for child in root.lefts if child.i < passage.start]
    if any(
        child.dep_ not in ("det", "case", "cc", "cop", "nsubj", "mark", "punct") for child in left
    ):
        raise UnfitError("a modifier before the match")
    return VerbSite(VerbForm("VBG"), passage.start)


def _refuse_unless_noun_may_be_gerund(passage: Passage) -> None:
    before = passage.doc[: passage.start]
    if passage.start > 1 and before[-1].dep_ == "det":
        before = before[:-1]
    if not len(before):
        return
    last = before[-1]
    if last.text == "(":
        raise UnfitError("an aside")
    if last.is_punct:
        _refuse_after_finite_verb(before)
        return
    if last.dep_ == "cc":
        if passage.root.dep_ in ("obj", "obl") and is_verb_token(passage.root.head):
            raise UnfitError("half of a pair of things")
        first = passage.root.head
        before = passage.doc[first.left_edge.i : first.left_edge.i]
        fixed = first.dep_ in ("obj", "obl", "nmod", "compound") and first.head.tag_ != "VBG"
        thing = is_noun(first) or first.dep_ == "obj"  # "the belongings inventory", read as a verb
        if not thing or not fixed:
            return
        before = passage.doc[: first.left_edge.i]
        last = first.head
        if not len(before):
            return
    carrier = next((word for word in reversed(before) if word.dep_ != "case"), last)
    lemmas = {verb_lemma(carrier.text), noun_lemma(carrier.text), carrier.lower_}
    if not lemmas & TAKES_GERUND:
        raise UnfitError("no place for a gerund")


def _refuse_after_finite_verb(before: Span) -> None:
    """*She issues passes, | room checks*: no gerund in a list of verbs with a subject."""
    verb = next((word for word in reversed(before) if is_verb_token(word)), None)
    if verb is None or verb.tag_ not in ("VBZ", "VBP", "VBD"):
        return
    if verb_lemma(verb.text) not in TAKES_GERUND and subject_of(verb) is not None:
        raise UnfitError("no place for a gerund")
