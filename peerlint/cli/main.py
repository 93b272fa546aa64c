"""The `peerlint` command group; a subcommand's module is imported when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from peerlint.cli.version import print_version

COMMANDS = {
    "baseline": "peerlint.cli.baseline:baseline",
    "cache": "peerlint.cli.cache:cache",
    "check": "peerlint.cli.check:check",
    "config": "peerlint.cli.config:config",
    "explain": "peerlint.cli.explain:explain",
    "init": "peerlint.cli.init:init",
    "review": "peerlint.cli.review:review",
    "lsp": "peerlint.cli.lsp:lsp",
    "rules": "peerlint.cli.rules:rules",
    "template": "peerlint.cli.template:template",
}
"""Where each subcommand lives, as "module:attribute"."""

SUMMARIES = {
    "baseline": "Record today's findings, so that only new ones are reported.",
    "cache": "Remove what is kept between runs.",
    "check": "Check documents and report what to change.",
    "config": "Show the configuration that holds for a file.",
    "explain": "Explain a rule, or say which rules words would meet.",
    "init": "Write a commented peerlint.toml.",
    "review": "Write a copy of a Word file with the findings in it.",
    "lsp": "Serve editors while you write (language server).",
    "rules": "List the rules, or begin and test your own.",
    "template": "Write a skeleton for a new document, as a Word file.",
}
"""One line for each subcommand, so that `--help` imports none of them."""


class LazyGroup(click.Group):
    """A group that knows the places of its commands and imports one only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all subcommands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The subcommand to run; an unknown one is told with the nearest right one."""
        name = args[0]
        if name in COMMANDS or name.startswith("-"):
            return super().resolve_command(ctx, args)
        from difflib import get_close_matches

        close = get_close_matches(name, list(COMMANDS), n=1)
        hint = f"did you mean `peerlint {close[0]}`?" if close else "`peerlint --help` lists all"
        raise click.UsageError(f"there is no command `{name}`; {hint}", ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the subcommands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, SUMMARIES.get(name, "")) for name in sorted(COMMANDS)])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=print_version,
    help="Show the versions of peerlint, its pipeline and its rules.",
)
def peerlint() -> None:
    """Check the words that shape people's care.

    peerlint reads job descriptions, policies and treatment-plan templates (Word, Markdown,
    HTML, plain text), finds language and duties that conflict with recovery and peer support,
    and proposes better wording. Nothing leaves your computer.

    Start with:  peerlint check my-job-description.docx
    """
