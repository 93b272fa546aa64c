"""From a dictionary word to every form of it that a text may hold."""

from __future__ import annotations

from functools import cache

from peerlint.dictionary import dictionary

_TAGS = {
    "noun": ("NN", "NNS"),
    "verb": ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"),
    "adj": ("JJ", "RB"),
}
_UPOS = {"noun": "NOUN", "verb": "VERB", "adj": "ADJ"}


_IRREGULAR = {"person": frozenset({"people"})}
"""Forms that the inflection tables do not give."""


@cache
def inflections(word: str, pos: str | None = None) -> frozenset[str]:
    """All lower-case forms of `word`, itself included.

    `pos` is `noun`, `verb`, `adj` or None for every part of speech the word is known in. A word that is
    itself an inflected form (*lived*) and no dictionary word stands for itself alone.
    """
    word = word.lower()
    if not word.isalpha():
        return frozenset({word})
    known = _known_forms(word, pos)
    if known:
        return known | {word} | _IRREGULAR.get(word, frozenset())
    return frozenset({word, *_guessed_forms(word, pos)})


def _known_forms(word: str, pos: str | None) -> frozenset[str]:
    words = dictionary()
    lemmas = words.getAllLemmas(word)
    forms: set[str] = set()
    for name, upos in _UPOS.items():
        if pos not in (None, name) or word not in lemmas.get(upos, ()):
            continue
        inflected = words.getAllInflections(word, upos=upos)
        if name == "noun" and "NNS" not in inflected:
            inflected = {**inflected, **words.getAllInflectionsOOV(word, "NOUN")}
        forms.update(
            form.lower()
            for tag, values in inflected.items()
            if tag in _TAGS[name]
            for form in values
        )
    return frozenset(forms)


def _guessed_forms(word: str, pos: str | None) -> frozenset[str]:
    words = dictionary()
    if pos is None and words.getAllLemmas(word):
        return frozenset()
    if pos == "adj":
        return frozenset()
    upos = "VERB" if pos == "verb" else "NOUN"
    return frozenset(
        form.lower()
        for values in words.getAllInflectionsOOV(word, upos).values()
        for form in values
    )
