"""The server: which text is checked when, and where the answers go."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import field
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from peerlint import __version__
from peerlint.checking import Checker
from peerlint.configuration import Resolver
from peerlint.configuration.places import OWN_NAMES, PYPROJECT
from peerlint.errors import UserError
from peerlint.lsp import answers
from peerlint.lsp.accepting import accept
from peerlint.lsp.analysis import Analysis, analyse
from peerlint.nlp.remembering import RememberedParses
from peerlint.settings import Settings
from peerlint.tasks import new_checker, unexpected
from peerlint.values import dataclass

DEBOUNCE = 0.25
"""Seconds without a keystroke before a text is checked."""

_CONFIGURATION = (*OWN_NAMES, PYPROJECT)


@dataclass(slots=True)
class _State:
    """What the server knows. One worker checks: the pipeline is not made for several threads."""

    server: LanguageServer
    resolver: Resolver = field(default_factory=Resolver)
    analyses: dict[str, Analysis] = field(default_factory=dict)
    waiting: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    checkers: dict[str, Checker] = field(default_factory=dict)
    parse: RememberedParses = field(default_factory=RememberedParses)
    worker: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1))

    def schedule(self, uri: str, delay: float) -> None:
        """Check a text after a while, unless it changes again before."""
        self.forget(uri)
        self.waiting[uri] = asyncio.ensure_future(self._check_later(uri, delay))

    def forget(self, uri: str) -> None:
        """Drop the check that waits for a text."""
        waiting = self.waiting.pop(uri, None)
        if waiting is not None:
            waiting.cancel()

    async def _check_later(self, uri: str, delay: float) -> None:
        await asyncio.sleep(delay)
        loop = asyncio.get_running_loop()
        version, text, language = self._text(uri)
        try:
            work = loop.run_in_executor(self.worker, self._analyse, uri, text, language, version)
            analysis = await work
        except UserError as error:
            self._publish(uri, version, [_notice(str(error))])
            return
        except Exception as error:  # the editor must not lose its server over one text
            self._publish(uri, version, [_notice(unexpected(error))])
            return
        self.analyses[uri] = analysis
        self._publish(uri, version, answers.diagnostics(analysis))

    def _text(self, uri: str) -> tuple[int | None, str, str]:
        document = self.server.workspace.get_text_document(uri)
        return document.version, document.source, document.language_id or ""

    def _analyse(self, uri: str, text: str, language: str, version: int | None) -> Analysis:
        path = Path(to_fs_path(uri) or "untitled")
        return analyse(
            text,
            path=path,
            language=language,
            version=version,
            checker=self._checker(self.resolver.settings(path)),
            codec=self.server.workspace.position_codec,
        )

    def _checker(self, settings: Settings) -> Checker:
        key = repr(settings)
        if key not in self.checkers:
            self.checkers[key] = new_checker(settings, self.parse)
        return self.checkers[key]

    def _publish(self, uri: str, version: int | None, found: list[types.Diagnostic]) -> None:
        self.server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, found, version)
        )

    def current(self, uri: str) -> Analysis | None:
        """The analysis of a text as it stands now; None while it is being checked."""
        analysis = self.analyses.get(uri)
        version = self.server.workspace.get_text_document(uri).version
        return analysis if analysis is not None and analysis.version == version else None


def create_server() -> LanguageServer:
    """A server with everything registered, ready to start."""
    server = LanguageServer("peerlint", __version__)
    state = _State(server)
    _register_texts(server, state)
    _register_configuration(server, state)
    _register_answers(server, state)
    return server


def _register_texts(server: LanguageServer, state: _State) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        state.schedule(params.text_document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        state.schedule(params.text_document.uri, DEBOUNCE)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        state.forget(uri)
        state.analyses.pop(uri, None)
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


def _register_configuration(server: LanguageServer, state: _State) -> None:
    @server.feature(types.INITIALIZED)
    async def initialized(params: types.InitializedParams) -> None:
        if _can_watch(server.client_capabilities):
            await server.client_register_capability_async(_watching())

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        if params.text_document.uri.endswith(_CONFIGURATION):
            _check_anew(state)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def watched(params: types.DidChangeWatchedFilesParams) -> None:
        _check_anew(state)


def _can_watch(capabilities: types.ClientCapabilities) -> bool:
    workspace = capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    return bool(watching and watching.dynamic_registration)


def _watching() -> types.RegistrationParams:
    watchers = [types.FileSystemWatcher(f"**/{name}") for name in _CONFIGURATION]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    return types.RegistrationParams([types.Registration("configuration", method, options)])


def _check_anew(state: _State) -> None:
    """Read the configuration again and check every open text by it."""
    state.resolver = Resolver()
    state.checkers.clear()
    for uri in list(state.server.workspace.text_documents):
        state.schedule(uri, 0)


def _register_answers(server: LanguageServer, state: _State) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        analysis = state.current(params.text_document.uri)
        return answers.hover(analysis, params.position) if analysis else None

    kinds = [types.CodeActionKind.QuickFix, answers.FIX_ALL]

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=kinds)
    )
    def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        analysis = state.current(uri)
        if analysis is None:
            return []
        only = params.context.only
        if only and all(kind.startswith("source") for kind in only):
            return answers.fix_all(analysis, uri)
        return [
            *answers.actions(analysis, uri, params.range),
            *_acceptances(state, analysis, uri, params.range),
        ]


def _acceptances(
    state: _State, analysis: Analysis, uri: str, range_: types.Range
) -> list[types.CodeAction]:
    """Actions that write a finding's words into the configuration that holds for the text."""
    source = state.resolver.source(Path(to_fs_path(uri) or "untitled"))
    if source is None:
        return []
    place = source.as_uri()
    text = state.server.workspace.get_text_document(place).source
    phrases = dict.fromkeys(finding.quote for finding in analysis.within(range_) if finding.quote)
    return [action for phrase in phrases if (action := accept(phrase, place, source, text))]


def _notice(message: str) -> types.Diagnostic:
    """What a user should know where a text cannot be checked, on the text's first line."""
    place = types.Range(types.Position(0, 0), types.Position(0, 0))
    severity = types.DiagnosticSeverity.Warning
    return types.Diagnostic(place, message, severity=severity, source="peerlint")
