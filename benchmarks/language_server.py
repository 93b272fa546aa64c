"""How long an editor waits after a keystroke: `python -m benchmarks.language_server`.

A real client types into a document of 300 lines over standard input and output. Times are from the change
to its diagnostics, without the pause that the server waits for the next keystroke.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from peerlint.lsp.server import DEBOUNCE
from peerlint.rulebook import load_rulebook

LINES = 300
KEYS = "Administers medication to the mentally ill "


def document() -> str:
    """Three hundred lines: the rule book's own examples as bullets, with a heading every ten."""
    examples = (one.text for rule in load_rulebook().rules for one in rule.examples)
    plain = (text for text in examples if "\n" not in text)
    lines = [
        f"## Section {number // 10}" if number % 10 == 0 else f"- {text}"
        for number, text in zip(range(LINES), islice(cycle(plain), LINES), strict=False)
    ]
    return "\n".join(lines) + "\n"


async def latencies(text: str, uri: str) -> tuple[float, list[float]]:
    """Seconds until the first diagnostics, and after each keystroke."""
    client = LanguageClient("benchmark", "1")
    published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

    client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda told: published.put_nowait(told))
    await client.start_io(sys.executable, "-m", "peerlint", "lsp")
    await client.initialize_async(types.InitializeParams(types.ClientCapabilities()))
    client.initialized(types.InitializedParams())
    started = time.perf_counter()
    opened = types.TextDocumentItem(uri, "markdown", 1, text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(opened))
    await published.get()
    first = time.perf_counter() - started
    after = [
        await _typed(client, published, uri, version, key)
        for version, key in enumerate(KEYS, start=2)
    ]
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()  # type: ignore[no-untyped-call]
    return first, after


async def _typed(
    client: LanguageClient,
    published: asyncio.Queue[types.PublishDiagnosticsParams],
    uri: str,
    version: int,
    key: str,
) -> float:
    place = types.Position(LINES // 2 + 1, version)
    change = types.TextDocumentContentChangePartial(types.Range(place, place), key)
    started = time.perf_counter()
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(version, uri), [change]
        )
    )
    while (await published.get()).version != version:
        pass
    return time.perf_counter() - started - DEBOUNCE


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        uri = Path(folder, "draft.md").as_uri()
        first, after = asyncio.run(latencies(document(), uri))
    ordered = sorted(after)
    print(f"document of {LINES} lines, opened: {first:.2f} s (loads rules and pipeline)")
    print(
        f"{len(after)} keystrokes: median {1000 * statistics.median(ordered):.0f} ms, "
        f"95 % within {1000 * ordered[int(0.95 * len(ordered))]:.0f} ms, longest {1000 * ordered[-1]:.0f} ms "
        f"(after a pause of {1000 * DEBOUNCE:.0f} ms)"
    )


if __name__ == "__main__":
    main()
