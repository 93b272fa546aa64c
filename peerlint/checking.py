"""The one way through: a document goes in, a report comes out."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import chain, islice, tee
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from peerlint.document import Block, BlockKind, Document, Suppression
from peerlint.finding import DocumentReport, Finding, Severity, Silenced, Suggestion
from peerlint.matching.index import Candidates, PatternIndex
from peerlint.matching.match import Match, matches_in
from peerlint.matching.phrases import find_all
from peerlint.matching.tokens import light_view
from peerlint.nlp.sentence import Sentence, is_question
from peerlint.nlp.sentences import sentence_spans
from peerlint.nlp.silencers import (
    ALWAYS,
    BLAME,
    BLAME_ALWAYS,
    CONTROL_ALWAYS,
    DUTY_ALWAYS,
    Silence,
    Silencers,
    Target,
    own_cue,
    quote_spans,
)
from peerlint.nlp.understanding import Understanding, understand
from peerlint.rulebook import RuleBook, load_rulebook
from peerlint.rulebook.pattern import Node
from peerlint.rulebook.rule import Rule
from peerlint.rulebook.titles import with_peer_titles
from peerlint.selection import selected
from peerlint.settings import Settings
from peerlint.structure import structure_findings

if TYPE_CHECKING:
    from peerlint.learned.reader import Reader, Reading

Parse = Callable[[Iterable[str]], Iterable[Any]]
"""Gives one spaCy Doc for each text, in order."""
_T = TypeVar("_T")

_RUN = 10_000  # characters that are examined at a time
_AT_ONCE = 128  # sentences that the second reader is given at a time


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in a run of blocks; nothing in it depends on other runs.

    The findings have no fingerprints yet; `used` are the numbers of suppressions that silenced something.
    """

    findings: tuple[Finding, ...]
    silenced: tuple[Silenced, ...]
    used: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence that may hold a finding, before it is parsed."""

    block: Block
    start: int
    end: int
    words: frozenset[str]
    candidates: Candidates


@dataclass(frozen=True, slots=True)
class _Hit:
    """A match with the sentence it was found in and its severity there.

    `reading` is what the second reader said, None for a match of a rule's own patterns.
    """

    match: Match
    sentence: Sentence
    rule: Rule
    severity: Severity
    reading: Reading | None = None

    @property
    def span(self) -> tuple[int, int]:
        """Offsets in the block's text."""
        start, end = self.sentence.chars(self.match.start, self.match.end)
        return self.sentence.start + start, self.sentence.start + end

    @property
    def said(self) -> tuple[str, int, int]:
        """Kind, first token and end: what the second reader is told of it."""
        return self.rule.kind, self.match.start, self.match.end


class Checker:
    """Checks documents with one rule book and one set of choices.

    Loading the rule book raises RuleError for invalid rule files; checking raises nothing for any text.
    `parse` stands in for the shipped pipeline, as for a program that keeps what it parsed.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        book: RuleBook | None = None,
        parse: Parse | None = None,
    ) -> None:
        self.settings = settings or Settings()
        self.parse = parse or _parse
        self.book = with_peer_titles(
            book or load_rulebook(self.settings.rule_paths), self.settings.peer_titles
        )
        self.active = frozenset(
            index for index, rule in enumerate(self.book.labels) if selected(rule, self.settings)
        )
        self.index = PatternIndex(self.book, self.active)
        self.silencers = Silencers(self.book)
        self.general = {
            self.book.labels[index].category: index
            for index in sorted(self.active)
            if self.book.labels[index].learned
        }
        self.accepted = tuple(
            phrase.lower() for phrase in (*self.settings.accept, *self.settings.names)
        )

    @cached_property
    def reader(self) -> Reader | None:
        """The second reader, None where it is switched off or has no rule to speak for."""
        if not (self.settings.learned and self.general):
            return None
        from peerlint.learned.reader import load_reader

        return load_reader(self.settings.learned_thresholds)

    def check(self, document: Document) -> DocumentReport:
        """Find, silence, reword and sort."""
        frame = self.frame(document)
        runs = (self.examine(document, frame, run) for run in self.runs(document))
        return self.report(document, frame, runs)

    def check_doc(self, doc: Any) -> DocumentReport:
        """Check a parsed spaCy Doc of somebody else's pipeline; its text is read as plain text.

        Findings' spans and blocks refer to the Doc as one block of text.
        """
        from peerlint.nlp.foreign import document_of, sentences_of

        document = document_of(doc)
        frame = self.frame(document)
        sentences = (
            (sentence, self.index.candidates(sentence.view.lower))
            for sentence in sentences_of(doc, document, frame)
        )
        return self.report(document, frame, [self._examined(document, sentences)])

    def frame(self, document: Document) -> Understanding:
        """What the document is and what surrounds each of its blocks."""
        return understand(document, self.book, self.settings.document_type)

    def runs(self, document: Document) -> list[range]:
        """The blocks to examine, run by run; none in a document in which no rule has a word."""
        if not any(piece.candidates for piece in self._pieces(document.blocks)):
            return []
        return _runs(document.blocks)

    def examine(self, document: Document, frame: Understanding, run: range) -> Examined:
        """Find, silence and reword in a run of blocks."""
        pieces = self._pieces(document.blocks[run.start : run.stop])
        worth = self._worth_parsing(pieces, frame)
        return self._examined(document, self._sentences(worth, frame))

    def _examined(
        self, document: Document, sentences: Iterable[tuple[Sentence, Candidates]]
    ) -> Examined:
        findings: list[Finding] = []
        silenced: list[Silenced] = []
        used: set[int] = set()
        for said in self._said(sentences):
            hits: list[_Hit] = []
            for hit in said:
                silence = self._silence(hit, document, used)
                if silence is None:
                    hits.append(hit)
                else:
                    silenced.append(_silenced(document, hit, silence))
            findings += (self._finding(document, hit) for hit in _resolve(hits))
        return Examined(tuple(findings), tuple(silenced), frozenset(used))

    def report(
        self, document: Document, frame: Understanding, examined: Iterable[Examined]
    ) -> DocumentReport:
        """All that is known of the document, from what was found in its runs, in their order."""
        runs = tuple(examined)
        lacking = structure_findings(
            document, frame, self.book, self.active, self.settings.min_severity
        )
        return DocumentReport(
            path=document.path,
            type=frame.type,
            type_confidence=frame.confidence,
            type_reasons=frame.reasons,
            peer_role=frame.peer_role,
            words=document.word_count,
            findings=(*lacking, *_told_apart(chain.from_iterable(run.findings for run in runs))),
            silenced=tuple(chain.from_iterable(run.silenced for run in runs)),
            warnings=(
                *document.warnings,
                *_unused(document, frozenset().union(*(run.used for run in runs))),
            ),
            blocks=tuple(block.text for block in document.blocks),
        )

    def sentences(self, document: Document) -> Iterator[tuple[Sentence, Candidates]]:
        """Every sentence of the document, parsed, with the patterns its words admit."""
        return self._sentences(self._pieces(document.blocks), self.frame(document))

    def _pieces(self, blocks: Iterable[Block]) -> Iterator[_Piece]:
        for block in blocks:
            for start, end in sentence_spans(block.text):
                view = light_view(block.text[start:end])
                yield _Piece(block, start, end, view.words, self.index.candidates(view.lower))

    def _worth_parsing(self, pieces: Iterable[_Piece], frame: Understanding) -> Iterator[_Piece]:
        """Those that some pattern or the second reader may have something to say of."""
        for some in _together(pieces):
            may_be_read = self._may_be_read(some, frame)
            yield from (
                piece
                for piece, read in zip(some, may_be_read, strict=True)
                if read or piece.candidates
            )

    def _may_be_read(self, pieces: Sequence[_Piece], frame: Understanding) -> Sequence[bool]:
        """Of which the second reader may have something to say."""
        if self.reader is None:
            return [False] * len(pieces)
        from peerlint.learned.glance import Glimpse

        return self.reader.may_hold(
            [
                Glimpse(
                    piece.words,
                    piece.block,
                    frame.places[piece.block.index],
                    frame.type,
                    is_question(piece.block.text[piece.start : piece.end]),
                )
                for piece in pieces
            ]
        )

    def _sentences(
        self, pieces: Iterator[_Piece], frame: Understanding
    ) -> Iterator[tuple[Sentence, Candidates]]:
        first = next(pieces, None)
        if first is None:
            return
        quotes = lru_cache(maxsize=64)(quote_spans)
        pieces, texts = tee(chain((first,), pieces))
        docs = self.parse(piece.block.text[piece.start : piece.end] for piece in texts)
        for piece, doc in zip(pieces, docs, strict=True):
            block = piece.block
            yield (
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

    def _hits(self, sentence: Sentence, candidates: Candidates) -> Iterator[_Hit]:
        for match in matches_in(sentence, candidates, self.book):
            rule = self.book.rules[match.rule]
            if not _needs_met(self.book.needs.get(match.rule, ()), sentence):
                continue
            severity = self._severity(rule, sentence)
            if severity is not None and severity >= self.settings.min_severity:
                yield _Hit(match, sentence, rule, severity)

    def _said(self, sentences: Iterable[tuple[Sentence, Candidates]]) -> Iterator[tuple[_Hit, ...]]:
        """What rules and second reader say of each sentence.

        Some at a time: the reader is quicker with several, but parses of a long document fill memory.
        """
        for some in _together(sentences):
            ruled = [list(self._hits(*one)) for one in some]
            read = self._learned_hits([sentence for sentence, _ in some], ruled)
            yield from ((*own, *others) for own, others in zip(ruled, read, strict=True))

    def _learned_hits(
        self, sentences: Sequence[Sentence], ruled: Sequence[Sequence[_Hit]]
    ) -> Iterator[list[_Hit]]:
        """For each sentence what the second reader finds in clauses of which no rule of that kind speaks."""
        if self.reader is None:
            yield from ([] for _ in sentences)
            return
        said = ([hit.said for hit in hits] for hits in ruled)
        heard = list(zip(sentences, said, strict=True))
        for sentence, readings in zip(
            sentences, self.reader.read(heard, self.book.classes), strict=True
        ):
            yield list(self._hits_of(sentence, readings))

    def _hits_of(self, sentence: Sentence, readings: Iterable[Reading]) -> Iterator[_Hit]:
        for reading in readings:
            index = self.general.get(reading.category)
            if index is None:
                continue
            rule = self.book.rules[index]
            severity = self._severity(rule, sentence)
            if severity is not None and severity >= self.settings.min_severity:
                is_event = rule.kind == "duty"
                match = Match(index, reading.start, reading.end, reading.head, event=is_event)
                yield _Hit(match, sentence, rule, severity, reading)

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

    def _silence(self, hit: _Hit, document: Document, used: set[int]) -> Silence | None:
        found = _suppressed(hit, document, used)
        if found is not None:
            return found
        match, sentence, rule = hit.match, hit.sentence, hit.rule
        if rule.kind == "duty" and _is_open_question(sentence):
            return Silence("question", "a question assigns no duty")
        if rule.kind == "duty" and sentence.block.kind in (BlockKind.HEADING, BlockKind.TITLE):
            return Silence("heading", "a heading names, it does not assign")
        quote = sentence.block.text[slice(*hit.span)].lower()
        if any(phrase in quote or quote in phrase for phrase in self._accepted_near(hit)):
            return Silence("accepted", quote)
        names = _silencers_of(rule, match, self.book.of_peers)
        target = Target(match.start, match.end, match.head, match.event, match.negated)
        return (
            self.silencers.first(names, sentence, target)
            or own_cue(self.book.own_cues.get(match.rule, ()), sentence)
            or self._doubt(hit)
        )

    def _doubt(self, hit: _Hit) -> Silence | None:
        """The second reader's objection to what a rule has found."""
        match, rule = hit.match, hit.rule
        if hit.reading is not None or self.reader is None:
            return None
        span = match.start, match.end
        sure = self.reader.doubt(hit.sentence, span, rule.category, self.book.classes)
        if sure is None:
            return None
        return Silence("second-reader", f"sure to {100 * sure:.0f} % that this is fine")

    def _accepted_near(self, hit: _Hit) -> list[str]:
        """Accepted phrases and names that cover the match in its sentence."""
        text, (start, end) = hit.sentence.block.text, hit.span
        near = []
        for phrase in self.accepted:
            edges = sorted((start, end - len(phrase)))  # it begins between them
            if phrase in text[max(0, edges[0]) : edges[1] + len(phrase)].lower():
                near.append(phrase)
        return near

    def _finding(self, document: Document, hit: _Hit) -> Finding:
        start, end = hit.span
        block, rule = hit.sentence.block, hit.rule
        return Finding(
            path=document.path,
            rule=rule.id,
            name=rule.name,
            kind=rule.kind,
            category=rule.category,
            severity=hit.severity,
            message=rule.title,
            quote=block.text[start:end],
            location=block.location,
            block=block.index,
            span=(start, end),
            start=document.position(block, start),
            end=document.position(block, end, end=True),
            why=rule.why,
            sources=tuple(map(str, rule.sources)),
            suggestions=_suggestions(hit, self.book),
            sentence=hit.sentence.doc.text,
            sentence_start=hit.sentence.start,
            fingerprint="",
            learned=hit.reading is not None,
            confidence=round(hit.reading.confidence, 3) if hit.reading else None,
            weighed=hit.reading.words if hit.reading else (),
            tension=rule.tension,
        )


def _together(every: Iterable[_T]) -> Iterator[list[_T]]:
    """Some at a time, in order."""
    waiting = iter(every)
    while some := list(islice(waiting, _AT_ONCE)):
        yield some


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


def _suggestions(hit: _Hit, book: RuleBook) -> tuple[Suggestion, ...]:
    if not hit.rule.reword:
        return ()
    from peerlint.offering import suggestions  # inflection loads only when a rewording is made

    return suggestions(hit.match, hit.sentence, hit.rule, book)


def _silencers_of(rule: Rule, match: Match, of_peers: frozenset[int]) -> list[str]:
    """The names to ask; `of_peers` are the rules whose events want a peer worker as the actor."""
    names = [*ALWAYS[1:]]
    if rule.negation:
        names.append("negation")
    if rule.kind == "duty":
        wants_peer = not match.event or match.rule in of_peers
        if rule.actor == "peer" or (not rule.actor and wants_peer):
            names.append("other-actor")
        names += DUTY_ALWAYS
    if rule.category in BLAME:
        names += BLAME_ALWAYS
    if rule.category == "coercive":
        names += CONTROL_ALWAYS
    names += [name for name in rule.unless if not name.startswith("phrase:")]
    return list(dict.fromkeys(names))


def _suppressed(hit: _Hit, document: Document, used: set[int]) -> Silence | None:
    start, end = hit.span
    for number, suppression in enumerate(document.suppressions):
        if _covers(suppression, hit.sentence.block.index, start, end) and _names(
            suppression, hit.rule
        ):
            used.add(number)
            return Silence("suppression", suppression.reason or "ignored by the author")
    return None


def _covers(suppression: Suppression, block: int, start: int, end: int) -> bool:
    if not suppression.block_start <= block <= suppression.block_end:
        return False
    if block == suppression.block_start and end <= suppression.start:
        return False
    return not (
        block == suppression.block_end and suppression.end is not None and start >= suppression.end
    )


def _names(suppression: Suppression, rule: Rule) -> bool:
    labels = (rule.id, rule.name, *rule.aliases, rule.category, rule.kind)
    return not suppression.rules or any(
        wanted in labels or rule.id.startswith(wanted) for wanted in suppression.rules
    )


def _unused(document: Document, used: frozenset[int]) -> Iterator[str]:
    for number, suppression in enumerate(document.suppressions):
        if number not in used:
            rules = ", ".join(suppression.rules) or "all rules"
            yield f"line {suppression.position.line}: the suppression of {rules} silences nothing; remove it"


def _parse(texts: Iterable[str]) -> Iterable[Any]:
    from peerlint.nlp.pipeline import parse

    return parse(texts)


def _silenced(document: Document, hit: _Hit, silence: Silence) -> Silenced:
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


def _resolve(hits: list[_Hit]) -> list[_Hit]:
    """Of overlapping hits of one kind in a sentence a rule's own stays, then the longest, the more severe,
    the first."""
    order = sorted(
        hits,
        key=lambda hit: (
            hit.reading is not None,
            hit.span[0] - hit.span[1],
            -hit.severity,
            hit.rule.id,
            hit.span,
        ),
    )
    kept: list[_Hit] = []
    for hit in order:
        rivals = [other for other in kept if other.rule.kind == hit.rule.kind]
        if not _said_already(hit, hits) and not _overlaps(hit, rivals):
            kept.append(hit)
    return sorted(kept, key=lambda hit: (hit.span, hit.rule.id))


def _said_already(hit: _Hit, hits: Sequence[_Hit]) -> bool:
    """Coercive wording inside a duty, or a word only worth a thought within a duty or hiring finding.

    The duty or the hiring fault says it all.
    """
    if hit.rule.kind != "language":
        return False
    whole = [other for other in hits if other.reading is None]
    duties = [other for other in whole if other.rule.kind == "duty"]
    if hit.rule.category == "coercive":
        return _overlaps(hit, duties)
    if hit.severity != Severity.SUGGESTION:
        return False
    if hit.rule.category in ("clinicalized", "stigmatizing") and _is_within(hit, duties):
        return True
    hiring = [other for other in whole if other.rule.kind == "hiring"]
    return hit.rule.category in ("deficit", "clinicalized") and _overlaps(hit, hiring)


def _overlaps(hit: _Hit, others: Sequence[_Hit]) -> bool:
    start, end = hit.span
    return any(other.span[0] < end and start < other.span[1] for other in others)


def _is_within(hit: _Hit, others: Sequence[_Hit]) -> bool:
    """Whether the hit lies inside a longer one."""
    start, end = hit.span
    return any(
        left <= start and end <= right and end - start < right - left
        for left, right in (other.span for other in others)
    )


def _runs(blocks: Sequence[Block]) -> list[range]:
    """Runs of about the same length. They depend on the document alone, as do the batches of sentences that
    are parsed together, so that the number of processes changes nothing."""
    whole = sum(len(block.text) for block in blocks)
    share = whole / max(1, whole // _RUN)
    runs, start, length = [], 0, 0
    for end, block in enumerate(blocks, start=1):
        length += len(block.text)
        if length >= share or end == len(blocks):
            runs.append(range(start, end))
            start, length = end, 0
    return runs


def _told_apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings with fingerprints that stay when paragraphs move: of the rule, the words and their
    sentence, counted if repeated."""
    seen: Counter[str] = Counter()
    for finding in findings:
        words = (" ".join(part.lower().split()) for part in (finding.quote, finding.sentence))
        text = "\0".join((finding.rule, *words))
        seen[text] += 1
        digest = hashlib.sha256(f"{text}\0{seen[text]}".encode()).hexdigest()
        yield replace(finding, fingerprint=digest[:16])


def check_text(
    text: str, *, path: str = "<text>", format: str = "markdown", settings: Settings | None = None
) -> DocumentReport:
    """Check a text in memory; `format` is a reader's name (`markdown`, `text`, `html`, `rst`)."""
    from peerlint.formats import read_text

    return Checker(settings).check(read_text(text, format=format, path=path))


def check_file(path: str | Path, *, settings: Settings | None = None) -> DocumentReport:
    """Check a file. Raises DocumentError when it cannot be read."""
    from peerlint.formats import read_document

    return Checker(settings).check(read_document(Path(path)))
