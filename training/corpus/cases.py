"""Read labelled documents: one JSON object a line, each a whole small document with its labels."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent
GENRES = (
    "dev",
    "controls",
    "county-hr",
    "forensic-housing",
    "hospital-policy",
    "nonprofit-peer",
    "substance-use",
    "treatment-plans",
    "youth-veterans-family",
    "aims-and-edges",
    "all-round",
    "by-many-hands",
    "clinic-talk",
    "clinics-wards",
    "codes-standards",
    "county-offices",
    "county-posts",
    "court-school-home",
    "courts-and-shelters",
    "crisis",
    "crisis-and-respite",
    "detox-to-recovery",
    "drop-in-papers",
    "duties-in-passing",
    "duties-side-by-side",
    "errands-and-desks",
    "everyday-notes",
    "families-and-vets",
    "fine-but-close",
    "goal-sheets",
    "good-practice-papers",
    "groups-and-classes",
    "guidance-and-law",
    "guide-to-practice",
    "handbooks-guides",
    "health-elders",
    "hired-and-held",
    "hiring-and-limits",
    "homes-and-elders",
    "hospital-papers",
    "houses-streets",
    "hr-hiring-pay",
    "inpatient-rules",
    "joining-and-limits",
    "keys-and-charts",
    "long-and-told",
    "long-official",
    "mostly-fine",
    "mostly-in-order",
    "near-misses",
    "odds-and-ends",
    "ordered-lives",
    "ordinary-plans",
    "ordinary-posts",
    "ordinary-rules",
    "papers-about-people",
    "payer-manuals",
    "payers-and-reports",
    "peer-postings",
    "peer-run-nonprofits",
    "peer-run-places",
    "peers-among-others",
    "personnel-papers",
    "plain-practice",
    "plain-slips",
    "plans-and-notes",
    "plans-and-reviews",
    "plans-as-written",
    "plans-of-care",
    "posts-and-aims",
    "posts-in-full",
    "quiet-control",
    "recovery-community",
    "release-and-housing",
    "roles-stretched",
    "rules-of-the-place",
    "rural-and-tribal",
    "schools-bases-families",
    "seems-wrong-is-fine",
    "short-duties",
    "signs-and-letters",
    "sober-living",
    "standards",
    "steering-and-lines",
    "strings-attached",
    "substances-and-recovery",
    "tables-and-logs",
    "talk-of-practice",
    "talking-about",
    "terms-and-conditions",
    "terms-of-staying",
    "told-in-prose",
    "unlisted-duties",
    "ward-and-clinic",
    "ward-rules",
    "what-we-expect",
    "who-gets-hired",
    "whose-aims",
    "words-about-people",
    "work-and-learning",
    "work-school",
    "written-plans",
    "young-and-served",
    "youth-vets-justice",
)
"""What rules were written from and the second reader is trained on."""
HELD_OUT = (
    "held-out-offices",
    "held-out-notes",
    "held-out-mixed",
    "held-out-settings",
    "held-out-fresh",
    "held-out-last",
    "held-out-hard",
)
"""For checks alone."""


class CorpusError(ValueError):
    """A line that is no labelled document; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A passage that a careful editor would want reported, characters `start` to `end`.

    `optional` passages may be reported or not.
    """

    quote: str
    kind: str
    category: str
    start: int
    end: int
    optional: bool = False
    rewrites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled document; `type` is what it is."""

    id: str
    type: str
    text: str
    expected: tuple[Expected, ...]

    @property
    def required(self) -> tuple[Expected, ...]:
        """The passages that must be found."""
        return tuple(item for item in self.expected if not item.optional)


def genre_path(genre: str) -> Path:
    """The file of one genre."""
    return FOLDER / f"{genre}.jsonl"


def load_cases(path: Path) -> Iterator[Case]:
    """The documents of one file, in its order. Raises CorpusError."""
    lines = path.read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield read_case(line, f"{path.name}:{number}")


def read_case(line: str, place: str) -> Case:
    """One document of a line; `place` opens the messages. Raises CorpusError."""
    try:
        data = json.loads(line)
        return Case(
            id=data["id"],
            type=data["type"],
            text=data["text"],
            expected=tuple(_expected(item, data["text"], place) for item in data["expected"]),
        )
    except json.JSONDecodeError as error:
        raise CorpusError(f"{place}: not JSON ({error})") from error
    except (KeyError, TypeError) as error:
        raise CorpusError(f"{place}: {error} is missing or of the wrong kind") from error


def _expected(item: Mapping[str, Any], text: str, place: str) -> Expected:
    start = -1
    for _ in range(item.get("occurrence", 1)):
        start = text.find(item["quote"], start + 1)
        if start < 0:
            raise CorpusError(f"{place}: the quote {item['quote']!r} is not in the text so often")
    return Expected(
        quote=item["quote"],
        kind=item["kind"],
        category=item["category"],
        start=start,
        end=start + len(item["quote"]),
        optional=item.get("optional", False),
        rewrites=tuple(item.get("rewrites", ())),
    )
