"""`peerlint baseline`: record today's findings, so that only new ones count from now on."""

from __future__ import annotations

from pathlib import Path

import click

from peerlint import baseline as baselines
from peerlint.cli.checking import check_paths
from peerlint.cli.options import configured
from peerlint.cli.output import write_file
from peerlint.configuration import Resolver
from peerlint.reporters.wording import count


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"The baseline file.  [default: the configuration's, else {baselines.DEFAULT_NAME}]",
)
@click.option("--add", is_flag=True, help="Record new findings too in a baseline that is there.")
@configured
def baseline(paths: tuple[str, ...], output: Path | None, add: bool, resolver: Resolver) -> int:
    """Record the findings of PATHS, so that `peerlint check` reports only new ones.

    A baseline that is already there only shrinks: findings that are gone leave it. With --add,
    new findings enter it.
    """
    path = output or resolver.configuration(Path()).baseline or Path(baselines.DEFAULT_NAME)
    first_time = not path.exists()
    known = () if first_time else baselines.load(path)
    documents = check_paths(paths, resolver, unseen=("blocks", "silenced"))
    update = baselines.updated(known, documents, add=add or first_time, root=Path())
    write_file(path, baselines.dump(update.known))
    click.echo(f"{path.as_posix()}: {count(len(update.known), 'known finding')}", nl=False)
    click.echo(f" ({update.added} added, {update.removed} gone).")
    if update.new:
        click.echo(f"{count(update.new, 'new finding')} stayed out; --add records them.")
    unread = [document for document in documents if document.error is not None]
    for document in unread:
        click.echo(f"{document.path}: {document.error}", err=True)
    return 2 if unread else 0
