"""The trained pipeline that ships with peerlint, loaded once and only when something is parsed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from peerlint.errors import UserError
from peerlint.loading import collector_paused, import_spacy
from peerlint.values import dataclass

MODEL = Path(__file__).resolve().parent / "model"
_AT_ONCE, _LENGTH_AT_ONCE = 64, 5_000  # sentences, characters; more are no quicker, but fill memory


@dataclass(frozen=True, slots=True)
class Pipeline:
    """What `spacy.load(MODEL)` gives, as far as parsing goes."""

    tokenizer: Any
    components: tuple[Any, ...]

    def parsed(self, texts: Iterable[str]) -> Iterator[Any]:
        """One Doc for each text; every text is one sentence."""
        for some in _batches(texts):
            batch = list(map(_whole, self.tokenizer.cut(some)))
            for component in self.components:
                component.set_annotations(batch, component.predict(batch))
            yield from batch


@lru_cache(maxsize=1)
def pipeline() -> Pipeline:
    """The pipeline. Raises UserError when the package was installed without its weights."""
    if not (MODEL / "config.cfg").is_file():
        raise UserError("the trained pipeline is missing; install peerlint again", path=str(MODEL))
    import_spacy()
    from thinc.api import NumpyOps, get_current_ops, set_current_ops

    # numpy's own matrix product is about 1.6 times as fast for matrices this small
    before = get_current_ops()
    set_current_ops(NumpyOps(use_blis=False))
    try:
        with collector_paused():
            return _load()
    finally:
        set_current_ops(before)


def _load() -> Pipeline:
    """Made part by part: `spacy.load` asks every installed package for parts it does not need."""
    from spacy.pipeline.dep_parser import DependencyParser
    from spacy.pipeline.morphologizer import Morphologizer
    from spacy.pipeline.tagger import Tagger
    from spacy.pipeline.tok2vec import Tok2Vec
    from thinc.api import Config

    from peerlint.nlp.vectors import vectors_of

    config = Config().from_disk(MODEL / "config.cfg", interpolate=False)
    cut = tokenizer()
    vocab = cut.vocab
    vocab.from_disk(MODEL / "vocab", exclude=["vectors"])  # there are none
    parts = config["components"]
    shared = Tok2Vec(vocab, _model(parts["tok2vec"]["model"]))
    readers = [
        Tagger(vocab, _model(parts["tagger"]["model"]), "tagger"),
        Morphologizer(vocab, _model(parts["morphologizer"]["model"]), "morphologizer"),
        DependencyParser(
            vocab,
            _model(parts["parser"]["model"]),
            "parser",
            update_with_oracle_cut_size=100,
            learn_tokens=False,
            min_action_freq=20,
        ),
    ]
    for reader in (shared, *readers):
        reader.from_disk(MODEL / reader.name, exclude=["vocab"])
    for reader in readers:
        shared.find_listeners(reader)
    return Pipeline(cut, (vectors_of(shared.model), *readers))


def tokenizer() -> Any:
    """The pipeline's tokenizer, with a vocabulary of its own."""
    import_spacy()
    from spacy import attrs
    from spacy.lang.en.lex_attrs import LEX_ATTRS
    from spacy.lang.en.stop_words import STOP_WORDS
    from spacy.vocab import create_vocab

    from peerlint.nlp.tokenizing import SparingTokenizer

    english = SimpleNamespace(
        lex_attr_getters=LEX_ATTRS,
        stop_words=STOP_WORDS,
        syntax_iterators={},
        writing_system={"direction": "ltr", "has_case": True, "has_letters": True},
    )
    vocab: Any = create_vocab("en", english)
    for name in _UNASKED:
        del vocab.lex_attr_getters[getattr(attrs, name)]
    return SparingTokenizer(vocab).from_disk(MODEL / "tokenizer")


_UNASKED = (
    "IS_ASCII",
    "IS_BRACKET",
    "IS_CURRENCY",
    "IS_DIGIT",
    "IS_LEFT_PUNCT",
    "IS_LOWER",
    "IS_QUOTE",
    "IS_RIGHT_PUNCT",
    "IS_STOP",
    "IS_UPPER",
    "LANG",
    "LIKE_EMAIL",
    "LIKE_URL",
)
"""What spaCy would work out for each new word although nobody here asks for it."""


_BUILDERS = {
    "spacy.Tok2Vec.v2": ("tok2vec", "build_Tok2Vec_model"),
    "spacy.Tok2VecListener.v1": ("tok2vec", "tok2vec_listener_v1"),
    "spacy.MultiHashEmbed.v2": ("tok2vec", "MultiHashEmbed"),
    "spacy.MaxoutWindowEncoder.v2": ("tok2vec", "MaxoutWindowEncoder"),
    "spacy.Tagger.v2": ("tagger", "build_tagger_model"),
    "spacy.TransitionBasedParser.v2": ("parser", "build_tb_parser_model"),
}


def _model(section: Mapping[str, Any]) -> Any:
    """The model that a section of the configuration describes."""
    values = {
        name: _model(value) if isinstance(value, dict) else value
        for name, value in section.items()
        if not name.startswith("@")
    }
    module, builder = _BUILDERS[section["@architectures"]]
    return getattr(import_module(f"spacy.ml.models.{module}"), builder)(**values)


def parse(texts: Iterable[str]) -> Iterator[Any]:
    """One Doc for each text; every text is one sentence, bullet or heading."""
    return pipeline().parsed(texts)


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """As many at once as memory allows."""
    some: list[str] = []
    length = 0
    for text in texts:
        if some and (len(some) == _AT_ONCE or length + len(text) > _LENGTH_AT_ONCE):
            yield some
            some, length = [], 0
        some.append(text)
        length += len(text)
    if some:
        yield some


def _whole(doc: Any) -> Any:
    """The Doc marked as one sentence, so that the parser gives it one root."""
    import numpy as np

    starts = np.full((len(doc), 1), -1)
    starts[:1] = 1
    return doc.from_array(("SENT_START",), starts.astype("uint64"))
