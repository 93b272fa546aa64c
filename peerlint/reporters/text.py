"""The report for reading in a terminal: calm, grouped by document, plain where colour is not."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import field
from functools import cached_property
from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING

from peerlint.finding import DocumentReport, Finding, RunReport, Severity, Suggestion
from peerlint.reporters import wording
from peerlint.values import dataclass

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

SHOWN_PER_RULE = 3
_CONTEXT = 60  # characters of a long sentence kept on each side of a passage
_MARK = "mark"
_WORD = re.compile(r"\s*\S+\s*")
_NARROW = dict.fromkeys(map(ord, "“”‘’…–—•"))  # as wide as a letter of ASCII
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.SUGGESTION: "cyan"}


@dataclass(frozen=True, slots=True)
class Style:
    """How the report looks.

    - `width`: columns to fill.
    - `colour`: terminal colours and underlining; without it a passage is marked by `^`.
    - `verbose`: every hit, every rewording, and the sources.
    - `quiet`: the summary is left out.
    - `statistics`: a table of rules and their counts follows.
    - `explain_silence`: what was matched but not reported, and why.
    - `known`: how many findings a baseline left out.
    - `fixed`: how many rewordings were put into the files.
    """

    width: int = 80
    colour: bool = False
    verbose: bool = False
    quiet: bool = False
    statistics: bool = False
    explain_silence: bool = False
    known: int = 0
    fixed: int = 0


def render(report: RunReport, style: Style | None = None) -> str:
    """The report as text, with terminal codes if the style asks for colour."""
    page = _Page(style or Style())
    for document in report.documents:
        page.document(document)
    for error in report.errors:
        page.line(error)
    if page.style.statistics:
        page.statistics(report)
    if not page.style.quiet:
        page.summary(report)
    return page.text()


def _stream() -> TextIOWrapper:
    """Text that is kept in about half of the memory that `StringIO` takes."""
    return TextIOWrapper(BytesIO(), encoding="utf-8", errors="surrogatepass", newline="\n")


@dataclass()
class _Page:
    """What is written, and the rules that it has explained."""

    style: Style
    stream: TextIOWrapper = field(default_factory=_stream)
    explained: set[str] = field(default_factory=set)

    @cached_property
    def console(self) -> Console:
        """Made when the first line needs wrapping or colour: a clean run's summary does not."""
        from rich.console import Console
        from rich.theme import Theme

        return Console(
            file=self.stream,
            width=self.width,
            force_terminal=self.style.colour,
            color_system="standard" if self.style.colour else None,
            no_color=not self.style.colour,
            theme=Theme({_MARK: "bold underline"}),
            legacy_windows=False,
            highlight=False,
            emoji=False,
            markup=False,
        )

    @property
    def width(self) -> int:
        return max(self.style.width, 24)

    def text(self) -> str:
        self.stream.seek(0)
        return "".join(f"{line.rstrip()}\n" for line in self.stream)

    def line(self, text: str, style: str = "", indent: int = 0) -> None:
        shown = _printable(text)
        if not (style and self.style.colour):
            lines = plain_lines(shown, self.width - indent)
            if lines is not None:
                for start, end in lines:
                    self.stream.write(f"{' ' * indent}{shown[start:end]}\n")
                return
        from rich.text import Text

        self.print(Text(shown, style), indent)

    def print(self, text: Text, indent: int = 0) -> None:
        for line in text.wrap(self.console, self.console.width - indent):
            line.pad_left(indent)
            self.console.print(line)

    def gap(self) -> None:
        self.stream.write("\n")

    def document(self, document: DocumentReport) -> None:
        silenced = document.silenced if self.style.explain_silence else ()
        if not (document.findings or document.error or document.warnings or silenced):
            return
        self.line(document.path, "bold")
        if document.error:
            self.line(f"not checked: {document.error}", "red", 2)
        else:
            facts = f"{wording.document_type(document)}, {wording.count(document.words, 'word')}"
            self.line(facts, "dim", 2)
        for warning in document.warnings:
            self.line(f"note: {warning}", "yellow", 2)
        self.gap()
        shown, folded = self._fold(document)
        for finding in shown:
            self.finding(finding)
        for hits in folded:
            self.folded(hits)
        for one in silenced:
            cue = f" (“{one.cue}”)" if one.cue else ""
            place = f"{one.start.line}:{one.start.column}"
            self.line(f"silent  {place}  {one.rule} “{one.quote}”: {one.silencer}{cue}", "dim", 2)
        if silenced:
            self.gap()

    def _fold(self, document: DocumentReport) -> tuple[list[Finding], list[list[Finding]]]:
        """The findings to show, and for each frequent rule those that are only counted."""
        shown: list[Finding] = []
        folded: defaultdict[str, list[Finding]] = defaultdict(list)
        seen: Counter[str] = Counter()
        for finding in document.findings:
            seen[finding.rule] += 1
            if self.style.verbose or seen[finding.rule] <= SHOWN_PER_RULE:
                shown.append(finding)
            else:
                folded[finding.rule].append(finding)
        return shown, list(folded.values())

    def finding(self, finding: Finding) -> None:
        parts = [
            (finding.severity.label, f"bold {_COLOURS[finding.severity]}"),
            (f"  {_printable(wording.place(finding))}", ""),
        ]
        if finding.location and finding.quote:
            parts.append((f"  {finding.start.line}:{finding.start.column}", "dim"))
        parts.append((f"  {finding.rule}", "dim"))
        self.parts(parts, 2)
        self.line(finding.message, indent=4)
        self.sentence(finding)
        self.suggestions(finding)
        self.reason(finding)
        self.gap()

    def parts(self, parts: Sequence[tuple[str, str]], indent: int) -> None:
        """One line of several parts, each with its style."""
        if not self.style.colour:
            self.line("".join(text for text, _ in parts), indent=indent)
            return
        from rich.text import Text

        self.print(Text.assemble(*parts), indent)

    def sentence(self, finding: Finding) -> None:
        if not finding.quote:
            return
        text, start, end = _marked(finding, whole=self.style.verbose)
        lines = None if self.style.colour else plain_lines(text, self.width - 6)
        if lines is None:
            self._rich_sentence(text, start, end)
            return
        for first, last in lines:
            self.stream.write(f"{' ' * 6}{text[first:last]}\n")
            if first < end and start < last:
                quote = text[max(first, start) : min(last, end)].rstrip()
                self.stream.write(f"{' ' * (6 + max(start - first, 0))}{'^' * len(quote)}\n")

    def _rich_sentence(self, text: str, start: int, end: int) -> None:
        from rich.text import Text

        marked = Text(text)
        marked.stylize(_MARK, start, end)
        for line in marked.wrap(self.console, self.console.width - 6):
            marks = "" if self.style.colour else _carets(line)
            line.pad_left(6)
            self.console.print(line)
            if marks:
                self.console.print(" " * 6 + marks)

    def suggestions(self, finding: Finding) -> None:
        best = wording.best(finding)
        chosen = finding.suggestions if self.style.verbose else (best,) if best else ()
        for suggestion in chosen:
            label = "Think of" if suggestion.advice else "Try"
            self.line(f"{label}: {self._suggested(finding, suggestion)}", "green", 4)

    def _suggested(self, finding: Finding, suggestion: Suggestion) -> str:
        if suggestion.advice or not suggestion.sentence or self.style.verbose:
            return wording.plainly(suggestion)
        old, new = finding.sentence, suggestion.sentence
        same_start = _shared(old, new)
        room = min(len(old), len(new)) - same_start
        same_end = min(_shared(old[::-1], new[::-1]), room)
        first, last = _window(new, same_start, len(new) - same_end)
        return _cut(new, first, last)

    def reason(self, finding: Finding) -> None:
        """The reason, once for each rule and page: whoever reads on knows it."""
        if finding.rule in self.explained and not self.style.verbose:
            return
        self.explained.add(finding.rule)
        if finding.why and finding.why not in finding.message:
            self.line(f"Why: {finding.why}", "dim", 4)
        if self.style.verbose and finding.tension:
            self.line(f"Sources differ: {finding.tension}", "dim", 4)
        if self.style.verbose and finding.sources:
            self.line(f"Sources: {'; '.join(finding.sources)}", "dim", 4)
        if self.style.verbose and finding.confidence is not None:
            self.line(_second_reader(finding, finding.confidence), "dim", 4)

    def folded(self, hits: list[Finding]) -> None:
        places = wording.joined([f"{hit.start.line}:{hit.start.column}" for hit in hits[:8]])
        more = ", …" if len(hits) > 8 else ""
        self.line(f"{hits[0].rule} {hits[0].name}: {len(hits)} more, at {places}{more}", "dim", 2)
        self.gap()

    def statistics(self, report: RunReport) -> None:
        counts = Counter((finding.rule, finding.name) for finding in report.findings)
        for (rule, name), number in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            self.line(f"{number:>5}  {rule}  {name}")
        if counts:
            self.gap()

    def summary(self, report: RunReport) -> None:
        if self.style.fixed:
            self.line(f"{wording.count(self.style.fixed, 'passage')} reworded.")
        for sentence in _summary(report):
            self.line(sentence)
        if self.style.known:
            self.line(f"{wording.count(self.style.known, 'known finding')} left out (baseline).")


def _summary(report: RunReport) -> Iterator[str]:
    checked = [document for document in report.documents if document.error is None]
    words = wording.count(sum(document.words for document in checked), "word")
    documents = f"{wording.count(len(checked), 'document')} ({words})"
    findings = report.findings
    if findings:
        yield f"{wording.by_severity(findings)} in {documents}."
    elif checked:
        yield f"Nothing to change in {documents}."
    unread = len(report.documents) - len(checked) + len(report.errors)
    if unread:
        yield f"{wording.count(unread, 'input')} could not be checked; the reason stands above."
    safe = sum(any(one.safe for one in finding.suggestions) for finding in findings)
    if safe:
        yield (
            f"--fix can safely reword {safe} of them."
            if safe > 1
            else ("--fix can safely reword one of them.")
        )


def _marked(finding: Finding, *, whole: bool) -> tuple[str, int, int]:
    """The sentence, a long one cut around the passage, and where the passage stands in it."""
    sentence, start = finding.sentence, finding.span[0] - finding.sentence_start
    end = start + finding.span[1] - finding.span[0]
    if not 0 <= start < end <= len(sentence):
        sentence, start, end = finding.quote, 0, len(finding.quote)
    first, last = (0, len(sentence)) if whole else _window(sentence, start, end)
    offset = start - first + (1 if first else 0)
    return _printable(_cut(sentence, first, last)), offset, offset + end - start


def plain_lines(text: str, width: int) -> list[tuple[int, int]] | None:
    """Where the lines of a text begin and end that rich would wrap, which takes long to load.

    None where characters or words are too wide to be counted one by one.
    """
    if not text.translate(_NARROW).isascii():
        return None
    starts, column = [0], 0
    for word in _WORD.finditer(text):
        length = len(word.group().rstrip())
        if length > width:
            return None
        if column + length > width and column:
            starts.append(word.start())
            column = 0
        column += len(word.group())
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _shared(one: str, other: str) -> int:
    """How many characters two texts have in common at their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _window(sentence: str, start: int, end: int) -> tuple[int, int]:
    """The part of a sentence to show around a passage, cut between words where it pays."""
    first, last = 0, len(sentence)
    if start > 2 * _CONTEXT:
        first = sentence.rfind(" ", 0, start - _CONTEXT) + 1
    if last - end > 2 * _CONTEXT:
        last = max(sentence.find(" ", end + _CONTEXT), end)
    return first, last


def _cut(sentence: str, first: int, last: int) -> str:
    """The part with dots where something is left out."""
    return ("…" if first else "") + sentence[first:last] + ("…" if last < len(sentence) else "")


def _carets(line: Text) -> str:
    from rich.cells import cell_len

    for span in line.spans:
        if span.style == _MARK:
            quote = line.plain[span.start : span.end].rstrip()
            return " " * cell_len(line.plain[: span.start]) + "^" * cell_len(quote)
    return ""


def _printable(text: str) -> str:
    """Text that cannot steer a terminal: control and direction characters become visible."""
    return "".join(one if one.isprintable() and one != "\ufffc" else _stand_in(one) for one in text)


def _stand_in(character: str) -> str:
    if character == "\ufffc":
        return "…"  # code or a link address, which is not prose
    return " " if character.isspace() else "\ufffd"


def _second_reader(finding: Finding, confidence: float) -> str:
    """What the second reader says of a finding of its own, or of a rule's that it doubts."""
    if not finding.learned:
        return f"The second reader doubts it: {confidence:.0%} sure that it is one"
    told = f"; above all: {', '.join(finding.weighed)}" if finding.weighed else ""
    return f"Found by the second reader, {confidence:.0%} sure{told}"
