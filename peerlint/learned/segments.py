"""Cut a parsed sentence into clauses, each of which may hold one passage of a kind."""

from __future__ import annotations

from peerlint.nlp import syntax
from peerlint.nlp.events import is_verbal
from peerlint.nlp.sentence import Sentence
from peerlint.values import dataclass

_OF_VERBS = frozenset({"conj", "parataxis", "advcl", "acl:relcl", "advcl:relcl", "list"})
_OF_ROOTS = frozenset({"conj", "parataxis", "list"})


@dataclass(frozen=True, slots=True)
class Segment:
    """A clause, or a member of a row: its head and its tokens in order (not always side by side)."""

    head: int
    tokens: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """On which token each token of a sentence hangs (a root on itself), and in which relation."""

    heads: tuple[int, ...]
    labels: tuple[str, ...]


def tree_of(sentence: Sentence) -> Tree:
    """The sentence's parse, read from spaCy's tokens once."""
    key = "reader-tree"
    if key not in sentence.memo:
        tokens = tuple(sentence.doc)
        heads = tuple(token.head.i for token in tokens)
        sentence.memo[key] = Tree(heads, tuple(map(syntax.label, tokens)))
    found: Tree = sentence.memo[key]
    return found


def segments_of(sentence: Sentence) -> list[Segment]:
    """The clauses of a sentence that hold a word, in order of place."""
    tree = tree_of(sentence)
    heads: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    for at in range(len(tree.heads)):
        members.setdefault(_head_of(sentence, tree, at, heads), []).append(at)
    segments = [
        Segment(head, tuple(tokens))
        for head, tokens in members.items()
        if any(sentence.view.text[at].isalpha() for at in tokens)
    ]
    return sorted(segments, key=lambda segment: segment.tokens)


def _head_of(sentence: Sentence, tree: Tree, at: int, heads: dict[int, int]) -> int:
    passed: list[int] = []
    while at not in heads and at not in passed:
        passed.append(at)
        if _opens_segment(sentence, tree, at):
            break
        at = tree.heads[at]
    head = heads.get(at, at)
    heads.update(dict.fromkeys(passed, head))
    return head


def _opens_segment(sentence: Sentence, tree: Tree, at: int) -> bool:
    above, label = tree.heads[at], tree.labels[at]
    if above == at:
        return True
    if label in _OF_ROOTS and tree.heads[above] == above:
        return True
    return (
        label in _OF_VERBS
        and sentence.view.pos[at] != "AUX"
        and is_verbal(sentence, sentence.doc[at])
    )
