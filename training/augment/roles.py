"""Role titles as subjects and agents of treebank sentences."""

from __future__ import annotations

from random import Random

from training.augment.spelling import capitalised
from training.lexicon import Lexicon
from training.tree import Node, Tree, children, is_adjacent, replace, subtree

_SLOTS = ("nsubj", "nsubj:pass", "obl:agent")
_SINGULAR_PRONOUNS = frozenset({"he", "she"})
_PLURAL_PRONOUNS = frozenset({"we", "they", "you", "i"})


def replace_actors(tree: Tree, lexicon: Lexicon, rng: Random) -> Tree:
    """Put role titles where pronouns and short noun phrases stand as actors."""
    for node in list(tree):
        if node.dep not in _SLOTS or not any(node is n for n in tree):
            continue
        number = _number(node)
        if number is None or rng.random() > 0.7:
            continue
        span = [n for n in subtree(tree, node) if n.dep != "case"]
        if len(span) > 4 or not is_adjacent(tree, span):
            continue
        if any(
            c.dep not in {"det", "amod", "compound", "nmod:poss", "case"}
            for c in children(tree, node)
        ):
            continue
        tree = _put_role(tree, node, span, number, lexicon, rng)
    return tree


def role_phrase(lexicon: Lexicon, rng: Random, plural: bool, capital: bool) -> Tree:
    """A role title, its last word the root: *Certified Peer Specialist*, *recovery coaches*."""
    words = list(rng.choice(lexicon.roles))
    head = Node(_pluralised(words[-1]) if plural else words[-1], "NNS" if plural else "NN", "NOUN")
    nodes = [_modifier(w, head) for w in words[:-1]]
    if rng.random() < 0.2:
        nodes.insert(0, Node("certified", "VBN", "VERB", "amod", head))
    nodes.append(head)
    if capital:
        for node in nodes:
            node.form = capitalised(node.form)
    return nodes


def _modifier(word: str, head: Node) -> Node:
    if word in {"clinical", "mental", "social", "forensic", "residential", "direct"}:
        return Node(word, "JJ", "ADJ", "amod", head)
    return Node(word, "NN", "NOUN", "compound", head)


def _pluralised(word: str) -> str:
    if word == "staff":
        return word
    if word.endswith(("ch", "s")):
        return word + "es"
    return word[:-1] + "ies" if word.endswith("cy") else word + "s"


def _number(node: Node) -> bool | None:
    """True for plural, False for singular, None where a role does not fit."""
    if node.upos == "PRON":
        if node.form.lower() in _SINGULAR_PRONOUNS:
            return False
        return True if node.form.lower() in _PLURAL_PRONOUNS else None
    if node.xpos in {"NN", "NNP"}:
        return False
    return True if node.xpos in {"NNS", "NNPS"} else None


def _put_role(
    tree: Tree, old: Node, span: list[Node], plural: bool, lexicon: Lexicon, rng: Random
) -> Tree:
    new = role_phrase(lexicon, rng, plural, capital=rng.random() < 0.4)
    head = new[-1]
    if not plural or rng.random() < 0.3:
        new.insert(0, Node("the", "DT", "DET", "det", head))
    if span[0].form[:1].isupper() and span[0] is tree[0]:
        new[0].form = capitalised(new[0].form)
    head.dep, head.head = old.dep, old.head
    for child in children(tree, old):
        if all(child is not s for s in span):
            child.head = head
    return _agree(replace(tree, span, new), head, plural)


def _agree(tree: Tree, subject: Node, plural: bool) -> Tree:
    """*I am* and *I was* do not fit a role."""
    if subject.head is None:
        return tree
    for node in [*children(tree, subject.head, "aux", "cop", "aux:pass"), subject.head]:
        if node.form.lower() == "am":
            node.form = "are" if plural else "is"
            node.xpos = "VBP" if plural else "VBZ"
        if node.form.lower() == "'m":
            node.form = "'re" if plural else "'s"
            node.xpos = "VBP" if plural else "VBZ"
    return tree
