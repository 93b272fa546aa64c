"""`peerlint review`: a copy of a Word file with the findings as comments and tracked changes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from peerlint.cli.options import configured
from peerlint.cli.output import write_bytes
from peerlint.configuration import Resolver
from peerlint.errors import UserError

if TYPE_CHECKING:
    from peerlint.review import ReviewCopy, ReviewOptions

UNUSABLE = 2
_WORD = (".docx", ".docm", ".dotx", ".dotm")
_LARGEST = 101 << 20


@click.command()
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)
)
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    help="Write the copy here: a file, or a folder for several.  [default: FILE.reviewed.docx]",
)
@configured
@click.option("--comments-only", is_flag=True, help="Only comments, no tracked changes.")
@click.option("--changes-only", is_flag=True, help="Only tracked changes, no comments.")
@click.option("--author", default="peerlint", show_default=True, help="Whose changes they are.")
@click.option("--date", help="Their date, such as 2025-03-31.  [default: now]")
def review(
    files: tuple[Path, ...],
    resolver: Resolver,
    output: Path | None,
    comments_only: bool,
    changes_only: bool,
    author: str,
    date: str | None,
) -> int:
    """Write a copy of a Word file with the findings in it.

    Each finding is a comment on the exact words; where there is a rewording, it is a tracked
    change that can be accepted or rejected in Word. The file itself is never changed. With
    SOURCE_DATE_EPOCH set, the same file gives the same copy.
    """
    from peerlint.dates import written_date
    from peerlint.review import ReviewOptions

    if comments_only and changes_only:
        raise UserError("--comments-only and --changes-only exclude each other; leave one out")
    if not author.strip():
        raise UserError("--author must name somebody")
    options = ReviewOptions(
        date=written_date(date),
        author=author.strip(),
        changes=not comments_only,
        comments=not changes_only,
    )
    targets = _targets(files, output)
    failed = [not _review_one(*pair, resolver, options) for pair in targets]
    return UNUSABLE if any(failed) else 0


def _targets(files: Sequence[Path], output: Path | None) -> list[tuple[Path, Path]]:
    """Each file with the place of its copy; raises UserError when they cannot be told apart."""
    into_folder = output is not None and output.is_dir()
    if len(files) > 1 and output is not None and not into_folder:
        raise UserError("several files need a folder for --output", path=output.as_posix())
    pairs: list[tuple[Path, Path]] = []
    for file in files:
        name = f"{file.stem}.reviewed{file.suffix}"
        if output is None:
            pairs.append((file, file.with_name(name)))
        else:
            pairs.append((file, output / name if into_folder else output))
    if len({copy for _, copy in pairs}) < len(pairs):
        raise UserError("two of the files have the same name; review them one by one")
    return pairs


def _review_one(file: Path, copy: Path, resolver: Resolver, options: ReviewOptions) -> bool:
    """Review one file and tell what happened; whether it worked."""
    try:
        made = _made(file, copy, resolver, options)
        write_bytes(copy, made.data)
    except UserError as error:
        named = UserError(error.message, path=error.path or file.as_posix())
        click.echo(f"peerlint: {named}", err=True)
        return False
    for notice in made.notices:
        click.echo(f"{file.as_posix()}: {notice}", err=True)
    click.echo(
        f"{copy.as_posix()}: {_many(made.comments, 'comment')}, "
        f"{_many(made.changes, 'tracked change')}"
    )
    return True


def _made(file: Path, copy: Path, resolver: Resolver, options: ReviewOptions) -> ReviewCopy:
    from peerlint.formats import read_document
    from peerlint.review import write_review
    from peerlint.tasks import Task, check_one

    if file.suffix.lower() not in _WORD:
        raise UserError("is no Word file; review copies are made of .docx, .docm, .dotx and .dotm")
    if copy.exists() and file.exists() and copy.samefile(file):
        raise UserError("the copy would replace the document itself; choose another --output")
    try:
        with file.open("rb") as stream:
            data = stream.read(_LARGEST)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise UserError(f"cannot be read ({reason})") from None
    document = read_document(file, data=data, name=file.as_posix())
    report = check_one(Task(file.as_posix(), resolver.settings(file), file, data))
    if report.error is not None:
        raise UserError(report.error, path=report.path)
    return write_review(data, document, report, options)


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
