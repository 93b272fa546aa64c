"""The trained pipeline that ships with peerlint, loaded once and only when something is parsed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from peerlint.errors import UserError
from peerlint.loading import collector_paused, import_spacy

MODEL = Path(__file__).resolve().parent / "model"
_EMPTY = "peerlint.EmptyTokenizer.v1"


@lru_cache(maxsize=1)
def pipeline() -> Any:
    """The spaCy Language. Raises UserError when the package was installed without its weights."""
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


def _load() -> Any:
    from spacy.tokenizer import Tokenizer
    from spacy.util import load_model_from_path, registry

    # The stored tokenizer holds all of its rules: making the one of the language first is in vain.
    if not registry.has("tokenizers", _EMPTY):
        registry.tokenizers.register(_EMPTY, func=lambda: lambda nlp: Tokenizer(nlp.vocab))
    return load_model_from_path(MODEL, config={"nlp.tokenizer.@tokenizers": _EMPTY})


def parse(texts: Iterable[str]) -> Iterator[Any]:
    """One Doc for each text; every text is one sentence, bullet or heading."""
    nlp = pipeline()
    return nlp.pipe((_whole(nlp.make_doc(text)) for text in texts), batch_size=256)  # type: ignore[no-any-return]


def _whole(doc: Any) -> Any:
    """The Doc marked as one sentence, so that the parser gives it one root."""
    for token in doc[1:]:
        token.is_sent_start = False
    return doc
