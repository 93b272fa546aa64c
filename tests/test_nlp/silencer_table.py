"""The cases of every silencer, and the page that shows how many are right.

`python -m tests.test_nlp.silencer_table` writes docs/silencers.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from peerlint.checking import Checker
from peerlint.finding import DocumentReport
from peerlint.formats import read_text
from peerlint.settings import Settings

TESTS = Path(__file__).resolve().parent.parent
PAGE = TESTS.parent / "docs" / "silencers.md"


@dataclass(frozen=True)
class Case:
    """A text in Markdown, the words in question, and whether they should be reported."""

    silencer: str
    text: str
    words: tuple[str, ...]
    flagged: bool
    wrong: str = ""
    kind: str = ""

    @property
    def name(self) -> str:
        kind = "flagged" if self.flagged else "silent"
        return f"{self.silencer}: {kind}: {self.text.split('#')[-1].strip()}"


def silencers() -> dict[str, dict[str, object]]:
    """The table as it is written."""
    loaded: dict[str, dict[str, object]] = yaml.safe_load(
        (TESTS / "silencer_cases.yaml").read_text("utf-8")
    )
    return loaded


def cases() -> Iterator[Case]:
    """Every case of the table."""
    for silencer, entry in silencers().items():
        for kind in ("silent", "flagged"):
            for item in entry[kind]:  # type: ignore[attr-defined]
                wrong = item["xfail"] if isinstance(item, dict) else ""
                written = item["text"] if isinstance(item, dict) else item
                words = tuple(
                    part.split("]")[0]
                    for part in written.replace("ignore[", "ignore\0")
                    .replace("off[", "off\0")
                    .split("[")[1:]
                )
                plain = written
                for word in words:
                    plain = plain.replace(f"[{word}]", word)
                text = str(entry["in"]).replace("{}", plain)
                yield Case(
                    silencer, text, words, kind == "flagged", wrong, str(entry.get("kind", ""))
                )


def seen(checker: Checker, case: Case) -> str:
    """ "" where the case goes as the table says, else what was seen."""
    report = checker.check(read_text(case.text))
    found = [word for word in case.words if _reported(report, word, case.kind)]
    if case.flagged:
        return "" if found else f"nothing reported; {_told(report)}"
    if found:
        return f"reported: {found[0]}"
    named = [one for one in report.silenced if any(_meet(one.quote, word) for word in case.words)]
    return "" if named else "no rule means these words"


def _reported(report: DocumentReport, words: str, kind: str) -> bool:
    wanted = [one for one in report.findings if one.quote and kind in ("", one.kind)]
    return any(_meet(finding.quote, words) for finding in wanted)


def _meet(quote: str, words: str) -> bool:
    first, second = quote.lower(), words.lower()
    return first in second or second in first or bool(_overlap(first, second))


def _overlap(first: str, second: str) -> set[str]:
    """Whole words both hold, the short ones left out."""
    return {word for word in first.split() if len(word) > 4} & set(second.split())


def _told(report: DocumentReport) -> str:
    return (
        "; ".join(f"{one.rule} {one.silencer} ({one.cue})" for one in report.silenced) or "no match"
    )


def page(checker: Checker) -> str:
    """docs/silencers.md."""
    lines = [
        "# What keeps a finding silent",
        "",
        "Cues are data: `rules/lexicon/silencers.yaml` and `telling.yaml`. What hangs on the structure of a",
        "sentence or on tense is in `peerlint/silencing`. The cases are in `tests/silencer_cases.yaml`.",
        "What `second-reader` holds back, the [model card](model-card.md) tells.",
        "",
        "A case is right when its words are silent, or reported, as the table of cases says.",
        "",
        "| silencer | silent: right | silent: wrong | flagged: right | flagged: wrong |",
        "| --- | --- | --- | --- | --- |",
    ]
    table = silencers()
    results = [(case, not seen(checker, case)) for case in cases()]
    for silencer in table:
        counts = [
            sum(
                1
                for case, right in results
                if (case.silencer, case.flagged, right) == (silencer, flagged, wanted)
            )
            for flagged in (False, True)
            for wanted in (True, False)
        ]
        lines.append(f"| {silencer} | {' | '.join(map(str, counts))} |")
    for silencer, entry in table.items():
        lines += ["", f"## {silencer}", "", str(entry["about"]).strip()]
        wrong = [case for case, right in results if case.silencer == silencer and not right]
        if wrong:
            lines += ["", "Wrong today:", ""]
            lines += [f"- {_shown(case)}" for case in wrong]
    return "\n".join(lines) + "\n"


def _shown(case: Case) -> str:
    text = " / ".join(line.strip() for line in case.text.splitlines()[2:] if line.strip())
    should = "should be reported" if case.flagged else "should be silent"
    return f"`{text.replace('`', '')}` {should}" + (f" ({case.wrong})" if case.wrong else "")


if __name__ == "__main__":
    PAGE.write_text(page(Checker(Settings(learned=False))), encoding="utf-8")
