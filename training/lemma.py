"""Lemmas for the evaluation, from lemminflect; the shipped pipeline sets none."""

from __future__ import annotations

from lemminflect import getLemma

from training.tree import Node


def lemma(node: Node) -> str:
    """The lemma of a word in its coarse class."""
    upos = "NOUN" if node.upos == "PROPN" else node.upos
    form = node.form.lower()
    if upos not in {"NOUN", "VERB", "ADJ", "AUX"}:
        return form
    found = getLemma(form, upos=upos)
    return str(found[0]) if found else form
