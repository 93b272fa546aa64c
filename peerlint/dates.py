"""The one date that written files carry: asked for, from the environment, or now."""

from __future__ import annotations

import os
from datetime import datetime, timezone

from peerlint.errors import UserError


def written_date(text: str | None = None) -> datetime:
    """The date given as ISO 8601, else SOURCE_DATE_EPOCH, else now, in UTC; raises UserError."""
    if text:
        try:
            found = datetime.fromisoformat(text.replace("Z", "+00:00"))
        except ValueError:
            raise UserError(f"the date '{text}' is not known; write it as 2025-03-31") from None
        aware = found if found.tzinfo else found.replace(tzinfo=timezone.utc)
        return aware.astimezone(timezone.utc)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(timezone.utc).replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(epoch), timezone.utc)
    except (ValueError, OverflowError, OSError):
        raise UserError("SOURCE_DATE_EPOCH must be a number of seconds since 1970") from None
