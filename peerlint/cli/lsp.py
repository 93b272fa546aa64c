"""`peerlint lsp`: the language server, over standard input and output."""

from __future__ import annotations

import click

from peerlint.errors import UserError


@click.command()
def lsp() -> None:
    """Serve an editor while you write; the editor starts this command by itself.

    Set-up for VS Code, Neovim and Helix: docs/editors.md.
    """
    try:
        from peerlint.lsp.server import create_server
    except ModuleNotFoundError as error:
        if error.name not in ("pygls", "lsprotocol"):
            raise
        raise UserError(
            'the language server is not installed; pip install "peerlint[lsp]"'
        ) from None
    create_server().start_io()
