"""Real files: every .docx below the folder in PEERLINT_DOCX_CORPUS is read, edited and reviewed."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from peerlint.document import Document
from peerlint.errors import DocumentError
from peerlint.finding import Finding
from peerlint.formats.docx import read

from .reviewing import finding, ids, reviewed

CORPUS = os.environ.get("PEERLINT_DOCX_CORPUS", "")
FILES = (
    sorted(path for path in Path(CORPUS).rglob("*.do[ct][xm]") if path.is_file()) if CORPUS else []
)
NEW = ("live with", "", "people who\nuse services", "a")


def random_findings(document: Document, seed: int) -> list[Finding]:
    chance = random.Random(seed)
    found: list[Finding] = []
    for block in chance.sample(document.blocks, min(40, len(document.blocks))):
        start = chance.randrange(len(block.text))
        end = min(start + chance.randint(1, 40), len(block.text))
        found.append(finding(document, block.index, start, end, chance.choice(NEW)))
    return found


@pytest.mark.skipif(not CORPUS, reason="PEERLINT_DOCX_CORPUS names no folder")
def test_the_corpus_holds_word_files() -> None:
    assert FILES


@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_real_file_is_refused_in_a_sentence_or_reviewed_exactly(path: Path) -> None:
    """`write_review` proves each copy itself: rejecting and accepting are checked in it."""
    data = path.read_bytes()
    try:
        document = read(path.name, data)
    except DocumentError as error:
        assert error.message and "\n" not in error.message
        return
    copy = reviewed(data, random_findings(document, len(data)))
    assert len(set(ids(copy.data))) == len(ids(copy.data))
