"""Features of a candidate: words, word classes, who acts on what, where it stands, what silences it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from zlib import crc32

from peerlint.learned.candidates import Candidate
from peerlint.matching.match import Match
from peerlint.matching.tokens import light_view
from peerlint.nlp import syntax
from peerlint.nlp.actors import actor_of
from peerlint.nlp.sentence import Sentence
from peerlint.nlp.silencers import Silencers, Target
from peerlint.rulebook.book import RuleBook
from peerlint.rulebook.pattern import Capture, Choice, Context, Maybe, Node, Word

BUCKETS = 1 << 18
_FLAGS = (
    "negation",
    "prohibition",
    "mention",
    "name",
    "quotation",
    "request",
    "person-acts",
    "voice",
    "occasional",
)


def word_classes(book: RuleBook) -> dict[str, tuple[str, ...]]:
    """Lower-case word -> the word classes that hold it as an entry of one word."""
    found: dict[str, set[str]] = {}
    for name, node in book.classes.items():
        for word in _single_words(node):
            found.setdefault(word, set()).add(name)
    return {word: tuple(sorted(names)) for word, names in found.items()}


def _single_words(node: Node) -> Iterator[str]:
    if isinstance(node, Word):
        yield from (form.lower() for form in node.forms)
    elif isinstance(node, Choice):
        for child in node.nodes:
            yield from _single_words(child)
    elif isinstance(node, (Capture, Context, Maybe)):
        yield from _single_words(node.node)


def bucket(feature: str) -> int:
    """The feature's place in the weight table."""
    return crc32(feature.encode("utf-8")) % BUCKETS


class FeatureReader:
    """Reads the features of candidates; built once for a rule book."""

    def __init__(self, book: RuleBook, silencers: Silencers) -> None:
        self.book, self.silencers = book, silencers
        self.classes = word_classes(book)

    def features(
        self, sentence: Sentence, candidate: Candidate, matches: Sequence[Match]
    ) -> list[str]:
        """Feature strings of one candidate; `matches` are the rule matches of the sentence."""
        parts: list[Iterable[str]] = [
            self._inside(sentence, candidate),
            self._around(sentence, candidate),
            self._sentence(sentence),
            self._acting(sentence, candidate),
            self._ruled(candidate, matches),
        ]
        kind = candidate.kind
        return [f"{kind}|{feature}" for part in parts for feature in part]

    def _inside(self, sentence: Sentence, candidate: Candidate) -> Iterator[str]:
        words = sentence.view.lower[candidate.start : candidate.end]
        for index, word in enumerate(words):
            yield f"w={word}"
            yield f"p={word[:5]}"
            if index + 1 < len(words):
                yield f"b={word} {words[index + 1]}"
            if index + 2 < len(words):
                yield f"t={word} {words[index + 1]} {words[index + 2]}"
            for name in self.classes.get(word, ()):
                yield f"c={name}"
        yield f"head={sentence.view.lower[candidate.head]}"
        for name in self.classes.get(sentence.view.lower[candidate.head], ()):
            yield f"hc={name}"
        yield f"len={min(len(words), 8)}"

    def _around(self, sentence: Sentence, candidate: Candidate) -> Iterator[str]:
        view = sentence.view
        for step in (1, 2, 3):
            before = view.lower[candidate.start - step] if candidate.start >= step else "<s>"
            end = candidate.end + step - 1
            after = view.lower[end] if end < len(view) else "</s>"
            yield f"-{step}={before}"
            yield f"+{step}={after}"
        if candidate.start:
            yield f"lb={view.lower[candidate.start - 1]} {view.lower[candidate.start]}"
        if candidate.end < len(view):
            yield f"rb={view.lower[candidate.end - 1]} {view.lower[candidate.end]}"

    def _sentence(self, sentence: Sentence) -> list[str]:
        key = "reader-sentence"
        if key not in sentence.memo:
            place, block = sentence.place, sentence.block
            found = [f"s={word}" for word in sorted(sentence.view.words) if word.isalpha()]
            found += [
                f"sc={name}"
                for name in sorted(
                    {n for w in sentence.view.words for n in self.classes.get(w, ())}
                )
            ]
            headings = light_view(
                " ".join(block.headings[-2:]) + " " + block.column_heading + " " + block.label
            )
            found += [f"h={word}" for word in sorted(headings.words) if word.isalpha()]
            found += [
                f"type={sentence.type}",
                f"peer={place.peer_context}",
                f"kind={block.kind.value}",
            ]
            found += [f"place={place.actor}", f"type={sentence.type},place={place.actor}"]
            sentence.memo[key] = found
        cached: list[str] = sentence.memo[key]
        return cached

    def _acting(self, sentence: Sentence, candidate: Candidate) -> Iterator[str]:
        token = sentence.doc[candidate.head]
        actor = actor_of(sentence, token, self.book.classes)
        word = sentence.view.lower[candidate.head]
        yield f"actor={actor}"
        yield f"actor={actor},w={word}"
        for name in self.classes.get(word, ()):
            yield f"actor={actor},c={name}"
        for noun in syntax.children(token, "obj", "nsubj:pass", "dobj"):
            yield f"vo={word} {noun.lower_}"
            for name in self.classes.get(noun.lower_, ()):
                yield f"vo={word} {name}"
                for verb_name in self.classes.get(word, ()):
                    yield f"cc={verb_name} {name}"
        yield f"dep={token.dep_}"
        yield f"tag={token.tag_}"
        yield f"parent={token.head.lower_}"
        target = Target(candidate.start, candidate.end, candidate.head)
        for name in _FLAGS:
            if self.silencers.first((name,), sentence, target) is not None:
                yield f"silent={name}"
                yield f"silent={name},actor={actor}"

    def _ruled(self, candidate: Candidate, matches: Sequence[Match]) -> Iterator[str]:
        hit = False
        for match in matches:
            if match.start < candidate.end and candidate.start < match.end:
                hit = True
                yield f"rule={self.book.rules[match.rule].id}"
                yield f"cat={self.book.rules[match.rule].category}"
        yield f"ruled={hit}"


def signature(classes: Mapping[str, Sequence[str]]) -> int:
    """A number that changes with the word classes, to tell weights made for others."""
    return crc32(repr(sorted(classes.items())).encode("utf-8"))
