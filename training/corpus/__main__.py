"""`python -m training.corpus check [FILES]` and `python -m training.corpus count`."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from training.corpus.cases import GENRES, HELD_OUT, genre_path, load_cases
from training.corpus.checks import problems


def main(arguments: list[str] | None = None) -> int:
    """Run one command; the exit status is 1 where something is wrong."""
    parser = argparse.ArgumentParser(prog="python -m training.corpus", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="say what is wrong with labelled documents")
    check.add_argument("files", nargs="*", type=Path, help="default: all genres")
    commands.add_parser("count", help="documents, words and labels of each genre")
    options = parser.parse_args(arguments)
    return _count() if options.command == "count" else _check(options.files)


def _check(files: list[Path]) -> int:
    found = list(problems(files or [genre_path(genre) for genre in (*GENRES, *HELD_OUT)]))
    for problem in found:
        print(problem)
    print(f"{len(found)} problems" if found else "nothing wrong")
    return 1 if found else 0


def _count() -> int:
    print(f"{'genre':24}{'documents':>10}{'silent':>8}{'words':>8}{'required':>10}{'optional':>10}")
    for genre in (*GENRES, *HELD_OUT):
        row: Counter[str] = Counter()
        for case in load_cases(genre_path(genre)):
            row["documents"] += 1
            row["silent"] += not case.required
            row["words"] += len(case.text.split())
            row["required"] += len(case.required)
            row["optional"] += len(case.expected) - len(case.required)
        print(
            f"{genre:24}{row['documents']:>10}{row['silent']:>8}{row['words']:>8}"
            f"{row['required']:>10}{row['optional']:>10}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
