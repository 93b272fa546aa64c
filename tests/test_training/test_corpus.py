"""The labelled documents load, and what is wrong with additions is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from training.corpus import GENRES, HELD_OUT, genre_path, load_cases
from training.corpus.__main__ import main
from training.corpus.cases import CorpusError
from training.corpus.checks import problems

GOOD = {
    "id": "house-001",
    "type": "policy",
    "text": "# Keys\n\nThe coach holds the keys. The coach holds the keys at night.\n",
    "expected": [
        {
            "quote": "holds the keys",
            "occurrence": 2,
            "kind": "duty",
            "category": "power-imbalance",
            "rewrites": ["supports people to hold their own keys"],
        }
    ],
}


def write(folder: Path, *cases: dict[str, object]) -> Path:
    path = folder / "added.jsonl"
    path.write_text("".join(json.dumps(case) + "\n" for case in cases), encoding="utf-8")
    return path


def label(**changes: object) -> dict[str, object]:
    return {**GOOD, "expected": [{**GOOD["expected"][0], **changes}]}


def test_what_ships_is_whole_and_nothing_is_wrong_with_it() -> None:
    assert list(problems(genre_path(genre) for genre in (*GENRES, *HELD_OUT))) == []
    assert sum(1 for genre in GENRES for _ in load_cases(genre_path(genre))) == 19282


def test_the_occurrence_counts(tmp_path: Path) -> None:
    case = next(load_cases(write(tmp_path, GOOD)))
    (item,) = case.expected
    assert case.text[item.start :].startswith("holds the keys at night")
    assert case.required == (item,)


@pytest.mark.parametrize(
    ("case", "told"),
    [
        ({**GOOD, "id": "House 1"}, "the id"),
        ({**GOOD, "type": "memo"}, "the type"),
        ({**GOOD, "text": GOOD["text"] + "Call 213-867-5309."}, "a telephone number"),
        ({**GOOD, "text": GOOD["text"] + "Write to jo@agency.org."}, "a mail address"),
        ({**GOOD, "text": GOOD["text"] + "SSN 123-45-6789"}, "a social security number"),
        (label(occurrence=3), "not in the text so often"),
        (label(quote="holds no keys"), "not in the text so often"),
        (label(kind="duties"), "the kind"),
        (label(category="coercive"), "no category of duty"),
        (label(rewrites=[]), "no rewrites"),
        ({**GOOD, "expected": GOOD["expected"] * 2}, "labelled twice"),
        ({"id": "house-002"}, "missing"),
    ],
)
def test_what_is_wrong_is_told(case: dict[str, object], told: str, tmp_path: Path) -> None:
    (problem,) = problems([write(tmp_path, case)])
    assert told in problem and problem.startswith("added.jsonl:1: ")


def test_repeats_are_told(tmp_path: Path) -> None:
    found = list(problems([write(tmp_path, GOOD, GOOD)]))
    assert [problem.removeprefix("added.jsonl:2: ") for problem in found] == [
        "the same id as added.jsonl:1",
        "the same text as added.jsonl:1",
    ]


def test_invented_numbers_and_addresses_are_fine(tmp_path: Path) -> None:
    text = GOOD["text"] + "Call (213) 555-0142 or 213-555-0142, or write to desk@house.example.\n"
    assert list(problems([write(tmp_path, {**GOOD, "text": text})])) == []


def test_a_line_that_is_not_json_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "added.jsonl"
    path.write_text("{\n", encoding="utf-8")
    with pytest.raises(CorpusError, match=r"added\.jsonl:1: not JSON"):
        list(load_cases(path))


def test_the_command_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(write(tmp_path, GOOD))]) == 0
    assert capsys.readouterr().out == "nothing wrong\n"
    assert main(["check", str(write(tmp_path, label(category="coercive")))]) == 1
    assert capsys.readouterr().out.endswith("1 problems\n")
