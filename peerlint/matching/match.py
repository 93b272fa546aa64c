"""Match rules against one parsed sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from peerlint.matching.index import Candidates
from peerlint.matching.phrases import TokenView, find_all, first_within, longest_at, matches_ending
from peerlint.nlp.actors import is_actor
from peerlint.nlp.events import Event, NounPhrase, event_at, linear_phrases
from peerlint.nlp.sentence import Sentence
from peerlint.rulebook.book import RuleBook
from peerlint.rulebook.compiled import CompiledAction, CompiledEvent, ObjectPattern
from peerlint.values import dataclass, replace

Slots = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `start` to `end` of a sentence that a rule means.

    `head` is the token whose form and governors count: the verb of an event, the top of a phrase.
    """

    rule: int
    start: int
    end: int
    head: int
    slots: Slots = ()
    event: bool = False
    negated: bool = False


def matches_in(sentence: Sentence, candidates: Candidates, book: RuleBook) -> list[Match]:
    """All matches, the longest of overlapping ones of a rule, in order of place."""
    found = [*_phrase_matches(sentence, candidates), *_event_matches(sentence, candidates, book)]
    return _longest(found, book)


def _longest(found: Sequence[Match], book: RuleBook) -> list[Match]:
    kept: list[Match] = []
    for match in sorted(found, key=lambda m: (m.rule, m.start - m.end, m.start, not m.event)):
        over = next((at for at, other in enumerate(kept) if _overlap(other, match)), None)
        if over is None:
            kept.append(match)
        elif _are_twins(kept[over], match, book):
            kept[over] = _with_slots_of(kept[over], match)
    return sorted(kept, key=lambda m: (m.start, m.end, m.rule))


def _overlap(one: Match, other: Match) -> bool:
    return one.rule == other.rule and one.start < other.end and other.start < one.end


def _are_twins(one: Match, other: Match, book: RuleBook) -> bool:
    """The very same words, found twice by a duty's rule."""
    same = (one.start, one.end) == (other.start, other.end)
    return same and book.rules[one.rule].kind == "duty"


def _with_slots_of(match: Match, twin: Match) -> Match:
    """What another phrase or event of the rule has captured in the same words."""
    names = {name for name, _, _ in match.slots}
    more = tuple(slot for slot in twin.slots if slot[0] not in names)
    return replace(match, slots=(*match.slots, *more)) if more else match


def _phrase_matches(sentence: Sentence, candidates: Candidates) -> Iterator[Match]:
    view = sentence.view
    for phrase in candidates.phrases:
        if phrase.anchors is not None and phrase.anchors.isdisjoint(view.words):
            continue
        for found in find_all(phrase.node, view):
            end = _tidy_end(view, found.start, found.end)
            if end > found.start:
                head = top_of(sentence, found.start, end)
                yield Match(
                    phrase.rule,
                    found.start,
                    end,
                    head,
                    found.captures,
                    negated=phrase.negated,
                )


_JOINTS = frozenset(", ; – — and or but then until while because".split())


def _tidy_end(view: TokenView, start: int, end: int) -> int:
    """The end without words that only join what comes next (*talk them into it, then* | *walk*)."""
    while end > start + 1 and view.lower[end - 1] in _JOINTS:
        end -= 1
    return end


def top_of(sentence: Sentence, start: int, end: int) -> int:
    """The token of a span whose head lies outside it (a word rather than a sign)."""
    span = sentence.doc[start:end]
    for token in span:
        outside = token.head.i == token.i or not start <= token.head.i < end
        if outside and (token.is_alpha or len(span) == 1):
            return int(token.i)
    return start


def _event_matches(sentence: Sentence, candidates: Candidates, book: RuleBook) -> Iterator[Match]:
    said = _said(sentence, book.nominalizations)
    for compiled in candidates.events:
        if not _words_hold(compiled, sentence):
            continue
        for action in compiled.actions:
            if action.forms.isdisjoint(said):
                continue
            for index in _positions(action, sentence, book.nominalizations):
                event = event_at(sentence, index, book.nominalizations)
                if event is not None and _actor_fits(sentence, compiled, event, book):
                    yield from _of_action(sentence, compiled, action, event)


def _said(sentence: Sentence, nominalizations: Mapping[str, str]) -> frozenset[str]:
    """The words of the sentence and the verbs whose acts its nouns name."""
    words = sentence.view.words
    return words | {nominalizations[word] for word in words if word in nominalizations}


def _actor_fits(sentence: Sentence, compiled: CompiledEvent, event: Event, book: RuleBook) -> bool:
    """A peer actor is asked for by the silencers, so that `--explain-silence` can tell of it."""
    return compiled.actor == "peer" or is_actor(sentence, event.head, compiled.actor, book.classes)


def _positions(
    action: CompiledAction, sentence: Sentence, nominalizations: Mapping[str, str]
) -> Iterator[int]:
    """Where the verb stands or its act is named: all places of its first form, then of the next."""
    places: dict[str, list[int]] = {}
    for index, word in enumerate(sentence.view.lower):
        if word in action.forms or nominalizations.get(word) in action.forms:
            places.setdefault(word, []).append(index)
    for found in places.values():
        yield from found


def _words_hold(compiled: CompiledEvent, sentence: Sentence) -> bool:
    view = sentence.view
    if compiled.with_words and not any(find_all(node, view) for node in compiled.with_words):
        return False
    return not any(find_all(node, view) for node in compiled.without_words)


def _of_action(
    sentence: Sentence, compiled: CompiledEvent, action: CompiledAction, event: Event
) -> Iterator[Match]:
    verb_end, objects = _complement(sentence, action, event)
    if objects is None:
        return
    if not all(
        _prepositional(sentence, event, name, wanted)
        for name, wanted in compiled.prepositions.items()
    ):
        return
    if compiled.recipients and not _recipient(sentence, event, compiled.recipients):
        return
    if not compiled.objects:
        end = max([verb_end, *(phrase.end for phrase in objects[:1])])
        yield Match(compiled.rule, event.head, end, event.head, _slots(objects[:1]), True)
        return
    for phrase in objects:
        if _object_fits(sentence, compiled.objects, phrase):
            start, end = min(event.head, phrase.start), max(verb_end, phrase.end)
            yield Match(compiled.rule, start, end, event.head, _slots([phrase]), True)
            return


def _slots(objects: Sequence[NounPhrase]) -> Slots:
    return tuple(("object", phrase.start, phrase.end) for phrase in objects)


def _complement(
    sentence: Sentence, action: CompiledAction, event: Event
) -> tuple[int, Sequence[NounPhrase] | None]:
    """Where verb and particle end, and the noun phrases in object position; None: no such particle."""
    after = event.head + 1
    if not action.particle:
        return after, event.objects
    if event.nominal:
        phrases = [phrase for name, phrase in event.phrases if name == action.particle]
        return after, phrases or None
    view = sentence.view
    if action.complement is not None:
        return _after_complement(sentence, action, after)
    if view.lower[after : after + 1] == (action.particle,):
        return after + 1, _following(sentence, event, action.particle, after + 1)
    return _split_particle(sentence, action, event, after)


def _following(sentence: Sentence, event: Event, particle: str, start: int) -> list[NounPhrase]:
    parsed = [phrase for name, phrase in event.phrases if name.split(" ")[0] == particle]
    return [
        *parsed,
        *(o for o in event.objects if o.start >= start or o.end <= event.head),
        *linear_phrases(sentence.view, start),
    ]


def _after_complement(
    sentence: Sentence, action: CompiledAction, after: int
) -> tuple[int, Sequence[NounPhrase] | None]:
    view = sentence.view
    assert action.complement is not None
    for start in range(after, min(after + 4, len(view))):
        found = longest_at(action.complement, view, start)
        if found is not None and view.lower[found.end : found.end + 1] == (action.particle,):
            return found.end + 1, linear_phrases(view, found.end + 1)
    return after, None


_SEPARABLE = frozenset({"out", "up", "off", "down", "in", "over", "away", "back"})


def _split_particle(
    sentence: Sentence, action: CompiledAction, event: Event, after: int
) -> tuple[int, Sequence[NounPhrase] | None]:
    """*hand the pills out*: the object stands before the particle."""
    view = sentence.view
    for phrase in event.objects:
        follows = view.lower[phrase.end : phrase.end + 1] == (action.particle,)
        if phrase.start >= after and follows and action.particle in _SEPARABLE:
            return phrase.end + 1, [phrase]
    return after, None


def _object_fits(sentence: Sentence, patterns: Sequence[ObjectPattern], phrase: NounPhrase) -> bool:
    view = sentence.view
    for pattern in patterns:
        if pattern.anywhere:
            if first_within(pattern.node, view, phrase.start, phrase.end) is not None:
                return True
        elif _ends_at_head(sentence, pattern, phrase):
            return True
    return False


def _ends_at_head(sentence: Sentence, pattern: ObjectPattern, phrase: NounPhrase) -> bool:
    first = max(0, phrase.start - 2)
    if matches_ending(pattern.node, sentence.view, first, phrase.head + 1) is not None:
        return True
    # "history of hospitalization": the pattern itself may run past the head through "of"
    if phrase.end > phrase.head + 1:
        found = matches_ending(pattern.node, sentence.view, phrase.start, phrase.end)
        return found is not None and found.start <= phrase.head
    view = sentence.view
    if view.lower[phrase.head + 1 : phrase.head + 2] in (("of",), ("to",), ("for",)):
        return any(
            (found := longest_at(pattern.node, view, start)) is not None
            and found.end > phrase.head + 1
            for start in range(phrase.start, phrase.head + 1)
        )
    return False


def _prepositional(
    sentence: Sentence, event: Event, name: str, wanted: Sequence[ObjectPattern]
) -> bool:
    phrases = [phrase for preposition, phrase in event.phrases if preposition == name]
    for index in range(event.head + 1, len(sentence.view)):
        if sentence.view.lower[index] == name:
            phrases += linear_phrases(sentence.view, index + 1)
    return any(_object_fits(sentence, wanted, phrase) for phrase in phrases)


def _recipient(sentence: Sentence, event: Event, wanted: Sequence[ObjectPattern]) -> bool:
    phrases = [
        *event.objects,
        *(
            phrase
            for name, phrase in event.phrases
            if name in ("to", "for", "with", "from", "of", "about", "on")
        ),
    ]
    return any(_object_fits(sentence, wanted, phrase) for phrase in phrases)
