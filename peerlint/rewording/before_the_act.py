"""What stands before a new act must not lead to the old one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.rewording.grammar import (
    SUBJECT,
    governing_verb,
    is_noun,
    is_verb_token,
    shape,
    with_governors,
)
from peerlint.rewording.inflection import is_verb, noun_lemma, verb_lemma
from peerlint.rewording.passage import Passage, UnfitError
from peerlint.rewording.words import (
    DOCUMENT_NOUNS,
    ENABLING,
    INTRANSITIVE,
    LOOKS_UP,
    PARTS_OF_PAPERS,
    REPORTING,
    TIME_NOUNS,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNTIL = frozenset({"until", "till", "unless", "lest", "because", "so"})
_OCCASIONS = frozenset(
    {"because", "since", "as", "where", "under", "with", "without", "besides", "beyond", "though"}
)
_OPENS_A_NOUN = frozenset({"what", "whatever", "whoever"})
_SOURCES = frozenset({"from", "via", "using", "through"})


def refuse_what_stands_before(passage: Passage, start: int) -> None:
    """Raises UnfitError when the words before a new act need the old one."""
    _refuse_occasion(passage)
    _refuse_what_is_learned(passage)
    _refuse_noun_read_as_a_verb(passage)
    _refuse_relative_clause(passage)
    _refuse_what_leads_to_it(passage)
    _refuse_where_it_came_from(passage, start)
    _refuse_verb_without_its_thing(passage, start)
    _refuse_thing_of_the_verb_before(passage, start)


def _refuse_occasion(passage: Passage) -> None:
    """*Because the clerk is away, Gil | holds the cash*, *Where hands are short, peers | steady a limb*.

    Also *Under the psychologist's license, …*.
    """
    before = passage.doc[: passage.start]
    if not any(word.text == "," for word in before):
        return
    first = passage.doc[0].lower_
    if first in _OCCASIONS or passage.standing_in:
        raise UnfitError("the occasion of the old act is left")


def _refuse_what_is_learned(passage: Passage) -> None:
    """*What the peer specialist | learns on the porch is …*: the clause lacks what it is opened by."""
    asks = any(word.text == "?" for word in passage.doc[-2:])
    if passage.start and passage.doc[0].lower_ in _OPENS_A_NOUN and not asks:
        raise UnfitError("a clause that stands for a noun")


def _refuse_noun_read_as_a_verb(passage: Passage) -> None:
    """*Demonstrates the two-person | escort hold*: no verb in its base form follows a noun's first half."""
    root = passage.root
    before = passage.doc[root.i - 1] if root.i else None
    if root.tag_ == "VB" and before is not None and before.dep_ == "compound":
        raise UnfitError("a noun that was read as a verb")


def _refuse_relative_clause(passage: Passage) -> None:
    """*the officer values a coach who | gets people to open up*: what is said of somebody."""
    for verb in with_governors(passage.root):
        if verb.dep_ == "acl:relcl" and verb.i >= passage.start - 4:
            raise UnfitError("the act tells who somebody is")
        if verb.dep_ == "advcl" and verb.tag_ == "VBG" != verb.head.tag_ and verb.head.i < verb.i:
            before = passage.doc[: passage.start]
            if any(word.text == "," for word in before):
                raise UnfitError("the manner of another act")


def _refuse_what_leads_to_it(passage: Passage) -> None:
    """*Keep to the rule by | checking rooms*, *call until they | have gone to the clinic*."""
    if _follows_preposition_and_which(passage):
        raise UnfitError("a clause about things")
    if _is_second_purpose(passage.root):
        raise UnfitError("what another act is for")
    if passage.root.dep_ == "conj" and _is_done_by_people(passage):
        raise UnfitError("an act of the people served")
    for verb in with_governors(passage.root):
        marks = {c.lower_ for c in verb.lefts if c.dep_ in ("mark", "case", "advmod")}
        looks = verb.dep_ in ("advcl", "acl", "xcomp") and "to" in marks
        if looks and verb_lemma(governing_verb(verb).lower_) in LOOKS_UP:
            raise UnfitError("the old act is what another looks something up for")
        if verb.dep_.startswith("advcl") and ("by" in marks or marks & _UNTIL):
            raise UnfitError("the old act is the way to something else")
        if verb.dep_ == "acl:relcl" and _opens_with_preposition(verb):
            raise UnfitError("a clause about things")


def _is_second_purpose(root: Token) -> bool:
    """*phones his sister to smooth the way and | report back*."""
    first = root.head
    purpose = first.dep_ == "advcl" and any(mark.lower_ == "to" for mark in first.lefts)
    return root.dep_ == "conj" and purpose and is_verb_token(first.head)


def _is_done_by_people(passage: Passage) -> bool:
    """*help guests practice skills and | reduce outbursts*: the guests are to do it."""
    first = passage.root.head
    helping = first.dep_ in ("xcomp", "ccomp") and verb_lemma(first.head.text) in ENABLING
    people = any(
        child.dep_ in ("obj", "iobj") and child.i < first.i for child in first.head.children
    )
    return helping and (people or any(child.dep_ == "nsubj" for child in first.children))


def _follows_preposition_and_which(passage: Passage) -> bool:
    """*houses to which they | steer people*, whatever the parse says."""
    for word in reversed(passage.doc[max(1, passage.start - 6) : passage.start]):
        if word.is_punct and word.text != "/":
            return False
        if word.lower_ in ("which", "whom"):
            return bool(word.doc[word.i - 1].tag_ in ("IN", "TO"))
    return False


def _opens_with_preposition(clause: Token) -> bool:
    """*the group for which he …*."""
    which = [word for word in clause.lefts for word in word.subtree if word.lower_ == "which"]
    return any(word.i and word.doc[word.i - 1].dep_ == "case" for word in which)


def _refuse_where_it_came_from(passage: Passage, start: int) -> None:
    """*From the porch the peer specialist | rates grooming*, *In the last column, | score …*."""
    root = passage.root
    if any(c.dep_ == "advcl" and c.left_edge.lower_ == "by" and c.i < start for c in root.lefts):
        raise UnfitError("another act is the way to the old one")
    for phrase in (child for verb in with_governors(root) for child in verb.lefts):
        opens = phrase.right_edge.i < start and phrase.dep_ in ("obl", "advmod", "nmod")
        opener = phrase.left_edge.lower_
        noun = noun_lemma(phrase.lower_)
        if not opens or noun in TIME_NOUNS or opener not in _SOURCES | {"in", "on"}:
            continue
        if opener in _SOURCES or noun in DOCUMENT_NOUNS | PARTS_OF_PAPERS:
            raise UnfitError("a place that only the old act had")


def _refuse_verb_without_its_thing(passage: Passage, start: int) -> None:
    """*fuels, washes and | vacuums the van*: the verb before lives on the old act's object."""
    doc, root = passage.doc, passage.root
    if start < 2 or not (doc[start - 1].dep_ == "cc" or doc[start - 1].text in (",", "&")):
        return
    before = doc[start - 2]
    of = doc[root.i + 1].lower_ if root.i + 1 < len(doc) else ""
    if of == "of" and is_noun(before) and doc[start - 1].dep_ == "cc":
        raise UnfitError("a noun before lives on the old act's thing")
    lone = start == 2 or doc[start - 3].is_punct or doc[start - 3].dep_ in ("cc", "mark", *SUBJECT)
    same = _is_verb_like(before, root)
    act = is_verb_token(root) or is_verb(root.lower_)
    if lone and same and act and verb_lemma(before.text) not in INTRANSITIVE:
        raise UnfitError("a verb before lives on the old act's thing")


def _is_verb_like(word: Token, root: Token) -> bool:
    """A verb in the root's form; also a first word no dictionary knows: *Xeroxes and collates …*."""
    if is_verb(word.lower_) and shape(word.lower_) == shape(root.lower_):
        return True
    return word.i == 0 and word.lower_.endswith("s") and shape(root.lower_) == "s"


def _refuse_thing_of_the_verb_before(passage: Passage, start: int) -> None:
    """*opens the box and | watches each guest take theirs*: one act in two steps."""
    root = passage.root
    first = root.head
    joined = root.dep_ == "conj" and is_verb_token(first) and first.i < start
    thing = joined and any(child.dep_ == "obj" and child.i < start for child in first.children)
    back = {word.lower_ for word in passage.doc[passage.start : passage.end + 3]}
    if thing and back & {"theirs", "it", "one", "ones"}:
        raise UnfitError("the act goes on from the one before")
    tells = verb_lemma(root.lower_) in REPORTING
    if joined and tells and not any(word.text == "," for word in passage.doc[first.i : start]):
        raise UnfitError("what the act before led to")
