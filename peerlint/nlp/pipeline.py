"""The trained pipeline that ships with peerlint, loaded once and only when something is parsed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from peerlint.errors import UserError

MODEL = Path(__file__).resolve().parent / "model"


@lru_cache(maxsize=1)
def pipeline() -> Any:
    """The spaCy Language. Raises UserError when the package was installed without its weights."""
    if not (MODEL / "config.cfg").is_file():
        raise UserError("the trained pipeline is missing; install peerlint again", path=str(MODEL))
    from spacy.util import load_model_from_path

    return load_model_from_path(MODEL)


def parse(texts: Iterable[str]) -> Iterator[Any]:
    """One Doc for each text; every text is one sentence, bullet or heading."""
    return pipeline().pipe(texts, batch_size=256)  # type: ignore[no-any-return]
