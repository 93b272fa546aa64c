"""Which silencers are asked about what a rule has found."""

from __future__ import annotations

from peerlint.matching.match import Match
from peerlint.rulebook.rule import Rule

_ALWAYS = ("prohibition", "mention", "name", "quotation")
_OF_DUTIES = ("request", "agreement", "account")
_OF_BLAME = ("other-subject", "disowned")
_OF_CONTROL = ("other-subject-of-passive", "report")
_BLAME = frozenset({"deficit", "stigmatizing", "clinicalized"})


def silencers_of(rule: Rule, match: Match, of_peers: frozenset[int]) -> list[str]:
    """The names to ask, in order; `of_peers` are the rules whose events want a peer worker as the actor."""
    names = [*_ALWAYS]
    if rule.negation:
        names.append("negation")
    if rule.kind == "duty":
        wants_peer = not match.event or match.rule in of_peers
        if rule.actor == "peer" or (not rule.actor and wants_peer):
            names.append("other-actor")
        names += _OF_DUTIES
    if rule.category in _BLAME:
        names += _OF_BLAME
    if rule.category == "coercive":
        names += _OF_CONTROL
    names += [name for name in rule.unless if not name.startswith("phrase:")]
    return list(dict.fromkeys(names))
