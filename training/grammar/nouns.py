"""Noun phrases: things, people served, and workers."""

from __future__ import annotations

from training.augment.roles import role_phrase
from training.grammar.draw import Draw
from training.grammar.phrase import Part, coordinate, join, word, words
from training.tree import Tree

_DETERMINERS = ("the", "the", "all", "each", "any", "this", "every", "no", "some")
_PLURAL_DETERMINERS = ("the", "the", "all", "any", "these", "some", "no")
_PARTICIPLE_MODIFIERS = (
    "assigned",
    "prescribed",
    "scheduled",
    "required",
    "controlled",
    "missed",
    "identified",
    "approved",
    "written",
    "locked",
)
_PEOPLE_TAILS = (
    "acl served/VBN/0",
    "nmod in/IN/2/case recovery/NN/0",
    "nmod with/IN/3/case mental/JJ/3/amod illness/NN/0",
    "nmod with/IN/2/case disabilities/NNS/0",
    "nmod on/IN/3/case the/DT/3/det unit/NN/0",
    "nmod in/IN/3/case the/DT/3/det program/NN/0",
    "acl:relcl who/WP/2/nsubj ask/VBP/0",
    "acl:relcl who/WP/2/nsubj refuse/VBP/0 treatment/NN/2/obj",
    "acl:relcl who/WP/2/nsubj use/VBP/0 services/NNS/2/obj",
    "acl:relcl who/WP/2/nsubj live/VBP/0 here/RB/2/advmod",
    "acl:relcl we/PRP/2/nsubj support/VBP/0",
    "acl:relcl they/PRP/2/nsubj serve/VBP/0",
    "acl:relcl who/WP/2/nsubj want/VBP/0 it/PRP/2/obj",
    "acl living/VBG/0 with/IN/4/case mental/JJ/4/amod illness/NN/1/obl",
    "acl diagnosed/VBN/0 with/IN/3/case schizophrenia/NN/1/obl",
)  # fmt: skip
_THING_TAILS = (
    "nmod for/IN/2/case residents/NNS/0",
    "nmod for/IN/3/case each/DT/3/det client/NN/0",
    "nmod with/IN/3/case the/DT/3/det team/NN/0",
    "nmod to/IN/3/case the/DT/3/det community/NN/0",
    "nmod of/IN/2/case clients/NNS/0",
    "nmod of/IN/3/case the/DT/3/det person/NN/0",
    "nmod on/IN/3/case the/DT/3/det unit/NN/0",
    "nmod by/IN/2/case staff/NN/0",
    "acl assigned/VBN/0 by/IN/4/case the/DT/4/det supervisor/NN/1/obl:agent",
    "acl related/VBN/0 to/IN/3/case treatment/NN/1/obl",
    "acl:relcl that/WDT/2/nsubj matter/VBP/0",
    "acl:relcl they/PRP/2/nsubj choose/VBP/0",
    "acl:relcl people/NNS/2/nsubj want/VBP/0",
    "nmod such/JJ/3/case as/IN/1/fixed housing/NN/0",
    "nmod including/VBG/2/case weekends/NNS/0",
    "nmod including/VBG/6/case but/CC/4/cc not/RB/4/advmod limited/VBN/1/conj to/IN/6/case "
    "rides/NNS/0",
    "appos (/-LRB-/2/punct MAR/NN/0 )/-RRB-/2/punct",
    "appos (/-LRB-/2/punct UA/NN/0 )/-RRB-/2/punct",
    "acl to/TO/2/mark share/VB/0",
    "nmod per/IN/2/case shift/NN/0",
    "nmod within/IN/3/case 48/CD/3/nummod hours/NNS/0",
)  # fmt: skip


def tail(text: str) -> Part:
    """Read a label followed by words."""
    label, _, rest = text.partition(" ")
    return label, words(rest)


def thing(draw: Draw, depth: int = 0) -> Tree:
    """A noun phrase for a thing."""
    if depth < 2 and draw.chance(0.18):
        return _several(draw, depth)
    phrase = draw.make(
        (4, _plain), (3, _compound), (2, _act), (1, _short), (1, _owned), (1, _hyphen)
    )
    if depth < 2 and draw.chance(0.18):
        return join(phrase, right=[("nmod", with_case("of", thing(draw, depth + 2)))])
    if draw.chance(0.15):
        return join(phrase, right=[tail(draw.pick(_THING_TAILS))])
    return phrase


def people(draw: Draw) -> Tree:
    """A noun phrase for people served."""
    noun = draw.pick(draw.lexicon.people)
    left: list[Part] = []
    singular = draw.chance(0.35)
    head = word(noun.lemma, "NN") if singular else word(noun.plural, "NNS")
    if singular or draw.chance(0.25):
        left.append(determiner(draw, plural=not singular))
    if draw.chance(0.15):
        left.append(("amod", word(draw.pick(draw.lexicon.adjectives), "JJ")))
    phrase = join(head, left=left)
    if draw.chance(0.2) and not singular:
        phrase = join(phrase, right=[tail(draw.pick(_PEOPLE_TAILS))])
    return phrase


def anyone(draw: Draw) -> Tree:
    """People served, now and then as a pronoun."""
    if draw.chance(0.08):
        form = draw.pick(("them", "him", "her", "you"))
        return word(form, "PRP")
    return people(draw)


def worker(draw: Draw, plural: bool) -> Tree:
    """A role title with its article."""
    phrase = role_phrase(draw.lexicon, draw.rng, plural, capital=draw.chance(0.35))
    if draw.chance(0.12):
        phrase = _with_second_role(draw, phrase, plural)
    if not plural:
        article = draw.pick(("the", "the", "the", "a", "our", "each"))
        tag = "PRP$" if article == "our" else "DT"
        label = "nmod:poss" if article == "our" else "det"
        return join(phrase, left=[(label, word(article, tag))])
    if draw.chance(0.2):
        return join(phrase, left=[("det", word("the", "DT"))])
    return phrase


def determiner(draw: Draw, plural: bool) -> Part:
    """An article, a quantifier or a possessive."""
    if draw.chance(0.25):
        return "nmod:poss", _owner(draw)
    if draw.chance(0.05):
        if plural:
            return "nummod", word(draw.pick(("two", "three", "5", "12")), "CD")
        return "det", word("a", "DT")
    options = _PLURAL_DETERMINERS if plural else (*_DETERMINERS, "a", "a")
    return "det", word(draw.pick(options), "DT")


def _owner(draw: Draw) -> Tree:
    if draw.chance(0.06):
        return words("his/PRP$/0 or/CC/3/cc her/PRP$/1/conj")
    return word(draw.pick(("their", "your", "his", "her", "our", "its", "my")), "PRP$")


def with_case(preposition: str, phrase: Tree) -> Tree:
    """*of* + *the plan*."""
    tag = "TO" if preposition == "TO" else "IN"
    return join(phrase, left=[("case", word(preposition, tag))])


def _plain(draw: Draw) -> Tree:
    left: list[Part] = []
    if draw.chance(0.25):
        head = word(draw.pick(draw.lexicon.mass), "NN")
        if draw.chance(0.3):
            left.append(("det", word(draw.pick(("the", "any", "all")), "DT")))
    else:
        noun = draw.pick(draw.lexicon.things)
        plural = draw.chance(0.6)
        head = word(noun.plural, "NNS") if plural else word(noun.lemma, "NN")
        if draw.chance(0.4 if plural else 0.92):
            left.append(determiner(draw, plural))
    left += _modifiers(draw)
    return join(head, left=left)


def _modifiers(draw: Draw) -> list[Part]:
    if draw.chance(0.35):
        return [("amod", word(draw.pick(draw.lexicon.adjectives), "JJ"))]
    if draw.chance(0.12):
        return [("amod", word(draw.pick(_PARTICIPLE_MODIFIERS), "VBN"))]
    if draw.chance(0.06):
        pair = [word(draw.pick(draw.lexicon.adjectives), "JJ") for _ in range(2)]
        return [("amod", coordinate(pair, "and", False))]
    return []


def _compound(draw: Draw) -> Tree:
    noun = draw.pick(draw.lexicon.things)
    plural = draw.chance(0.6)
    head = word(noun.plural, "NNS") if plural else word(noun.lemma, "NN")
    left = _modifiers(draw)
    if draw.chance(0.3 if plural else 0.7):
        left.insert(0, determiner(draw, plural))
    left.append(("compound", _compound_part(draw)))
    return join(head, left=left)


def _compound_part(draw: Draw) -> Tree:
    if draw.chance(0.5):
        return word(draw.pick(draw.lexicon.things).lemma, "NN")
    if draw.chance(0.5):
        return word(draw.pick(draw.lexicon.people).lemma, "NN")
    return word(draw.pick(draw.lexicon.mass), "NN")


def _act(draw: Draw) -> Tree:
    """A nominalization: *medication administration*, *completion of assessments*."""
    head = word(draw.pick(draw.lexicon.acts), "NN")
    left: list[Part] = []
    if draw.chance(0.15):
        left.append(("det", word("the", "DT")))
    if draw.chance(0.2):
        left.append(("amod", word(draw.pick(draw.lexicon.adjectives), "JJ")))
    if draw.chance(0.5):
        left.append(("compound", _compound_part(draw)))
        return join(head, left=left)
    inner = _plain(draw) if draw.chance(0.6) else _compound(draw)
    return join(head, left=left, right=[("nmod", with_case("of", inner))])


def _short(draw: Draw) -> Tree:
    form, tag = draw.pick(draw.lexicon.abbreviations)
    head = word(form, tag)
    if draw.chance(0.3):
        return join(head, left=[("compound", _compound_part(draw))])
    return join(head, left=[determiner(draw, tag == "NNS")] if draw.chance(0.3) else [])


def _owned(draw: Draw) -> Tree:
    """*the client's chart*, *residents' rooms*."""
    noun = draw.pick(draw.lexicon.people)
    if draw.chance(0.5):
        owner = join(
            word(noun.lemma, "NN"),
            left=[("det", word(draw.pick(("the", "a", "each")), "DT"))],
            right=[("case", word("'s", "POS"))],
        )
    else:
        mark = "'" if noun.plural.endswith("s") else "'s"
        owner = join(word(noun.plural, "NNS"), right=[("case", word(mark, "POS"))])
    thing_noun = draw.pick(draw.lexicon.things)
    head = word(thing_noun.plural, "NNS") if draw.chance(0.6) else word(thing_noun.lemma, "NN")
    left: list[Part] = [("nmod:poss", owner)]
    if draw.chance(0.2):
        left.append(("amod", word("own", "JJ")))
    if draw.chance(0.3):
        left.append(("compound", _compound_part(draw)))
    return join(head, left=left)


def _hyphen(draw: Draw) -> Tree:
    """*follow-up appointments*, *one-on-one sessions*, *drop-in hours*."""
    modifier = draw.pick((
        "follow/NN/3/compound -/HYPH/1/punct up/NN/0",
        "drop/NN/3/compound -/HYPH/1/punct in/NN/0",
        "one/CD/0 -/HYPH/5/punct on/IN/5/case -/HYPH/3/punct one/CD/1/nmod",
        "day/NN/0 -/HYPH/5/punct to/IN/5/case -/HYPH/3/punct day/NN/1/nmod",
        "face/NN/0 -/HYPH/5/punct to/IN/5/case -/HYPH/3/punct face/NN/1/nmod",
        "long/JJ/3/amod -/HYPH/1/punct term/NN/0",
        "short/JJ/3/amod -/HYPH/1/punct term/NN/0",
        "12/CD/3/nummod -/HYPH/1/punct step/NN/0",
        "self/NN/3/compound -/HYPH/1/punct help/NN/0",
        "check/NN/3/compound -/HYPH/1/punct in/NN/0",
        "well/NN/3/compound -/HYPH/1/punct being/NN/0",
    ))  # fmt: skip
    noun = draw.pick(draw.lexicon.things)
    return join(word(noun.plural, "NNS"), left=[("compound", words(modifier))])


def _several(draw: Draw, depth: int) -> Tree:
    """*a and b*, *a, b, and c*, *a, b, etc.*"""
    count = draw.pick((2, 2, 2, 3, 3, 4))
    parts = [thing(draw, depth + 2) for _ in range(count)]
    if count == 2 and draw.chance(0.08):
        slash = join(parts[1], left=[("cc", word("/", "SYM"))])
        return join(parts[0], right=[("conj", slash)])
    return coordinate(parts, draw.pick(("and", "and", "and", "or", "and/or")), draw.chance(0.6))


def _with_second_role(draw: Draw, first: Tree, plural: bool) -> Tree:
    if not plural or draw.chance(0.5):
        second = role_phrase(draw.lexicon, draw.rng, plural, capital=False)
        if not plural:
            second = join(second, left=[("det", word("the", "DT"))])
        return coordinate([first, second], draw.pick(("or", "and")), False)
    return first
