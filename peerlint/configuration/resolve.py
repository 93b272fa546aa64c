"""Which configuration holds for which document, and the settings that follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from peerlint.configuration.model import Configuration, Origin
from peerlint.configuration.places import find
from peerlint.errors import ConfigError
from peerlint.finding import Severity
from peerlint.settings import Settings
from peerlint.values import dataclass, replace

COMMAND_LINE = Origin("command line")


@dataclass(frozen=True, slots=True)
class Overrides:
    """Choices of the command line; None or empty leaves the configuration's value.

    `select` replaces the configuration's; `ignore` and `extend_select` add to it.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    min_severity: Severity | None = None
    document_type: str | None = None
    learned: bool | None = None


@dataclass(slots=True)
class Resolver:
    """Finds the configuration for every document; each file is read once.

    With `isolated` no file is looked for; with `file` that one holds everywhere.
    """

    file: Path | None = None
    isolated: bool = False
    overrides: Overrides = field(default_factory=Overrides)
    _read: dict[Path | None, Configuration] = field(default_factory=dict)
    _found: dict[Path, Path | None] = field(default_factory=dict)

    def source(self, document: Path) -> Path | None:
        """The configuration file that holds for a document or folder, if any."""
        if self.isolated:
            return None
        if self.file is not None:
            return self.file
        folder = document.absolute()
        if not folder.is_dir():
            folder = folder.parent
        if folder not in self._found:
            self._found[folder] = find(folder)
        return self._found[folder]

    def configuration(self, document: Path) -> Configuration:
        """What holds for a document or folder; raises ConfigError."""
        source = self.source(document)
        if source not in self._read:
            self._read[source] = _load(source) if source else Configuration()
        return _overridden(self._read[source], self.overrides)

    def settings(self, document: Path) -> Settings:
        """The settings for one document; raises ConfigError."""
        configuration = self.configuration(document)
        return Settings(
            select=configuration.select,
            ignore=configuration.ignore + _ignored_here(configuration, document),
            extend_select=configuration.extend_select,
            severity=configuration.severity,
            min_severity=configuration.min_severity,
            accept=configuration.accept,
            names=configuration.names,
            peer_titles=configuration.peer_titles,
            rule_paths=configuration.rule_paths,
            learned=configuration.learned,
            learned_thresholds=configuration.learned_thresholds,
            document_type=self.overrides.document_type or _type_here(configuration, document),
        )

    def is_excluded(self, path: Path) -> bool:
        """Whether the configuration asks to pass a file or folder over.

        A configuration that cannot be read excludes nothing; `settings` tells what is wrong.
        """
        try:
            exclude = self.configuration(path.parent).exclude
        except ConfigError:
            return False
        return any(glob.matches(path) for glob in exclude)


def _load(path: Path) -> Configuration:
    from peerlint.configuration.files import load

    return load(path)


def _overridden(configuration: Configuration, overrides: Overrides) -> Configuration:
    changes: dict[str, object] = {}
    if overrides.select:
        changes["select"] = overrides.select
    if overrides.ignore:
        changes["ignore"] = configuration.ignore + overrides.ignore
    if overrides.extend_select:
        changes["extend_select"] = configuration.extend_select + overrides.extend_select
    if overrides.min_severity is not None:
        changes["min_severity"] = overrides.min_severity
    if overrides.learned is not None:
        changes["learned"] = overrides.learned
    if not changes:
        return configuration
    origins: Mapping[str, Origin] = {
        **configuration.origins,
        **{name.replace("_", "-"): COMMAND_LINE for name in changes},
    }
    return replace(configuration, **changes, origins=origins)  # type: ignore[arg-type]


def _ignored_here(configuration: Configuration, document: Path) -> tuple[str, ...]:
    return tuple(
        rule
        for glob, rules in configuration.per_file_ignores
        if glob.matches(document)
        for rule in rules
    )


def _type_here(configuration: Configuration, document: Path) -> str | None:
    matching = (kind for glob, kind in configuration.document_types if glob.matches(document))
    return next(matching, None)
