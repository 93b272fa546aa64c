"""Which type a document is, from its title, headings, labels and words."""

from __future__ import annotations

from collections.abc import Sequence

from peerlint.document import BlockKind, Document
from peerlint.matching.phrases import TokenView, find_all
from peerlint.matching.tokens import light_view
from peerlint.nlp.classes import words_of
from peerlint.nlp.roles import PEER, Roles, says
from peerlint.rulebook.pattern import Node

_WEIGHTS = {"title": 4, "heading": 2, "body": 1}
_ENOUGH, _LEAD = 3, 1
_CLEAR = 0.55  # share of the best type against the next


def type_of(
    document: Document, titles: Sequence[str], roles: Roles
) -> tuple[str, float, tuple[str, ...]]:
    """The document's type, how sure that is (0 to 1), and what decided."""
    views = {
        "title": [light_view(title) for title in titles],
        "heading": [light_view(text) for text in _heading_texts(document)],
        "body": [light_view(block.text) for block in document.blocks[:400]],
    }
    words = {part: frozenset().union(*(view.words for view in own)) for part, own in views.items()}
    scores: dict[str, int] = {}
    reasons: dict[str, list[str]] = {}
    for name in ("job-description", "policy", "treatment-plan", "other"):
        for part, weight in _WEIGHTS.items():
            hits = _hits(roles.openings(name, part).opened_by(words[part]), views[part])
            # a second heading of the kind says more than the tenth
            count = min(len(hits), 1 if part == "title" else 5)
            told = part == "title" and any(len(hit.split()) > 1 for hit in hits)
            scores[name] = scores.get(name, 0) + weight * count + told
            reasons.setdefault(name, []).extend(f"{part}: {hit}" for hit in hits[:3])
    jobs = [view for view in views["title"] if _names_job(view, roles)]
    if jobs and _only_of_places(reasons["other"], roles):
        scores["other"] = 0  # "Peer Mentor, Re-Entry Workshop": where it is, not what the paper is
    if jobs and scores["other"] < _WEIGHTS["title"]:
        scores["job-description"] += 4 + any(roles.opens_peer(view) for view in jobs)
        reasons["job-description"].insert(0, "title: a role")
    ranked = sorted(scores, key=lambda name: (-scores[name], name))
    best, second = ranked[0], ranked[1]
    share = scores[best] / max(1, scores[best] + scores[second])
    leads = scores[best] >= _ENOUGH and scores[best] - scores[second] >= _LEAD
    if best != "other" and leads and share >= _CLEAR:
        return best, round(share, 2), tuple(reasons[best][:5])
    if scores["other"] < _WEIGHTS["title"] and _states_rules(views["body"], roles):
        return "policy", 0.5, ("states rules, addresses nobody",)
    return "other", 0.5, tuple(reasons.get("other", ())[:3])


def _only_of_places(reasons: Sequence[str], roles: Roles) -> bool:
    titles = [reason.removeprefix("title: ") for reason in reasons if reason.startswith("title")]
    places = words_of("WHERE_A_PEER_WORKS", roles.classes)
    return bool(titles) and places.issuperset(titles)


_PERSONAL = frozenset({"i", "my", "me", "mine", "?"})
_SPOKEN = frozenset({"we", "you", "our", "your", "us"})
_NORMS = frozenset({"must", "shall", "may", "never", "nobody", "anyone", "each", "every"})


def _states_rules(views: Sequence[TokenView], roles: Roles) -> bool:
    """Whether a text without a type of its own states rules for people: nobody tells of themselves."""
    words = frozenset().union(*(view.words for view in views))
    personal = _PERSONAL | words_of("LETTER_WORD", roles.classes)
    if not personal.isdisjoint(words) or (
        not _SPOKEN.isdisjoint(words) and _NORMS.isdisjoint(words)
    ):
        return False
    return any(says(view, roles.parties) for view in views)


_TITLE_WORDS = 4
_JOB_ENDS = frozenset("( - – — , : / | ; i ii iii iv v 1 2 3 at for in on with of".split())


def _names_job(view: TokenView, roles: Roles) -> bool:
    """Whether a title is a job's (*Claims Examiner II*), no paper or group of one (*Nurse Rota*)."""
    start = 1 if view.lower[:1] in (("the",), ("a",), ("our",), ("on",)) else 0
    end = next((at for at, w in enumerate(view.lower) if at > start and w in _JOB_ENDS), len(view))
    if view.lower[end : end + 1] == ("-",) and end + 1 < len(view) and view.text[end + 1].isalpha():
        rest = (at for at, w in enumerate(view.lower) if at > end + 1 and w in _JOB_ENDS)
        end = next(rest, len(view))
    if end - start == 0 or end - start > 7:
        return False
    titled = any(stop == end and begin <= end for begin, stop, _ in roles.titles(view))
    named = {word for word in view.lower[end + 1 : end + 5] if word.isalpha()}
    if end < len(view) and view.lower[end] in ("–", "—") and len(named) <= _TITLE_WORDS:
        titled = titled or any(
            begin == end + 1 and role == PEER for begin, _, role in roles.titles(view)
        )
    plural = view.lower[end - 1].endswith("s") and view.lower[end - 1] != "=s"
    return view.lower[end - 1] in words_of("JOB_NOUN", roles.classes) or (titled and not plural)


def _heading_texts(document: Document) -> list[str]:
    texts = [block.text for block in document.blocks if block.kind is BlockKind.HEADING]
    texts += [block.label for block in document.blocks if block.label]
    texts += sorted({block.column_heading for block in document.blocks if block.column_heading})
    return texts


def _hits(nodes: Sequence[Node], views: Sequence[TokenView]) -> list[str]:
    hits = []
    for node in nodes:
        firsts = node.firsts
        for view in views:
            if firsts is not None and firsts.isdisjoint(view.words):
                continue
            found = find_all(node, view)
            if found:
                hits.append(" ".join(view.text[found[0].start : found[0].end]).lower())
                break
    return hits
