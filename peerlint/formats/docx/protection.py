"""What stands in the way of changing a file: signatures and protection."""

from __future__ import annotations

from peerlint.errors import DocumentError, UserError
from peerlint.formats.docx.names import word_namespace
from peerlint.formats.docx.package import Package
from peerlint.formats.docx.styles import child

_OFF = frozenset({"0", "false", "off"})
_KINDS = {
    "readOnly": "reading only",
    "comments": "comments only",
    "trackedChanges": "tracked changes only",
    "forms": "filling in forms only",
}
SIGNED = (
    "the file carries a digital signature, which any change makes invalid; "
    "make the changes in an unsigned copy and have it signed again"
)


def refuse_signed(package: Package) -> None:
    """Raise UserError when a signature covers the file."""
    if package.signed:
        raise UserError(f"was not changed: {SIGNED}")


def protection_notices(package: Package) -> tuple[str, ...]:
    """Plain sentences on the protection a reader of a changed copy will meet; often none."""
    notices: list[str] = []
    for entry in package.targets(package.main, "settings"):
        try:
            root = package.root(entry, "settings")
        except DocumentError:
            continue
        protection = child(root, "documentProtection")
        if protection is not None:
            prefix = word_namespace(protection.tag)
            if (protection.get(f"{prefix}enforcement") or "0").lower() not in _OFF:
                kind = _KINDS.get(protection.get(f"{prefix}edit") or "", "some changes only")
                notices.append(
                    f"the document is protected ({kind}): Word asks to stop the protection before "
                    "changes can be accepted or rejected"
                )
        if child(root, "writeProtection") is not None:
            notices.append("the document asks to be opened for reading only")
    if _is_final(package):
        notices.append("the document is marked as final: choose Edit Anyway in Word to work on it")
    return tuple(notices)


def _is_final(package: Package) -> bool:
    for entry in package.targets("", "custom-properties"):
        try:
            root = package.tree(entry).getroot()
        except DocumentError:
            continue
        for found in root:
            if found.get("name") == "_MarkAsFinal":
                return "".join(str(text) for text in found.itertext()).strip().lower() == "true"
    return False
