"""Patterns that cut words, with letters named by what they are instead of one by one.

spaCy lists the letters of a dozen scripts in each of its patterns; Python takes a tenth of a second to
compile them, at each start of the program. In English both ways cut alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER
from spacy.util import compile_infix_regex, compile_suffix_regex

_LETTER = r"[^\W\d_]"
_LETTER_OR_DIGIT = r"[^\W_]"
_NO_CAPITAL = r"[^\W\d_A-ZÀ-ÖØ-Þ]"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_NAMED = {
    f"[{ALPHA}]": _LETTER,
    f"[{ALPHA}0-9]": _LETTER_OR_DIGIT,
    f"[{ALPHA_LOWER}]": _NO_CAPITAL,
    f"[{ALPHA_UPPER}]": _CAPITAL,
    f"[{ALPHA_LOWER}": f"{_NO_CAPITAL}|[",
    f"[{ALPHA_UPPER}": f"{_CAPITAL}|[",
    f"[0-9{ALPHA_LOWER}": f"{_NO_CAPITAL}|[0-9",
}


def name_letters(nlp: Any) -> None:
    """Give the pipeline's tokenizer these patterns. Raises ValueError where some letters stay listed."""
    defaults, tokenizer = nlp.Defaults, nlp.tokenizer
    tokenizer.suffix_search = compile_suffix_regex(_named(defaults.suffixes)).search
    tokenizer.infix_finditer = compile_infix_regex(_named(defaults.infixes)).finditer
    url = defaults.url_match.__self__.pattern
    tokenizer.url_match = re.compile(*_named([url])).match


def _named(patterns: Iterable[str]) -> list[str]:
    found = []
    for pattern in patterns:
        for listed, named in _NAMED.items():
            pattern = pattern.replace(listed, named)
        if ALPHA_LOWER in pattern or ALPHA_UPPER in pattern:
            raise ValueError(f"letters are listed in {pattern[:80]}")
        found.append(pattern)
    return found
