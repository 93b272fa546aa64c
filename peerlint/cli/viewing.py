"""Options that say how a report is shown, and showing it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from peerlint.cli.output import print_text, wants_colour, width, write_bytes, write_file
from peerlint.dates import written_date
from peerlint.errors import UserError
from peerlint.finding import RunReport
from peerlint.reporters import FILE_FORMATS, FORMATS, file_renderer, renderer
from peerlint.values import dataclass

Command = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class View:
    """How the report is shown."""

    format: str
    output: Path | None
    quiet: bool
    verbose: bool
    statistics: bool
    explain_silence: bool

    @property
    def unseen(self) -> tuple[str, ...]:
        """Of a document's report, the fields that are not shown."""
        silenced = () if self.explain_silence or self.format == "json" else ("silenced",)
        return silenced if self.format == "html" else (*silenced, "blocks")


_CHOICES = (
    click.option(
        "--format",
        type=click.Choice((*FORMATS, *FILE_FORMATS)),
        default="text",
        help="How to report.",
    ),
    click.option(
        "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Report to a file."
    ),
    click.option("--statistics", is_flag=True, help="Count the findings of each rule."),
    click.option("--explain-silence", is_flag=True, help="Show what was kept silent, and why."),
    click.option("--quiet", "-q", is_flag=True, help="Only findings, no summary."),
    click.option("--verbose", "-v", is_flag=True, help="Every hit, every rewording, sources."),
)


def viewed(command: Command) -> Command:
    """Add the options of `View`; the command gets a `view`."""

    @wraps(command)
    def with_view(
        *args: Any,
        format: str,
        output: Path | None,
        quiet: bool,
        verbose: bool,
        statistics: bool,
        explain_silence: bool,
        **others: Any,
    ) -> Any:
        view = View(format, output, quiet, verbose, statistics, explain_silence)
        return command(*args, view=view, **others)

    decorated: Command = with_view
    for option in reversed(_CHOICES):
        decorated = option(decorated)
    return decorated


def show(report: RunReport, view: View, *, known: int = 0, fixed: int = 0) -> None:
    """Print the report or write it to the view's file.

    `known` findings were left out by a baseline, `fixed` ones were reworded in the files.
    """
    if view.output is None:
        if view.format in FILE_FORMATS:
            raise UserError(f"the {view.format} report is a file; name it with --output")
        print_text(_rendered(report, view, known, fixed))
        return
    if view.format in FILE_FORMATS:
        write_bytes(view.output, file_renderer(view.format)(report, written_date()))
    else:
        write_file(view.output, _rendered(report, view, known, fixed))
    if not view.quiet:
        click.echo(f"The report is in {view.output.as_posix()}.", err=True)


def _rendered(report: RunReport, view: View, known: int, fixed: int) -> str:
    if view.format != "text":
        return renderer(view.format)(report)
    from peerlint.reporters.text import Style, render

    style = Style(
        width=width(),
        colour=view.output is None and wants_colour(),
        verbose=view.verbose,
        quiet=view.quiet,
        statistics=view.statistics,
        explain_silence=view.explain_silence,
        known=known,
        fixed=fixed,
    )
    return render(report, style)
