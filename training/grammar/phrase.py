"""Putting phrases together; every phrase is a tree whose head word is its root."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from training.tree import Node, Tree, root_of

Part = tuple[str, Tree]

_AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
_BY_TAG = {
    "MD": "AUX", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON", "EX": "PRON",
    "WDT": "PRON", "WRB": "ADV", "RB": "ADV", "RBR": "ADV", "RP": "ADP", "CC": "CCONJ",
    "CD": "NUM", "POS": "PART", "TO": "PART", "HYPH": "PUNCT", ",": "PUNCT", ".": "PUNCT",
    ":": "PUNCT", "``": "PUNCT", "''": "PUNCT", "-LRB-": "PUNCT", "-RRB-": "PUNCT",
    "AFX": "X", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "NN": "NOUN", "NNS": "NOUN",
    "NNP": "PROPN", "NNPS": "PROPN", "UH": "INTJ", "SYM": "SYM", "FW": "X", "LS": "X",
}  # fmt: skip
_LEFT_OF_HYPHEN = {"high": "JJ", "low": "JJ", "long": "JJ", "well": "RB", "non": "AFX", "co": "AFX"}
_PARTICIPLES = frozenset({"centered", "informed", "oriented", "led", "run", "based", "ordered"})
_NO_SPACE_BEFORE = frozenset({",", ".", ";", ":", ")", "'s", "'", "%", "”", "/", "n't"})
_NO_SPACE_AFTER = frozenset({"(", "/", "“"})


def word(form: str, xpos: str) -> Tree:
    """A phrase of one word; hyphens split it as spaCy's tokenizer does."""
    if "-" in form[1:-1] and form.replace("-", "").isalpha():
        return _hyphenated(form, xpos)
    return [Node(form, xpos, "")]


def words(text: str) -> Tree:
    """Read ``form/tag/head/label`` words; heads count from 1 and 0 marks the head."""
    items = [w.rsplit("/", 3) if w.count("/") >= 3 else w.rsplit("/", 2) for w in text.split()]
    nodes = [Node(item[0], item[1], "") for item in items]
    for node, item in zip(nodes, items, strict=True):
        if item[2] != "0":
            node.head, node.dep = nodes[int(item[2]) - 1], item[3]
    return nodes


def join(head: Tree, left: Iterable[Part] = (), right: Iterable[Part] = ()) -> Tree:
    """Hang phrases on a head phrase, with their labels, before and after it."""
    top = root_of(head)
    before: Tree = []
    after: Tree = []
    for side, parts in ((before, left), (after, right)):
        for label, phrase in parts:
            attach(phrase, label, top)
            side.extend(phrase)
    return before + head + after


def attach(phrase: Tree, label: str, head: Node) -> None:
    """Make a phrase depend on a word."""
    top = root_of(phrase)
    top.head, top.dep = head, label


def coordinate(phrases: Sequence[Tree], conjunction: str, last_comma: bool) -> Tree:
    """*a, b and c*: later phrases hang on the first."""
    first, *others = phrases
    tree = list(first)
    for number, phrase in enumerate(others, 1):
        final = number == len(others)
        marks: list[Part] = []
        if not final or (last_comma and len(others) > 1):
            marks.append(("punct", word(",", ",")))
        if final:
            marks.append(("cc", word(conjunction, "CC")))
        joined = join(phrase, left=marks)
        attach(joined, "conj", root_of(first))
        tree += joined
    return tree


def finish(tree: Tree) -> Tree:
    """Give every word its coarse tag and its spacing."""
    for node in tree:
        node.upos = coarse_tag(node)
    for node, following in pairwise(tree):
        tight = following.form in _NO_SPACE_BEFORE or node.form in _NO_SPACE_AFTER
        hyphen = "HYPH" in {node.xpos, following.xpos}
        node.space = not (tight or hyphen)
    return tree


def coarse_tag(node: Node) -> str:
    """The coarse tag that the treebank gives to a fine tag in this place."""
    if node.xpos.startswith("VB"):
        return "AUX" if node.dep in _AUXILIARY else "VERB"
    if node.xpos in {"DT", "PDT"}:
        return "DET" if node.dep in {"det", "det:predet"} else "PRON"
    if node.xpos == "IN":
        return "SCONJ" if node.dep == "mark" else "ADP"
    if node.xpos == "RB" and node.form.lower() in {"not", "n't"}:
        return "PART"
    return _BY_TAG[node.xpos]


def _hyphenated(form: str, xpos: str) -> Tree:
    left, _, right = form.rpartition("-")
    participle = right in _PARTICIPLES
    head = Node(right, "VBN" if participle else xpos, "")
    tag = _LEFT_OF_HYPHEN.get(left, "NN")
    labels = {"JJ": "amod", "RB": "advmod", "AFX": "compound"}
    label = labels.get(tag, "obl:unmarked" if participle else "compound")
    first = Node(left, tag, "", label, head)
    return [first, Node("-", "HYPH", "", "punct", first), head]
