"""Examine parsed sentences: match, silence, reword."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, compress, tee
from typing import TYPE_CHECKING

from peerlint.combining import combined
from peerlint.corroborating import SECOND_READER, objection
from peerlint.document import BlockKind, Document
from peerlint.finding import Finding, Severity, Silenced, Suggestion
from peerlint.found import finding_at
from peerlint.hits import Hit, reported
from peerlint.matching.index import Candidates
from peerlint.matching.match import Match, matches_in
from peerlint.matching.phrases import find_all
from peerlint.matching.tokens import light_view
from peerlint.nlp.quotes import quote_spans
from peerlint.nlp.sentence import Sentence
from peerlint.pieces import Parse, Piece, together
from peerlint.rulebook import RuleBook
from peerlint.rulebook.pattern import Node
from peerlint.rulebook.rule import Rule
from peerlint.settings import Settings
from peerlint.silencing.asked import silencers_of
from peerlint.silencing.silence import Silence, Target
from peerlint.silencing.silencers import Silencers, own_cue
from peerlint.suppressing import suppression_of
from peerlint.values import dataclass, once, replace

if TYPE_CHECKING:
    from peerlint.learned.reader import Reader, Reading
    from peerlint.nlp.understanding import Understanding


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in a run of blocks; nothing in it depends on other runs.

    The findings have no fingerprints yet; `used` are the numbers of suppressions that silenced something.
    """

    findings: tuple[Finding, ...]
    silenced: tuple[Silenced, ...]
    used: frozenset[int]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed sentence, the patterns that its words admit, and the number of its run among those that are
    examined together."""

    run: int
    sentence: Sentence
    candidates: Candidates


class _Gathered:
    """What was found in a run so far."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.findings: list[Finding] = []
        self.silenced: list[Silenced] = []
        self.used: set[int] = set()


def sentences_of(
    pieces: Iterable[Piece], frames: Sequence[Understanding], parse: Parse
) -> Iterator[Parsed]:
    """The sentences parsed; a frame for each run."""
    waiting = iter(pieces)
    first = next(waiting, None)
    if first is None:
        return
    quotes = lru_cache(maxsize=64)(quote_spans)
    taken, texts = tee(chain((first,), waiting))
    docs = parse(piece.block.text[piece.start : piece.end] for piece in texts)
    for piece, doc in zip(taken, docs, strict=True):
        block, frame = piece.block, frames[piece.run]
        yield Parsed(
            piece.run,
            Sentence(
                block=block,
                start=piece.start,
                doc=doc,
                place=frame.places[block.index],
                type=frame.type,
                before=block.text[max(0, piece.start - 500) : piece.start],
                after=block.text[piece.end : piece.end + 80],
                quotes=quotes(block.text),
            ),
            piece.candidates,
        )


class Examiner:
    """Finds, silences and rewords in sentences, with one rule book and one set of choices.

    `general` has for each category the number of the rule that the second reader speaks for.
    """

    def __init__(
        self,
        settings: Settings,
        book: RuleBook,
        reader: Reader | None,
        general: Mapping[str, int],
    ) -> None:
        self.settings, self.book, self.reader, self.general = settings, book, reader, general
        self.silencers = Silencers(book)
        self.accepted = tuple(phrase.lower() for phrase in (*settings.accept, *settings.names))

    def examined(
        self, documents: Sequence[Document], sentences: Iterable[Parsed]
    ) -> list[Examined]:
        """Find, silence and reword in the sentences of runs; `documents` are those of the runs."""
        gathered = [_Gathered(document) for document in documents]
        for some in together(sentences):
            runs = [gathered[one.run] for one in some]
            for run, judged in zip(runs, self._judged(some, runs), strict=True):
                run.silenced += [
                    _silenced(run.document, hit, silence) for hit, silence in judged if silence
                ]
                shown = reported([hit for hit, silence in judged if silence is None])
                run.findings += combined([self._finding(run.document, hit, shown) for hit in shown])
        return [
            Examined(tuple(run.findings), tuple(run.silenced), frozenset(run.used))
            for run in gathered
        ]

    def _judged(
        self, some: Sequence[Parsed], runs: Sequence[_Gathered]
    ) -> Iterator[list[tuple[Hit, Silence | None]]]:
        """What rules and second reader say of each of some sentences, and why it is not reported.

        The reader is quicker with several, but parses of a long document fill memory.
        """
        ruled = [
            [
                (hit, self.silence(hit, run.document, run.used))
                for hit in self.hits(one.sentence, one.candidates)
            ]
            for one, run in zip(some, runs, strict=True)
        ]
        read, trusts = self.second_opinion([one.sentence for one in some], ruled)
        for run, own, others in zip(runs, ruled, read, strict=True):
            yield [
                *(
                    (hit, silence) if silence else self._weighed(hit, next(trusts))
                    for hit, silence in own
                ),
                *((hit, self.silence(hit, run.document, run.used)) for hit in others),
            ]

    def hits(self, sentence: Sentence, candidates: Candidates) -> Iterator[Hit]:
        """What rules find in a sentence, before anything is silenced."""
        for match in matches_in(sentence, candidates, self.book):
            rule = self.book.rules[match.rule]
            if not _needs_met(self.book.needs.get(match.rule, ()), sentence):
                continue
            severity = self._severity(rule, sentence)
            if severity is not None and severity >= self.settings.min_severity:
                yield Hit(match, sentence, rule, severity)

    def second_opinion(
        self, sentences: Sequence[Sentence], ruled: Sequence[Sequence[tuple[Hit, Silence | None]]]
    ) -> tuple[Iterable[Iterable[Hit]], Iterator[float | None]]:
        """For each sentence what the second reader finds in clauses of which no rule of that kind speaks;
        and its trust in each finding of a rule that stands, None where it has no doubt."""
        standing = [hit for hits in ruled for hit, silence in hits if silence is None]
        if self.reader is None:
            return [()] * len(sentences), iter([None] * len(standing))
        may_be_doubted = [_may_be_doubted(hit) for hit in standing]
        said = ([hit.said for hit, _ in hits] for hits in ruled)
        opinion = self.reader.opinion(
            list(zip(sentences, said, strict=True)),
            [hit.ruled for hit in compress(standing, may_be_doubted)],
            self.book.classes,
        )
        doubts = iter(opinion.trusts)
        return (
            map(self._hits_of, sentences, opinion.readings),
            (next(doubts) if may_be else None for may_be in may_be_doubted),
        )

    def _hits_of(self, sentence: Sentence, readings: Iterable[Reading]) -> Iterator[Hit]:
        for reading in readings:
            index = self.general.get(reading.category)
            if index is None:
                continue
            rule = self.book.rules[index]
            severity = self._severity(rule, sentence)
            if severity is not None and severity >= self.settings.min_severity:
                is_event = rule.kind == "duty"
                match = Match(index, reading.start, reading.end, reading.head, event=is_event)
                yield Hit(match, sentence, rule, severity, reading)

    def _severity(self, rule: Rule, sentence: Sentence) -> Severity | None:
        contexts = [sentence.type]
        if sentence.place.peer_context:
            contexts.append("peer-context")
        if rule.scope and not set(rule.scope) & set(contexts):
            return None
        override = self.settings.severity.get(rule.id) or self.settings.severity.get(rule.name)
        if override is not None:
            return override
        for context in reversed(contexts):
            if context in rule.severity_in:
                return rule.severity_in[context]
        return rule.severity

    def silence(self, hit: Hit, document: Document, used: set[int]) -> Silence | None:
        """Why a hit is not reported, the second reader's doubts aside.

        The number of a suppression that is the reason goes into `used`.
        """
        number = suppression_of(document, hit.sentence.block.index, hit.span, hit.rule)
        if number is not None:
            used.add(number)
            reason = document.suppressions[number].reason
            return Silence("suppression", reason or "ignored by the author")
        match, sentence, rule = hit.match, hit.sentence, hit.rule
        if rule.kind == "duty" and _is_open_question(sentence):
            return Silence("question", "a question assigns no duty")
        if rule.kind == "duty" and sentence.block.kind in (BlockKind.HEADING, BlockKind.TITLE):
            return Silence("heading", "a heading names, it does not assign")
        quote = sentence.block.text[slice(*hit.span)].lower()
        if any(phrase in quote or quote in phrase for phrase in self._accepted_near(hit)):
            return Silence("accepted", quote)
        names = silencers_of(rule, match, self.book.of_peers)
        target = Target(match.start, match.end, match.head, match.event, match.negated)
        return self.silencers.first(names, sentence, target) or own_cue(
            self.book.own_cues.get(match.rule, ()), sentence
        )

    def _weighed(self, hit: Hit, trust: float | None) -> tuple[Hit, Silence | None]:
        """A hit that the second reader doubts, one step milder, or its objection."""
        if trust is None or self.reader is None:
            return hit, None
        milder = Severity(max(Severity.SUGGESTION, hit.severity - 1))
        if trust < self.reader.limits.refuses or milder < self.settings.min_severity:
            return hit, Silence(SECOND_READER, objection(trust))
        return replace(hit, severity=milder, trust=trust), None

    def _accepted_near(self, hit: Hit) -> list[str]:
        """Accepted phrases and names that cover the match in its sentence."""
        text, (start, end) = hit.sentence.block.text, hit.span
        near = []
        for phrase in self.accepted:
            edges = sorted((start, end - len(phrase)))  # it begins between them
            if phrase in text[max(0, edges[0]) : edges[1] + len(phrase)].lower():
                near.append(phrase)
        return near

    def _finding(self, document: Document, hit: Hit, shown: Sequence[Hit]) -> Finding:
        found = finding_at(hit.span, hit.sentence.block, document, hit.rule, hit.severity)
        sure = hit.reading.confidence if hit.reading else hit.trust
        return replace(
            found,
            suggestions=_suggestions(hit, shown, self.book),
            sentence=once(hit.sentence.doc.text),
            sentence_start=hit.sentence.start,
            learned=hit.reading is not None,
            confidence=None if sure is None else round(sure, 3),
            weighed=hit.reading.words if hit.reading else (),
        )


def _may_be_doubted(hit: Hit) -> bool:
    """Whether the second reader may object; it does not to itself.

    A rule that somebody wrote or switched on was asked for. A term on which sources disagree has a
    switch of its own: reported here, it is reported there.
    """
    rule = hit.rule
    contested = rule.kind == "language" and rule.tension
    return hit.reading is None and rule.ours and rule.default and not contested


_ASKED_BY_NAME = re.compile(r"[A-Z][a-z]+(?: and [A-Z][a-z]+)?, (?:can|could|would|will) you\b")


def _is_open_question(sentence: Sentence) -> bool:
    """A question, unless the answer is yes, or somebody is asked by name to do it."""
    if _ASKED_BY_NAME.match(sentence.doc.text):
        return False
    return sentence.is_question and not sentence.after.lstrip(' (*_"“').lower().startswith("yes")


def _needs_met(nodes: Sequence[Node], sentence: Sentence) -> bool:
    """Whether one of the phrases stands in the sentence or in the headings and lead-in above."""
    if not nodes:
        return True
    views = (
        sentence.view,
        light_view(" ".join((*sentence.block.headings, sentence.place.actor_cue))),
    )
    return any(find_all(node, view) for node in nodes for view in views)


def _suggestions(hit: Hit, shown: Sequence[Hit], book: RuleBook) -> tuple[Suggestion, ...]:
    if not hit.rule.reword:
        return ()
    from peerlint.offering import suggestions  # inflection loads only when a rewording is made

    alike = tuple(one.match for one in shown if one.rule.id == hit.rule.id and one is not hit)
    return suggestions(hit.match, hit.sentence, hit.rule, book, alike)


def _silenced(document: Document, hit: Hit, silence: Silence) -> Silenced:
    start, end = hit.span
    block = hit.sentence.block
    return Silenced(
        path=document.path,
        rule=hit.rule.id,
        quote=block.text[start:end],
        start=document.position(block, start),
        end=document.position(block, end, end=True),
        silencer=silence.silencer,
        cue=silence.cue,
    )
