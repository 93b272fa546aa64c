"""`peerlint template`: a skeleton for a new document, as a Word file."""

from __future__ import annotations

from pathlib import Path

import click

from peerlint.cli.output import write_bytes
from peerlint.errors import UserError

_KINDS = ("job-description", "recovery-plan", "policy")


@click.command()
@click.argument("kind", type=click.Choice(_KINDS))
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write it here.  [default: KIND.docx]",
)
def template(kind: str, output: Path | None) -> None:
    """Write a recovery-oriented skeleton for a new document.

    The parts a reader looks for are there, in plain words; guidance stands beside them as Word
    comments. A file that is already there is left as it is.
    """
    from peerlint.dates import written_date
    from peerlint.templates import write_template

    path = output or Path(f"{kind}.docx")
    if path.exists():
        raise UserError("is already there; choose another name with -o", path=path.as_posix())
    write_bytes(path, write_template(kind, written_date()))
    click.echo(f"Wrote {path.as_posix()}.")
