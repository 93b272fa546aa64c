"""Changes of letters that leave the tree as it is: capitals, end punctuation, articles."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from training.tree import Node, Tree, remove, root_of

_VOWEL_LETTERS = tuple("aeiou")
_END_MARKS = ((".", "."), (";", ":"), (",", ","), (":", ":"))


def upper_case(tree: Tree) -> Tree:
    """All letters as capitals, as in headings."""
    for node in tree:
        node.form = node.form.upper()
    return tree


def title_case(tree: Tree) -> Tree:
    """The words that carry meaning capitalised, as in headings."""
    for node in tree:
        if node.upos not in {"ADP", "DET", "CCONJ", "PART", "PUNCT", "SCONJ"}:
            node.form = capitalised(node.form)
    tree[0].form = capitalised(tree[0].form)
    return tree


def sentence_case(tree: Tree) -> Tree:
    """A capital on the first word."""
    tree[0].form = capitalised(tree[0].form)
    return tree


def lower_first(tree: Tree) -> Tree:
    """A small first letter, unless the word is a name, an acronym or *I*."""
    first = tree[0]
    if first.upos != "PROPN" and first.form != "I" and not first.form[1:].isupper():
        first.form = first.form[:1].lower() + first.form[1:]
    return tree


def capitalised(word: str) -> str:
    """The word with a capital letter; the other letters stay."""
    return word[:1].upper() + word[1:]


def with_end_mark(tree: Tree, rng: Random) -> Tree:
    """Replace the end mark by one of those that bullets carry, most often none."""
    tree = without_end_mark(tree)
    if rng.random() < 0.55:
        return tree
    weights = (6, 2, 1, 1)
    mark, xpos = rng.choices(_END_MARKS, weights)[0]
    return _closed(tree, mark, xpos)


def with_period(tree: Tree) -> Tree:
    """Close the tree with a full stop."""
    return _closed(without_end_mark(tree), ".", ".")


def without_end_mark(tree: Tree) -> Tree:
    """Drop punctuation at the end."""
    last = tree[-1]
    if last.upos == "PUNCT" and last.form in {".", ";", ",", ":", "!", "?"} and len(tree) > 1:
        return remove(tree, [last])
    return tree


def fix_articles(tree: Tree) -> Tree:
    """Make *a* and *an* fit the word that follows."""
    for node, following in pairwise(tree):
        if node.form.lower() not in {"a", "an"} or node.upos != "DET":
            continue
        article = "an" if following.form.lower().startswith(_VOWEL_LETTERS) else "a"
        node.form = capitalised(article) if node.form[0].isupper() else article
    return tree


def _closed(tree: Tree, mark: str, xpos: str) -> Tree:
    tree[-1].space = False
    return [*tree, Node(mark, xpos, "PUNCT", "punct", root_of(tree))]
