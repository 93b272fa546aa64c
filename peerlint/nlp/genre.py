"""Which type a document is, from its title, headings, labels and words."""

from __future__ import annotations

from collections.abc import Sequence

from peerlint.document import BlockKind, Document
from peerlint.matching.phrases import TokenView, find_all
from peerlint.matching.tokens import light_view
from peerlint.nlp.roles import Roles
from peerlint.rulebook.book import RuleBook
from peerlint.rulebook.pattern import Node, first_words

_WEIGHTS = {"title": 4, "heading": 2, "body": 1}
_ENOUGH, _LEAD = 3, 1
_CLEAR = 0.55  # share of the best type against the next


def type_of(
    document: Document, titles: Sequence[str], book: RuleBook
) -> tuple[str, float, tuple[str, ...]]:
    """The document's type, how sure that is (0 to 1), and what decided."""
    views = {
        "title": [light_view(title) for title in titles],
        "heading": [light_view(text) for text in _heading_texts(document)],
        "body": [light_view(block.text) for block in document.blocks[:400]],
    }
    scores: dict[str, int] = {}
    reasons: dict[str, list[str]] = {}
    for name in ("job-description", "policy", "treatment-plan", "other"):
        for part, weight in _WEIGHTS.items():
            hits = _hits(book.signals.get(name, {}).get(part, ()), views[part])
            # a second heading of the kind says more than the tenth
            count = min(len(hits), 1 if part == "title" else 5)
            scores[name] = scores.get(name, 0) + weight * count
            reasons.setdefault(name, []).extend(f"{part}: {hit}" for hit in hits[:3])
    roles = Roles(book)
    if any(roles.opens(view) for view in views["title"]) and scores["other"] < _WEIGHTS["title"]:
        scores["job-description"] += 4
        reasons["job-description"].insert(0, "title: a role")
    ranked = sorted(scores, key=lambda name: (-scores[name], name))
    best, second = ranked[0], ranked[1]
    share = scores[best] / max(1, scores[best] + scores[second])
    leads = scores[best] >= _ENOUGH and scores[best] - scores[second] >= _LEAD
    if best != "other" and leads and share >= _CLEAR:
        return best, round(share, 2), tuple(reasons[best][:5])
    if scores["other"] < _WEIGHTS["title"] and _is_impersonal(views["body"]):
        return "policy", 0.5, ("states rules, addresses nobody",)
    return "other", 0.5, tuple(reasons.get("other", ())[:3])


_PERSONAL = frozenset({"i", "we", "you", "my", "our", "your", "us", "me", "dear", "thank", "?"})


def _is_impersonal(views: Sequence[TokenView]) -> bool:
    """Whether nobody speaks, is addressed or asked."""
    return all(_PERSONAL.isdisjoint(view.words) for view in views)


def _heading_texts(document: Document) -> list[str]:
    texts = [block.text for block in document.blocks if block.kind is BlockKind.HEADING]
    texts += [block.label for block in document.blocks if block.label]
    texts += sorted({block.column_heading for block in document.blocks if block.column_heading})
    return texts


def _hits(nodes: Sequence[Node], views: Sequence[TokenView]) -> list[str]:
    hits = []
    for node in nodes:
        firsts = first_words(node)
        for view in views:
            if firsts is not None and firsts.isdisjoint(view.words):
                continue
            found = find_all(node, view)
            if found:
                hits.append(" ".join(view.text[found[0].start : found[0].end]).lower())
                break
    return hits
