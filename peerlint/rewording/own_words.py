"""The sentence's own words as they read among new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerlint.rewording.grammar import POSSESSIVES, is_noun
from peerlint.rewording.inflection import is_verb
from peerlint.rewording.passage import Passage, Span
from peerlint.rewording.words import DETERMINERS, MASS

if TYPE_CHECKING:
    from spacy.tokens import Token


def span_text(passage: Passage, start: int, end: int, *, without: Span | None = None) -> str:
    """The words of a span as they read in the middle of a sentence."""
    doc = passage.doc
    kept = [
        token.text_with_ws
        for token in doc[start:end]
        if without is None or not without[0] <= token.i < without[1]
    ]
    text = " ".join("".join(kept).split())
    first = doc[start]
    if without is not None and without[0] == start:
        return text
    return f"{text[:1].lower()}{text[1:]}" if _loses_capital(first) else text


def _loses_capital(token: Token) -> bool:
    if not token.is_title or not _opens_sentence(token):
        return False
    if token.lower_ in DETERMINERS or token.lower_ in POSSESSIVES:
        return True
    follower = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if follower is not None and follower.is_title and is_noun(follower):
        return False
    return str(token.tag_) not in ("NNP", "NNPS") or is_verb(token.lower_)


def _opens_sentence(token: Token) -> bool:
    return not any(word.is_alpha for word in token.doc[: token.i])


def needs_the(root: Token) -> bool:
    """Whether the phrase was bare only because it modified another noun."""
    modifies = root.dep_ in ("compound", "amod")
    plain = root.tag_ == "NN" and root.lower_ not in MASS and not root.text.isupper()
    has_own = any(child.dep_ in ("det", "nmod:poss") for child in root.children)
    return modifies and plain and not has_own and not root.lower_.endswith("ing")
