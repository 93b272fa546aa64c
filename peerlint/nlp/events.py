"""Events: who does what to what, read from one parsed sentence.

*Administer meds*, *meds are administered by the coach*, *administration of meds* and *medication
administration* all give the action `administer` with an object headed by the medicine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from peerlint.matching.phrases import TokenView, is_modifier, noun_phrase_ends
from peerlint.nlp import syntax
from peerlint.nlp.sentence import Sentence
from peerlint.nlp.syntax import Token
from peerlint.values import dataclass

_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_BASE_FORMS = frozenset({"VB", "VBP", "VBZ", "VBG", "VBD", "VBN"})
_NAMES_OF_THINGS = frozenset(
    "building buildings feeling feelings meeting meetings setting settings".split()
)
_LIGHT = frozenset(
    (
        "use amount number kind type form part copy copies set range variety series round "
        "rounds all some any each one most doses dose list supply"
    ).split()
)


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Token span of a phrase and the token that heads it."""

    start: int
    end: int
    head: int


@dataclass(frozen=True, slots=True)
class Event:
    """One predicate with what depends on it; all numbers are token indices of the sentence.

    `nominal` events are nouns (*administration*): their objects stand in an *of* phrase or before them.
    """

    head: int
    lemma: str
    nominal: bool
    objects: tuple[NounPhrase, ...]
    phrases: tuple[tuple[str, NounPhrase], ...]


def event_at(sentence: Sentence, index: int, nominalizations: Mapping[str, str]) -> Event | None:
    """The event whose predicate is token `index`, None where the token is no predicate there."""
    key = ("event", index)
    if key not in sentence.memo:
        sentence.memo[key] = _read_event(sentence, index, nominalizations)
    found: Event | None = sentence.memo[key]
    return found


def _read_event(sentence: Sentence, index: int, nominalizations: Mapping[str, str]) -> Event | None:
    token = sentence.doc[index]
    if is_verbal(sentence, token):
        objects = tuple(dict.fromkeys(_objects(sentence, token)))
        phrases = tuple((prep, phrase_of(noun)) for prep, noun in syntax.prepositional(token))
        return Event(index, token.lower_, False, objects, phrases)
    lemma = nominalizations.get(token.lower_)
    if lemma is None and token.tag_ != "VBG" and not token.lower_.endswith("ing"):
        return None
    if token.lower_ in _NAMES_OF_THINGS or not _heads_its_phrase(token):
        return None
    objects = tuple(dict.fromkeys(_nominal_objects(sentence, token)))
    phrases = tuple((prep, phrase_of(noun)) for prep, noun in syntax.prepositional(token))
    return Event(index, lemma or token.lower_, True, objects, phrases)


def is_verbal(sentence: Sentence, token: Token) -> bool:
    """Whether the token is a verb here; a bullet's first word is, also where the tagger read a noun."""
    if token.pos_ in ("VERB", "AUX") or token.tag_ in _BASE_FORMS:
        return not _modifies_noun(token)
    if token.pos_ in ("NOUN", "PROPN", "ADJ", "X") and opens_clause(sentence, token):
        return _reads_as_order(sentence.view, token.i)
    return False


def _modifies_noun(token: Token) -> bool:
    """*controlled medications*, *prescribing physician*: a participle before its noun."""
    return (
        syntax.label(token) in ("amod", "compound")
        and token.head.i > token.i
        and (token.tag_ in ("VBN", "VBG", "VBD", "JJ", "NN") and token.i > 0 and not _opens(token))
    )


def _opens(token: Token) -> bool:
    return all(not left.is_alpha for left in token.doc[: token.i])


def opens_clause(sentence: Sentence, token: Token) -> bool:
    """Whether only signs, a label or an adverb stand before the token, or a comma or *and* in a bullet."""
    before = sentence.doc[: token.i]
    if all(not left.is_alpha or left.pos_ == "ADV" for left in before):
        return True
    previous = sentence.doc[token.i - 1]
    return previous.text in (":", "—", "–") or (
        previous.lower_ in (",", "and", "or", ";", "/", "&")
        and sentence.doc[0].tag_ in _BASE_FORMS
        and token.dep_ == "conj"
        and token.head.pos_ == "VERB"
    )


def _reads_as_order(view: TokenView, index: int) -> bool:
    """A noun phrase, particle or preposition follows, as after an imperative."""
    after = index + 1
    if after >= len(view):
        return False
    return view.pos[after] in (
        "DET",
        "ADJ",
        "NOUN",
        "PROPN",
        "PRON",
        "NUM",
        "ADP",
        "ADV",
    ) and view.lower[after] not in ("of", "for")


def phrase_of(noun: Token) -> NounPhrase:
    """The noun's phrase in the parse."""
    start, end = syntax.phrase_bounds(noun)
    return NounPhrase(start, end, noun.i)


def _objects(sentence: Sentence, verb: Token) -> Iterator[NounPhrase]:
    found = list(_parsed_objects(verb))
    for noun in found:
        yield phrase_of(noun)
        if noun.lower_ in _LIGHT:
            yield from (
                phrase_of(inner) for prep, inner in syntax.prepositional(noun) if prep == "of"
            )
    yield from linear_phrases(sentence.view, verb.i + 1)


def _parsed_objects(verb: Token) -> Iterator[Token]:
    for noun in _direct_objects(verb):
        yield from syntax.conjuncts(noun)


def _direct_objects(verb: Token) -> Iterator[Token]:
    yield from syntax.children(verb, "obj", "iobj")
    yield from syntax.children(verb, "nsubj:pass")
    if verb.tag_ == "VBN" and syntax.children(verb, "obl:agent"):
        yield from syntax.children(verb, "nsubj")  # "Dishes washed by the peer specialist"
    name = syntax.label(verb)
    if name in ("acl", "acl:relcl") and not syntax.children(verb, "obj") and _gap_is_object(verb):
        yield verb.head
    if name == "compound" and verb.head.i > verb.i and _opens(verb):
        yield verb.head
    if name == "xcomp" and syntax.is_passive(verb):
        yield from syntax.children(verb.head, "nsubj")  # notes need to be completed
    if name == "conj":
        yield from _shared_object(verb)
    if not syntax.children(verb, "obj"):
        for other in syntax.children(verb, "conj"):
            if other.pos_ == "VERB":
                yield from syntax.children(other, "obj")


def _gap_is_object(verb: Token) -> bool:
    if verb.tag_ == "VBN":
        return True
    subjects = syntax.children(verb, "nsubj")
    return bool(subjects) and subjects[0].lower_ not in ("who", "which", "that")


def _shared_object(verb: Token) -> Iterator[Token]:
    """*administer and count medications*, *medications are counted and stored*."""
    head, seen = verb.head, {verb.i}
    while head.i not in seen:
        seen.add(head.i)
        own = syntax.children(verb, "obj")
        if not own:
            yield from (noun for noun in syntax.children(head, "obj") if noun.i > verb.i)
            if syntax.is_passive(head) and verb.tag_ in ("VBN", "VBD"):
                yield from syntax.children(head, "nsubj:pass")
        if syntax.label(head) != "conj":
            return
        head = head.head


def linear_phrases(view: TokenView, start: int) -> list[NounPhrase]:
    """Noun phrases that follow without a verb or preposition between, for parses that went astray."""
    phrases: list[NounPhrase] = []
    at = start
    while (
        at < len(view) and view.pos[at] in ("ADV", "PART") and view.lower[at] not in ("not", "n't")
    ):
        at += 1
    while at < len(view) and len(phrases) < 6:
        end = _base_end(view, at)
        if end is None:
            break
        phrases.append(NounPhrase(at, end, end - 1))
        at = end
        while at < len(view) and view.lower[at] in (",", "and", "or", "and/or", "/", "&"):
            at += 1
        if at == end:
            break
    return phrases


def _base_end(view: TokenView, start: int) -> int | None:
    ends = [end for end in noun_phrase_ends(view, start) if "of" not in view.lower[start:end]]
    while ends and view.pos[ends[-1] - 1] not in _NOUNS:
        ends.pop()
    return ends[-1] if ends else None


def _heads_its_phrase(token: Token) -> bool:
    """Whether the noun is no modifier of a following noun (*administration policies*)."""
    return not (syntax.label(token) in ("compound", "amod", "nmod:desc") and token.head.i > token.i)


def _nominal_objects(sentence: Sentence, noun: Token) -> Iterator[NounPhrase]:
    for prep, inner in syntax.prepositional(noun):
        if prep in ("of", "at"):
            for member in syntax.conjuncts(inner):
                yield phrase_of(member)
    view = sentence.view
    if noun.i + 1 < len(view) and view.lower[noun.i + 1] == "of":
        yield from linear_phrases(view, noun.i + 2)
    start = noun.i
    while start > 0 and is_modifier(view, start - 1) and view.pos[start - 1] not in ("DET", "ADV"):
        start -= 1
    if start < noun.i:
        end = noun.i - 1 if view.lower[noun.i - 1] == "-" else noun.i
        if end > start:
            yield NounPhrase(start, end, end - 1)
