"""What stays of a sentence beside a new act, and whether it still makes sense there.

What follows must be a time, a place or another duty; what stands before must not lead to the old act.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from peerlint.rewording.grammar import (
    NEGATIONS,
    SUBJECT,
    auxiliaries,
    is_noun,
    is_verb_token,
    may_open_duty,
    shape,
    verb_tag,
)
from peerlint.rewording.inflection import is_verb, noun_lemma, verb_lemma
from peerlint.rewording.passage import Passage, UnfitError
from peerlint.rewording.region import Region
from peerlint.rewording.verbs import find_verb
from peerlint.rewording.words import (
    ADJUNCT_OPENERS,
    DOCUMENT_NOUNS,
    ENABLING,
    FREQUENCIES,
    INTRANSITIVE,
    LASTING_PREPOSITIONS,
    LOOKS_UP,
    PARTS_OF_PAPERS,
    REPORTING,
    TELLING,
    TICKS,
    TIME_CLAUSES,
    TIME_NOUNS,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_OPENERS = (
    ADJUNCT_OPENERS | FREQUENCIES | LASTING_PREPOSITIONS | TIME_CLAUSES | {"from", "through", "for"}
)
_ENDS = frozenset({".", ";", "!", "?", ":", "|", "—", "–", ")", '"', "”"})
_ADDING = frozenset({"also", "then", "to", "not", "occasionally", "sometimes"})
_ASKING = frozenset({"whether", "what", "how", "who", "that"})
_UNTIL = frozenset({"until", "till", "unless", "lest", "because", "so"})


def tells_a_fact(passage: Passage) -> bool:
    """*Ilse did the rounds*: what somebody has done is no task; another act would be untrue."""
    if _is_reported(passage.root) or any(word.lower_ in ("my", "me") for word in _match(passage)):
        return True
    first = passage.doc[passage.start]
    if first.tag_ == "VBD" and first.i != passage.root.i:
        return True  # "Rhonda | did mouth checks"
    verb = find_verb(passage)
    if verb is None or verb.i != passage.root.i:
        return False
    if not is_verb_token(verb):
        return shape(verb.lower_) == "past" and _has_doer(verb)
    purpose = verb.dep_ in ("advcl", "xcomp", "acl") and any(
        word.lower_ == "to" for word in verb.lefts
    )
    return _is_told(verb) or (purpose and _is_told(_governing_verb(verb)))


def _match(passage: Passage) -> Span:
    return passage.doc[passage.start : passage.end]


def _is_reported(root: Token) -> bool:
    """*The union says that coaches | search bags*, *I | cover the desk*: somebody tells of it."""
    own = [verb for verb in _with_governors(root) if verb.dep_ in ("conj", "root", "ROOT")]
    if any(c.lower_ == "i" and c.dep_ in SUBJECT for verb in (root, *own) for c in verb.children):
        return True
    for verb in (root, *root.ancestors):
        if verb.dep_ in ("ccomp", "advcl", "obl") and verb_lemma(verb.head.lower_) in TELLING:
            return True
    return False


def _governing_verb(verb: Token) -> Token:
    """*shared a story | to show him …*: the verb, also past a noun the parse put between."""
    head = verb.head
    return head.head if is_noun(head) and is_verb_token(head.head) else head


def _is_told(verb: Token) -> bool:
    group = auxiliaries(verb)
    passive = any(aux.lower_ in ("was", "were") for aux in group)
    perfect = any(aux.lower_ in ("has", "have", "had", "'ve") for aux in group)
    modal = any(aux.tag_ == "MD" for aux in group)
    past = verb_tag(verb) == "VBD" or _is_past_read_as_passive(verb)
    return not modal and (perfect or passive or (past and not group and _has_doer(verb)))


def _is_past_read_as_passive(verb: Token) -> bool:
    """*Sat in on rounds*, *Read her chart*: a note's first word that no bare passive can be."""
    acts = any(child.dep_ == "obj" for child in verb.children)
    return verb.tag_ == "VBN" and (acts or verb_lemma(verb.lower_) in INTRANSITIVE)


def _has_doer(verb: Token) -> bool:
    first = not any(word.is_alpha for word in verb.doc[: verb.i])
    return first or verb.dep_ == "conj" or any(c.dep_ in SUBJECT for c in verb.children)


def refuse_remainder(passage: Passage, region: Region, text: str) -> None:
    """Raises UnfitError when the words left beside the new act make no sense with it."""
    _refuse_negated_act(passage)
    _refuse_occasion(passage)
    _refuse_relative_clause(passage)
    _refuse_once_for_ever(passage, text)
    _refuse_what_leads_to_it(passage)
    _refuse_where_it_came_from(passage, region.start)
    _refuse_pronoun_of_old_thing(passage, region, text)
    _refuse_verb_without_its_thing(passage, region.start)
    _refuse_thing_of_the_verb_before(passage, region.start)
    _refuse_joined_to_what_follows(passage, region.end)
    if "at a time" in f"{region.after} {passage.doc[region.end : region.end + 6].text}".lower():
        raise UnfitError("so many of the old thing at a time")
    _refuse_lost_clause(passage, region)
    if is_verb_token(passage.root) or find_verb(passage) is not None:
        _refuse_what_follows(passage, region.end)
    _refuse_its_own_words(passage, region, text)


def _refuse_negated_act(passage: Passage) -> None:
    """*doesn't take no for an answer*: another act with the same *not* would be forbidden."""
    verb = find_verb(passage)
    if not passage.duty or verb is None:
        return
    if any(word.lower_ in ("nothing", "nobody", "never", "none") for word in _match(passage)):
        raise UnfitError("an act that consists in not doing something")
    for word in verb.lefts:
        only = passage.doc[word.i + 1].lower_ in ("only", "just", "merely")
        if word.lower_ in NEGATIONS and not only:
            raise UnfitError("an act that consists in not doing something")


def _refuse_once_for_ever(passage: Passage, text: str) -> None:
    """*continues to | phone*: what goes on is not done once."""
    verb = passage.root.head
    goes_on = passage.root.dep_ == "xcomp" and verb_lemma(verb.text) in ("continue", "keep")
    if goes_on and "once" in text.split():
        raise UnfitError("what goes on is not done once")


def _refuse_what_leads_to_it(passage: Passage) -> None:
    """*Keep to the rule by | checking rooms*, *call until they | have gone to the clinic*."""
    if _follows_preposition_and_which(passage):
        raise UnfitError("a clause about things")
    if _is_second_purpose(passage.root):
        raise UnfitError("what another act is for")
    if passage.root.dep_ == "conj" and _is_done_by_people(passage):
        raise UnfitError("an act of the people served")
    for verb in _with_governors(passage.root):
        marks = {c.lower_ for c in verb.lefts if c.dep_ in ("mark", "case", "advmod")}
        looks = verb.dep_ in ("advcl", "acl", "xcomp") and "to" in marks
        if looks and verb_lemma(_governing_verb(verb).lower_) in LOOKS_UP:
            raise UnfitError("the old act is what another looks something up for")
        if verb.dep_.startswith("advcl") and ("by" in marks or marks & _UNTIL):
            raise UnfitError("the old act is the way to something else")
        if verb.dep_ == "acl:relcl" and _opens_with_preposition(verb):
            raise UnfitError("a clause about things")


def _refuse_where_it_came_from(passage: Passage, start: int) -> None:
    """*From the porch the peer specialist | rates grooming*, *In the last column, | score …*."""
    root = passage.root
    if any(c.dep_ == "advcl" and c.left_edge.lower_ == "by" and c.i < start for c in root.lefts):
        raise UnfitError("another act is the way to the old one")
    for phrase in (child for verb in _with_governors(root) for child in verb.lefts):
        opens = phrase.right_edge.i < start and phrase.dep_ in ("obl", "advmod", "nmod")
        opener = phrase.left_edge.lower_
        noun = noun_lemma(phrase.lower_)
        if not opens or noun in TIME_NOUNS or opener not in _SOURCES | {"in", "on"}:
            continue
        if opener in _SOURCES or noun in DOCUMENT_NOUNS | PARTS_OF_PAPERS:
            raise UnfitError("a place that only the old act had")


_SOURCES = frozenset({"from", "via", "using", "through"})


def _refuse_pronoun_of_old_thing(passage: Passage, region: Region, text: str) -> None:
    """*Sell the house to men who | turned it down*, *take a pulse and | write it on the card*."""
    doc = passage.doc
    thing = any(is_noun(word) for word in doc[passage.root.i + 1 : passage.end])
    if re.search(r"\b(?:it|its)\b", text):
        kept = {word.lower_ for word in doc[region.start : region.end]} & {"it", "its"}
        if kept and thing:
            raise UnfitError("the new words speak of the old act's thing")
    first, last = passage.slots.get("people", (0, 0))
    inside = range(max(first, passage.start) + 1, min(last, passage.end))
    if thing and any(doc[at].lower_ == "them" for at in inside):
        raise UnfitError("the new words speak of the old act's things")
    for word in doc[region.end :]:
        if word.text in _ENDS or (is_noun(word) and word.dep_ in ("obj", "nsubj")):
            return
        if word.lower_ == "it" and word.dep_ in ("obj", "obl", "nmod") and thing:
            raise UnfitError("what follows speaks of the old act's thing")


def _refuse_lost_clause(passage: Passage, region: Region) -> None:
    """*tell the nurse of any change, may go on as a member and …*: a clause read as a thing."""
    for word in passage.doc[passage.start + 2 : region.end]:
        before = passage.doc[word.i - 1]
        if word.tag_ == "MD" and (before.text == "," or before.dep_ == "cc"):
            raise UnfitError("a clause of its own would be lost")


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


_OCCASIONS = frozenset(
    {"because", "since", "as", "where", "under", "with", "without", "besides", "beyond", "though"}
)


def _refuse_relative_clause(passage: Passage) -> None:
    """*the officer values a coach who | gets people to open up*: what is said of somebody."""
    for verb in _with_governors(passage.root):
        if verb.dep_ == "acl:relcl" and verb.i >= passage.start - 4:
            raise UnfitError("the act tells who somebody is")
        if verb.dep_ == "advcl" and verb.tag_ == "VBG" != verb.head.tag_ and verb.head.i < verb.i:
            before = passage.doc[: passage.start]
            if any(word.text == "," for word in before):
                raise UnfitError("the manner of another act")


def _is_second_purpose(root: Token) -> bool:
    """*phones his sister to smooth the way and | report back*."""
    first = root.head
    purpose = first.dep_ == "advcl" and any(mark.lower_ == "to" for mark in first.lefts)
    return root.dep_ == "conj" and purpose and is_verb_token(first.head)


def _follows_preposition_and_which(passage: Passage) -> bool:
    """*houses to which they | steer people*, whatever the parse says."""
    for word in reversed(passage.doc[max(1, passage.start - 6) : passage.start]):
        if word.is_punct and word.text != "/":
            return False
        if word.lower_ in ("which", "whom"):
            return bool(word.doc[word.i - 1].tag_ in ("IN", "TO"))
    return False


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


def _refuse_joined_to_what_follows(passage: Passage, end: int) -> None:
    """*both ways, M|–F*, *Rate pt|. insight*: the words after the region begin in it."""
    if not 0 < end < len(passage.doc):
        return
    last, after = passage.doc[end - 1], passage.doc[end]
    cut = after.text in ("-", "–", "/") and not (last.whitespace_ or after.whitespace_)
    if cut or (after.text == "." and end + 1 < len(passage.doc)):
        raise UnfitError("half of a joined word or an abbreviation's sentence is left")


def _is_verb_like(word: Token, root: Token) -> bool:
    """A verb in the root's form; also a first word no dictionary knows: *Xeroxes and collates …*."""
    if is_verb(word.lower_) and shape(word.lower_) == shape(root.lower_):
        return True
    return word.i == 0 and word.lower_.endswith("s") and shape(root.lower_) == "s"


def _is_done_by_people(passage: Passage) -> bool:
    """*help guests practice skills and | reduce outbursts*: the guests are to do it."""
    first = passage.root.head
    helping = first.dep_ in ("xcomp", "ccomp") and verb_lemma(first.head.text) in ENABLING
    people = any(
        child.dep_ in ("obj", "iobj") and child.i < first.i for child in first.head.children
    )
    return helping and (people or any(child.dep_ == "nsubj" for child in first.children))


def _with_governors(root: Token) -> list[Token]:
    """The root and the verbs it is joined to or governed by."""
    chain = [root]
    while chain[-1].dep_ in ("conj", "xcomp", "ccomp") and len(chain) < 6:
        chain.append(chain[-1].head)
    return chain


def _opens_with_preposition(clause: Token) -> bool:
    """*the group for which he …*."""
    which = [word for word in clause.lefts for word in word.subtree if word.lower_ == "which"]
    return any(word.i and word.doc[word.i - 1].dep_ == "case" for word in which)


def _refuse_what_follows(passage: Passage, end: int) -> None:
    doc, root = passage.doc, passage.root
    at = end
    last = len(doc) - 1 if doc[-1].is_punct else len(doc)
    while at < last and doc[at].text not in _ENDS:
        word = doc[at]
        if word.text in (",", "&") or word.dep_ == "cc" or word.lower_ in ("and", "or"):
            if not _opens_another_act(passage, at + 1) and not _is_list_of_nouns(passage):
                raise UnfitError("half of a list is left")
            return
        if not _opens_adjunct(word):
            raise UnfitError("words of the old act are left")
        at = _end_of_adjunct(passage, at)
        if at < len(doc) and doc[at].text in _ENDS and doc[at - 1].dep_ == "case":
            raise UnfitError("a preposition of the old act is left")
    if at == len(doc) > end and doc[-1].dep_ in ("case", "compound:prt") and root.i != at - 1:
        raise UnfitError("a particle of the old act is left")


def _is_list_of_nouns(passage: Passage) -> bool:
    """*quiet hours, | med prompting, laundry*: a doing among things."""
    before = passage.doc[passage.start - 1].text if passage.start else ""
    return passage.root.tag_ == "VBG" and before in (",", ":")


def _opens_another_act(passage: Passage, at: int) -> bool:
    doc, root = passage.doc, passage.root
    while at < len(doc) and (doc[at].dep_ == "cc" or doc[at].lower_ in _ADDING | {"but", "and"}):
        at += 1
    if at >= len(doc) or any(word.lower_ in ("which", "whom") for word in doc[at : at + 4]):
        return False  # ", in return for which …"
    word = doc[at]
    if word.lower_ in _ASKING or verb_lemma(word.lower_) in TICKS:
        return False  # "and whether the guest talks", ", initials the sheet and …"
    if may_open_duty(word, root) or word.lower_ in _OPENERS or word.tag_ == "MD":
        return True
    if is_verb_token(root) and shape(word.lower_) != shape(root.lower_):
        return False
    clause = _clause_of(word)
    if is_verb_token(clause) and any(child.dep_ in SUBJECT for child in clause.children):
        return word.dep_ != "conj"
    after = doc[at + 1] if at + 1 < len(doc) else None
    thing = is_noun(word) and (after is None or after.is_punct)
    alone = not thing and (after is None or after.is_punct or after.tag_ in ("DT", "PRP$"))
    return (alone or word.tag_ in ("VB", "VBZ", "VBP", "VBG")) and is_verb(word.lower_)


def _clause_of(word: Token) -> Token:
    while word.dep_ not in ("conj", "parataxis", "root", "ROOT", "advcl") and word.head.i > word.i:
        word = word.head
    return word


def _opens_adjunct(word: Token) -> bool:
    low = word.lower_
    top = word.head
    if word.dep_ == "case" and noun_lemma(top.lower_) in DOCUMENT_NOUNS:
        return False
    timed = noun_lemma(top.lower_) in TIME_NOUNS
    if low in _OPENERS or (noun_lemma(low) in TIME_NOUNS and (word.dep_ != "compound" or timed)):
        return True
    return timed and (word.dep_ in ("det", "nummod", "amod", "compound") or word.like_num)


def _end_of_adjunct(passage: Passage, start: int) -> int:
    """Where the phrase ends: before punctuation, before the *and* of another duty."""
    doc = passage.doc
    for word in doc[start + 1 :]:
        if word.text in _ENDS:
            return int(word.i)
        joint = word.text == "," or word.lower_ in ("and", "or")
        if joint and word.i + 1 < len(doc) and not _joins_inside(passage, word.i, start):
            return int(word.i)
    return len(doc)


def _joins_inside(passage: Passage, joint: int, start: int) -> bool:
    """*on Mondays | and Fridays*, *in homes, | parks …*: the phrase of time or place goes on."""
    after = passage.doc[joint + 1]
    tied = after.dep_ == "conj" and after.head.i >= start
    tied = tied or (
        after.head.i > joint and after.head.dep_ == "conj" and after.head.head.i >= start
    )
    return tied and not may_open_duty(after, passage.root) and not is_verb_token(after)


def _refuse_its_own_words(passage: Passage, region: Region, text: str) -> None:
    """*witness the search and | be there … during a search*: the thing is said twice."""
    said = {noun_lemma(word.strip(",.").lower()) for word in text.split()}
    held = {i for first, last in passage.slots.values() for i in range(first, last)}
    for word in passage.doc:
        outside = word.i < region.start or (word.i >= region.end and word.dep_ == "obj")
        noun = noun_lemma(word.lower_)
        again = noun in said - _COMMON and len(noun) > _SHORT_WORD and is_noun(word)
        if outside and again and word.i not in held and _shares_the_clause(word, passage.root):
            raise UnfitError("the new words say what stands beside them")


_SHORT_WORD = 3
_COMMON = TIME_NOUNS | {"person", "company", "staff", "peer", "worker", "member", "other"}


def _shares_the_clause(word: Token, root: Token) -> bool:
    """Whether a noun is what a verb joined to the root is about."""
    between = word.doc[min(word.i, root.i) : max(word.i, root.i)]
    apart = any(token.text in _ENDS | {","} for token in between)
    return not apart and word.dep_ in ("obj", "obl", "nmod")
