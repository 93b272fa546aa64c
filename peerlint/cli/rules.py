"""`peerlint rules list|test|new`: the rule book for readers and writers of rules."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from peerlint.errors import RuleError

if TYPE_CHECKING:
    from peerlint.rulebook import Rule, RuleBook
    from peerlint.rulebook.trial import Failure


@click.group()
def rules() -> None:
    """List the rules, or begin and test your own."""


@rules.command("list")
@click.option(
    "--format",
    "style",
    type=click.Choice(["table", "json", "sources"]),
    default="table",
    show_default=True,
)
@click.argument("labels", nargs=-1)
def list_rules(style: str, labels: tuple[str, ...]) -> None:
    """List all rules, or those of the given ids, prefixes, names, categories or kinds."""
    from peerlint.rulebook import load_rulebook
    from peerlint.rulebook.listing import LISTINGS

    book = load_rulebook()
    chosen = _chosen(book, labels)
    click.echo(LISTINGS[style](chosen, book))


def _chosen(book: RuleBook, labels: Sequence[str]) -> list[Rule]:
    from peerlint.selection import selected
    from peerlint.settings import Settings

    if not labels:
        return list(book.rules)
    found = [rule for rule in book.rules if selected(rule, Settings(select=tuple(labels)))]
    if not found:
        raise RuleError(f"no rule answers to '{' '.join(labels)}'; see `peerlint rules list`")
    return found


@rules.command("test")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def test_rules(paths: tuple[Path, ...]) -> None:
    """Run the examples of all rules, or of the rules in the given files or folders."""
    from peerlint.rulebook import builtin_rules, load_rulebook
    from peerlint.rulebook.trial import run_examples

    for path in paths:
        if not path.exists():
            raise RuleError("there is no such file or folder", path=str(path))
    home = builtin_rules().resolve()
    own = tuple(path for path in paths if home not in (path.resolve(), *path.resolve().parents))
    book = load_rulebook(own)
    chosen = [rule for rule in book.rules if not paths or _from(rule, paths)]
    failures = list(run_examples(book, chosen))
    for failure in failures:
        click.echo(_told(failure))
    count = sum(len(rule.examples) for rule in chosen)
    click.echo(f"{len(chosen)} rules, {count} examples, {len(failures)} not as the rule says.")
    if failures:
        raise SystemExit(1)


def _from(rule: Rule, paths: Sequence[Path]) -> bool:
    own = Path(rule.path).resolve()
    return any(path.resolve() in (own, *own.parents) for path in paths)


def _told(failure: Failure) -> str:
    rule, example = failure.rule, failure.example
    return (
        f"{Path(rule.path).name}:{example.line} {rule.id} {rule.name}\n"
        f"  text      {example.text}\n"
        f"  expected  {failure.expected}\n"
        f"  seen      {failure.seen}\n"
    )


@rules.command("new")
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--id", "id_", default="OURS101", show_default=True, help="Your prefix and a number.")
@click.option("--name", default="board-of-shame", show_default=True, help="Readable and unique.")
def new_rule(path: Path, id_: str, name: str) -> None:
    """Write a rule file at PATH with one rule to fill in.

    Its examples hold as they are; change them first, then the rest.
    """
    from peerlint.cli.output import write_file
    from peerlint.rulebook.skeleton import skeleton

    text = skeleton(id_, name)
    if path.exists():
        raise RuleError("is already there; choose another name", path=path.as_posix())
    write_file(path, text)
    click.echo(f"Wrote {path.as_posix()}. Try it: peerlint rules test {path.as_posix()}")
