"""Score the clauses of a sentence by what an encoder makes of the sentence where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peerlint.learned.arrays import mapped_arrays
from peerlint.learned.encoder import Encoder, Text, unpack
from peerlint.learned.segments import Segment
from peerlint.learned.wordpiece import CLASSIFY, SEPARATE, WordPieces
from peerlint.nlp.sentence import Sentence
from peerlint.values import dataclass

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, Any]

_TITLE, _HEADING, _FIELDS = 14, 10, 8  # pieces of what surrounds a sentence
_SENTENCE = 110  # pieces
LONGEST = _TITLE + _HEADING + _FIELDS + _SENTENCE + 5
"""Pieces of the longest input: two semicolons and three marks beside the words."""
_AT_ONCE = 400  # pieces; more do not make it quicker


@dataclass(frozen=True, slots=True)
class Asked:
    """Clauses of a sentence that are to be scored, with who acts in each."""

    sentence: Sentence
    segments: Sequence[Segment]
    actors: Sequence[str]


@dataclass(frozen=True, slots=True)
class Input:
    """A sentence as the encoder takes it.

    `places` gives for each token of the sentence its pieces, first and end; none for tokens beyond
    the encoder's length.
    """

    pieces: tuple[int, ...]
    parts: tuple[int, ...]
    places: tuple[tuple[int, int], ...]

    def of(self, segment: Segment) -> list[int]:
        """Where the pieces of a clause stand."""
        return [at for token in segment.tokens for at in range(*self.places[token])]


def input_of(sentence: Sentence, words: WordPieces) -> Input:
    """Title, last heading and fields, then the sentence itself."""
    numbers = words.numbers
    around = [numbers[CLASSIFY], *_around(sentence, words), numbers[SEPARATE]]
    pieces, places = list(around), []
    end = len(around) + _SENTENCE
    for token in sentence.doc:
        own = words.of(token.text)
        first = len(pieces)
        if first + len(own) <= end:
            pieces += own
        places.append((first, len(pieces)))
    pieces.append(numbers[SEPARATE])
    parts = [0] * len(around) + [1] * (len(pieces) - len(around))
    return Input(tuple(pieces), tuple(parts), tuple(places))


def _around(sentence: Sentence, words: WordPieces) -> list[int]:
    block = sentence.block
    title, last = (block.headings[0], block.headings[-1]) if block.headings else ("", "")
    fields = " ".join(filter(None, (block.column_heading, block.label, block.row_heading)))
    found = list(_text(title, words)[:_TITLE])
    for text, most in ((last if last != title else "", _HEADING), (fields, _FIELDS)):
        if text:
            found += [*words.of(";"), *_text(text, words)[:most]]
    return found


def _text(text: str, words: WordPieces) -> list[int]:
    return [number for word in text.split() for number in words.of(word)]


def circumstances(sentence: Sentence, actor: str) -> tuple[str, ...]:
    """What is known of a clause beside its words."""
    place = sentence.place
    return (
        f"actor={actor}",
        f"kind={sentence.block.kind.value}",
        f"type={sentence.type}",
        f"peer={place.peer_context}",
    )


@dataclass(frozen=True)
class ClauseScorer:
    """An encoder with a linear layer over the mean and the maximum of a clause's vectors.

    `beside` holds what each circumstance adds to the scores.
    """

    words: WordPieces
    encoder: Encoder
    table: Numbers
    bias: Numbers
    beside: Mapping[str, Numbers]

    def scores(self, asked: Sequence[Asked]) -> list[list[Numbers | None]]:
        """A score for each category, clause by clause; None for a clause that it cannot see."""
        found: list[list[Numbers | None]] = []
        for some in _batches([(one, input_of(one.sentence, self.words)) for one in asked]):
            places = [[seen.of(segment) for segment in one.segments] for one, seen in some]
            texts = [
                Text(seen.pieces, seen.parts, list(chain.from_iterable(own)))
                for own, (_, seen) in zip(places, some, strict=True)
            ]
            vectors = self.encoder.encode(texts)
            found += map(self._of_sentence, (one for one, _ in some), places, vectors)
        return found

    def _of_sentence(
        self, asked: Asked, places: Sequence[Sequence[int]], vectors: Numbers
    ) -> list[Numbers | None]:
        """The scores of its clauses from the vectors of their pieces, one clause after the other."""
        found: list[Numbers | None] = []
        start = 0
        for own, actor in zip(places, asked.actors, strict=True):
            known = circumstances(asked.sentence, actor)
            end = start + len(own)
            found.append(self._of_clause(vectors[start:end], known) if own else None)
            start = end
        return found

    def _of_clause(self, vectors: Numbers, known: tuple[str, ...]) -> Numbers:
        import numpy as np

        pooled = np.concatenate([vectors.mean(axis=0), vectors.max(axis=0)])
        total: Numbers = pooled @ self.table + self.bias
        for name in known:
            total = total + self.beside.get(name, 0)
        return total


def _batches(asked: Iterable[tuple[Asked, Input]]) -> Iterator[list[tuple[Asked, Input]]]:
    """As many at once as is quickest."""
    some: list[tuple[Asked, Input]] = []
    for one in asked:
        if sum(len(seen.pieces) for _, seen in (*some, one)) > _AT_ONCE and some:
            yield some
            some = []
        some.append(one)
    if some:
        yield some


def word_table(path: Path) -> Path:
    """The file beside a scorer's that holds its word pieces: of the many, a text needs a few hundred."""
    return path.with_suffix(".words.npy")


@lru_cache(maxsize=2)
def load_scorer(path: Path) -> ClauseScorer:
    """The scorer kept in a file and the one beside it. Raises OSError where they are missing."""
    arrays = load_arrays(path)
    words, names = lines_of(arrays["vocabulary"]), lines_of(arrays["circumstances"])
    return ClauseScorer(
        words=WordPieces(dict(zip(words, range(len(words)), strict=True))),
        encoder=unpack(arrays),
        table=arrays["table"],
        bias=arrays["bias"],
        beside=dict(zip(names, arrays["beside"], strict=True)),
    )


def load_arrays(path: Path) -> dict[str, Numbers]:
    """The arrays that `training.encoder.pack` has packed. Raises OSError where they are missing."""
    import numpy as np

    arrays = mapped_arrays(path)
    arrays["words.whole"] = np.load(word_table(path), mmap_mode="r", allow_pickle=False)
    return arrays


def lines_of(packed: Numbers) -> list[str]:
    """Words that are packed in an array of bytes, a line each."""
    return packed.tobytes().decode("utf-8").split("\n")
