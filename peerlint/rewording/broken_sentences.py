"""What refuses a new verb because the sentence around it would break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.rewording.grammar import (
    AUXILIARY,
    BE_FORMS,
    SUBJECT,
    is_noun,
    is_verb_token,
    may_open_duty,
)
from peerlint.rewording.inflection import noun_lemma, verb_lemma
from peerlint.rewording.matched_verb import find_verb
from peerlint.rewording.passage import Passage, UnfitError
from peerlint.rewording.region import Region
from peerlint.rewording.words import TAKES_GERUND, TIME_NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Token

_PAIRED = ("into", "to", "from", "of", "for", "with")


def refuse_broken_sentence(passage: Passage, region: Region) -> None:
    """Raises UnfitError when the sentence has no place for a new act."""
    _refuse_cut_clause(passage, region)
    _refuse_words_left(passage, region)
    _refuse_half_of_a_pair(passage, region)
    _refuse_subject_in_match(passage)
    _refuse_participle(passage)
    _refuse_two_objects(passage)
    _refuse_joined_places(passage)
    _refuse_second_modal(passage)
    _refuse_helping_hand(passage)
    _refuse_noun_read_as_verb(passage, region)


def refuse_torn_clause(passage: Passage) -> None:
    """Raises UnfitError when other words for a verb would tear a clause: no new act, other words."""
    _refuse_second_clause(passage)
    _refuse_lost_words(passage)
    _refuse_shared_verb(passage)


def _refuse_cut_clause(passage: Passage, region: Region) -> None:
    """A clause that begins in the region and goes on after it."""
    above = {token.i for token in passage.root.ancestors}
    for token in passage.doc[region.end :]:
        cut = passage.start <= token.left_edge.i < region.end
        if cut and token.i not in above and token.dep_ in ("advcl", "ccomp", "acl", "acl:relcl"):
            raise UnfitError(f"the clause of {token.text} is cut")


def _refuse_words_left(passage: Passage, region: Region) -> None:
    """*urine drug | screens*, *the count | is taken*, *Room checks | : nightly*: they need the old act."""
    doc, root = passage.doc, passage.root
    after = doc[region.end].text if region.end < len(doc) else ""
    if after and is_noun(doc[region.end]) and noun_lemma(after.lower()) not in TIME_NOUNS:
        raise UnfitError("a noun of the old act is left")
    if after.lower() in BE_FORMS and root.dep_ not in SUBJECT:
        raise UnfitError("the verb of a clause in the match is left")
    if any(word.dep_ == "nsubj" and word.head.i == region.end for word in doc[root.i : region.end]):
        raise UnfitError("the verb that follows would lose its subject")
    if after == ":" or (is_noun(root) and after == "("):
        raise UnfitError("the match is the label of what follows")


def _refuse_helping_hand(passage: Passage) -> None:
    """*help | hold somebody's legs*: who helps with the old act need not help with the new one."""
    root = passage.root
    if root.dep_ in ("xcomp", "ccomp", "acl") and root.head.lower_ in ("able", "ability"):
        raise UnfitError("what somebody must be able to do is no act yet")
    helped = root.dep_ in ("xcomp", "ccomp") and verb_lemma(root.head.lower_) in ("help", "assist")
    if helped and root.head.i < passage.start:
        raise UnfitError("help with the old act would be help with the new one")


def _refuse_noun_read_as_verb(passage: Passage, region: Region) -> None:
    """*the treatment team | rounds*: what completes a verb is never a bare *rounds*."""
    for word in passage.doc[passage.end : region.end + 1]:
        if word.tag_ == "VBZ" and word.dep_ == "xcomp":
            raise UnfitError("a noun of the old act is read as a verb")


def _refuse_half_of_a_pair(passage: Passage, region: Region) -> None:
    """*in and | out of rooms*, *Enforce curfew | and quiet hours*."""
    doc, root = passage.doc, passage.root
    cut = passage.start > 1 and doc[passage.start - 1].dep_ == "cc"
    if cut and doc[passage.start - 2].lower_ in _PAIRED:
        raise UnfitError("half of a pair after a preposition")
    goes_on = region.end + 2 < len(doc) and doc[region.end].lower_ in ("and", "or")
    if goes_on and is_verb_token(root) and _is_thing(doc[region.end + 1], root):
        raise UnfitError("half of a pair of things")


def _is_thing(token: Token, root: Token) -> bool:
    """*Enforce curfew and | quiet hours*: no next duty."""
    named = token.tag_ in ("NN", "NNS", "JJ", "DT", "PRP$")
    return named and not may_open_duty(token, root)


def _refuse_subject_in_match(passage: Passage) -> None:
    """A match that holds the subject of its own verb, or of one that follows it."""
    root = passage.root
    own_subject = any(
        child.dep_ == "nsubj" and passage.start <= child.i < root.i for child in root.children
    )
    if own_subject and is_verb_token(root) and find_verb(passage) == root:
        raise UnfitError("the match holds its own subject")
    inside = passage.doc[passage.start : passage.end]
    if any(word.dep_ in SUBJECT and word.head.i >= passage.end for word in inside):
        raise UnfitError("the match holds the subject of a verb that follows")


def _refuse_participle(passage: Passage) -> None:
    """*complete a form | describing his mood*, *the bags | searched*, *forms which | ask his age*."""
    doc, root = passage.doc, passage.root
    hangs = root.dep_ == "advcl" and root.tag_ == "VBG" and root.i == passage.start > 0
    if root.dep_ == "acl" and root.tag_ == "VBG" and _says_which(passage):
        raise UnfitError("a participle that says which")
    if hangs and doc[passage.start - 1].dep_ not in ("mark", "case", "cc", "punct", "advmod"):
        raise UnfitError("a participle that says how")
    if root.dep_ == "acl:relcl" and any(
        child.lower_ in ("which", "that") and child.dep_ in SUBJECT for child in root.children
    ):
        raise UnfitError("a clause about things")
    own = [child for child in root.children if child.dep_ in AUXILIARY | SUBJECT]
    after_noun = 0 < root.i == passage.start and (
        is_noun(doc[root.i - 1]) or any(child.lower_ in ("for", "of") for child in root.lefts)
    )
    if root.tag_ in ("VBN", "VBD") and root.dep_ in ("acl", "advcl") and after_noun and not own:
        raise UnfitError("a participle that says which")
    if root.tag_ == "VBN" and root.dep_ == "acl" and passage.start < root.i and not own:
        raise UnfitError("a participle of a thing: nobody acts yet")


def _says_which(passage: Passage) -> bool:
    """*complete a form | describing his mood*; not *take part in work with people …*."""
    noun = passage.doc[passage.start - 1] if passage.start else passage.root
    return is_noun(noun) and noun_lemma(noun.lower_) not in TAKES_GERUND


def _refuse_two_objects(passage: Passage) -> None:
    """One in the match and one after it, so that the parse is doubtful."""
    root = passage.root
    things = [child for child in root.children if child.dep_ == "obj" and is_noun(child)]
    split = [child for child in things if child.i >= passage.end]
    person = passage.slots.get("people", (0, 0))
    if things and person[0] <= things[0].i < person[1]:
        split = []
    if len(things) > 1 and split and noun_lemma(split[0].lower_) not in TIME_NOUNS:
        raise UnfitError("two objects")


def _refuse_joined_places(passage: Passage) -> None:
    """Rows of a table read as one, and a match that begins or ends inside *check-in*."""
    doc = passage.doc
    if "  " in doc[passage.start : passage.end].text:
        raise UnfitError("the match holds more than one cell")
    if any(
        doc[at].text in ("-", "–") for at in (passage.end, passage.start - 1) if 0 < at < len(doc)
    ):
        joined = doc[passage.end - 1] if passage.end < len(doc) else doc[passage.start]
        if not joined.whitespace_:
            raise UnfitError("half of a joined word")


def _refuse_second_modal(passage: Passage) -> None:
    """*check rooms and | may search bags* in one match."""
    for token in passage.doc[passage.start : passage.end]:
        modal = any(child.tag_ == "MD" for child in token.children)
        if token.dep_ == "conj" and token.i != passage.root.i and modal and is_verb_token(token):
            raise UnfitError("the match holds two clauses")


def _refuse_second_clause(passage: Passage) -> None:
    """*refused group and | was refusing meals* in one match: one verb cannot say both."""
    for token in passage.doc[passage.start : passage.end]:
        joined = token.dep_ == "conj" and is_verb_token(token)
        if joined and any(child.dep_ in AUXILIARY | SUBJECT for child in token.children):
            raise UnfitError("the match holds two clauses")


def _refuse_shared_verb(passage: Passage) -> None:
    """*feel | suicidal or angry*: the second adjective needs the verb that would go."""
    for token in passage.doc[passage.start : passage.end]:
        shares = token.dep_ == "xcomp" and token.tag_ == "JJ"
        if shares and any(
            child.dep_ == "conj" and child.i >= passage.end for child in token.children
        ):
            raise UnfitError("a second adjective shares the verb")


def refuse_shared_preposition(passage: Passage, text: str) -> None:
    """*admits to | using and to selling*: the second preposition belongs to the old verb."""
    doc, last = passage.doc, passage.doc[passage.end - 1]
    if last.tag_ not in ("IN", "TO") or text.lower().endswith(f" {last.lower_}"):
        return
    for token in doc[passage.end + 1 :]:
        joined = doc[token.i - 1].dep_ == "cc" or doc[token.i - 1].text == ","
        if joined and token.lower_ == last.lower_:
            raise UnfitError("a second preposition belongs to the old words")


def _refuse_lost_words(passage: Passage) -> None:
    """*refused meds | x 3*, *refuse tests | or shots*: a second thing has no place in the new text."""
    thing = passage.slots.get("object")
    if thing is None or "event" not in passage.slots or not passage.start <= thing[0]:
        return
    if any(word.dep_ == "obj" for word in passage.doc[passage.root.i + 1 : thing[0]]):
        raise UnfitError("a thing before the thing would be lost")
    if any(word.is_alpha or word.like_num for word in passage.doc[thing[1] : passage.end]):
        raise UnfitError("words after the thing would be lost")
