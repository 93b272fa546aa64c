"""The language server, spoken to by a real client over standard input and output."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

TEXT = "# Visit\n\n🎈 We help the mentally ill here.\n"
WAIT = 120  # seconds, for a slow machine that loads the pipeline


@dataclass
class Editor:
    """An editor with one open document."""

    client: LanguageClient
    uri: str
    published: asyncio.Queue[types.PublishDiagnosticsParams] = field(default_factory=asyncio.Queue)

    async def diagnostics(self, version: int) -> list[types.Diagnostic]:
        """What the server says of that version."""
        while True:
            params = await asyncio.wait_for(self.published.get(), WAIT)
            if params.version == version:
                return list(params.diagnostics)

    async def actions(self, range_: types.Range, only: list[str] | None = None) -> list[Any]:
        """The code actions offered for a range."""
        context = types.CodeActionContext(diagnostics=[], only=only)
        params = types.CodeActionParams(types.TextDocumentIdentifier(self.uri), range_, context)
        return list(await self.client.text_document_code_action_async(params) or [])

    def change(self, version: int, range_: types.Range, text: str) -> None:
        """Type something."""
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, self.uri),
                [types.TextDocumentContentChangePartial(range_, text)],
            )
        )


Session = Callable[[Editor], Awaitable[None]]


def _run(path: Path, session: Session, text: str = TEXT, language: str = "markdown") -> None:
    """Open a document in an editor and hold a session with it."""

    async def hold() -> None:
        client = LanguageClient("test", "1")
        editor = Editor(client, path.as_uri())

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def publish(params: types.PublishDiagnosticsParams) -> None:
            editor.published.put_nowait(params)

        await client.start_io(sys.executable, "-m", "peerlint", "lsp")
        await client.initialize_async(types.InitializeParams(types.ClientCapabilities()))
        client.initialized(types.InitializedParams())
        document = types.TextDocumentItem(editor.uri, language, 1, text)
        client.text_document_did_open(types.DidOpenTextDocumentParams(document))
        try:
            await session(editor)
        finally:
            await client.shutdown_async(None)
            client.exit(None)
            await client.stop()

    asyncio.run(hold())


def _applied(text: str, edits: list[types.TextEdit]) -> str:
    """The text after edits that do not overlap, places in UTF-16 units."""
    lines = text.splitlines(keepends=True)
    for edit in sorted(edits, key=lambda one: -one.range.start.line):
        start, end = edit.range.start, edit.range.end
        before = "".join(lines[: start.line]).encode("utf-16-le")
        before += lines[start.line].encode("utf-16-le")[: 2 * start.character]
        after = lines[end.line].encode("utf-16-le")[2 * end.character :]
        after += "".join(lines[end.line + 1 :]).encode("utf-16-le")
        text = before.decode("utf-16-le") + edit.new_text + after.decode("utf-16-le")
    return text


def test_opening_typing_and_closing(tmp_path: Path) -> None:
    async def session(editor: Editor) -> None:
        (found,) = await editor.diagnostics(1)
        assert found.code == "PL101"
        # The balloon takes two UTF-16 units.
        assert (found.range.start, found.range.end) == (
            types.Position(2, 11),
            types.Position(2, 27),
        )
        editor.change(2, found.range, "people with mental health conditions")
        assert await editor.diagnostics(2) == []
        closing = types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(editor.uri))
        editor.client.text_document_did_close(closing)
        assert not (await asyncio.wait_for(editor.published.get(), WAIT)).diagnostics

    _run(tmp_path / "a.md", session)


def test_actions_reword_and_ignore_and_hover_explains(tmp_path: Path) -> None:
    async def session(editor: Editor) -> None:
        (found,) = await editor.diagnostics(1)
        offered = {action.title: action for action in await editor.actions(found.range)}
        reword = offered["Reword as “people with mental health conditions”"]
        after = "# Visit\n\n🎈 We help people with mental health conditions here.\n"
        assert reword.is_preferred
        assert _applied(TEXT, reword.edit.changes[editor.uri]) == after
        ignore = offered["Ignore PL101 here"].edit.changes[editor.uri]
        assert _applied(TEXT, ignore).endswith("here. <!-- peerlint: ignore[PL101] -->\n")
        (fix,) = await editor.actions(found.range, only=["source.fixAll"])
        assert _applied(TEXT, fix.edit.changes[editor.uri]) == after
        place = types.TextDocumentIdentifier(editor.uri)
        hover = await editor.client.text_document_hover_async(
            types.HoverParams(place, types.Position(2, 15))
        )
        assert "PL101" in hover.contents.value
        nothing = types.HoverParams(place, types.Position(0, 0))
        assert await editor.client.text_document_hover_async(nothing) is None

    _run(tmp_path / "a.md", session)


@pytest.mark.parametrize(("language", "name"), [("markdown", "a.md"), ("plaintext", "a.txt")])
def test_suppression_that_the_action_writes_holds(tmp_path: Path, language: str, name: str) -> None:
    async def session(editor: Editor) -> None:
        (found,) = await editor.diagnostics(1)
        actions = await editor.actions(found.range)
        (ignore,) = [one for one in actions if one.title.startswith("Ignore")]
        (edit,) = ignore.edit.changes[editor.uri]
        editor.change(2, edit.range, edit.new_text)
        assert await editor.diagnostics(2) == []

    _run(tmp_path / name, session, "We help the mentally ill here.\n", language)


def test_changed_configuration_is_read_again(tmp_path: Path) -> None:
    async def session(editor: Editor) -> None:
        assert len(await editor.diagnostics(1)) == 1
        configuration = tmp_path / "peerlint.toml"
        configuration.write_text('accept = ["the mentally ill"]\n')
        change = types.FileEvent(configuration.as_uri(), types.FileChangeType.Created)
        editor.client.workspace_did_change_watched_files(
            types.DidChangeWatchedFilesParams([change])
        )
        assert await editor.diagnostics(1) == []
        configuration.write_text("selct = []\n")
        editor.client.workspace_did_change_watched_files(
            types.DidChangeWatchedFilesParams([change])
        )
        (told,) = await editor.diagnostics(1)
        assert "did you mean `select`?" in told.message

    _run(tmp_path / "a.md", session)


def test_accepting_a_phrase_writes_it_into_the_configuration(tmp_path: Path) -> None:
    configuration = tmp_path / "peerlint.toml"
    configuration.write_text('# ours\nignore = ["PL501"]\n\n[severity]\nPL101 = "error"\n')

    async def session(editor: Editor) -> None:
        (found,) = await editor.diagnostics(1)
        actions = await editor.actions(found.range)
        (accept,) = [one for one in actions if one.title.startswith("Accept")]
        assert accept.title == "Accept “the mentally ill” in peerlint.toml"
        (edit,) = accept.edit.changes[configuration.as_uri()]
        configuration.write_text(edit.new_text)
        change = types.FileEvent(configuration.as_uri(), types.FileChangeType.Changed)
        editor.client.workspace_did_change_watched_files(
            types.DidChangeWatchedFilesParams([change])
        )
        assert await editor.diagnostics(1) == []

    _run(tmp_path / "a.md", session)
    assert configuration.read_text() == (
        '# ours\nignore = ["PL501"]\naccept = ["the mentally ill"]\n\n[severity]\nPL101 = "error"\n'
    )
