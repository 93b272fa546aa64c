"""Read a parse: subjects, objects, prepositional phrases, whatever label scheme it uses.

Understands Universal Dependencies (peerlint's own pipeline) and the CLEAR-style labels of spaCy's
English pipelines. A Doc here is always one sentence, bullet or heading.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Token = Any  # spacy.tokens.Token, not imported: spaCy loads only when something is parsed
Span = tuple[int, int]
"""The first token and the one after the last."""

_CLEAR_TO_UD = {
    "dobj": "obj",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "prt": "compound:prt",
    "poss": "nmod:poss",
    "relcl": "acl:relcl",
    "nn": "compound",
    "dative": "iobj",
    "pcomp": "advcl",
    "neg": "advmod",
    "npadvmod": "obl",
}
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer", "expl")
_PAST_AUX = frozenset({"was", "were", "had", "been", "'ve", "have"})
_NOMINAL_LINKS = ("nmod", "obl", "obl:agent", "obl:unmarked", "nmod:unmarked")


def label(token: Token) -> str:
    """The token's relation in UD terms."""
    name: str = token.dep_
    return _CLEAR_TO_UD.get(name, name)


def is_root(token: Token) -> bool:
    """Whether the token heads its sentence."""
    return bool(token.head.i == token.i)


def children(token: Token, *labels: str) -> list[Token]:
    """The token's dependents with one of the labels, in order."""
    return [child for child in token.children if label(child) in labels]


def ancestors(token: Token) -> Iterator[Token]:
    """The token's head, the head's head and so on up to the root."""
    seen = {token.i}
    while not is_root(token) and token.head.i not in seen:
        token = token.head
        seen.add(token.i)
        yield token


_SHARED_OUT = frozenset({"each", "all", "both"})


def subject(token: Token) -> Token | None:
    """The subject said with this predicate (for CLEAR, with the copula above an adjective)."""
    found = children(token, *_SUBJECTS)
    if len(found) > 1 and found[-1].lower_ in _SHARED_OUT:
        found.pop()  # "who each manage": of them all
    return found[-1] if found else None


def is_passive(token: Token) -> bool:
    """Whether the verb stands in the passive (*is counted*, *to be counted*)."""
    return bool(children(token, "nsubj:pass", "aux:pass"))


def is_past(verb: Token) -> bool:
    """Whether the verb stands in the past (*counted*, *was counted*, *have counted*)."""
    if verb.tag_ == "VBD":
        return True
    aux = children(verb, "aux", "aux:pass", "cop")
    return verb.tag_ == "VBN" and any(word.lower_ in _PAST_AUX for word in aux)


def has_modal(verb: Token) -> bool:
    """Whether a helping verb such as *will* or *may* stands with the verb itself."""
    return any(word.tag_ == "MD" for word in children(verb, "aux"))


def is_joined_higher(verb: Token) -> bool:
    """Whether the parse joins a verb to one that its form does not go with (*cannot sleep, and performs*)."""
    finite = {"VB": ("VBZ", "VBD", "VBP"), "VBN": ("VBZ",), "VBG": ("VBZ",)}
    return label(verb) == "conj" and verb.tag_ in finite.get(verb.head.tag_, ())


def preposition(token: Token) -> str:
    """The preposition that marks a noun (`of`, `with`, `instead of`), "" if none; UD only."""
    marks = [child for child in token.children if label(child) == "case" and child.i < token.i]
    return " ".join(mark.lower_ for mark in marks)


def prepositional(token: Token) -> list[tuple[str, Token]]:
    """(preposition, noun) of the phrases that depend on the token."""
    pairs = [(preposition(child), child) for child in children(token, *_NOMINAL_LINKS)]
    for prep in children(token, "prep", "agent"):
        pairs += [(prep.lower_, noun) for noun in prep.children if noun.dep_ in ("pobj", "pcomp")]
    return [(name, noun) for name, noun in pairs if name]


def conjuncts(token: Token) -> list[Token]:
    """The token and everything coordinated with it below."""
    group = [token]
    for member in group:
        group += [child for child in children(member, "conj") if child not in group]
    return group


def coordinator(token: Token) -> str:
    """The conjunction before a conjunct (`and`, `or`, `but`), "" if none."""
    own = children(token, "cc")
    if own:
        return str(own[0].lower_)
    clear = [child for child in children(token.head, "cc") if child.i < token.i]
    return str(clear[-1].lower_) if clear else ""


def phrase_bounds(head: Token) -> tuple[int, int]:
    """Token span of a noun's phrase without relative clauses, appositions and conjuncts."""
    left, right = head.i, head.i
    for child in head.children:
        name = label(child)
        if name in (
            "acl:relcl",
            "acl",
            "appos",
            "conj",
            "cc",
            "punct",
            "parataxis",
            "case",
            "cop",
            "nsubj",
            "dep",
            "prep",
        ):
            continue
        if child.i < head.i:
            left = min(left, child.left_edge.i)
        elif name in ("nmod", "flat", "compound", "nummod", "nmod:desc"):
            right = max(right, child.right_edge.i)
    return left, right + 1
