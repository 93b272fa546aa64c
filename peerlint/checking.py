"""The one way through: a document goes in, a report comes out."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from peerlint.corroborating import corroborated
from peerlint.document import Block, Document
from peerlint.finding import DocumentReport, Finding
from peerlint.matching.index import PatternIndex
from peerlint.nlp.roles import Roles
from peerlint.nlp.understanding import Understanding, understand
from peerlint.pieces import Parse, pieces_of, worth_parsing
from peerlint.rulebook import load_rulebook
from peerlint.rulebook.titles import with_peer_titles
from peerlint.selection import selected
from peerlint.settings import Settings
from peerlint.structure import structure_findings
from peerlint.suppressing import unused
from peerlint.values import dataclass, replace

if TYPE_CHECKING:
    from peerlint.examining import Examined, Examiner
    from peerlint.learned.reader import Reader
    from peerlint.matching.index import Candidates
    from peerlint.nlp.sentence import Sentence
    from peerlint.rulebook import RuleBook

_SHORT_RUN, _LONG_RUN = 10_000, 40_000  # characters that are examined at a time
_SHARES = 8  # runs that are enough for all processors to be busy
_LONG = 30_000  # characters of a document from which on the second reader must be surer
_SHORT = 200  # characters of a document up to which it does not object to rules


@dataclass(frozen=True, slots=True)
class Run:
    """Blocks of a document that are examined in one go, with what is known of the whole of it."""

    document: Document
    frame: Understanding
    blocks: range


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
        self.roles = Roles(self.book)
        self.index = PatternIndex(self.book, self.active)
        self.general = {
            self.book.labels[index].category: index
            for index in sorted(self.active)
            if self.book.labels[index].learned
        }

    @cached_property
    def reader(self) -> Reader | None:
        """The second reader, None where it is switched off or has no rule to speak for."""
        if not (self.settings.learned and self.general):
            return None
        from peerlint.learned.reader import load_reader

        return load_reader(self.settings.learned_thresholds)

    @cached_property
    def examiner(self) -> Examiner:
        """What examines sentences; made when the first one is worth it."""
        return self._examiner(self.reader)

    @cached_property
    def examiner_of_long(self) -> Examiner:
        """What examines sentences of documents of many pages, in which the second reader must be surer."""
        from peerlint.learned.reader import IN_LONG

        return self._examiner(self.reader and self.reader.within(IN_LONG))

    @cached_property
    def examiner_of_short(self) -> Examiner:
        """What examines sentences of documents of a line or two, in which rules are not doubted."""
        from peerlint.learned.reader import IN_SHORT

        return self._examiner(self.reader and self.reader.within(IN_SHORT))

    def _examiner(self, reader: Reader | None) -> Examiner:
        from peerlint.examining import Examiner

        return Examiner(self.settings, self.book, reader, self.general)

    def examiner_for(self, frame: Understanding) -> Examiner:
        """What examines sentences of a document of this length."""
        if frame.length > _LONG:
            return self.examiner_of_long
        return self.examiner_of_short if frame.length < _SHORT else self.examiner

    def check(self, document: Document) -> DocumentReport:
        """Find, silence, reword and sort."""
        frame = self.frame(document)
        runs = (self.examine(document, frame, run) for run in self.runs(document))
        return self.report(document, frame, runs)

    def check_together(
        self, documents: Sequence[tuple[Document, Understanding]]
    ) -> list[DocumentReport]:
        """Check small documents, given with their frames: the same reports, sooner than one by one.

        Some 130 parsed sentences are held in memory at a time.
        """
        runs = [
            [Run(document, frame, one) for one in self.runs(document)]
            for document, frame in documents
        ]
        examined = iter(self.examine_together(list(chain.from_iterable(runs))))
        return [
            self.report(document, frame, islice(examined, len(own)))
            for (document, frame), own in zip(documents, runs, strict=True)
        ]

    def check_doc(self, doc: Any) -> DocumentReport:
        """Check a parsed spaCy Doc of somebody else's pipeline; its text is read as plain text.

        Findings' spans and blocks refer to the Doc as one block of text.
        """
        from peerlint.examining import Parsed
        from peerlint.nlp.foreign import document_of, sentences_of

        document = document_of(doc)
        frame = self.frame(document)
        sentences = (
            Parsed(0, sentence, self.index.candidates(sentence.view.text))
            for sentence in sentences_of(doc, document, frame)
        )
        examiner = self.examiner_for(frame)
        return self.report(document, frame, examiner.examined([document], sentences))

    def frame(self, document: Document) -> Understanding:
        """What the document is and what surrounds each of its blocks."""
        return understand(document, self.roles, self.settings.document_type)

    def runs(self, document: Document) -> list[range]:
        """The blocks to examine, run by run; none in a document in which no rule has a word."""
        seen = (piece.candidates for piece in pieces_of(document.blocks, self.index))
        if not any(one or one.in_another_order for one in seen):
            return []
        return _runs(document.blocks)

    def examine(self, document: Document, frame: Understanding, run: range) -> Examined:
        """Find, silence and reword in a run of blocks."""
        (found,) = self.examine_together([Run(document, frame, run)])
        return found

    def examine_together(self, runs: Sequence[Run]) -> list[Examined]:
        """What each run holds; nothing in it depends on the others."""
        found: dict[int, Examined] = {}
        by_examiner: dict[Examiner, list[int]] = {}
        for number, run in enumerate(runs):
            by_examiner.setdefault(self.examiner_for(run.frame), []).append(number)
        for examiner, numbers in by_examiner.items():
            examined = self._examined(examiner, [runs[number] for number in numbers])
            found.update(zip(numbers, examined, strict=True))
        return [found[number] for number in range(len(runs))]

    def _examined(self, examiner: Examiner, runs: Sequence[Run]) -> list[Examined]:
        from peerlint.examining import sentences_of

        frames = [run.frame for run in runs]
        pieces = chain.from_iterable(
            pieces_of(run.document.blocks[run.blocks.start : run.blocks.stop], self.index, number)
            for number, run in enumerate(runs)
        )
        worth = worth_parsing(pieces, frames, examiner.reader)
        sentences = sentences_of(worth, frames, self.parse)
        return examiner.examined([run.document for run in runs], sentences)

    def report(
        self, document: Document, frame: Understanding, examined: Iterable[Examined]
    ) -> DocumentReport:
        """All that is known of the document, from what was found in its runs, in their order."""
        runs = tuple(examined)
        found, alone = corroborated(
            tuple(chain.from_iterable(run.findings for run in runs)),
            self.settings.learned_thresholds,
        )
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
            findings=(*lacking, *_told_apart(found)),
            silenced=(*chain.from_iterable(run.silenced for run in runs), *alone),
            warnings=(
                *document.warnings,
                *unused(document, frozenset().union(*(run.used for run in runs))),
            ),
            blocks=tuple(block.text for block in document.blocks),
        )

    def sentences(self, document: Document) -> Iterator[tuple[Sentence, Candidates]]:
        """Every sentence of the document, parsed, with the patterns its words admit."""
        from peerlint.examining import sentences_of

        pieces = pieces_of(document.blocks, self.index)
        for one in sentences_of(pieces, [self.frame(document)], self.parse):
            yield one.sentence, one.candidates


def _parse(texts: Iterable[str]) -> Iterable[Any]:
    from peerlint.nlp.pipeline import parse

    return parse(texts)


def _runs(blocks: Sequence[Block]) -> list[range]:
    """Runs of about the same length; long ones are quicker, but are held in memory, and too few of them leave
    processors idle. They depend on the document alone, as do the batches of sentences that are parsed
    together, so that the number of processes changes nothing."""
    whole = sum(len(block.text) for block in blocks)
    share = whole / max(1, min(whole // _SHORT_RUN, _SHARES), whole // _LONG_RUN)
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
