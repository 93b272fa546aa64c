"""Train the pipeline: ``python -m training.train --treebank DIR``."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as run_training
from spacy.util import load_config
from thinc.api import NumpyOps, set_current_ops
from thinc.util import fix_random_seed

from training.affixes import name_letters
from training.strings import keep_only_labels
from training.treebank import training_sentences, treebank, write_docs

_HERE = Path(__file__).parent
_REPOSITORY = _HERE.parent
MODEL_DIRECTORY = _REPOSITORY / "peerlint" / "nlp" / "model"
VERSION = "1.0.0"


def main(arguments: list[str] | None = None) -> None:
    """Make the corpus, train, and write the weights."""
    options = _parser().parse_args(arguments)
    # numpy's matrix product is several times faster than the one thinc brings along.
    set_current_ops(NumpyOps(use_blis=False))
    commit = _commit()
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        _write_corpus(options, work)
        best = _train(options, work)
        _describe(best, options, commit)
        best.to_disk(options.output)
        keep_only_labels(best, options.output)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__)
    parser.add_argument("--treebank", type=Path, required=True, help="directory of UD English EWT")
    parser.add_argument("--output", type=Path, default=MODEL_DIRECTORY)
    parser.add_argument("--steps", type=int, default=3000)
    parser.add_argument("--copies", type=int, default=2, help="changed versions of the treebank")
    parser.add_argument("--generated", type=int, default=20000, help="sentences of the grammar")
    parser.add_argument("--seed", type=int, default=7)
    return parser


def _write_corpus(options: argparse.Namespace, work: Path) -> None:
    train = treebank(options.treebank, "train")
    made = training_sentences(train, options.seed, options.copies, options.generated)
    print(f"training sentences: {write_docs(work / 'train.spacy', made)}", flush=True)
    write_docs(work / "treebank.spacy", train)
    write_docs(work / "dev.spacy", treebank(options.treebank, "dev"))


def _train(options: argparse.Namespace, work: Path) -> Language:
    overrides = {
        # The treebank holds every label; searching the whole corpus for them would take minutes.
        "paths.train": str(work / "treebank.spacy"),
        "paths.dev": str(work / "dev.spacy"),
        "system.seed": options.seed,
        "training.max_steps": options.steps,
    }
    config = load_config(_HERE / "config.cfg", overrides=overrides, interpolate=False)
    fix_random_seed(options.seed)
    nlp = init_nlp(config)
    name_letters(nlp)
    nlp.config["paths"]["train"] = str(work / "train.spacy")
    (work / "run").mkdir()
    run_training(nlp, work / "run", stdout=sys.stdout, stderr=sys.stderr)
    return spacy.load(work / "run" / "model-best")


def _describe(nlp: Language, options: argparse.Namespace, commit: str) -> None:
    """Say in ``meta.json`` what made the weights, and leave no path of this machine in them."""
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.meta.update(
        name="peerlint",
        version=VERSION,
        spacy_version=">=3.7,<4.0",
        description="English tagger and parser for care documents: bullets, policies, plans.",
        license="CC BY-SA 4.0",
        sources=[{"name": "UD English EWT", "license": "CC BY-SA 4.0",
                  "url": "https://github.com/UniversalDependencies/UD_English-EWT"}],
        training={"commit": commit, "seed": options.seed, "steps": options.steps,
                  "copies": options.copies, "generated": options.generated},
    )  # fmt: skip


def _commit() -> str:
    """The commit of the training code; a plus marks training code that is not committed."""
    head = _git("rev-parse", "HEAD")
    dirty = _git("status", "--porcelain", "--", "training")
    return f"{head}+" if dirty else head


def _git(*arguments: str) -> str:
    command = ["git", *arguments]
    done = subprocess.run(command, cwd=_REPOSITORY, capture_output=True, text=True, check=False)
    return done.stdout.strip()


if __name__ == "__main__":
    main()
