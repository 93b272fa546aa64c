"""Who a clause says acts: its subject, its agent, or whoever is asked to."""

from __future__ import annotations

from peerlint.nlp import syntax
from peerlint.nlp.classes import Classes, words_of
from peerlint.nlp.nearby import title_before
from peerlint.nlp.noun_roles import PRONOUNS, role_of
from peerlint.nlp.roles import OTHER, PEER, UNKNOWN, title_at
from peerlint.nlp.sentence import Sentence
from peerlint.nlp.syntax import Span, Token


def agent_of(verb: Token, classes: Classes) -> Token | None:
    """The *by* phrase of a passive verb or of a noun that names an act."""
    named = syntax.children(verb, "obl:agent", "agent")
    for noun in named:
        inner = [child for child in noun.children if child.dep_ == "pobj"]
        agent = inner[0] if inner else noun
        return None if _is_means_or_time(agent, classes) else agent
    if verb.tag_ in ("VBN", "VBD") or verb.pos_ == "NOUN":
        by = [
            noun
            for prep, noun in syntax.prepositional(verb)
            if prep == "by" and noun.pos_ != "VERB" and not _is_means_or_time(noun, classes)
        ]
        return by[0] if by else None
    return None


def _is_means_or_time(noun: Token, classes: Classes) -> bool:
    """*by phone*, *by Friday*, *by 9:00* name nobody."""
    return noun.lower_ in words_of("MEANS_OR_TIME", classes) or noun.pos_ == "NUM"


def caused_by(verb: Token, classes: Classes) -> Token | None:
    """*had her count pills*, for parses that take the pronoun as a possessive."""
    if verb.tag_ != "VB" or verb.i < 2:
        return None
    pronoun, causing = verb.doc[verb.i - 1], verb.doc[verb.i - 2]
    caused = causing.lower_ in words_of("CAUSING", classes)
    return pronoun if caused and pronoun.lower_ in ("her", "him", "them") else None


def said_with(
    sentence: Sentence, at: Token, below: Token | None, classes: Classes, span: Span
) -> str | None:
    """The role that a subject at this predicate gives to the token below it, None: go on climbing.

    A subject within `span` is part of what is done (*van runs are a daily task*).
    """
    controlled = _controller(at, below, classes)
    if controlled is not None:
        role = role_of(sentence, controlled, classes)
        helped = role == OTHER and at.lower_ in words_of("HELPING_WITH", classes)
        if not helped and not (role == UNKNOWN and _is_used(controlled, below)):
            return role
    subject = (
        syntax.subject(at) or _of_clause_before(at) or _of_misread_do(at) or _of_described_noun(at)
    )
    if below is not None and subject is not None and subject.i == below.i:
        handled = handled_by(sentence, at, classes)
        if handled:
            return handled
    if subject is not None and (_goes_before(at) or _is_hour(subject)):
        return None
    if (
        subject is not None
        and subject.tag_ == "VBG"
        and (said := _just_before(sentence, at, classes))
    ):
        return said
    if subject is None or (below is not None and subject.i == below.i):
        return _of_relative(sentence, at, classes)
    if _asks_what(at) or (below is not None and _disagrees(below, at, subject)):
        return None
    if _is_order_to_do(at, subject) and role_of(sentence, subject, classes) == UNKNOWN:
        return None
    if span[0] <= subject.i < span[1] and subject.pos_ != "PRON":
        agent = agent_of(at, classes)
        if agent is not None:
            return agent_role(sentence, agent, classes)
        return handled_by(sentence, at, classes) or None
    if subject.lower_ in ("who", "that", "which") and syntax.label(at) == "acl:relcl":
        return role_of(sentence, _meant(at.head), classes)
    if syntax.is_passive(at) and below is None:
        if subject.pos_ == "VERB" or _is_seen_to(at, classes):
            return None
        if at.lower_ in words_of("SENT_TO_WORK", classes):
            return role_of(sentence, subject, classes)
        return _noticed_by(sentence, at, classes)
    role = role_of(sentence, subject, classes)
    return None if role == UNKNOWN and _is_note(at) else role


def _meant(noun: Token) -> Token:
    """*The coach is the one who counts*: the coach."""
    said = syntax.children(noun, "nsubj") if syntax.children(noun, "cop") else ()
    return said[0] if said and noun.lower_ in ("one", "ones", "person", "people") else noun


def _is_hour(noun: Token) -> bool:
    """*1:00 fold towels*: when, read as who."""
    return noun.tag_ == "CD" and ":" in noun.text


def _goes_before(verb: Token) -> bool:
    """*Coaches come before the nurses to set it up*, read as if the nurses did."""
    marks = {word.lower_ for word in syntax.children(verb, "mark")}
    return "to" in marks and not marks.isdisjoint(("before", "after"))


def _just_before(sentence: Sentence, verb: Token, classes: Classes) -> str:
    """*Starting Monday peer team will do it*: the title that ends where the verb begins, else ""."""
    first = min([verb.i, *(word.i for word in syntax.children(verb, "aux"))])
    return title_before(sentence, first, classes)


def _is_used(noun: Token, below: Token | None) -> bool:
    """*use your story to persuade people*: a thing, which does nothing itself."""
    return below is not None and syntax.label(below) == "advcl" and noun.pos_ == "NOUN"


def agent_role(sentence: Sentence, agent: Token, classes: Classes) -> str:
    """The role of a *by* phrase; a name that the text gives to no peer worker is somebody else's."""
    known = sentence.place.cast.role(agent.lower_)
    if agent.pos_ == "PROPN" and agent.text.istitle() and not known:
        named = role_of(sentence, agent, classes)
        return named if _has_title(sentence, agent, classes) else OTHER
    return role_of(sentence, agent, classes)


def _has_title(sentence: Sentence, agent: Token, classes: Classes) -> bool:
    start = agent.left_edge.i
    return any(
        title_at(sentence.view, at, classes, sentence.place.cast) is not None
        for at in range(start, agent.i + 1)
    )


def handled_by(sentence: Sentence, verb: Token, classes: Classes) -> str:
    """*Driving is handled by Rosalba*, *rides are booked with dispatch*: who does it, else ""."""
    if not syntax.is_passive(verb):
        return ""
    agent = agent_of(verb, classes)
    if agent is not None:
        return agent_role(sentence, agent, classes)
    if verb.lower_ not in words_of("ARRANGED_WITH", classes):
        return ""
    for prep, noun in syntax.prepositional(verb):
        if prep in ("with", "through") and noun.pos_ in ("NOUN", "PROPN"):
            role = role_of(sentence, noun, classes)
            return OTHER if role == UNKNOWN else role
    return ""


def _noticed_by(sentence: Sentence, verb: Token, classes: Classes) -> str:
    """*Where the coach notices a change, a form is to be completed*: who acts in the clause before."""
    for clause in syntax.children(verb, "advcl"):
        subject = syntax.subject(clause)
        if subject is not None and clause.i < verb.i and not syntax.is_passive(clause):
            role = role_of(sentence, subject, classes)
            if role == PEER and clause.lower_ in words_of("NOTICING", classes):
                return role
    return UNKNOWN


def _of_clause_before(verb: Token) -> Token | None:
    """*While the nurse fills it, counts pills and signs, the coach reads*: the nurse counts.

    A finite verb between a clause that opens the sentence and the main one goes with the former.
    """
    if verb.tag_ not in ("VBZ", "VBP") or not syntax.is_root(verb):
        return None
    later = any(
        child.i > verb.i
        and (subject := syntax.subject(child)) is not None
        and subject.i > verb.i
        and subject.doc[subject.left_edge.i - 1].text == ","
        for child in syntax.children(verb, "conj", "parataxis", "ccomp")
    )
    opening = [
        clause
        for clause in syntax.children(verb, "advcl")
        if later and clause.i < verb.i and clause.left_edge.i == 0
    ]
    return syntax.subject(opening[0]) if opening else None


def _of_misread_do(verb: Token) -> Token | None:
    """*Techs do vitals*; *the nurse does the scores, you don't*: a *do* that the parse takes for none.

    It joins it as a list to the noun before, or as an auxiliary to the verb of the next clause.
    """
    if verb.lower_ not in ("do", "does"):
        return None
    if syntax.label(verb) == "list" and verb.head.i == verb.i - 1:
        return verb.head
    if syntax.label(verb) != "aux" or not syntax.children(verb, "obj"):
        return None
    before = [s for s in syntax.children(verb.head, "nsubj", "nsubj:pass") if s.i < verb.i]
    return before[-1] if before else None


def _of_described_noun(verb: Token) -> Token | None:
    """*Dispatchers, who are trained for it, decide*: a verb that the parse joins to its subject as a list."""
    noun = verb.head
    if syntax.label(verb) != "conj" or noun.pos_ not in ("NOUN", "PROPN") or verb.tag_ == "VBG":
        return None
    described = any(
        clause.i < verb.i and clause.left_edge.text == ","
        for clause in syntax.children(noun, "acl:relcl")
    )
    return noun if described and verb.left_edge.text == "," else None


def _is_note(verb: Token) -> bool:
    """*pills counted*: a participle that heads a note, of whoever the place is about."""
    return verb.tag_ == "VBN" and syntax.is_root(verb) and not syntax.children(verb, "aux")


def _disagrees(verb: Token, above: Token, subject: Token) -> bool:
    """*meetings at which patients are discussed and writes plans*: another subject's verb."""
    if syntax.label(verb) != "conj":
        return False
    if verb.tag_ in ("VB", "VBP") and _is_singular(above, subject):
        return True
    if verb.tag_ == "VB":
        return _is_order_after(above)
    meant = above.head if subject.lower_ in ("who", "that", "which") else subject
    plural = meant.tag_ in ("NNS", "NNPS") and meant.lower_ not in PRONOUNS
    return verb.tag_ == "VBZ" and (plural or meant.lower_ == "those" or _is_plural(above))


def _is_plural(verb: Token) -> bool:
    """*those who have left*, *people who come*: a finite verb of several."""
    return "VBP" in (verb.tag_, *(word.tag_ for word in syntax.children(verb, "aux")))


def _is_singular(verb: Token, subject: Token) -> bool:
    """*whether or not the person is present and give their opinion*: a finite verb of one."""
    said = (verb, *syntax.children(verb, "cop"))
    single = subject.tag_ in ("NN", "NNP") and not syntax.children(subject, "conj")
    return single and any(word.tag_ == "VBZ" for word in said)


def _is_order_after(clause: Token) -> bool:
    """*Talk, ride along if they like it, and stay*: a clause within an order, that goes on behind it."""
    tags = (clause.tag_, *(word.tag_ for word in syntax.children(clause, "cop")))
    told = not _FINITE.isdisjoint(tags) and syntax.label(clause) in _WITHIN
    return told and any(_is_order(above) for above in syntax.ancestors(clause))


_WITHIN = ("advcl", "acl:relcl", "ccomp")
_FINITE = frozenset({"VBP", "VBZ", "VBD"})


def _is_order(verb: Token) -> bool:
    return verb.tag_ == "VB" and (syntax.subject(verb) is None or _asks_what(verb))


def _asks_what(verb: Token) -> bool:
    """*What you'll do: talk*, of which the parse makes *what* the subject."""
    subject = syntax.subject(verb)
    between = verb.doc[subject.i : verb.i] if subject is not None else ()
    return subject is not None and subject.tag_ == "WP" and any(w.text == ":" for w in between)


def watched(verb: Token | None, above: Token) -> bool:
    """*Watching a parent give a sample and sealing the cup*: who seals is who watches."""
    return (
        verb is not None
        and verb.tag_ == "VBG"
        and syntax.label(verb) == "conj"
        and above.tag_ == "VB"
        and syntax.label(above) in ("xcomp", "ccomp")
        and above.head.tag_ == "VBG"
    )


def _is_order_to_do(verb: Token, subject: Token) -> bool:
    """*Does the weekly grocery run*: what is done, read for a question about the grocery."""
    doing = [word for word in syntax.children(verb, "aux") if word.lower_ in ("does", "do")]
    return (
        bool(doing)
        and doing[0].i < subject.i
        and subject.tag_ in ("NN", "NNS")
        and not any(word.is_alpha for word in verb.doc[: doing[0].i])
        and all(word.text != "?" for word in verb.doc)
    )


def _is_seen_to(verb: Token, classes: Classes) -> bool:
    """*sees to it that rooms are cleaned*: who sees to it acts."""
    return syntax.label(verb) in ("ccomp", "advcl", "acl", "xcomp", "conj", "parataxis") and any(
        above.lower_ in words_of("SEEING_TO", classes) for above in syntax.ancestors(verb)
    )


def _of_relative(sentence: Sentence, at: Token, classes: Classes) -> str | None:
    if syntax.label(at) in ("acl", "acl:relcl") and at.tag_ == "VBG":
        role = role_of(sentence, at.head, classes)
        return role if role in (PEER, OTHER) else None
    if at.tag_ == "VB" and syntax.label(at) == "acl" and at.head.i < at.i:
        role = role_of(sentence, at.head, classes)  # "Peer specialist to feed back", in note style
        return role if role == PEER or (role == OTHER and syntax.is_root(at.head)) else None
    if at.tag_ == "VBN" and syntax.label(at) in ("acl", "acl:relcl"):
        return None if _is_added(at) else UNKNOWN
    return None


def _is_added(participle: Token) -> bool:
    """*Hourly bed checks, initialed*: what goes with a task that stands alone."""
    task = participle.head
    alone = syntax.is_root(task) and task.pos_ == "NOUN" and not syntax.children(task, "cop")
    return alone and participle.left_edge.text == ","


def _controller(at: Token, below: Token | None, classes: Classes) -> Token | None:
    """*ask the coach to count*, *peer workers are expected to count*, *have the peer worker count*."""
    if below is None or syntax.label(below) not in ("xcomp", "ccomp", "advcl", "acl"):
        return None
    if at.lower_ in ("by", "after", "before") or below.tag_ == "VBG":
        return None
    objects = [
        noun
        for noun in syntax.children(at, "obj", "iobj")
        if noun.i < below.i and noun.doc[noun.i - 1].text != "-"  # "two-person escort hold"
    ]
    if objects and syntax.label(below) in ("xcomp", "ccomp", "acl"):
        return objects[-1]
    if objects and syntax.label(below) == "advcl" and at.lower_ in words_of("SENDING", classes):
        return objects[-1]
    passive = syntax.children(at, "nsubj:pass")
    return passive[-1] if passive else None
