"""Measure a pipeline: ``python -m training.evaluate --treebank DIR``."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import NumpyOps, set_current_ops

from training.conllu import ROOT, Sentence, Token, read_conllu
from training.events import events
from training.tokenization import to_doc
from training.train import MODEL_DIRECTORY
from training.treebank import treebank

GOLD_DIRECTORY = Path(__file__).parent / "gold"


@dataclass(frozen=True, slots=True)
class Scores:
    """Per cent; events are scored against the triples of the gold set only."""

    sentences: int
    xpos: float
    upos: float
    uas: float
    las: float
    one_root: float
    event_precision: float | None = None
    event_recall: float | None = None


def main(arguments: list[str] | None = None) -> None:
    """Print the scores as JSON."""
    parser = argparse.ArgumentParser(prog="python -m training.evaluate", description=__doc__)
    parser.add_argument("--model", type=Path, default=MODEL_DIRECTORY)
    parser.add_argument("--treebank", type=Path, help="directory of UD English EWT")
    options = parser.parse_args(arguments)
    # As a consumer should: numpy's matrix product is several times faster than thinc's own.
    set_current_ops(NumpyOps(use_blis=False))
    nlp = spacy.load(options.model)
    report: dict[str, object] = {"gold": asdict(score(nlp, gold_sentences(), with_events=True))}
    if options.treebank is not None:
        for part in ("dev", "test"):
            report[part] = asdict(score(nlp, treebank(options.treebank, part)))
        report["words_per_second"] = words_per_second(nlp, treebank(options.treebank, "test"))
    print(json.dumps(report, indent=2))


def gold_sentences() -> list[Sentence]:
    """The hand-checked sentences of the genre."""
    return [s for path in sorted(GOLD_DIRECTORY.glob("*.conllu")) for s in read_conllu(path)]


def score(nlp: Language, sentences: Sequence[Sentence], with_events: bool = False) -> Scores:
    """Parse the sentences' texts and compare."""
    docs = parse(nlp, [s.text for s in sentences])
    examples = [Example(doc, to_doc(nlp.vocab, s)) for doc, s in zip(docs, sentences, strict=True)]
    scores = _spacy_scores(nlp, examples)
    single = sum(sum(t.head == t for t in doc) == 1 for doc in docs)
    precision = recall = None
    if with_events:
        precision, recall = event_scores(docs, sentences)
    return Scores(
        sentences=len(docs),
        xpos=_per_cent(scores["tag_acc"]),
        upos=_per_cent(scores["pos_acc"]),
        uas=_per_cent(scores["dep_uas"]),
        las=_per_cent(scores["dep_las"]),
        one_root=_per_cent(single / len(docs)),
        event_precision=precision,
        event_recall=recall,
    )


def parse(nlp: Language, texts: Iterable[str]) -> list[Doc]:
    """Parse each text as one sentence, as the program does at run time."""
    return list(nlp.pipe(as_one_sentence(nlp, t) for t in texts))


def as_one_sentence(nlp: Language, text: str) -> Doc:
    """A document in which the parser may not start a second sentence."""
    doc = nlp.make_doc(text)
    for token in doc[1:]:
        token.is_sent_start = False
    return doc


def to_sentence(doc: Doc) -> Sentence:
    """The parse as a treebank sentence."""
    tokens = [
        Token(
            t.text, t.pos_, t.tag_, ROOT if t.head == t else t.head.i, t.dep_, bool(t.whitespace_)
        )
        for t in doc
    ]
    return Sentence(tuple(tokens))


def event_scores(docs: Sequence[Doc], sentences: Sequence[Sentence]) -> tuple[float, float]:
    """Precision and recall of the triples read off the parses."""
    hits = found = wanted = 0
    for doc, sentence in zip(docs, sentences, strict=True):
        read, gold = events(to_sentence(doc)), set(sentence.triples)
        hits += len(read & gold)
        found += len(read)
        wanted += len(gold)
    return _per_cent(hits / found if found else 0.0), _per_cent(hits / wanted if wanted else 0.0)


def words_per_second(nlp: Language, sentences: Sequence[Sentence]) -> int:
    """Words per second of processor time, tokenizer included, the best of three runs."""
    texts = [s.text for s in sentences]
    words = sum(len(nlp.make_doc(t)) for t in texts)
    return round(words / min(_seconds(nlp, texts) for _ in range(3)))


def _seconds(nlp: Language, texts: Sequence[str]) -> float:
    start = time.process_time()
    parse(nlp, texts)
    return time.process_time() - start


def _spacy_scores(nlp: Language, examples: Sequence[Example]) -> dict[str, Any]:
    """spaCy's own scores; attachment scores leave punctuation out."""
    found: dict[str, Any] = {}
    for name in ("tagger", "morphologizer", "parser"):
        component = nlp.get_pipe(name)
        assert isinstance(component, Pipe)
        found.update(component.score(examples))
    return found


def _per_cent(share: float) -> float:
    return round(100 * share, 1)


if __name__ == "__main__":
    main()
