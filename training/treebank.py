"""The training corpus: treebank sentences, their copies in the field's words, and grammar trees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

from spacy.tokens import DocBin
from spacy.vocab import Vocab

from training.augment.bullets import to_bullet
from training.augment.roles import replace_actors
from training.augment.spelling import upper_case, without_end_mark
from training.augment.substitute import substitute
from training.conllu import Sentence, read_conllu
from training.grammar.draw import Draw
from training.grammar.sentences import generate
from training.lexicon import Lexicon, load_lexicon
from training.tokenization import Retokenizer, to_doc
from training.tree import freeze, thaw

TREEBANK_FILES = {part: f"en_ewt-ud-{part}.conllu" for part in ("train", "dev", "test")}


def treebank(directory: Path, part: str) -> list[Sentence]:
    """The sentences of one part, their words split as spaCy splits them."""
    retokenizer = Retokenizer()
    return [retokenizer.apply(s) for s in read_conllu(directory / TREEBANK_FILES[part])]


def training_sentences(
    sentences: Iterable[Sentence], seed: int, copies: int, generated: int
) -> Iterator[Sentence]:
    """The treebank as it is, ``copies`` changed versions of it, and ``generated`` grammar trees."""
    sentences = list(sentences)
    retokenizer = Retokenizer()
    aligned = [s for s in sentences if retokenizer.agrees(s)]
    lexicon = load_lexicon()
    yield from sentences
    for copy in range(copies):
        rng = Random(f"{seed}/copy/{copy}")
        for sentence in aligned:
            yield from changed(sentence, lexicon, rng)
    yield from grammar_sentences(lexicon, seed, generated)


def changed(sentence: Sentence, lexicon: Lexicon, rng: Random) -> Iterator[Sentence]:
    """One sentence in the field's words, and its bullet where it has one."""
    tree = substitute(replace_actors(thaw(sentence), lexicon, rng), lexicon, rng)
    style = rng.random()
    if style < 0.04:
        tree = upper_case(tree)
    elif style < 0.12:
        tree = without_end_mark(tree)
    varied = freeze(tree)
    yield varied
    bullet = to_bullet(thaw(varied), rng)
    if bullet is not None:
        yield freeze(bullet)


def grammar_sentences(lexicon: Lexicon, seed: int, count: int) -> Iterator[Sentence]:
    """Trees that the grammar writes."""
    draw = Draw(lexicon, Random(f"{seed}/grammar"))
    for _ in range(count):
        yield freeze(generate(draw))


def write_docs(path: Path, sentences: Iterable[Sentence]) -> int:
    """Write gold documents, one sentence each; return their number."""
    vocab = Vocab()
    docs = DocBin(store_user_data=False)
    for sentence in sentences:
        docs.add(to_doc(vocab, sentence))
    path.write_bytes(docs.to_bytes())
    return len(docs)
