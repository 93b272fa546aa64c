"""The cues of a rule book: where they stand in a sentence or beside it, and how far they reach."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from peerlint.matching.phrases import PhraseMatch, TokenView, find_all
from peerlint.matching.tokens import light_view
from peerlint.nlp.grammar import CLAUSE_SIGNS, CONTRAST
from peerlint.nlp.sentence import Sentence
from peerlint.rulebook.book import Cue, RuleBook
from peerlint.rulebook.endings import numbers_of
from peerlint.silencing.beside import BESIDE, said_beside
from peerlint.silencing.conditions import holds
from peerlint.silencing.silence import Target

Found = tuple[Cue, PhraseMatch]

_POSSIBLE = "possible cues"


class Cues:
    """All cues of a rule book by their silencer, and its word classes."""

    def __init__(self, book: RuleBook) -> None:
        self.classes = book.classes
        self._cues, self._words = book.cues, book.cue_words
        self._within: dict[str, list[int]] = {}
        self._beside: dict[str, list[int]] = {}
        for number, (silencer, scope) in enumerate(book.cue_places):
            where = self._beside if scope in BESIDE else self._within
            where.setdefault(silencer, []).append(number)

    def found(self, silencer: str, sentence: Sentence) -> list[Found]:
        """The silencer's cues that stand in the sentence, wherever they reach."""
        key = ("cues", silencer)
        if key not in sentence.memo:
            possible = self._possible(sentence)
            cues = [self._cues[at] for at in self._within.get(silencer, ()) if at in possible]
            sentence.memo[key] = list(_matching(cues, sentence.view))
        found: list[Found] = sentence.memo[key]
        return found

    def _possible(self, sentence: Sentence) -> set[int]:
        """The numbers of the cues that the sentence has a word for."""
        if _POSSIBLE not in sentence.memo:
            sentence.memo[_POSSIBLE] = numbers_of(sentence.view.words, self._words)
        found: set[int] = sentence.memo[_POSSIBLE]
        return found

    def holds(self, cue: Cue, sentence: Sentence, head: int) -> bool:
        """Whether all that the cue asks for besides its words holds of the act at `head`."""
        return all(holds(condition, sentence, head, self.classes) for condition in cue.when)

    def beside(self, silencer: str, sentence: Sentence, head: int) -> str:
        """The words of a cue that stands before or after the sentence or above it, else ""."""
        for cue in self._standing_beside(silencer):
            words = said_beside(cue, sentence)
            if words and self.holds(cue, sentence, head):
                return words
        return ""

    def in_heading(self, silencer: str, text: str) -> bool:
        """Whether a text that is no heading holds a cue that a heading may hold."""
        view = light_view(text)
        return any(find_all(cue.node, view) for cue in self._standing_beside(silencer))

    def _standing_beside(self, silencer: str) -> Iterator[Cue]:
        return (self._cues[at] for at in self._beside.get(silencer, ()))


def _matching(cues: Iterable[Cue], view: TokenView) -> Iterator[Found]:
    for cue in cues:
        for match in find_all(cue.node, view):
            yield cue, match


def reaches(cue: Cue, view: TokenView, match: PhraseMatch, target: Target) -> bool:
    """Whether the cue's direction and scope let it speak for the target."""
    return _reaches_over(_between(view, match, target), cue, match, target)


def reaches_listed(cue: Cue, view: TokenView, match: PhraseMatch, target: Target) -> bool:
    """The same for a cue that may open a list after a colon (*search it for: …*)."""
    between = _between(view, match, target)
    if match.end <= target.start and cue.scope != "sentence" and ":" in between[:_BEFORE_LIST]:
        between = between[between.index(":") + 1 :]
    return _reaches_over(between, cue, match, target)


_BEFORE_LIST = 3  # words that may stand between a cue and the colon of the list it opens


def _overlaps(match: PhraseMatch, target: Target) -> bool:
    return match.start < target.end and target.start < match.end


def _stands_right(cue: Cue, match: PhraseMatch, target: Target) -> bool:
    if cue.direction == "before":
        return match.start < target.start
    if cue.direction == "after":
        return match.start >= target.end
    return cue.direction == "both" or _overlaps(match, target)


def _between(view: TokenView, match: PhraseMatch, target: Target) -> tuple[str, ...]:
    if match.end <= target.start:
        return view.lower[match.end : target.start]
    return view.lower[target.end : match.start]


def _reaches_over(between: tuple[str, ...], cue: Cue, match: PhraseMatch, target: Target) -> bool:
    """Whether no border of the cue's scope stands between it and the target."""
    if not _stands_right(cue, match, target):
        return False
    if _overlaps(match, target):
        return True
    if cue.scope == "sentence":
        return ";" not in between and not _enumerates(between)
    return CLAUSE_SIGNS.isdisjoint(between) and CONTRAST.isdisjoint(between)


def _enumerates(between: tuple[str, ...]) -> bool:
    """Whether an entry such as *(b)* opens between cue and match."""
    return any(
        between[at] == "(" and len(between[at + 1]) == 1 and between[at + 2] == ")"
        for at in range(len(between) - 2)
    )


def words_of(sentence: Sentence, match: PhraseMatch) -> str:
    """The words of a cue as the sentence writes them."""
    return str(sentence.doc[match.start : match.end].text)
