"""Whole items of the genre: bullets, policy sentences, plan sentences and headings."""

from __future__ import annotations

from training.augment.spelling import (
    capitalised,
    fix_articles,
    lower_first,
    sentence_case,
    title_case,
    upper_case,
    with_end_mark,
    with_period,
)
from training.grammar.draw import Draw
from training.grammar.nouns import people, thing, with_case, worker
from training.grammar.phrase import Part, coordinate, finish, join, word, words
from training.grammar.verbs import adjunct, inflected, verb_phrase
from training.tree import Tree

_MODALS = ("will", "may", "must", "shall", "should", "can", "cannot")


def generate(draw: Draw) -> Tree:
    """One item, finished with tags, spacing, capitals and end mark."""
    kind = draw.rng.random()
    if kind < 0.40:
        return _bullet(draw)
    if kind < 0.66:
        return _statement(draw)
    if kind < 0.78:
        return _duty_fragment(draw)
    if kind < 0.88:
        return _plan_sentence(draw)
    return _heading(draw)


def _bullet(draw: Draw) -> Tree:
    tag = draw.rng.choices(("VB", "VBZ", "VBG"), (5, 3, 2))[0]
    tree = verb_phrase(draw, tag)
    if draw.chance(0.05):
        tree = _fronted(draw, tree)
    elif draw.chance(0.08) and tag == "VB":
        negation: list[Part] = [("aux", word("do", "VB")), ("advmod", word("not", "RB"))]
        tree = join(tree, left=negation)
    return _as_bullet(draw, tree)


def _statement(draw: Draw) -> Tree:
    kind = draw.rng.random()
    if kind < 0.3:
        tree = _active(draw)
    elif kind < 0.5:
        tree = _passive(draw)
    elif kind < 0.62:
        tree = _required(draw)
    elif kind < 0.72:
        tree = _responsible(draw, with_subject=True)
    elif kind < 0.8:
        tree = _contrast(draw)
    elif kind < 0.88:
        tree = _act_as_subject(draw)
    else:
        tree = _simple(draw)
    if draw.chance(0.1):
        tree = _fronted(draw, tree)
    tree = sentence_case(fix_articles(finish(tree)))
    return with_period(tree) if draw.chance(0.85) else with_end_mark(tree, draw.rng)


def _duty_fragment(draw: Draw) -> Tree:
    kind = draw.rng.random()
    if kind < 0.3:
        tree = _responsible(draw, with_subject=False)
    elif kind < 0.5:
        tree = _ability(draw)
    elif kind < 0.7:
        tree = _modal_without_subject(draw)
    elif kind < 0.8:
        tree = _labelled(draw)
    elif kind < 0.86:
        tree = _quality(draw)
    else:
        tree = thing(draw)
    return _as_bullet(draw, tree)


def _plan_sentence(draw: Draw) -> Tree:
    subject = _person_subject(draw)
    kind = draw.rng.random()
    if kind < 0.35:
        verb = draw.pick(draw.lexicon.verbs)
        tag = draw.pick(("VBZ", "VBD"))
        predicate = join(inflected(verb, tag), right=[("obj", thing(draw))])
        if draw.chance(0.25):
            predicate = join(predicate, right=[adjunct(draw)])
    elif kind < 0.6:
        predicate = _being(draw)
    elif kind < 0.7:
        predicate = verb_phrase(draw, draw.pick(("VBZ", "VBD")), 1)
    else:
        predicate = join(
            verb_phrase(draw, "VB", 1),
            left=[("aux", word(draw.pick(("will", "must", "can", "may")), "MD"))],
        )
    tree = join(predicate, left=[("nsubj", subject)])
    tree = sentence_case(fix_articles(finish(tree)))
    return with_period(tree) if draw.chance(0.8) else tree


def _being(draw: Draw) -> Tree:
    """*is non-compliant with treatment*, *was unstable and homeless*."""
    tag = draw.pick(("VBZ", "VBD"))
    left: list[Part] = [("cop", word("is" if tag == "VBZ" else "was", tag))]
    if draw.chance(0.15):
        left.append(("advmod", word("not", "RB")))
    return join(_quality(draw), left=left)


def _quality(draw: Draw) -> Tree:
    phrase = word(draw.pick(draw.lexicon.adjectives), "JJ")
    if draw.chance(0.25):
        second = word(draw.pick(draw.lexicon.adjectives), "JJ")
        return coordinate([phrase, second], draw.pick(("and", "or")), last_comma=False)
    if draw.chance(0.5):
        preposition = draw.pick(("with", "with", "about", "to", "of"))
        return join(phrase, right=[("obl", with_case(preposition, thing(draw)))])
    return phrase


def _heading(draw: Draw) -> Tree:
    kind = draw.rng.random()
    if kind < 0.6:
        tree = thing(draw)
    elif kind < 0.8:
        tree = verb_phrase(draw, "VBG", 1)
    else:
        tree = worker(draw, plural=draw.chance(0.4))
    tree = fix_articles(finish(tree))
    style = draw.rng.random()
    if style < 0.4:
        return title_case(tree)
    if style < 0.75:
        return upper_case(tree)
    return sentence_case(tree)


def _as_bullet(draw: Draw, tree: Tree) -> Tree:
    tree = fix_articles(finish(tree))
    tree = sentence_case(tree) if draw.chance(0.8) else lower_first(tree)
    tree = with_end_mark(tree, draw.rng)
    return upper_case(tree) if draw.chance(0.03) else tree


def _active(draw: Draw) -> Tree:
    plural = draw.chance(0.4)
    left: list[Part] = [("nsubj", worker(draw, plural))]
    kind = draw.rng.random()
    if kind < 0.45:
        modal = draw.pick(_MODALS)
        if modal == "cannot":
            left += [("aux", word("can", "MD")), ("advmod", word("not", "RB"))]
        else:
            left.append(("aux", word(modal, "MD")))
            if draw.chance(0.25):
                left.append(("advmod", word(draw.pick(("not", "not", "also", "never")), "RB")))
        return join(verb_phrase(draw, "VB"), left=left)
    if kind < 0.6:
        negation = draw.pick(("not", "n't"))
        do = ("do", "VBP") if plural else ("does", "VBZ")
        left += [("aux", word(*do)), ("advmod", word(negation, "RB"))]
        return join(verb_phrase(draw, "VB"), left=left)
    if kind < 0.7:
        be = ("are", "VBP") if plural else ("is", "VBZ")
        left.append(("aux", word(*be)))
        return join(verb_phrase(draw, "VBG"), left=left)
    return join(verb_phrase(draw, "VBP" if plural else "VBZ"), left=left)


def _simple(draw: Draw) -> Tree:
    """A title before a verb that could be read as a noun: *The nurse charts refusals.*"""
    plural = draw.chance(0.5)
    verb = inflected(draw.pick(draw.lexicon.verbs), "VBP" if plural else "VBZ")
    tree = join(verb, left=[("nsubj", worker(draw, plural))], right=[("obj", thing(draw))])
    return join(tree, right=[adjunct(draw)]) if draw.chance(0.4) else tree


def _passive(draw: Draw) -> Tree:
    verb = inflected(draw.pick(draw.lexicon.verbs), "VBN")
    subject = thing(draw, 1) if draw.chance(0.6) else people(draw)
    left: list[Part] = [("nsubj:pass", subject)]
    if draw.chance(0.45):
        left += [("aux", word(draw.pick(_MODALS[:5]), "MD"))]
        if draw.chance(0.2):
            left.append(("advmod", word("not", "RB")))
        left.append(("aux:pass", word("be", "VB")))
    else:
        be = draw.pick((("are", "VBP"), ("is", "VBZ"), ("was", "VBD"), ("were", "VBD")))
        left.append(("aux:pass", word(*be)))
        if draw.chance(0.15):
            left.append(("advmod", word("not", "RB")))
    right: list[Part] = []
    if draw.chance(0.55):
        agent = with_case("by", worker(draw, draw.chance(0.5)))
        right.append(("obl:agent", agent))
    if draw.chance(0.35):
        right.append(adjunct(draw))
    return join(verb, left=left, right=right)


def _required(draw: Draw) -> Tree:
    """*The coach is required to drive clients*, *Staff are not asked to…*"""
    plural = draw.chance(0.4)
    inner = join(verb_phrase(draw, "VB", 1), left=[("mark", word("to", "TO"))])
    left: list[Part] = [("nsubj:pass", worker(draw, plural))]
    verb = draw.pick(("required", "expected", "asked", "allowed", "assigned", "trained", "able"))
    be = ("are", "VBP") if plural else ("is", "VBZ")
    if verb == "able":
        left = [("nsubj", left[0][1]), ("cop", word(*be))]
        return join(word("able", "JJ"), left=left, right=[("xcomp", inner)])
    if draw.chance(0.4):
        left += [("aux", word("will", "MD"))]
        if draw.chance(0.3):
            left.append(("advmod", word("not", "RB")))
        left.append(("aux:pass", word("be", "VB")))
    else:
        left.append(("aux:pass", word(*be)))
        if draw.chance(0.2):
            left.append(("advmod", word("not", "RB")))
    return join(word(verb, "VBN"), left=left, right=[("xcomp", inner)])


def _responsible(draw: Draw, with_subject: bool) -> Tree:
    if draw.chance(0.6):
        gerunds = [verb_phrase(draw, "VBG", 1) for _ in range(draw.pick((1, 1, 2)))]
        inner = gerunds[0] if len(gerunds) == 1 else coordinate(gerunds, "and", False)
        right: list[Part] = [("advcl", join(inner, left=[("mark", word("for", "IN"))]))]
    else:
        right = [("obl", with_case("for", thing(draw)))]
    left: list[Part] = []
    if not with_subject and draw.chance(0.3):
        left = [("cop", word(*draw.pick((("is", "VBZ"), ("be", "VB"), ("being", "VBG")))))]
    if with_subject:
        plural = draw.chance(0.3)
        left = [
            ("nsubj", worker(draw, plural)),
            ("cop", word("are", "VBP") if plural else word("is", "VBZ")),
        ]
    if draw.chance(0.2):
        left.append(("advmod", word("not", "RB")))
    return join(word("responsible", "JJ"), left=left, right=right)


def _contrast(draw: Draw) -> Tree:
    """*The nurse gives injections; the coach does not*, *while the coach…*"""
    first = _simple(draw)
    second = _active(draw)
    kind = draw.rng.random()
    if kind < 0.4:
        return join(first, right=[("parataxis", join(second, left=[("punct", word(";", ":"))]))])
    if kind < 0.7:
        return join(first, right=[("advcl", join(second, left=[("mark", word("while", "IN"))]))])
    marks: list[Part] = [("punct", word(",", ",")), ("cc", word(draw.pick(("and", "but")), "CC"))]
    return join(first, right=[("conj", join(second, left=marks))])


def _act_as_subject(draw: Draw) -> Tree:
    """*Administering medication is the duty of the nurse*, *Completion of forms is required.*"""
    if draw.chance(0.5):
        label, subject = "csubj", verb_phrase(draw, "VBG", 1)
    else:
        label, subject = "nsubj", thing(draw)
    kind = draw.rng.random()
    if kind < 0.35:
        passive = "csubj:pass" if label == "csubj" else "nsubj:pass"
        left: list[Part] = [(passive, subject), ("aux:pass", word("is", "VBZ"))]
        return join(word(draw.pick(("required", "prohibited", "expected")), "VBN"), left=left)
    left = [(label, subject), ("cop", word("is", "VBZ"))]
    if draw.chance(0.25):
        left.append(("advmod", word("not", "RB")))
    if kind < 0.7:
        owner = with_case("of", worker(draw, plural=False))
        noun = draw.pick(("responsibility", "duty", "job", "role"))
        left.append(("det", word("the", "DT")))
        return join(word(noun, "NN"), left=left, right=[("nmod", owner)])
    left.append(("det", word("a", "DT")))
    return join(word(draw.pick(("requirement", "condition", "violation")), "NN"), left=left)


def _fronted(draw: Draw, tree: Tree) -> Tree:
    """*On weekends, the nurse…*, *If the resident refuses, …*"""
    if draw.chance(0.4):
        label, phrase = adjunct(draw)
        if label == "advmod":
            return tree
    else:
        mark = draw.pick(("if", "when", "after", "before", "while"))
        inner = join(verb_phrase(draw, "VBZ", 1), left=[("nsubj", _person_subject(draw))])
        opener = ("advmod", word("when", "WRB")) if mark == "when" else ("mark", word(mark, "IN"))
        label, phrase = "advcl", join(inner, left=[opener])
    if label == "advcl" or draw.chance(0.6):
        phrase = join(phrase, right=[("punct", word(",", ","))])
    return join(tree, left=[(label, phrase)])


def _ability(draw: Draw) -> Tree:
    """*Ability to complete forms*, *Knowledge of medications*, *Experience in …ing*."""
    if draw.chance(0.45):
        inner = join(verb_phrase(draw, "VB", 1), left=[("mark", word("to", "TO"))])
        left: list[Part] = []
        if draw.chance(0.3):
            left = [("amod", word(draw.pick(("demonstrated", "proven")), "VBN"))]
        return join(
            word(draw.pick(("ability", "willingness", "duty")), "NN"),
            left=left,
            right=[("acl", inner)],
        )
    noun = draw.pick(
        (
            ("knowledge", "of"),
            ("experience", "with"),
            ("skill", "in"),
            ("training", "in"),
            ("understanding", "of"),
            ("familiarity", "with"),
        )
    )
    if draw.chance(0.4):
        inner = join(verb_phrase(draw, "VBG", 1), left=[("mark", word(noun[1], "IN"))])
        return join(word(noun[0], "NN"), right=[("acl", inner)])
    return join(word(noun[0], "NN"), right=[("nmod", with_case(noun[1], thing(draw)))])


def _modal_without_subject(draw: Draw) -> Tree:
    """*Must complete forms*, *Does not administer…*, *Will be required to …*, *May not …*"""
    kind = draw.rng.random()
    if kind < 0.35:
        modal = draw.pick(_MODALS[:5])
        left: list[Part] = [("aux", word(modal, "MD"))]
        if draw.chance(0.35):
            left.append(("advmod", word("not", "RB")))
        return join(verb_phrase(draw, "VB", 1), left=left)
    if kind < 0.6:
        do = draw.pick((("does", "VBZ"), ("do", "VBP")))
        return join(
            verb_phrase(draw, "VB", 1), left=[("aux", word(*do)), ("advmod", word("not", "RB"))]
        )
    if kind < 0.7:
        return join(
            verb_phrase(draw, draw.pick(("VB", "VBZ")), 1), left=[("advmod", word("never", "RB"))]
        )
    inner = join(verb_phrase(draw, "VB", 1), left=[("mark", word("to", "TO"))])
    if kind < 0.85:
        left = [("aux", word("must", "MD")), ("cop", word("be", "VB"))]
        return join(word(draw.pick(("able", "willing")), "JJ"), left=left, right=[("xcomp", inner)])
    left = [("aux", word("will", "MD")), ("aux:pass", word("be", "VB"))]
    return join(
        word(draw.pick(("required", "expected", "asked")), "VBN"),
        left=left,
        right=[("xcomp", inner)],
    )


def _labelled(draw: Draw) -> Tree:
    """*Duties: administer medication*: what follows the colon hangs on the label."""
    label = draw.pick(
        ("duties/NNS/0", "note/NN/0", "goal/NN/0", "responsibilities/NNS/0", "policy/NN/0")
    )
    head = words(label)
    tag = draw.pick(("VB", "VBZ", "VBG"))
    body = verb_phrase(draw, tag, 1) if draw.chance(0.6) else thing(draw)
    body = join(body, left=[("punct", word(":", ":"))])
    return join(head, right=[("parataxis", body)])


def _person_subject(draw: Draw) -> Tree:
    if draw.chance(0.04):
        return words("he/PRP/0 or/CC/3/cc she/PRP/1/conj")
    if draw.chance(0.25):
        return word(draw.pick(("he", "she")), "PRP")
    if draw.chance(0.15):
        name = draw.pick(("Maria", "James", "Ms. Lopez", "Mr. Reed", "Dana", "Jordan"))
        first, _, last = name.partition(" ")
        if last:
            return words(f"{first}/NNP/0 {last}/NNP/1/flat")
        return word(first, "NNP")
    noun = draw.pick(draw.lexicon.people)
    head = word(noun.lemma, "NN")
    if noun.lemma == "pt" or draw.chance(0.35):
        head[0].form = capitalised(head[0].form)
        return head
    return join(head, left=[("det", word("the", "DT"))])
