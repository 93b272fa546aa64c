"""The form a new verb takes, and the helping verbs, *not* and adverbs that stay around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.rewording.grammar import (
    BE_FORMS,
    NEGATIONS,
    SUBJECT,
    auxiliaries,
    is_noun,
    is_passive,
    is_plural_phrase,
    subject_of,
    verb_tag,
)
from peerlint.rewording.inflection import FINITE, VerbForm, conjugate, parts_of_speech, verb_lemma
from peerlint.rewording.passage import BULLET, Passage, Span, UnfitError
from peerlint.rewording.words import BODILY_MANNERS, STATIVE
from peerlint.values import dataclass, replace

if TYPE_CHECKING:
    from spacy.tokens import Token


_TURNING = frozenset({"become", "grow", "turn"})


@dataclass(frozen=True, slots=True)
class VerbSite:
    """Where and in which form the new verb stands.

    - `form`: the form of every `{v:…}`.
    - `start`: the first token the new verb replaces; may lie before the match.
    - `lead`, `trail`: words around the first new verb (*will not*, *does not*, *also*).
    - `absorbed`: a phrase after the match that the lead has taken in.
    """

    form: VerbForm
    start: int
    lead: tuple[str, ...] = ()
    trail: tuple[str, ...] = ()
    absorbed: Span | None = None


def locate_verb(passage: Passage, token: Token, lemma: str, *, active: bool) -> VerbSite:
    """Where and how `lemma` replaces the matched verb; raises UnfitError."""
    turning = _turning(passage, token)
    anchor = turning or _anchor(token, lemma, active=active)
    participle = verb_tag(token) in ("VBG", "VBN", "VBD")
    if participle and token.dep_ in ("amod", "compound") and not auxiliaries(token):
        raise UnfitError("a participle before its noun")
    _refuse_shared_copula(passage, anchor, lemma)
    between = [] if turning else _words_between(anchor, token)
    lead = _kept_lead(passage, anchor)
    _refuse_swallowed_words(passage, anchor, token)
    form = VerbForm("VB") if _is_bare_passive(passage, token) else _form(anchor)
    site = VerbSite(form, min(passage.start, anchor.i), lead)
    if _is_bare_stative_participle(token, lemma):
        return _as_relative_clause(token, site)
    if not between:
        return site
    return _with_words_between(site, lemma, between)


def _turning(passage: Passage, token: Token) -> Token | None:
    """The *becomes* of a matched *becomes agitated*: no helping verb, whatever the parse."""
    group = auxiliaries(token)
    if not group or group[-1].i < passage.start:
        return None
    return group[-1] if verb_lemma(group[-1].lower_) in _TURNING else None


def _is_bare_passive(passage: Passage, token: Token) -> bool:
    """A bullet such as *Included in the count*: the new act is an order there."""
    bare = token.i == 0 and token.tag_ == "VBN" and not auxiliaries(token)
    return bare and passage.form == BULLET and not any(c.dep_ == "obj" for c in token.children)


def _anchor(token: Token, lemma: str, *, active: bool) -> Token:
    """The first word of the verb group that the new verb replaces."""
    group = auxiliaries(token)
    if not group or token.lower_ in BE_FORMS:
        return token
    last = group[-1]
    if last.dep_ == "cop":
        return last
    if any(not _is_adverb(word) for word in token.doc[last.i + 1 : token.i]):
        return last  # "is med-seeking": the participle is half of an adjective
    if active and is_passive(token):
        return last
    progressive = verb_tag(token) == "VBG" and last.lower_ in BE_FORMS
    if progressive and lemma in STATIVE:
        return last
    if lemma == "be" and last.lower_ in ("do", "does", "did"):
        return last
    return token


def _refuse_shared_copula(passage: Passage, anchor: Token, lemma: str) -> None:
    """*is needy and | loud* cannot lose its *is*; *sedated* in *is seen and sedated*."""
    governed = anchor.head if anchor.dep_ in ("cop", "aux", "aux:pass") else anchor
    if anchor.i != governed.i and (lemma != "be" or is_noun(governed)):
        tied = [child for child in governed.children if _belongs_to_noun(child)]
        if is_noun(governed) and any(child.i >= passage.end for child in tied):
            raise UnfitError("the noun goes on after the match")
        joined = [child for child in governed.children if child.dep_ == "conj"]
        if any(child.i >= passage.end and not _has_own_verb(child) for child in joined):
            raise UnfitError("a second predicate shares the verb")
    if anchor.dep_ == "aux" and anchor.lower_ in BE_FORMS:
        for child in governed.children:
            if child.dep_ == "conj" and child.tag_ == "VBG" and not auxiliaries(child):
                raise UnfitError("a second participle shares the verb")
    participle = anchor.i == governed.i and anchor.dep_ == "conj" and not auxiliaries(anchor)
    if participle and anchor.tag_ in ("VBN", "VBD") and _is_be_predicate(anchor.head):
        raise UnfitError("a participle shares a verb outside")


_OF_PEOPLE = frozenset({"with", "without", "on", "off", "in", "from", "under"})


def _belongs_to_noun(child: Token) -> bool:
    """*a super-utilizer | with asthma*, *an addict | on parole*, *an addict | who wants work*."""
    cases = [case.lower_ for case in child.lefts if case.dep_ == "case"]
    with_it = child.dep_ == "nmod" and bool(cases) and cases[0] in _OF_PEOPLE
    return with_it or child.dep_ in ("acl", "acl:relcl", "appos")


def _has_own_verb(token: Token) -> bool:
    own_subject = any(child.dep_ in SUBJECT for child in token.children)
    return bool(auxiliaries(token)) or own_subject or token.tag_ in ("VBZ", "VBP", "VBD", "VB")


def _is_be_predicate(token: Token) -> bool:
    return any(aux.lower_ in BE_FORMS for aux in auxiliaries(token))


def _refuse_swallowed_words(passage: Passage, anchor: Token, token: Token) -> None:
    for word in passage.doc[anchor.i + 1 : passage.start]:
        carried = (
            word.dep_ in ("aux", "aux:pass", "cop") or word.lower_ in NEGATIONS or _is_loose(word)
        )
        if not carried and word.i != token.i and word.lower_ not in ("a", "an", "the"):
            raise UnfitError(f"{word.text} would be lost")


def _is_adverb(word: Token) -> bool:
    return word.dep_ in ("advmod", "neg", "aux", "aux:pass", "discourse") or word.tag_ == "RB"


def _form(token: Token) -> VerbForm:
    tag = verb_tag(token)
    low = token.lower_
    if low in ("is", "'s", "does", "has"):
        tag = "VBZ"
    if low in ("are", "am", "'re", "'m"):
        tag = "VBP"
    if low in ("was", "were", "did"):
        tag = "VBD"
    if low == "do" and token.dep_ == "aux":
        tag = "VBP"
    if tag == "VBP" and _has_singular_subject(token):
        tag = "VB"
    if tag == "VBN" and _opens_note(token) and not auxiliaries(token):
        tag = "VBD"  # "Decompensated in May": notes leave out who
    if tag not in FINITE:
        return VerbForm(tag)
    return VerbForm(tag, plural=_finite_plural(token, tag), first=_is_first(token))


def _opens_note(token: Token) -> bool:
    return token.i == 0 or token.doc[token.i - 1].text in (":", ";", "|")


def _has_singular_subject(token: Token) -> bool:
    """*Alisha agreed to answer and | decide*: no present, but one more infinitive."""
    subject = _subject(token)
    if subject is None or token.lower_ in BE_FORMS:
        return False
    return is_noun(subject) and not is_plural_phrase(subject)


def _finite_plural(token: Token, tag: str) -> bool:
    if tag == "VBZ" or token.lower_ == "was":
        return False
    if token.lower_ in ("are", "were") or tag == "VBP":
        return token.lower_ != "am" and not _is_first(token)
    subject = _subject(token)
    return subject is not None and is_plural_phrase(subject)


def _is_first(token: Token) -> bool:
    subject = _subject(token)
    return subject is not None and subject.lower_ == "i"


def _subject(token: Token) -> Token | None:
    predicate = token.head if token.dep_ in ("aux", "aux:pass", "cop") else token
    subject = subject_of(predicate)
    if subject is not None and subject.lower_ in ("who", "that", "which"):
        return predicate.head if predicate.dep_.startswith("acl") else subject
    return subject


def _words_between(anchor: Token, token: Token) -> list[str]:
    """Words between the anchor and what it governs: *not*, adverbs."""
    if anchor.dep_ == "cop":
        governed = anchor.head.i
        words = [child for child in anchor.head.lefts if anchor.i < child.i < governed]
        words = [word for word in words if word.dep_ in ("advmod", "neg") and _is_loose(word)]
        return [_plain(word) for word in words]
    return [_plain(word) for word in anchor.doc[anchor.i + 1 : token.i] if _is_adverb(word)]


def _is_loose(word: Token) -> bool:
    return word.lower_ in NEGATIONS or word.lower_ in ("also", "still", "always", "often", "now")


def _plain(word: Token) -> str:
    return "not" if word.lower_ in ("n't", "n’t") else str(word.text)


def _kept_lead(passage: Passage, anchor: Token) -> tuple[str, ...]:
    """Auxiliaries and adverbs inside the match just before the anchor."""
    head = anchor.head if anchor.dep_ in ("aux", "aux:pass", "cop") else anchor
    kept: list[str] = []
    for word in reversed(list(anchor.doc[passage.start : anchor.i])):
        own = word.head.i == head.i and word.dep_ in (
            "aux",
            "aux:pass",
            "advmod",
            "neg",
            "cop",
            "mark",
        )
        if not own or (word.dep_ == "mark" and word.lower_ != "to"):
            break
        if word.dep_ == "advmod" and "VERB" in parts_of_speech(word.lower_) - {"ADV"}:
            raise UnfitError(f"{word.text} is a verb read as an adverb")
        if word.lower_ not in BODILY_MANNERS:
            kept.insert(0, _plain(word))
    return tuple(kept)


def _with_words_between(site: VerbSite, lemma: str, between: list[str]) -> VerbSite:
    negated = any(word.lower() in NEGATIONS - {"never"} for word in between)
    if lemma == "be":
        return replace(site, trail=tuple(between))
    if not negated or site.form.tag not in FINITE:
        return replace(site, lead=site.lead + tuple(between))
    adverbs = tuple(word for word in between if word.lower() != "not")
    do = conjugate("do", site.form)
    return replace(site, lead=(*site.lead, do, "not", *adverbs), form=VerbForm("VB"))


def _is_bare_stative_participle(token: Token, lemma: str) -> bool:
    bare = verb_tag(token) == "VBG" and not auxiliaries(token)
    return bare and lemma in STATIVE and token.dep_ in ("acl", "amod")


def _as_relative_clause(token: Token, site: VerbSite) -> VerbSite:
    noun = token.head
    if not is_noun(noun) or noun.i > token.i:
        raise UnfitError("no noun before the participle")
    plural = is_plural_phrase(noun)
    form = VerbForm("VBP" if plural else "VBZ", plural=plural)
    return replace(site, lead=(*site.lead, "who"), form=form)
