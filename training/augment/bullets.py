"""Bullet fragments: treebank clauses that lose their subject and auxiliaries."""

from __future__ import annotations

from random import Random

from training.augment.spelling import lower_first, sentence_case, with_end_mark
from training.inflection import gerund, third_person
from training.tree import Node, Tree, children, remove, root_of, subtree

_BASE_FORMS = frozenset({"VB", "VBP"})
_DROPPED_LABELS = ("nsubj", "aux", "mark", "cc", "discourse", "vocative", "expl")


def to_bullet(tree: Tree, rng: Random) -> Tree | None:
    """The clause as a bullet in base form, third person or gerund; None where it cannot be one."""
    root = root_of(tree)
    if root.upos != "VERB" or root.xpos not in _BASE_FORMS:
        return None
    if not children(tree, root, "obj", "obl", "xcomp"):
        return None
    if children(tree, root, "nsubj:pass", "csubj", "ccomp"):
        return None
    kept = _from_verb_on(tree, root)
    if not 3 <= len(kept) <= 40 or any(n.upos == "PUNCT" and n.form in "\"'“”()" for n in kept):
        return None
    root.form, root.xpos = _bullet_form(root.form.lower(), rng)
    kept = with_end_mark(kept, rng)
    return sentence_case(kept) if rng.random() < 0.8 else lower_first(kept)


def _from_verb_on(tree: Tree, root: Node) -> Tree:
    """Drop what stands before the verb, and anything that hung on it."""
    dropped = [n for c in children(tree, root, *_DROPPED_LABELS) for n in subtree(tree, c)]
    start = tree.index(root)
    before = [c for c in children(tree, root) if tree.index(c) < start]
    dropped += [n for c in before if c.dep != "advmod" for n in subtree(tree, c)]
    dropped += [
        n
        for c in before
        if c.dep == "advmod" and c.form.lower() in {"not", "n't", "why"}
        for n in subtree(tree, c)
    ]
    kept = remove(tree, dropped)
    return kept if root in kept else tree


def _bullet_form(lemma: str, rng: Random) -> tuple[str, str]:
    choice = rng.random()
    if choice < 0.5:
        return lemma, "VB"
    if choice < 0.75:
        return third_person(lemma), "VBZ"
    return gerund(lemma), "VBG"
