"""`peerlint init`: a first configuration file to read and change."""

from __future__ import annotations

from pathlib import Path

import click

from peerlint.cli.output import write_file
from peerlint.configuration.template import PRE_COMMIT, TEMPLATE
from peerlint.errors import UserError


@click.command()
@click.argument(
    "folder", type=click.Path(file_okay=False, exists=True, path_type=Path), default="."
)
@click.option("--pre-commit", is_flag=True, help="Also write .pre-commit-config.yaml.")
def init(folder: Path, pre_commit: bool) -> None:
    """Write a commented peerlint.toml to FOLDER (the current one).

    A file that is already there is left as it is.
    """
    wanted = {folder / "peerlint.toml": TEMPLATE}
    if pre_commit:
        wanted[folder / ".pre-commit-config.yaml"] = PRE_COMMIT
    for path in wanted:
        if path.exists():
            raise UserError(
                "is already there; change it by hand or move it away", path=path.as_posix()
            )
    for path, text in wanted.items():
        write_file(path, text)
        click.echo(f"Wrote {path.as_posix()}.")
