"""From a template and a match to new text for the sentence."""

from __future__ import annotations

from peerlint.rewording.around_noun import around_noun
from peerlint.rewording.around_verb import around_verb
from peerlint.rewording.broken_phrases import (
    refuse_clause_in_phrase,
    refuse_half_of_modifiers,
    refuse_lost_verb,
    refuse_phrase_before_noun,
)
from peerlint.rewording.broken_sentences import refuse_shared_preposition
from peerlint.rewording.broken_words import refuse_half_a_word
from peerlint.rewording.capitals import fit_capitals, fit_punctuation
from peerlint.rewording.changes import (
    introduces_doubled_words,
    says_again,
    sentence_after,
    unite,
)
from peerlint.rewording.fill import fill
from peerlint.rewording.filled import Source
from peerlint.rewording.grammar import modified_noun
from peerlint.rewording.lost_facts import refuse_lost_facts
from peerlint.rewording.neighbours import fitted_to_neighbours
from peerlint.rewording.number import is_plural_match
from peerlint.rewording.one_person import other_pronoun_changes
from peerlint.rewording.passage import Passage, Rewritten, Span, UnfitError
from peerlint.rewording.region import find_region
from peerlint.rewording.template import Kind, Part, parse_template, replaces_an_act
from peerlint.rewording.verb_site import verb_site
from peerlint.rewording.written_forms import finish_possessives, settle_articles
from peerlint.values import replace

_LONG = 6
_THEY = frozenset({"they", "them", "their", "theirs", "themself"})
_PREFIXES = ("co", "re")


def reword(template: str, passage: Passage) -> Rewritten | None:
    """New text for the match and whatever agrees with it; None when it cannot be done well.

    Raises TemplateError when the template cannot be read.
    """
    parts = parse_template(template)
    try:
        rewritten = _rewrite(parts, _with_prefix(passage))
    except UnfitError:
        return None
    before = passage.doc.text
    after = sentence_after(before, rewritten)
    doubled = introduces_doubled_words(before, after) or says_again(before, rewritten)
    torn = _open_brackets(after) != _open_brackets(before)
    return None if doubled or torn or after == before else rewritten


def _open_brackets(text: str) -> int:
    return text.count("(") - text.count(")")


def _rewrite(parts: tuple[Part, ...], passage: Passage) -> Rewritten:
    refuse_half_a_word(parts, passage)
    site = verb_site(parts, passage)
    modified = _modified_span(parts, passage)
    source = Source(passage, site, is_plural_match(passage, modified), modified)
    filled = fill(parts, source)
    text = finish_possessives(settle_articles(filled.text))
    refuse_shared_preposition(passage, text)
    act = replaces_an_act(parts) or _replaces_an_event(parts, passage)
    region = find_region(source, filled.used, act=act)
    if act and passage.duty:
        refuse_lost_facts(passage, region, filled.used, text)
    if site is not None:
        changes = around_verb(passage, region, text, act=act)
    else:
        refuse_phrase_before_noun(passage, source, text)
        refuse_lost_verb(parts, passage)
        refuse_clause_in_phrase(passage)
        refuse_half_of_modifiers(passage)
        text = fitted_to_neighbours(passage, region, text)
        changes = around_noun(parts, source, region, text)
        if text.split(" ")[-1] in _THEY and "event" not in passage.slots:
            changes += other_pronoun_changes(passage)
    united = unite(passage.doc.text, list(dict.fromkeys(changes)))
    return fit_punctuation(passage, fit_capitals(passage, united))


def _replaces_an_event(parts: tuple[Part, ...], passage: Passage) -> bool:
    """Whether a whole new act without slots replaces a duty or the event of a rule."""
    if any(part.kind is Kind.SLOT for part in parts):
        return False
    words = sum(len(part.value.split()) for part in parts)
    verb = any(part.kind is Kind.VERB for part in parts)
    return (passage.duty and verb) or ("event" in passage.slots and words > _LONG)


def _with_prefix(passage: Passage) -> Passage:
    """A match that begins inside *co-lead* takes in the prefix; *and* before the act stays out."""
    doc, start = passage.doc, passage.start
    if doc[start].dep_ == "cc" and passage.end - start > 1:
        return replace(passage, start=start + 1)
    if start < 2 or doc[start - 1].text != "-" or doc[start - 2].lower_ not in _PREFIXES:
        return passage
    return replace(passage, start=start - 2, head=passage.root.i)


def _modified_span(parts: tuple[Part, ...], passage: Passage) -> Span | None:
    if not any(part.kind is Kind.MODIFIED for part in parts):
        return None
    noun = modified_noun(passage.root, passage.end)
    return (passage.end, noun.i + 1) if noun is not None else None
