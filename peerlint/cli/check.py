"""`peerlint check`: discover, read, check, report."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from peerlint import __version__
from peerlint.cli.checking import check_paths
from peerlint.cli.known import only_new
from peerlint.cli.options import SEVERITIES, configured
from peerlint.cli.output import print_text, wants_colour, width, write_file
from peerlint.configuration import Resolver
from peerlint.finding import RunReport, Severity
from peerlint.reporters import FORMATS, renderer

FINDINGS = 1
UNUSABLE = 2


@dataclass(frozen=True, slots=True)
class _View:
    """How the report is shown."""

    format: str
    output: Path | None
    quiet: bool
    verbose: bool
    statistics: bool
    explain_silence: bool
    known: int


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="text", help="How to report."
)
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Report to this file."
)
@configured
@click.option(
    "--fail-on",
    type=click.Choice((*SEVERITIES, "never")),
    help="Exit with status 1 from this severity on.  [default: warning]",
)
@click.option(
    "--baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Do not report the findings that this file knows.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with status 0 even with findings.")
@click.option("--force-exclude", is_flag=True, help="Apply `exclude` to files named here, too.")
@click.option("--stdin-filename", help="The name of the document that comes by standard input.")
@click.option("--jobs", "-j", type=click.IntRange(0), default=0, help="Documents at once; 0: auto.")
@click.option("--statistics", is_flag=True, help="Count the findings of each rule.")
@click.option("--explain-silence", is_flag=True, help="Show matches that were kept silent and why.")
@click.option("--quiet", "-q", is_flag=True, help="Only findings, no summary.")
@click.option("--verbose", "-v", is_flag=True, help="Every hit, every rewording, sources.")
def check(
    paths: tuple[str, ...],
    resolver: Resolver,
    format_: str,
    output: Path | None,
    fail_on: str | None,
    baseline: Path | None,
    exit_zero: bool,
    force_exclude: bool,
    stdin_filename: str | None,
    jobs: int,
    statistics: bool,
    explain_silence: bool,
    quiet: bool,
    verbose: bool,
) -> int:
    """Check documents and report what to change.

    PATHS are files and folders; - reads standard input. Without PATHS, the current folder.

    Exit status: 0 nothing to change, 1 findings, 2 something could not be used.
    """
    documents = check_paths(
        paths,
        resolver,
        jobs=jobs,
        force_exclude=force_exclude,
        stdin_filename=stdin_filename,
    )
    new, known = only_new(documents, resolver, baseline)
    report = RunReport(new, __version__)
    _show(report, _View(format_, output, quiet, verbose, statistics, explain_silence, known))
    if any(document.error is not None for document in report.documents):
        return UNUSABLE
    return FINDINGS if _fails(report, resolver, fail_on) and not exit_zero else 0


def _fails(report: RunReport, resolver: Resolver, fail_on: str | None) -> bool:
    """Whether a document has a finding at or above the severity that fails there."""
    for document in report.documents:
        if not document.findings:
            continue
        threshold = resolver.configuration(Path(document.path)).fail_on
        if fail_on is not None:
            threshold = None if fail_on == "never" else Severity.from_label(fail_on)
        if threshold and any(finding.severity >= threshold for finding in document.findings):
            return True
    return False


def _show(report: RunReport, view: _View) -> None:
    text = _rendered(report, view)
    if view.output is None:
        print_text(text)
        return
    write_file(view.output, text)
    if not view.quiet:
        click.echo(f"The report is in {view.output.as_posix()}.", err=True)


def _rendered(report: RunReport, view: _View) -> str:
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
        known=view.known,
    )
    return render(report, style)
