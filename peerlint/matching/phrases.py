"""Run phrase trees (`peerlint.rulebook.pattern`) over the tokens of one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from peerlint.rulebook import pattern as p
from peerlint.values import dataclass

Captures = tuple[tuple[str, int, int], ...]
# end of what was consumed, end of the finding (-1: nothing yet), start of the finding, slots
State = tuple[int, int, int, Captures]

_POS = {
    "noun": frozenset({"NOUN", "PROPN", "X", "SYM"}),
    "verb": frozenset({"VERB", "AUX"}),
    "adj": frozenset({"ADJ", "ADV"}),
    "num": frozenset({"NUM"}),
    "propn": frozenset({"PROPN"}),
}
_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})
_MODIFIER_POS = frozenset({"DET", "ADJ", "ADV", "NUM", "NOUN", "PROPN"})
_CLAUSE_BREAKS = frozenset({";", ":", ".", "!", "?", "—", "–", "|"})
_POSSESSIVES = frozenset({"my", "your", "his", "her", "its", "our", "their", "'s", "'", "whose"})


@dataclass(frozen=True, slots=True)
class TokenView:
    """The tokens of a sentence as matching sees them; `pos` and `tags` are "" where unknown."""

    text: tuple[str, ...]
    lower: tuple[str, ...]
    pos: tuple[str, ...]
    tags: tuple[str, ...]
    words: frozenset[str]

    def __len__(self) -> int:
        return len(self.text)


STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "‑": "-", "‐": "-"})
"""Curly quotation marks and odd hyphens to the plain signs that rules are written with."""


def straight(words: Iterable[str]) -> tuple[str, ...]:
    """The words with plain signs."""
    return tuple(word if word.isascii() else word.translate(STRAIGHT) for word in words)


def view_of(tokens: Sequence[Any]) -> TokenView:
    """The view of spaCy tokens (a Doc or Span)."""
    tokens = tuple(tokens)  # a Doc makes each token anew whenever it is asked
    text = straight(token.text for token in tokens)
    lower = tuple(map(str.lower, text))
    return TokenView(
        text,
        lower,
        tuple(token.pos_ for token in tokens),
        tuple(token.tag_ for token in tokens),
        frozenset(lower),
    )


@dataclass(frozen=True, slots=True)
class PhraseMatch:
    """Token span of a finding within a view, with its slots."""

    start: int
    end: int
    captures: Captures = ()


def find_all(node: p.Node, view: TokenView) -> list[PhraseMatch]:
    """Every match, at each start the longest, in order of place; none inside an earlier one."""
    if _are_missing(node.firsts, view) or _are_missing(p.anchors(node), view):
        return []
    found: list[PhraseMatch] = []
    for start in _starts(node, view, 0, len(view)):
        best = longest_at(node, view, start)
        if best is not None and not (found and best.end <= found[-1].end):
            found.append(best)
    return found


def _are_missing(words: frozenset[str] | None, view: TokenView) -> bool:
    return words is not None and words.isdisjoint(view.words)


def longest_at(node: p.Node, view: TokenView, start: int) -> PhraseMatch | None:
    """The longest match that begins at token `start` (context words included)."""
    firsts = node.firsts
    if firsts is not None and (start >= len(view.lower) or view.lower[start] not in firsts):
        return None
    best: PhraseMatch | None = None
    for _, inner_end, inner_start, captures in _match(node, view, (start, -1, -1, ())):
        if inner_start < 0:
            continue
        if best is None or (inner_end - inner_start) > (best.end - best.start):
            best = PhraseMatch(inner_start, inner_end, captures)
    return best


def matches_ending(node: p.Node, view: TokenView, first: int, end: int) -> PhraseMatch | None:
    """The longest match inside tokens `first` to `end` that ends exactly at `end`."""
    for start in _starts(node, view, first, end):
        for _, inner_end, inner_start, captures in _match(node, view, (start, -1, -1, ())):
            if inner_end == end and inner_start >= first:
                return PhraseMatch(inner_start, inner_end, captures)
    return None


def first_within(node: p.Node, view: TokenView, first: int, end: int) -> PhraseMatch | None:
    """The first match that lies wholly inside tokens `first` to `end`."""
    for start in _starts(node, view, first, end):
        best = longest_at(node, view, start)
        if best is not None and best.end <= end:
            return best
    return None


def _starts(node: p.Node, view: TokenView, first: int, end: int) -> Iterable[int]:
    """Where from `first` to before `end` the node may begin."""
    firsts = node.firsts
    if firsts is None:
        return range(first, end)
    return [at for at, word in enumerate(view.lower[first:end], first) if word in firsts]


def _match(node: p.Node, view: TokenView, state: State) -> Iterator[State]:
    return _MATCHERS[type(node)](node, view, state)


def _grown(state: State, end: int) -> State:
    at, _, start, captures = state
    return end, end, at if start < 0 else start, captures


def _word(node: p.Word, view: TokenView, state: State) -> Iterator[State]:
    if _is_word(node, view, state[0]):
        yield _grown(state, state[0] + 1)


def _is_word(node: p.Word, view: TokenView, at: int) -> bool:
    words = view.text if node.exact else view.lower
    if at >= len(words) or words[at] not in node.forms:
        return False
    return node.pos is None or _has_pos(view, at, node.pos)


def _any_word(node: p.AnyWord, view: TokenView, state: State) -> Iterator[State]:
    at = state[0]
    if at < len(view) and view.text[at][:1].isalpha() and _has_pos(view, at, node.pos):
        yield _grown(state, at + 1)


def _number(node: p.Number, view: TokenView, state: State) -> Iterator[State]:
    at = state[0]
    if at < len(view) and _fits(view.text[at], node.shape):
        yield _grown(state, at + 1)


def _fits(word: str, shape: str) -> bool:
    return len(word) == len(shape) and all(
        sign == wanted or (wanted == "#" and sign.isdecimal())
        for sign, wanted in zip(word, shape, strict=True)
    )


def _has_pos(view: TokenView, at: int, pos: str) -> bool:
    known = view.pos[at]
    if not known or known in _POS[pos]:
        return True
    return pos == "adj" and view.tags[at] in _PARTICIPLES


def _sequence(node: p.InOrder, view: TokenView, state: State) -> Iterator[State]:
    return _rest(node.nodes, 0, view, state)


def _rest(nodes: tuple[p.Node, ...], index: int, view: TokenView, state: State) -> Iterator[State]:
    while index < len(nodes) and isinstance(node := nodes[index], p.Word):
        if not _is_word(node, view, state[0]):  # most sequences end here: no iterator for a word
            return
        state = _grown(state, state[0] + 1)
        index += 1
    if index == len(nodes):
        yield state
        return
    firsts = nodes[index].firsts
    if firsts is not None and (state[0] >= len(view.lower) or view.lower[state[0]] not in firsts):
        return
    for after in _match(nodes[index], view, state):
        yield from _rest(nodes, index + 1, view, after)


def _choice(node: p.Choice, view: TokenView, state: State) -> Iterator[State]:
    at = state[0]
    if at < len(view.lower):
        for child in node.by_first.get(view.lower[at], ()):
            yield from _match(child, view, state)
    for child in node.others:
        yield from _match(child, view, state)


def _optional(node: p.Maybe, view: TokenView, state: State) -> Iterator[State]:
    yield from _match(node.node, view, state)
    yield state


def _capture(node: p.Capture, view: TokenView, state: State) -> Iterator[State]:
    for end, inner_end, start, captures in _match(node.node, view, state):
        slot = (node.name, state[0], end)
        yield end, inner_end, start, (*captures, slot)


def _not_here(node: p.NotHere, view: TokenView, state: State) -> Iterator[State]:
    if next(_match(node.node, view, state), None) is None:
        yield state


def _context(node: p.Context, view: TokenView, state: State) -> Iterator[State]:
    for end, _, _, _ in _match(node.node, view, state):
        yield end, *state[1:]


def _modifiers(node: p.Modifiers, view: TokenView, state: State) -> Iterator[State]:
    at, taken = state[0], 0
    yield state
    while taken < node.most and at < len(view):
        again = _number_again(view, at)
        if not (again or is_modifier(view, at)):
            return
        if view.lower[at] not in ("-", "'s", "'"):
            taken += 1
        at += 3 if again else 1
        yield at, state[1] if state[2] < 0 else at, state[2], state[3]


def _number_again(view: TokenView, at: int) -> bool:
    """*two (2) years*: the number once more in brackets."""
    return (
        0 < at < len(view) - 2
        and view.lower[at] == "("
        and view.lower[at + 1].isdigit()
        and view.pos[at - 1] in ("NUM", "")
    )


def is_modifier(view: TokenView, at: int) -> bool:
    """Whether the token may stand between a verb or determiner and the head of a noun phrase."""
    pos, lower = view.pos[at], view.lower[at]
    if lower in _POSSESSIVES or lower == "-":
        return True
    if not pos:
        return lower.isalnum()
    return pos in _MODIFIER_POS or view.tags[at] in ("VBN", "VBG", "PRP$", "POS", "PDT")


def _gap(node: p.Gap, view: TokenView, state: State) -> Iterator[State]:
    at = state[0]
    yield state
    for _ in range(node.most):
        if at >= len(view) or view.lower[at] in _CLAUSE_BREAKS:
            return
        at += 1
        yield at, state[1] if state[2] < 0 else at, state[2], state[3]


def _noun_phrase(node: p.NounPhrase, view: TokenView, state: State) -> Iterator[State]:
    start = state[0]
    ends = noun_phrase_ends(view, start)
    for end in reversed(ends):
        yield _grown(state, end)


def noun_phrase_ends(view: TokenView, start: int) -> list[int]:
    """Ends of the base noun phrases that begin at `start`, shortest first (*of* phrases included)."""
    at, ends = start, []
    while at < len(view):
        if view.pos[at] in ("NOUN", "PROPN", "PRON", "NUM") or not view.pos[at]:
            ends.append(at + 1)
        elif not is_modifier(view, at):
            break
        at += 1
    if ends and at < len(view) and view.lower[at] == "of" and ends[-1] == at:
        ends += noun_phrase_ends(view, at + 1)[-1:]
    return ends


def _edge(node: p.Edge, view: TokenView, state: State) -> Iterator[State]:
    at = state[0]
    if node.start:
        if all(not any(map(str.isalnum, word)) for word in view.text[:at]):
            yield state
    elif all(not any(map(str.isalnum, word)) for word in view.text[at:]):
        yield state


_MATCHERS: dict[type, Callable[[Any, TokenView, State], Iterator[State]]] = {
    p.Word: _word,
    p.AnyWord: _any_word,
    p.Number: _number,
    p.InOrder: _sequence,
    p.Choice: _choice,
    p.Maybe: _optional,
    p.Capture: _capture,
    p.NotHere: _not_here,
    p.Context: _context,
    p.Modifiers: _modifiers,
    p.Gap: _gap,
    p.NounPhrase: _noun_phrase,
    p.Edge: _edge,
}
