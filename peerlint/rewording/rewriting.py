"""From a template and a match to new text for the sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from peerlint.rewording.adjuncts import adjunct_first, ends_in_clause, leaves_adjunct
from peerlint.rewording.agreement import (
    determiner_changes,
    governed_verb_changes,
    later_pronoun_changes,
    subject_changes,
)
from peerlint.rewording.capitals import fit_capitals, fit_punctuation
from peerlint.rewording.changes import (
    Change,
    change_tokens,
    drop_token,
    introduces_doubled_words,
    sentence_after,
    unite,
)
from peerlint.rewording.fill import (
    Source,
    fill,
    finish_possessives,
    follows_match,
    is_mass,
    phrase_is_plural,
    settle_articles,
)
from peerlint.rewording.grammar import (
    AUXILIARY,
    BE_FORMS,
    POSSESSIVES,
    SUBJECT,
    auxiliaries,
    is_nominal,
    is_noun,
    is_passive,
    is_plural_noun,
    is_plural_phrase,
    is_verb_token,
    may_open_duty,
    modified_noun,
    next_joint,
    opens_duty,
    subject_of,
)
from peerlint.rewording.inflection import (
    VerbForm,
    article,
    is_verb,
    noun_lemma,
    parts_of_speech,
    verb_lemma,
)
from peerlint.rewording.passage import BULLET, Passage, Rewritten, UnfitError
from peerlint.rewording.passive import active_site
from peerlint.rewording.phrases import (
    clause_last,
    fitted_to_neighbours,
    possessive_change,
    swapped_pair,
)
from peerlint.rewording.region import Region, find_region, refuse_cut_clause
from peerlint.rewording.remainder import refuse_remainder
from peerlint.rewording.template import Kind, Part, parse_template
from peerlint.rewording.verbs import VerbSite, find_verb, light_verb, locate_verb
from peerlint.rewording.words import (
    BARE_INFINITIVE,
    DETERMINERS,
    INDEFINITE,
    MODALS,
    STATIVE,
    TAKES_GERUND,
    TIME_NOUNS,
)

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_FUNCTION_WORDS = re.compile(
    r"\b(?:who|with|in|of|for|to|on|without|and|not|the|at|we|receiving|using|experiencing|living"
    r"|diagnosed|working|people|person)\b",
    re.IGNORECASE,
)
_LONG = 6
_THEY = frozenset({"they", "them", "their", "themself"})
_PREFIXES = ("co", "re")
_PAIRED = ("into", "to", "from", "of", "for", "with")
_DUTY_SLOTS = ("people", "object", "team", "role", "when")


def reword(template: str, passage: Passage) -> Rewritten | None:
    """New text for the match and whatever agrees with it; None when it cannot be done well.

    Raises TemplateError when the template cannot be read.
    """
    parts = parse_template(template)
    try:
        rewritten = _rewrite(parts, _with_prefix(passage))
    except UnfitError:
        return None
    before = passage.doc.text
    after = sentence_after(before, rewritten)
    doubled = introduces_doubled_words(before, after)
    torn = _open_brackets(after) != _open_brackets(before)
    return None if doubled or torn or after == before else rewritten


def _open_brackets(text: str) -> int:
    return text.count("(") - text.count(")")


def _rewrite(parts: tuple[Part, ...], passage: Passage) -> Rewritten:
    _refuse_joined(parts, passage)
    site = _verb_site(parts, passage)
    modified = _modified_span(parts, passage)
    source = Source(passage, site, _is_plural_match(passage, modified), modified)
    filled = fill(parts, source)
    text = finish_possessives(settle_articles(filled.text))
    _refuse_shared_preposition(passage, text)
    act = _replaces_an_act(parts) or _replaces_an_event(parts, passage)
    region = find_region(source, filled.used, act=act)
    if site is not None:
        changes = _around_verb(passage, region, text, act=act)
    else:
        _refuse_modifier(passage, source, text)
        _refuse_lost_copula(parts, passage)
        _refuse_two_clauses(passage)
        text = fitted_to_neighbours(passage, region, text)
        changes = _around_noun(parts, source, region, text)
        if text in _THEY:
            changes += later_pronoun_changes(passage)
    united = unite(passage.doc.text, changes)
    return fit_punctuation(passage, fit_capitals(passage, united))


def _replaces_an_act(parts: tuple[Part, ...]) -> bool:
    """Whether the template names the sentence's people or thing with a default, as duties' do."""
    slots = [part for part in parts if part.kind is Kind.SLOT]
    return any(part.value in _DUTY_SLOTS and part.default is not None for part in slots)


def _replaces_an_event(parts: tuple[Part, ...], passage: Passage) -> bool:
    """Whether a whole new act without slots replaces a duty or the event of a rule."""
    if any(part.kind is Kind.SLOT for part in parts):
        return False
    words = sum(len(part.value.split()) for part in parts)
    verb = any(part.kind is Kind.VERB for part in parts)
    return (passage.duty and verb) or ("event" in passage.slots and words > _LONG)


# where the verb stands --------------------------------------------------------------------------


def _verb_site(parts: tuple[Part, ...], passage: Passage) -> VerbSite | None:
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
    if _holds_subject(passage, verb) or _replaces_an_act(parts[index + 1 :]):
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


def _ends_here(passage: Passage, comma: int) -> bool:
    """*…, and | greets guests*: the last act of a list follows, or a clause of its own."""
    doc = passage.doc
    after = doc[comma + 1] if comma + 1 < len(doc) else None
    if after is None or after.dep_ == "cc":
        return True
    return not is_noun(after) and not may_open_duty(after, passage.root)


def _refuse_after_finite_verb(before: Span) -> None:
    """*She issues passes, | room checks*: no gerund in a list of verbs with a subject."""
    verb = next((word for word in reversed(before) if is_verb_token(word)), None)
    if verb is None or verb.tag_ not in ("VBZ", "VBP", "VBD"):
        return
    if verb_lemma(verb.text) not in TAKES_GERUND and subject_of(verb) is not None:
        raise UnfitError("no place for a gerund")


def _around_verb(passage: Passage, region: Region, text: str, *, act: bool) -> list[Change]:
    if act:
        refuse_cut_clause(passage, region)
        _refuse_broken_sentence(passage, region)
        refuse_remainder(passage, region, text)
    else:
        _refuse_second_clause(passage)
        _refuse_lost_words(passage)
        _refuse_shared_verb(passage)
    fronted = adjunct_first(passage, region, text) if act else None
    if fronted is not None:
        return [fronted]
    if act and ends_in_clause(text) and leaves_adjunct(passage, region):
        raise UnfitError("what follows would belong to the clause that ends the new words")
    if act and _last_of_list(passage, region):
        text = f"and {text}"
    if region.after:
        text = f"{text} {region.after}"
    changes = [change_tokens(passage, region.start, region.end, text)]
    before = passage.doc[region.start - 1] if region.start else None
    root = passage.root
    if before is not None and before.lower_ in ("a", "an", "the") and is_noun(root):
        changes.append(drop_token(passage, before.i))
    if is_noun(root) and region.start == passage.start:
        changes += subject_changes(
            passage, passage.start, passage.end, plural=False, was_plural=is_plural_noun(root)
        )
    follower = passage.doc[region.end].text if region.end < len(passage.doc) else ""
    if act and follower == "," and "," in text and not _ends_here(passage, region.end):
        raise UnfitError("one more comma inside a list")
    joint = _joint_to_another_verb(passage, region)
    if joint is None or len(text.split()) <= _LONG:
        return changes
    if joint == region.end:
        return [change_tokens(passage, region.start, region.end, f"{text},"), *changes[1:]]
    before_joint = passage.doc[joint - 1]
    after = before_joint.idx + len(before_joint.text)
    return [*changes, Change(after, after, ",")] if not before_joint.is_punct else changes


def _refuse_broken_sentence(passage: Passage, region: Region) -> None:
    """A new act where the sentence has no place for one."""
    doc, root = passage.doc, passage.root
    after = doc[region.end].text if region.end < len(doc) else ""
    if after and is_noun(doc[region.end]) and noun_lemma(after.lower()) not in TIME_NOUNS:
        raise UnfitError("a noun of the old act is left")
    if after.lower() in BE_FORMS and root.dep_ not in SUBJECT:
        raise UnfitError("the verb of a clause in the match is left")
    if any(word.dep_ == "nsubj" and word.head.i == region.end for word in doc[root.i : region.end]):
        raise UnfitError("the verb that follows would lose its subject")
    cut = passage.start > 1 and doc[passage.start - 1].dep_ == "cc"
    if cut and doc[passage.start - 2].lower_ in _PAIRED:
        raise UnfitError("half of a pair after a preposition")
    goes_on = after.lower() in ("and", "or") and region.end + 2 < len(doc)
    if goes_on and is_verb_token(root) and _is_thing(doc[region.end + 1], root):
        raise UnfitError("half of a pair of things")
    if after == ":" or (is_noun(root) and after == "("):
        raise UnfitError("the match is the label of what follows")
    own_subject = any(
        child.dep_ == "nsubj" and passage.start <= child.i < root.i for child in root.children
    )
    if own_subject and is_verb_token(root) and find_verb(passage) == root:
        raise UnfitError("the match holds its own subject")
    hangs = root.dep_ == "advcl" and root.tag_ == "VBG" and root.i == passage.start > 0
    if root.dep_ == "acl" and root.tag_ == "VBG" and _says_which(passage):
        raise UnfitError("a participle that says which")
    if hangs and doc[passage.start - 1].dep_ not in ("mark", "case", "cc", "punct", "advmod"):
        raise UnfitError("a participle that says how")
    _refuse_doubtful_parse(passage)
    for token in doc[passage.start : passage.end]:
        modal = any(child.tag_ == "MD" for child in token.children)
        if token.dep_ == "conj" and token.i != root.i and modal and is_verb_token(token):
            raise UnfitError("the match holds two clauses")


def _says_which(passage: Passage) -> bool:
    """*complete a form | describing his mood*; not *take part in work with people …*."""
    noun = passage.doc[passage.start - 1] if passage.start else passage.root
    return is_noun(noun) and noun_lemma(noun.lower_) not in TAKES_GERUND


def _is_thing(token: Token, root: Token) -> bool:
    """*Enforce curfew and | quiet hours*: no next duty."""
    named = token.tag_ in ("NN", "NNS", "JJ", "DT", "PRP$")
    return named and not may_open_duty(token, root)


def _refuse_doubtful_parse(passage: Passage) -> None:
    """Two objects, a subject in the match of a verb after it, rows of a table read as one."""
    doc, root = passage.doc, passage.root
    inside = doc[passage.start : passage.end]
    things = [child for child in root.children if child.dep_ == "obj" and is_noun(child)]
    split = [child for child in things if child.i >= passage.end]
    person = passage.slots.get("people", (0, 0))
    if things and person[0] <= things[0].i < person[1]:
        split = []
    if len(things) > 1 and split and noun_lemma(split[0].lower_) not in TIME_NOUNS:
        raise UnfitError("two objects")
    if any(word.dep_ in SUBJECT and word.head.i >= passage.end for word in inside):
        raise UnfitError("the match holds the subject of a verb that follows")
    if "  " in inside.text:
        raise UnfitError("the match holds more than one cell")
    if any(
        doc[at].text in ("-", "–") for at in (passage.end, passage.start - 1) if 0 < at < len(doc)
    ):
        joined = doc[passage.end - 1] if passage.end < len(doc) else doc[passage.start]
        if not joined.whitespace_:
            raise UnfitError("half of a joined word")
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
    rest = doc[region.end :]
    goes_on = len(rest) > 0 and (not rest[0].is_punct or any(word.text == "," for word in rest))
    return listed and joint and not goes_on and is_verb_token(passage.root)


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


def _refuse_shared_preposition(passage: Passage, text: str) -> None:
    """*admits to | using and to selling*: the second preposition belongs to the old verb."""
    doc, last = passage.doc, passage.doc[passage.end - 1]
    if last.tag_ not in ("IN", "TO") or text.lower().endswith(f" {last.lower_}"):
        return
    for token in doc[passage.end + 1 :]:
        joined = doc[token.i - 1].dep_ == "cc" or doc[token.i - 1].text == ","
        if joined and token.lower_ == last.lower_:
            raise UnfitError("a second preposition belongs to the old words")


def _refuse_two_clauses(passage: Passage) -> None:
    """*involuntary commitment when a member | stops eating* is no phrase."""
    inside = passage.doc[passage.start + 1 : passage.end]
    if any(word.tag_ == "WRB" or word.lower_ in ("if", "because") for word in inside):
        raise UnfitError("the match reaches into a clause")


def _refuse_lost_words(passage: Passage) -> None:
    """*refused meds | x 3*, *refuse tests | or shots*: a second thing has no place in the new text."""
    thing = passage.slots.get("object")
    if thing is None or "event" not in passage.slots or not passage.start <= thing[0]:
        return
    if any(word.dep_ == "obj" for word in passage.doc[passage.root.i + 1 : thing[0]]):
        raise UnfitError("a thing before the thing would be lost")
    if any(word.is_alpha or word.like_num for word in passage.doc[thing[1] : passage.end]):
        raise UnfitError("words after the thing would be lost")


def _joint_to_another_verb(passage: Passage, region: Region) -> int | None:
    """The index of the *and* after the region that joins the next duty, else None."""
    doc = passage.doc
    if region.end < len(doc) and doc[region.end].dep_ == "cc":
        joined = doc[region.end].head
        return region.end if is_verb_token(joined) or joined.dep_ == "conj" else None
    joint = next_joint(passage.root, region.end)
    sure = joint is not None and opens_duty(doc[joint + 1], passage.root)
    return joint if sure else None


# where the noun stands --------------------------------------------------------------------------


def _around_noun(
    parts: tuple[Part, ...], source: Source, region: Region, text: str
) -> list[Change]:
    passage = source.passage
    main = change_tokens(passage, region.start, region.end, text)
    if text in ("they", "{p:they}"):
        _refuse_clause_after_pronoun(passage)
        return [main, *governed_verb_changes(passage, passage.start, passage.end)]
    owned = possessive_change(passage, region, text)
    if owned is not None:
        return _with_determiner(passage, region, owned, text)
    text = _with_the(passage, _with_own_determiner(parts, source, text))
    main = change_tokens(passage, region.start, region.end, text)
    root = passage.root
    modifies = modified_noun(root, passage.end) is not None
    if modifies or (not is_nominal(root) and not _stands_for_people(root)):
        return [main, *_article_only(passage, region, text)]
    swapped = swapped_pair(passage, region, text) or clause_last(passage, region, text)
    opening = swapped.text if swapped is not None else text
    plural, was = _new_number(parts, source, text), source.plural
    return [
        swapped or main,
        *determiner_changes(passage, region.start, opening, plural=plural, was_plural=was),
        *subject_changes(passage, passage.start, passage.end, plural=plural, was_plural=was),
    ]


def _refuse_clause_after_pronoun(passage: Passage) -> None:
    """*he or she | who is late loses the seat*, *he or she | must explain herself*."""
    after = passage.doc[passage.end :]
    if len(after) and after[0].lower_ in ("who", "that"):
        raise UnfitError("they before who")
    for token in after if passage.end - passage.start > 1 else ():
        pair = {word.lower_ for word in passage.doc[token.i - 1 : token.i + 2]} & {"or", "/"}
        if token.lower_ in ("himself", "herself") and not pair:
            raise UnfitError("they with a reflexive of one")


def _with_the(passage: Passage, text: str) -> str:
    """*Pt reports pain*, *call client*: shorthand without an article -> *The person … reports*."""
    root = passage.root
    bare = root.tag_ in ("NN", "NNP") and all(c.dep_ in ("case", "cc", "mark") for c in root.lefts)
    if not bare or passage.root.i != passage.start or not text.startswith("person "):
        return text
    verb = root.head
    finite = verb.tag_ in ("VBZ", "VBD", "VB") or bool(auxiliaries(verb)) or verb.dep_ == "cop"
    role = root.dep_ in SUBJECT or (root.dep_ == "obj" and is_verb_token(verb))
    return f"the {text}" if role and finite else text


def _with_own_determiner(parts: tuple[Part, ...], source: Source, text: str) -> str:
    """A match that begins with *the* or *a* keeps it before a new singular: *the peer worker*."""
    first = source.passage.doc[source.passage.start]
    opens = text.split(" ", 1)[0].lower() in DETERMINERS | POSSESSIVES | INDEFINITE
    if first.lower_ not in DETERMINERS or not first.whitespace_ or opens or is_mass(text):
        return text
    if source.passage.root.i == first.i or not is_noun(source.passage.root):
        return text
    if source.plural or _new_number(parts, source, text):
        return text
    kept = article(text) if first.lower_ in ("a", "an") else first.lower_
    return f"{kept} {text}"


def _with_determiner(passage: Passage, region: Region, owned: Change, text: str) -> list[Change]:
    if owned.start < passage.doc[region.start].idx:
        return [owned]
    return [owned, *_article_only(passage, region, owned.text)]


def _article_only(passage: Passage, region: Region, text: str) -> list[Change]:
    """a or an before new words that leave the number alone."""
    before = passage.doc[region.start - 1] if region.start else None
    if before is None or before.lower_ not in ("a", "an"):
        return []
    return determiner_changes(passage, region.start, text, plural=False, was_plural=True)


def _new_number(parts: tuple[Part, ...], source: Source, text: str) -> bool:
    if any(part.kind is Kind.NOUN for part in parts):
        return source.plural
    if parts[0].kind in (Kind.SLOT, Kind.MODIFIED, Kind.MATCH):
        return _slot_number(parts[0], source)
    return phrase_is_plural(text)


def _slot_number(part: Part, source: Source) -> bool:
    doc = source.passage.doc
    if part.kind is Kind.MODIFIED and source.modified is not None:
        return is_plural_phrase(doc[source.modified[1] - 1])
    span = source.passage.slots.get(part.value)
    if span is not None:
        return is_plural_phrase(doc[span[0] : span[1]].root)
    return source.plural


def _stands_for_people(root: Token) -> bool:
    """An adjective as a noun: *the mentally ill*."""
    return any(child.lower_ in ("the", "our") for child in root.lefts) and root.dep_ in (
        "nsubj",
        "obj",
        "obl",
        "nmod",
        "iobj",
        "nsubj:pass",
        "conj",
        "root",
        "ROOT",
    )


def _with_prefix(passage: Passage) -> Passage:
    """A match that begins inside *co-lead* takes in the prefix; *and* before the act stays out."""
    doc, start = passage.doc, passage.start
    if doc[start].dep_ == "cc" and passage.end - start > 1:
        return replace(passage, start=start + 1)
    if start < 2 or doc[start - 1].text != "-" or doc[start - 2].lower_ not in _PREFIXES:
        return passage
    return replace(passage, start=start - 2, head=passage.root.i)


# what refuses a template ------------------------------------------------------------------------


def _refuse_joined(parts: tuple[Part, ...], passage: Passage) -> None:
    """A match that is half of a hyphenated or slashed word takes one word only."""
    text = passage.doc.text
    _refuse_abbreviation_of_noun(passage)
    _refuse_abbreviation_alone(passage)
    start = passage.doc[passage.start].idx
    last = passage.doc[passage.end - 1]
    end = last.idx + len(last.text)
    joins = text[start - 1 : start] in ("-", "/", "–") or text[end : end + 1] in ("-", "/", "–")
    if start == 0:
        joins = text[end : end + 1] in ("-", "/", "–")
    one_word = (
        len(parts) == 1
        and " " not in parts[0].value.strip()
        and parts[0].kind
        in (
            Kind.WORDS,
            Kind.NOUN,
        )
    )
    if joins and not one_word:
        raise UnfitError("half of a joined word")


def _refuse_abbreviation_of_noun(passage: Passage) -> None:
    """*drug users | (IDUs)* writes one thing twice."""
    before, after = passage.doc[: passage.start], passage.doc[passage.end :]
    bracketed = len(before) > 1 and before[-1].text == "(" and len(after) and after[0].text == ")"
    if bracketed and re.fullmatch(r"[A-Z]{2,}s?", passage.text):
        raise UnfitError("an abbreviation in brackets")


def _refuse_abbreviation_alone(passage: Passage) -> None:
    """*Pt.* before *ID*: the full stop has cut a sentence in two."""
    alone = passage.start == 0 and [word.text for word in passage.doc[passage.end :]] == ["."]
    if alone and len(passage.text) < 4:
        raise UnfitError("an abbreviation cut from its sentence")


def _refuse_modifier(passage: Passage, source: Source, text: str) -> None:
    """Before the noun it modifies, a match takes a compact phrase or `{modified}`."""
    if source.modified is not None or modified_noun(passage.root, passage.end) is None:
        return
    if _FUNCTION_WORDS.search(text):
        raise UnfitError("a phrase before the noun it modifies")


def _modified_span(parts: tuple[Part, ...], passage: Passage) -> tuple[int, int] | None:
    if not any(part.kind is Kind.MODIFIED for part in parts):
        return None
    noun = modified_noun(passage.root, passage.end)
    return (passage.end, noun.i + 1) if noun is not None else None


def _is_plural_match(passage: Passage, modified: tuple[int, int] | None) -> bool:
    """The number that `{n:…}` takes; a noun before the noun it modifies stands for many."""
    noun = _counted(passage)
    if modified is None:
        return is_plural_noun(noun)
    return is_noun(noun) or is_plural_noun(passage.doc[modified[1] - 1])


def _counted(passage: Passage) -> Token:
    """The token whose number counts: the last noun of the run that holds the root."""
    root = passage.root
    span = passage.doc[passage.start : passage.end]
    if not is_nominal(root):
        return next((token for token in reversed(span) if is_noun(token)), root)
    last = root
    for token in passage.doc[root.i + 1 : passage.end]:
        if is_noun(token):
            last = token
        elif token.tag_ != "HYPH":
            break
    return last


def _refuse_lost_copula(parts: tuple[Part, ...], passage: Passage) -> None:
    """*be clean* takes a template that opens with a verb, or *be* would be lost."""
    inside = passage.doc[passage.start : passage.end]
    if parts[0].kind is Kind.NOUN and any(token.dep_ == "cop" for token in inside):
        raise UnfitError("the verb before the noun would be lost")
    finite = passage.root.tag_ in ("VB", "VBZ", "VBP", "VBD")
    if not finite and not any(token.dep_ in ("cop", "aux", "aux:pass") for token in inside):
        return
    first = parts[0].value.split(" ")[0] if parts[0].kind is Kind.WORDS else ""
    asks = parts[-1].value.rstrip().endswith("?")
    if first and not asks and not is_verb(first) and first not in MODALS:
        raise UnfitError("the verb before the match would be lost")
