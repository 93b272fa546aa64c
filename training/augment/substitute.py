"""Treebank trees with the field's words in place of their own."""

from __future__ import annotations

from random import Random

from training.augment.spelling import capitalised, fix_articles
from training.lexicon import Lexicon
from training.tree import Node, Tree, children

_VERB_TAGS = frozenset({"VB", "VBZ", "VBP", "VBG", "VBD", "VBN"})
_FRAME_BREAKERS = ("ccomp", "xcomp", "iobj", "compound:prt", "expl", "csubj")
_FIXED_NEIGHBOURS = frozenset({"fixed", "flat", "goeswith", "compound:prt", "list"})


def substitute(tree: Tree, lexicon: Lexicon, rng: Random, rate: float = 0.6) -> Tree:
    """Replace words by words of the field that fit the same fine tag, each with a chance."""
    for node in tree:
        if rng.random() > rate:
            continue
        form = _replacement(tree, node, lexicon, rng)
        if form is not None:
            node.form = capitalised(form) if node.form[:1].isupper() else form
    return fix_articles(tree)


def _replacement(tree: Tree, node: Node, lexicon: Lexicon, rng: Random) -> str | None:
    if node.form.isupper() and len(node.form) > 1:
        return None
    if node.dep in _FIXED_NEIGHBOURS or children(tree, node, *_FIXED_NEIGHBOURS):
        return None
    if node.upos == "VERB" and node.xpos in _VERB_TAGS:
        return _verb(tree, node, lexicon, rng)
    if node.upos == "NOUN" and node.xpos in {"NN", "NNS"}:
        return _noun(node, lexicon, rng)
    if node.upos == "ADJ" and node.xpos == "JJ" and node.dep == "amod":
        return _plain(lexicon.adjectives, rng)
    return None


def _verb(tree: Tree, node: Node, lexicon: Lexicon, rng: Random) -> str | None:
    if children(tree, node, *_FRAME_BREAKERS):
        return None
    if not children(tree, node, "obj", "nsubj:pass"):
        return None
    verb = rng.choice(lexicon.verbs)
    return None if "-" in verb.lemma else verb.inflect(node.xpos)


def _noun(node: Node, lexicon: Lexicon, rng: Random) -> str | None:
    if node.dep in {"obl:unmarked", "nmod:unmarked"} or "-" in node.form:
        return None
    person = node.dep in {"nsubj", "nsubj:pass", "obl:agent", "iobj"} and rng.random() < 0.5
    if node.xpos == "NN" and not person and rng.random() < 0.3:
        return _plain(lexicon.mass, rng)
    noun = rng.choice(lexicon.people if person else lexicon.things)
    return noun.plural if node.xpos == "NNS" else noun.lemma


def _plain(words: tuple[str, ...], rng: Random) -> str | None:
    word = rng.choice(words)
    return None if "-" in word else word
