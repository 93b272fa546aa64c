"""What changes around a new verb: the words before its act, the comma and the *and* after it."""

from __future__ import annotations

from peerlint.rewording.adjuncts import adjunct_first, ends_in_clause, leaves_adjunct
from peerlint.rewording.agreement import subject_changes
from peerlint.rewording.broken_sentences import refuse_broken_sentence, refuse_torn_clause
from peerlint.rewording.changes import Change, change_tokens, drop_token
from peerlint.rewording.grammar import (
    is_noun,
    is_plural_noun,
    is_verb_token,
    may_open_duty,
    next_joint,
    opens_duty,
)
from peerlint.rewording.passage import Passage, UnfitError
from peerlint.rewording.plain_sentences import refuse_unless_plain
from peerlint.rewording.region import Region
from peerlint.rewording.remainder import refuse_remainder

_LONG = 6


def around_verb(passage: Passage, region: Region, text: str, *, act: bool) -> list[Change]:
    """The new act, what is said again after it and what joins it; raises UnfitError."""
    if act:
        refuse_broken_sentence(passage, region)
        refuse_remainder(passage, region, text)
        if passage.duty:
            refuse_unless_plain(passage, region)
    else:
        refuse_torn_clause(passage)
    fronted = adjunct_first(passage, region, text) if act else None
    if fronted is not None:
        return [fronted]
    if act and ends_in_clause(text) and leaves_adjunct(passage, region):
        raise UnfitError("what follows would belong to the clause that ends the new words")
    if act and _last_of_list(passage, region):
        text = f"and {text}"
    if region.after:
        text = f"{text} {region.after}"
    around = _changes_for_a_noun(passage, region)
    if act and _is_inside_list(passage, region, text):
        raise UnfitError("one more comma inside a list")
    return _set_off_from_next_act(passage, region, text, around)


def _changes_for_a_noun(passage: Passage, region: Region) -> list[Change]:
    """*the med pass is* -> *supporting people is*: a verb in place of a noun has no article."""
    root = passage.root
    if not is_noun(root):
        return []
    changes: list[Change] = []
    before = passage.doc[region.start - 1] if region.start else None
    if before is not None and before.lower_ in ("a", "an", "the"):
        changes.append(drop_token(passage, before.i))
    if region.start == passage.start:
        changes += subject_changes(
            passage, passage.start, passage.end, plural=False, was_plural=is_plural_noun(root)
        )
    return changes


def _is_inside_list(passage: Passage, region: Region, text: str) -> bool:
    """Whether new words with a comma, or many, stand in a list whose items they would blur."""
    if "," in text and _ends_list(passage, region.start):
        return True
    if len(text.split()) > _LONG and _is_thing_of_list(passage, region):
        return True
    follower = passage.doc[region.end].text if region.end < len(passage.doc) else ""
    return follower == "," and "," in text and not _ends_here(passage, region.end)


def _ends_list(passage: Passage, start: int) -> bool:
    """*Greets guests, | passes meds and …*, *groups, classes and | med education*."""
    doc, root = passage.doc, passage.root
    before = doc[start - 1] if start else None
    if before is None or root.dep_ not in ("conj", "appos", "list", "parataxis"):
        return False
    if before.text == ",":
        return True
    return before.dep_ == "cc" and any(word.text == "," for word in doc[root.head.i : start])


def _is_thing_of_list(passage: Passage, region: Region) -> bool:
    """*Duties include | med counts, budgeting and coaching*: what follows would be its own things."""
    doc, end = passage.doc, region.end
    if not is_noun(passage.root) or end + 1 >= len(doc) or doc[end].text != ",":
        return False
    after = doc[end + 1]
    return after.dep_ == "conj" and (is_noun(after) or after.tag_ in ("VBG", "JJ"))


def _ends_here(passage: Passage, comma: int) -> bool:
    """*…, and | greets guests*: the last act of a list follows, or a clause of its own."""
    doc = passage.doc
    after = doc[comma + 1] if comma + 1 < len(doc) else None
    if after is None or after.dep_ == "cc":
        return True
    return not is_noun(after) and not may_open_duty(after, passage.root)


def _set_off_from_next_act(
    passage: Passage, region: Region, text: str, around: list[Change]
) -> list[Change]:
    """The new words with a comma before the *and* of the next act, where they are many."""
    main = change_tokens(passage, region.start, region.end, text)
    joint = _joint_to_another_verb(passage, region)
    if joint is None or len(text.split()) <= _LONG:
        return [main, *around]
    if joint == region.end:
        return [change_tokens(passage, region.start, region.end, f"{text},"), *around]
    before_joint = passage.doc[joint - 1]
    after = before_joint.idx + len(before_joint.text)
    comma = [] if before_joint.is_punct else [Change(after, after, ",")]
    return [main, *around, *comma]


def _last_of_list(passage: Passage, region: Region) -> bool:
    """*making coffee, | stuffing envelopes and watering plants*: the *and* of the list goes."""
    doc = passage.doc
    listed = region.start > 1 and doc[region.start - 1].text == ","
    listed = listed and not any(word.dep_ == "cc" for word in doc[: region.start])
    listed = listed and passage.root.head.i < region.start and is_verb_token(passage.root.head)
    root = passage.root
    says_how = root.dep_ == "advcl" and is_verb_token(root.head) and root.head.tag_ != root.tag_
    listed = listed and not says_how and root.head.dep_ != "acl:relcl"
    joint = any(word.dep_ == "cc" for word in doc[region.start : region.end])
    goes_on = any(word.text == "," or word.dep_ == "cc" for word in doc[region.end :])
    return listed and joint and not goes_on and is_verb_token(passage.root)


def _joint_to_another_verb(passage: Passage, region: Region) -> int | None:
    """The index of the *and* after the region that joins the next duty, else None."""
    doc = passage.doc
    if region.end < len(doc) and doc[region.end].dep_ == "cc":
        joined = doc[region.end].head
        return region.end if is_verb_token(joined) or joined.dep_ == "conj" else None
    joint = next_joint(passage.root, region.end)
    sure = joint is not None and opens_duty(doc[joint + 1], passage.root)
    return joint if sure else None
