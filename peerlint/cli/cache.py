"""`peerlint cache`: what is kept between runs."""

from __future__ import annotations

import click

from peerlint.results import Results


@click.group()
def cache() -> None:
    """Show or remove what is kept between runs: reports of unchanged documents, compiled rules."""


@cache.command()
def clean() -> None:
    """Remove everything that is kept; the next run starts anew."""
    from peerlint.rulebook.loader import clear_stored

    removed = Results().clear() + clear_stored()
    click.echo(f"{removed} kept file{'' if removed == 1 else 's'} removed.")


@cache.command(name="dir")
def folder() -> None:
    """Show the folder of the reports."""
    click.echo(str(Results().folder))
