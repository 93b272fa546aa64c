"""Verb phrases in every inflected form, without their subjects."""

from __future__ import annotations

from training.grammar.draw import Draw
from training.grammar.nouns import anyone, people, thing, with_case
from training.grammar.phrase import Part, coordinate, join, word, words
from training.inflection import Verb, parse_verb
from training.tree import Tree

_TO_FRAME = tuple(parse_verb(v) for v in (
    "encourage", "support", "help", "assist", "prompt", "persuade", "allow", "motivate", "urge",
    "require", "ask", "invite", "teach taught taught", "convince", "cue", "train", "enable",
    "expect", "empower", "get got gotten",
))  # fmt: skip
_GIVING = tuple(parse_verb(v) for v in (
    "give gave given", "bring brought brought", "hand", "offer", "show showed shown",
    "teach taught taught", "tell told told", "send sent sent", "deny", "serve",
))  # fmt: skip
_THING_TO_PEOPLE = tuple(parse_verb(v) for v in (
    "provide", "administer", "distribute", "deliver", "give gave given", "teach taught taught",
    "offer", "dispense", "report", "explain", "present", "assign", "send sent sent",
))  # fmt: skip
_BARE_FRAME = (
    parse_verb("help"),
    parse_verb("help"),
    parse_verb("watch"),
    parse_verb("let let let"),
    parse_verb("make made made"),
    parse_verb("have had had"),
    parse_verb("see saw seen"),
)
_CLAUSE = tuple(
    parse_verb(v) for v in ("ensure", "verify", "confirm", "document", "report", "check")
)
_ADVERBS = (
    "not",
    "also",
    "never",
    "actively",
    "regularly",
    "promptly",
    "closely",
    "only",
    "always",
)


def verb_phrase(draw: Draw, tag: str, depth: int = 0) -> Tree:
    """A verb phrase whose first verb carries the tag."""
    if depth == 0 and draw.chance(0.14):
        return _several(draw, tag)
    phrase = _core(draw, tag, depth)
    if draw.chance(0.3):
        phrase = join(phrase, right=[adjunct(draw)])
    if depth == 0 and draw.chance(0.1):
        phrase = join(phrase, right=[_long_adjunct(draw)])
    if depth == 0 and draw.chance(0.06) and tag != "VBN":
        adverb = draw.pick(_ADVERBS[1:])
        phrase = join(phrase, left=[("advmod", word(adverb, "RB"))])
    return phrase


def adjunct(draw: Draw) -> Part:
    """A ready-made adjunct."""
    label, text = draw.pick(draw.lexicon.adjuncts)
    return label, words(text)


def inflected(verb: Verb, tag: str) -> Tree:
    """A verb in the form of the tag."""
    if "-" in verb.lemma:
        return word(verb.inflect(tag), tag)
    return word(verb.inflect(tag), tag)


def _core(draw: Draw, tag: str, depth: int) -> Tree:
    frame = draw.rng.random()
    if frame < 0.03:
        return inflected(draw.pick(draw.lexicon.intransitive), tag)
    if frame < 0.42:
        return _transitive(draw, tag)
    if frame < 0.50:
        return _with_particle(draw, tag)
    if frame < 0.59:
        return _with_preposition(draw, tag)
    if frame < 0.66:
        return _people_and_oblique(draw, tag)
    if frame < 0.72:
        return _thing_to_people(draw, tag)
    if frame < 0.76:
        return _giving(draw, tag)
    if frame < 0.82:
        return _joint_verbs(draw, tag)
    if frame < 0.85:
        return _joint_not_only(draw, tag)
    if depth > 1:
        return _transitive(draw, tag)
    if frame < 0.87:
        return _bare_infinitive(draw, tag, depth)
    if frame < 0.93:
        return _made_to_act(draw, tag, depth)
    if frame < 0.96:
        return _clause(draw, tag, depth)
    return _gerund_oblique(draw, tag, depth)


def _transitive(draw: Draw, tag: str) -> Tree:
    verb = inflected(draw.pick(draw.lexicon.verbs), tag)
    return join(verb, right=[("obj", _patient(draw))])


def _patient(draw: Draw) -> Tree:
    """What a verb acts on; people now and then with a clause about them."""
    if draw.chance(0.75):
        return thing(draw)
    if draw.chance(0.12):
        return join(_plural_people(draw), right=[("acl:relcl", who_clause(draw))])
    return anyone(draw)


def who_clause(draw: Draw) -> Tree:
    """*who refuse medication*, *who have been hurt*."""
    return join(verb_phrase(draw, "VBP", 2), left=[("nsubj", word("who", "WP"))])


def _with_particle(draw: Draw, tag: str) -> Tree:
    verb, particle = draw.pick(draw.lexicon.phrasal)
    parts: list[Part] = [("compound:prt", word(particle, "RP")), ("obj", thing(draw))]
    if draw.chance(0.2):
        parts.reverse()
    return join(inflected(verb, tag), right=parts)


def _with_preposition(draw: Draw, tag: str) -> Tree:
    verb, preposition = draw.pick(draw.lexicon.prepositional)
    complement = thing(draw) if draw.chance(0.65) else anyone(draw)
    return join(inflected(verb, tag), right=[("obl", with_case(preposition, complement))])


def _people_and_oblique(draw: Draw, tag: str) -> Tree:
    verb, preposition = draw.pick(draw.lexicon.oblique)
    right: list[Part] = [("obj", anyone(draw)), ("obl", with_case(preposition, thing(draw)))]
    return join(inflected(verb, tag), right=right)


def _thing_to_people(draw: Draw, tag: str) -> Tree:
    preposition = draw.pick(("to", "to", "for"))
    right: list[Part] = [("obj", thing(draw, 1)), ("obl", with_case(preposition, people(draw)))]
    return join(inflected(draw.pick(_THING_TO_PEOPLE), tag), right=right)


def _giving(draw: Draw, tag: str) -> Tree:
    right: list[Part] = [("iobj", anyone(draw)), ("obj", thing(draw))]
    return join(inflected(draw.pick(_GIVING), tag), right=right)


def _joint_verbs(draw: Draw, tag: str) -> Tree:
    """*administer and monitor medication*: the object hangs on the first verb."""
    count = draw.pick((2, 2, 2, 3))
    verbs = [inflected(draw.pick(draw.lexicon.verbs), tag) for _ in range(count)]
    joined = coordinate(verbs, draw.pick(("and", "and", "or")), draw.chance(0.6))
    return join(joined, right=[("obj", thing(draw))])


def _joint_not_only(draw: Draw, tag: str) -> Tree:
    """*not only passes meds but also writes notes*."""
    marks: list[Part] = [("advmod", word("not", "RB")), ("advmod", word("only", "RB"))]
    first = join(_transitive(draw, tag), left=marks)
    second_marks: list[Part] = [("cc", word("but", "CC"))]
    if draw.chance(0.75):
        second_marks.append(("advmod", word("also", "RB")))
    if draw.chance(0.3):
        second_marks.insert(0, ("punct", word(",", ",")))
    second = join(_transitive(draw, tag), left=second_marks)
    return join(first, right=[("conj", second)])


def _made_to_act(draw: Draw, tag: str, depth: int) -> Tree:
    """*encourage residents to attend groups*, *help people write letters*."""
    verb = draw.pick(_TO_FRAME)
    inner = verb_phrase(draw, "VB", depth + 1)
    if verb.lemma != "help" or draw.chance(0.5):
        marks: list[Part] = [("mark", word("to", "TO"))]
        if draw.chance(0.06):
            marks.insert(0, ("advmod", word("not", "RB")))
        inner = join(inner, left=marks)
    return join(inflected(verb, tag), right=[("obj", anyone(draw)), ("xcomp", inner)])


def _bare_infinitive(draw: Draw, tag: str, depth: int) -> Tree:
    """*help people write letters*, *watch clients swallow pills*, *let members choose*."""
    inner = verb_phrase(draw, "VB", depth + 1)
    verb = inflected(draw.pick(_BARE_FRAME), tag)
    return join(verb, right=[("obj", anyone(draw)), ("xcomp", inner)])


def _clause(draw: Draw, tag: str, depth: int) -> Tree:
    """*ensure that clients take their medication*, *make sure residents attend*."""
    inner = join(verb_phrase(draw, "VBP", depth + 1), left=[("nsubj", _plural_people(draw))])
    if draw.chance(0.55):
        inner = join(inner, left=[("mark", word("that", "IN"))])
    if draw.chance(0.3):
        sure = join(word("sure", "JJ"), right=[("ccomp", inner)])
        make = parse_verb("make made made")
        return join(inflected(make, tag), right=[("xcomp", sure)])
    return join(inflected(draw.pick(_CLAUSE), tag), right=[("ccomp", inner)])


def _gerund_oblique(draw: Draw, tag: str, depth: int) -> Tree:
    """*assist residents in completing forms*."""
    inner = join(
        verb_phrase(draw, "VBG", depth + 2),
        left=[("mark", word(draw.pick(("in", "in", "with")), "IN"))],
    )
    verb = parse_verb(draw.pick(("assist", "support", "help", "guide", "coach", "aid")))
    return join(inflected(verb, tag), right=[("obj", anyone(draw)), ("advcl", inner)])


def _plural_people(draw: Draw) -> Tree:
    noun = draw.pick(draw.lexicon.people)
    left: list[Part] = [("det", word(draw.pick(("the", "all")), "DT"))] if draw.chance(0.3) else []
    return join(word(noun.plural, "NNS"), left=left)


def _several(draw: Draw, tag: str) -> Tree:
    count = draw.pick((2, 2, 2, 3))
    parts = [verb_phrase(draw, tag, 1) for _ in range(count)]
    return coordinate(parts, draw.pick(("and", "and", "or")), draw.chance(0.6))


def _long_adjunct(draw: Draw) -> Part:
    """A clause of purpose, means or time."""
    kind = draw.rng.random()
    if kind < 0.45:
        return "advcl", join(verb_phrase(draw, "VB", 1), left=[("mark", word("to", "TO"))])
    if kind < 0.8:
        preposition = draw.pick(("by", "without", "before", "after", "while", "when"))
        label, tag = ("advmod", "WRB") if preposition == "when" else ("mark", "IN")
        inner = verb_phrase(draw, "VBG", 1)
        return "advcl", join(inner, left=[(label, word(preposition, tag))])
    mark = draw.pick(("if", "when", "while", "unless", "because"))
    label, tag = ("advmod", "WRB") if mark == "when" else ("mark", "IN")
    inner = join(verb_phrase(draw, "VBP", 1), left=[("nsubj", _plural_people(draw))])
    return "advcl", join(inner, left=[(label, word(mark, tag))])
