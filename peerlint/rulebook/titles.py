"""Job titles that count as peer roles in one organization, beside the built-in ones."""

from __future__ import annotations

from collections.abc import Sequence

from peerlint.matching.tokens import light_view
from peerlint.rulebook.book import RuleBook
from peerlint.rulebook.lexeme import inflections
from peerlint.rulebook.pattern import Choice, InOrder, Node, Word
from peerlint.values import replace


def with_peer_titles(book: RuleBook, titles: Sequence[str]) -> RuleBook:
    """The rule book with these titles in the class PEER_TITLE, in singular and plural."""
    nodes = [_title(title) for title in titles if light_view(title).text]
    if not nodes:
        return book
    known = book.classes.get("PEER_TITLE")
    everything = Choice(tuple(nodes) + ((known,) if known is not None else ()))
    return replace(book, classes={**book.classes, "PEER_TITLE": everything})


def _title(title: str) -> Node:
    *first, last = light_view(title).lower
    words: list[Node] = [Word(frozenset({word})) for word in first]
    return InOrder((*words, Word(inflections(last, "noun"))))
