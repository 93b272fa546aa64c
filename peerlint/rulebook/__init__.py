"""Rules as data: loaded from YAML, validated, compiled."""

from peerlint.rulebook.book import RuleBook
from peerlint.rulebook.loader import builtin_rules, load_rulebook, rulebook_version
from peerlint.rulebook.rule import Rule

__all__ = ["Rule", "RuleBook", "builtin_rules", "load_rulebook", "rulebook_version"]
