"""Who does what to what, read off a tree: the yardstick for the gold set's triples.

The rules are plain on purpose: they measure the parser, so they add no knowledge of the field
beyond the lists of verbs with prepositions and of nouns of action.
"""

from __future__ import annotations

from collections.abc import Iterator

from training.conllu import Sentence, Triple
from training.lemma import lemma
from training.lexicon import load_lexicon
from training.tree import Node, Tree, children, thaw

_SUBJECTS = ("nsubj", "csubj")
_NO_ACTOR = "-"


def events(sentence: Sentence) -> set[Triple]:
    """All triples of a sentence; an actor or object that is not named is ``-``."""
    tree = thaw(sentence)
    found: set[Triple] = set()
    for node in tree:
        if node.upos == "VERB" and node.dep != "amod":
            found.update(_verb_events(tree, node))
        if node.upos == "NOUN" and node.form.lower() in load_lexicon().acts:
            found.update(_noun_events(tree, node))
    return found


def _verb_events(tree: Tree, verb: Node) -> Iterator[Triple]:
    action, objects = _action_and_objects(tree, verb)
    if not objects:
        return
    actors = [lemma(a) for a in _actors(tree, verb)] or [_NO_ACTOR]
    yield from (Triple(action, lemma(o), a) for a in actors for o in objects)


def _action_and_objects(tree: Tree, verb: Node) -> tuple[str, list[Node]]:
    action = lemma(verb)
    for particle in children(tree, verb, "compound:prt"):
        action += f" {particle.form.lower()}"
    passive = children(tree, verb, "nsubj:pass")
    direct = children(tree, verb, "obj") or passive
    if direct:
        return action, with_conjuncts(tree, direct)
    shared = _shared_objects(tree, verb)
    if shared:
        return action, shared
    relative = _relative_object(tree, verb)
    if relative is not None:
        return action, [relative]
    return _with_preposition(tree, verb, action)


def _with_preposition(tree: Tree, verb: Node, action: str) -> tuple[str, list[Node]]:
    known = {(v.lemma, p) for v, p in load_lexicon().prepositional}
    for oblique in children(tree, verb, "obl"):
        for case in children(tree, oblique, "case"):
            if (action, case.form.lower()) in known:
                return f"{action} {case.form.lower()}", with_conjuncts(tree, [oblique])
    return action, []


def _shared_objects(tree: Tree, verb: Node) -> list[Node]:
    """*administer and monitor medication*: the second verb takes the first one's object."""
    if verb.dep != "conj" or verb.head is None or verb.head.upos != "VERB":
        return []
    place = {id(n): i for i, n in enumerate(tree)}
    if children(tree, verb, "obl", "xcomp", "ccomp", "aux:pass", "nsubj"):
        return []
    candidates = children(tree, verb.head, "obj")
    after = [c for c in candidates if place[id(c)] > place[id(verb)]]
    if not after:
        passive = children(tree, verb.head, "nsubj:pass")
        return with_conjuncts(tree, passive) if verb.xpos == "VBN" else []
    return with_conjuncts(tree, after)


def _relative_object(tree: Tree, verb: Node) -> Node | None:
    """*medication prescribed by the doctor*: the noun is the object of its participle."""
    if verb.dep == "acl" and verb.xpos == "VBN":
        return verb.head
    return None


def _actors(tree: Tree, verb: Node) -> list[Node]:
    agents = children(tree, verb, "obl:agent")
    if agents:
        return with_conjuncts(tree, agents)
    own = children(tree, verb, *_SUBJECTS)
    if own:
        return with_conjuncts(tree, own)
    if children(tree, verb, "nsubj:pass") or verb.head is None:
        return []
    return _inherited_actors(tree, verb)


def _inherited_actors(tree: Tree, verb: Node) -> list[Node]:
    governor = verb.head
    assert governor is not None
    if verb.dep == "xcomp":
        controlled = children(tree, governor, "obj", "iobj", "nsubj:pass")
        return with_conjuncts(tree, controlled) or _actors(tree, governor)
    if verb.dep == "advcl" and children(tree, governor, "obj") and _is_in_gerund(tree, verb):
        return with_conjuncts(tree, children(tree, governor, "obj"))
    if verb.dep == "advcl" and _marks(tree, verb) == {"for"}:
        return children(tree, governor, "nsubj:pass") or _actors(tree, governor)
    if verb.dep in {"conj", "advcl"}:
        return _actors(tree, governor)
    return []


def _is_in_gerund(tree: Tree, verb: Node) -> bool:
    """*assist clients in completing forms*: the clients complete them."""
    return verb.xpos == "VBG" and bool(_marks(tree, verb) & {"in", "with", "on"})


def _marks(tree: Tree, verb: Node) -> set[str]:
    return {m.form.lower() for m in children(tree, verb, "mark")}


def _noun_events(tree: Tree, noun: Node) -> Iterator[Triple]:
    of_phrases = [
        n
        for n in children(tree, noun, "nmod")
        if any(c.form.lower() == "of" for c in children(tree, n, "case"))
    ]
    for thing in with_conjuncts(tree, of_phrases or children(tree, noun, "compound")[-1:]):
        yield Triple(lemma(noun), lemma(thing), _NO_ACTOR)


def with_conjuncts(tree: Tree, nodes: list[Node]) -> list[Node]:
    """The nodes and what is coordinated with them, but for *the coach, not the nurse*."""
    joined = [m for n in nodes for m in [n, *children(tree, n, "conj")]]
    return [n for n in joined if not any(c.form.lower() == "not" for c in children(tree, n))]
