"""Load large things quickly."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any


@contextmanager
def collector_paused() -> Iterator[None]:
    """No garbage collection inside: what is being loaded stays, and searching it takes long."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            if _alone:
                gc.freeze()  # or the next collection searches all of it after all
            gc.enable()


_alone = False


def alone_in_process() -> None:
    """Say that nobody else uses this process, so that parts that only others need stay away."""
    global _alone
    _alone = True


_KNOWN_NUMPY = ("2.4.",)
_HELP = ("numpy._core._add_newdocs", "numpy._core._add_newdocs_scalars", "numpy._typing")
"""Parts of numpy that give its functions their help texts and their types names."""


def import_numpy() -> None:
    """Make numpy quick to import: in a process of peerlint's own nobody asks for its help texts."""
    if "numpy" in sys.modules or not _alone:
        return
    with collector_paused():
        if _version_of("numpy").startswith(_KNOWN_NUMPY):
            with _meanwhile({name: _Hollow(name) for name in _HELP}):
                import_module("numpy")


def _version_of(package: str) -> str:
    """What the package's `version.py` says, read without the package; "" where it has none."""
    spec = find_spec(package)
    for folder in (spec and spec.submodule_search_locations) or ():
        path = Path(folder, "version.py")
        own = spec_from_file_location(f"{package}-version", path) if path.is_file() else None
        if own is not None and own.loader is not None:
            module = module_from_spec(own)
            own.loader.exec_module(module)
            return str(module.version)
    return ""


def import_spacy() -> None:
    """Make spaCy's parsing parts quick to import.

    Its command line, a third of the import, loads only when it is asked for. In a process of
    peerlint's own, what checks configurations and trains stays away, too: half of the rest.
    """
    if "spacy" in sys.modules:
        return
    import_numpy()
    with collector_paused():
        if not (_alone and _import_parsing_parts()):
            _import_without_command_line()


def _import_without_command_line() -> None:
    info = ModuleType("spacy.cli.info")
    info.info = _spacy_info  # type: ignore[attr-defined]
    placeholders = {"spacy.cli": ModuleType("spacy.cli"), "spacy.cli.info": info}
    sys.modules.update(placeholders)
    try:
        import spacy  # noqa: F401
    finally:
        for name in placeholders:
            sys.modules.pop(name, None)


def _spacy_info(*arguments: Any, **options: Any) -> Any:
    from spacy.cli.info import info

    return info(*arguments, **options)


_KNOWN_VERSIONS = ("3.8.18",)

_HOLLOW = (
    "spacy.pipeline",
    "spacy.ml",
    "spacy.ml.models",
    "spacy.training",
    "spacy.schemas",
    "spacy.lang.en",
    "spacy.language",
    "spacy.scorer",
    "spacy.pipeline.functions",
)
"""Beside `spacy` itself: what imports much and parses nothing; modules inside packages are real."""

_HOLLOW_MEANWHILE = (
    "numpy.random",
    "packaging.requirements",
    "packaging.specifiers",
    "packaging.version",
    "spacy.lang.tokenizer_exceptions",
    "srsly._yaml_api",
    "thinc.types",
    "wasabi",
)
"""What the parsing parts import from elsewhere and do not use; real again for whoever asks later."""

_ABSENT = ("cupy", "h5py", "os_signpost", "pydantic", "torch")
"""What they would use where it is installed; some of it takes seconds to import."""

_PARSING = (
    "spacy.tokens",
    "spacy.tokenizer",
    "spacy.pipeline.tok2vec",
    "spacy.pipeline.tagger",
    "spacy.pipeline.morphologizer",
    "spacy.pipeline.dep_parser",
    "spacy.ml.models.tok2vec",
    "spacy.ml.models.tagger",
    "spacy.ml.models.parser",
)


class _Nothing:
    """Stands for what nobody uses, and for the one schema that tells a tokenizer what a word has."""

    def __init__(self, *_: Any) -> None:
        pass

    def __class_getitem__(cls, _: Any) -> type[_Nothing]:
        return cls

    def model_dump(self) -> tuple[str, ...]:
        """The attribute by which a tokenizer finds its special cases."""
        return ("orth",)


class _Hollow(ModuleType):
    """A module whose code is not run: all names are there, none is of use."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Nothing


def _import_parsing_parts() -> bool:
    """Import them if this is a version of spaCy in which they are known to need no more."""
    _hollow_out("spacy")
    about = import_module("spacy.about")
    if about.__version__ not in _KNOWN_VERSIONS:
        del sys.modules["spacy.about"], sys.modules["spacy"]
        return False
    for name in _HOLLOW:
        _hollow_out(name)
    sys.modules["spacy"].__version__ = about.__version__  # type: ignore[attr-defined]
    with _meanwhile(
        {
            **dict.fromkeys(_ABSENT),
            "importlib.metadata": _without_plugins(),
            **{name: _Hollow(name) for name in _HOLLOW_MEANWHILE},
        }
    ):
        for name in _PARSING:
            import_module(name)
    sys.modules["spacy.errors"].setup_default_warnings()
    return True


@contextmanager
def _meanwhile(modules: Mapping[str, ModuleType | None]) -> Iterator[None]:
    """These modules for what is imported inside, as far as the real ones are not there yet."""
    own = {name: module for name, module in modules.items() if name not in sys.modules}
    sys.modules.update(own)  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in own:
            del sys.modules[name]


def _without_plugins() -> ModuleType:
    """In place of `importlib.metadata`, which reads what every installed package tells of itself."""
    module = _Hollow("importlib.metadata")
    module.entry_points = dict  # type: ignore[attr-defined]
    return module


def _hollow_out(name: str) -> None:
    spec = find_spec(name)
    if spec is None:
        raise ImportError(name)
    module = sys.modules[name] = _Hollow(name)
    module.__spec__ = spec
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
