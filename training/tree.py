"""Editable trees: words that point to their heads, so that words can come and go freely."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from training.conllu import ROOT, Sentence, Token


@dataclass(slots=True, eq=False)
class Node:
    """One word of an editable tree; the root has no head."""

    form: str
    xpos: str
    upos: str
    dep: str = "root"
    head: Node | None = None
    space: bool = True


Tree = list[Node]


def thaw(sentence: Sentence) -> Tree:
    """An editable copy of a sentence."""
    nodes = [Node(t.form, t.xpos, t.upos, t.dep, None, t.space_after) for t in sentence.tokens]
    for node, token in zip(nodes, sentence.tokens, strict=True):
        node.head = None if token.head == ROOT else nodes[token.head]
    return nodes


def freeze(tree: Tree, sent_id: str = "") -> Sentence:
    """The fixed sentence of an editable tree."""
    place = {id(n): i for i, n in enumerate(tree)}
    tokens = [
        Token(
            n.form,
            n.upos,
            n.xpos,
            ROOT if n.head is None else place[id(n.head)],
            "root" if n.head is None else n.dep,
            n.space,
        )
        for n in tree
    ]
    return Sentence(tuple(tokens), sent_id)


def root_of(tree: Tree) -> Node:
    """The node without a head."""
    return next(n for n in tree if n.head is None)


def children(tree: Tree, node: Node, *deps: str) -> list[Node]:
    """The node's children in order, all of them or those with one of the labels."""
    return [n for n in tree if n.head is node and (not deps or n.dep in deps)]


def subtree(tree: Tree, node: Node) -> list[Node]:
    """The node and everything below it, in order."""
    return [n for n in tree if _is_under(n, node)]


def remove(tree: Tree, gone: Iterable[Node]) -> Tree:
    """The tree without the given nodes."""
    ids = {id(n) for n in gone}
    return [n for n in tree if id(n) not in ids]


def replace(tree: Tree, old: list[Node], new: list[Node]) -> Tree:
    """Put ``new`` where the adjacent nodes ``old`` stood."""
    start = tree.index(old[0])
    new[-1].space = old[-1].space
    return tree[:start] + new + tree[start + len(old) :]


def is_adjacent(tree: Tree, nodes: list[Node]) -> bool:
    """Whether the nodes stand side by side."""
    start = tree.index(nodes[0])
    return all(a is b for a, b in zip(tree[start:], nodes, strict=False))


def _is_under(node: Node, top: Node) -> bool:
    current: Node | None = node
    while current is not None:
        if current is top:
            return True
        current = current.head
    return False
