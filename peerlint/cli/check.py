"""`peerlint check`: discover, read, check, report."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from peerlint import __version__
from peerlint.cli.checking import check_paths
from peerlint.cli.known import only_new
from peerlint.cli.options import SEVERITIES, configured
from peerlint.cli.output import print_text
from peerlint.cli.viewing import View, show, viewed
from peerlint.configuration import Resolver
from peerlint.discovery import STDIN
from peerlint.finding import DocumentReport, RunReport, Severity

FINDINGS = 1
UNUSABLE = 2


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@viewed
@configured
@click.option(
    "--fail-on",
    type=click.Choice((*SEVERITIES, "never")),
    help="Exit with status 1 from this severity on.  [default: warning]",
)
@click.option("--exit-zero", is_flag=True, help="Exit with status 0 even with findings.")
@click.option(
    "--baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Do not report the findings that this file knows.",
)
@click.option("--fix", is_flag=True, help="Put safe rewordings into the files.")
@click.option("--diff", is_flag=True, help="Show what --fix would change; change nothing.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: all rewordings.")
@click.option("--force-exclude", is_flag=True, help="Apply `exclude` to files named here, too.")
@click.option("--stdin-filename", help="The name of the document that comes by standard input.")
@click.option("--jobs", "-j", type=click.IntRange(0), default=0, help="Documents at once; 0: auto.")
@click.option("--no-cache", is_flag=True, help="Check every document anew.")
def check(
    paths: tuple[str, ...],
    view: View,
    resolver: Resolver,
    fail_on: str | None,
    exit_zero: bool,
    baseline: Path | None,
    fix: bool,
    diff: bool,
    unsafe_fixes: bool,
    force_exclude: bool,
    stdin_filename: str | None,
    jobs: int,
    no_cache: bool,
) -> int:
    """Check documents and report what to change.

    PATHS are files and folders; - reads standard input. Without PATHS, the current folder.

    Exit status: 0 nothing to change, 1 findings, 2 something could not be used.
    """
    _require_sense(paths, fix=fix, diff=diff, unsafe_fixes=unsafe_fixes)
    documents = check_paths(
        paths,
        resolver,
        jobs=jobs,
        force_exclude=force_exclude,
        stdin_filename=stdin_filename,
        cache=not no_cache,
        unseen=view.unseen,
    )
    new, known = only_new(documents, resolver, baseline)
    if diff:
        return _show_diff(new, unsafe=unsafe_fixes)
    fixed = 0
    if fix:
        from peerlint.cli.fix import fix_documents

        fixes = fix_documents(new, resolver, unsafe=unsafe_fixes)
        new, fixed = fixes.documents, fixes.applied
    report = RunReport(new, __version__)
    show(report, view, known=known, fixed=fixed)
    if any(document.error is not None for document in report.documents):
        return UNUSABLE
    return FINDINGS if _fails(report, resolver, fail_on) and not exit_zero else 0


def _require_sense(paths: Sequence[str], *, fix: bool, diff: bool, unsafe_fixes: bool) -> None:
    if fix and diff:
        raise click.UsageError("--fix and --diff exclude each other; leave one of them out")
    if unsafe_fixes and not (fix or diff):
        raise click.UsageError("--unsafe-fixes needs --fix or --diff")
    if (fix or diff) and STDIN in paths:
        raise click.UsageError("standard input cannot be changed; give the path of a file")


def _show_diff(documents: Sequence[DocumentReport], *, unsafe: bool) -> int:
    from peerlint.cli.fix import diff_documents

    changes, refused = diff_documents(documents, unsafe=unsafe)
    unread = [f"{one.path}: {one.error}" for one in documents if one.error is not None]
    for sentence in (*unread, *refused):
        click.echo(sentence, err=True)
    print_text(changes)
    if unread:
        return UNUSABLE
    return FINDINGS if changes else 0


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
