"""Sentences with a parse written by hand, so that tests do not depend on a model."""

from __future__ import annotations

import re
from dataclasses import replace

import spacy
from spacy.tokens import Doc

from peerlint.rewording import Passage, WordSets, capture, reword

VOCAB = spacy.blank("en").vocab
GLUED = frozenset({".", ",", "'s", "'", "n't", ";", ":", "?", "!"})
WORDS = WordSets(
    people=frozenset({"resident", "client", "member"}),
    staff=frozenset({"team", "nurse"}),
    acts=frozenset({"adherence", "self-administration"}),
)


def sentence(parse: str) -> Doc:
    """A Doc from words in reading order, each `word_TAG_dependency_head` (head counts from 0)."""
    fields = [item.split("_") for item in parse.split()]
    words = [field[0] for field in fields]
    spaces = [
        index + 1 < len(words) and words[index + 1] not in GLUED for index in range(len(words))
    ]
    return Doc(
        VOCAB,
        words=words,
        spaces=spaces,
        tags=[field[1] for field in fields],
        deps=[field[2] for field in fields],
        heads=[int(field[3]) for field in fields],
        lemmas=[field[0].lower() for field in fields],
    )


def passage(
    parse: str, match: str, *, form: str = "sentence", head: str | None = None, **slots: str
) -> Passage:
    """The passage whose match and slots are given by their words."""
    doc = sentence(parse)
    start, end = span_of(doc, match)
    found = {name: span_of(doc, text) for name, text in slots.items()}
    index = None if head is None else span_of(doc, head)[0]
    return Passage(doc, start, end, head=index, slots=found, form=form)


def duty(
    parse: str, match: str, *, timeless: bool = False, form: str = "bullet", **slots: str
) -> Passage:
    """The same for an act somebody is given to do, as a rule an item of a list."""
    return replace(passage(parse, match, form=form, **slots), duty=True, timeless=timeless)


def span_of(doc: Doc, text: str) -> tuple[int, int]:
    """The tokens of the first place where the text stands as whole words."""
    found = re.search(rf"(?<!\w){re.escape(text)}(?!\w)", doc.text)
    assert found, f"{text!r} is not in {doc.text!r}"
    span = doc.char_span(found.start(), found.end())
    assert span is not None
    return span.start, span.end


def found(parse: str, match: str, **known: str) -> dict[str, str]:
    """The captured phrases by slot, as text; `known` are slots the caller knows."""
    doc = sentence(parse)
    start, end = span_of(doc, match)
    spans = {name: span_of(doc, text) for name, text in known.items()}
    return {
        name: doc[first:last].text
        for name, (first, last) in capture(doc, start, end, WORDS, **spans).items()
    }


def rewritten_sentence(template: str, at: Passage) -> str | None:
    """The whole sentence after the template, or None."""
    result = reword(template, at)
    if result is None:
        return None
    text = at.doc.text
    return text[: result.start_char] + result.text + text[result.end_char :]
