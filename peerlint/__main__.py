"""The `peerlint` command, also as `python -m peerlint`."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

FINDINGS = 1
UNUSABLE = 2
INTERRUPTED = 130


def main() -> None:
    """Run the command with the arguments of this process and leave with its exit status."""
    # Threads for matrices as small as a sentence's cost ten times what they bring.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.set_threshold(400_000, 50, 100)  # rules and pipeline stay: searching them is in vain
    from peerlint.loading import alone_in_process

    alone_in_process()
    status = run(sys.argv[1:])
    _leave(status)


def run(arguments: Sequence[str]) -> int:
    """Run the command; the exit status is 0, 1 (findings) or 2 (something could not be used)."""
    import click

    from peerlint.cli.main import peerlint
    from peerlint.errors import UserError

    try:
        status = peerlint.main(list(arguments), prog_name="peerlint", standalone_mode=False)
        return status if isinstance(status, int) else 0
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as error:
        error.show()
        return UNUSABLE
    except UserError as error:
        _tell(str(error))
        return UNUSABLE
    except (KeyboardInterrupt, click.Abort):
        _tell("stopped")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has left; without this, closing stdout would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINDINGS
    except Exception as error:
        return _fault(error)


def _leave(status: int) -> None:
    """Leave at once: taking the rule book apart piece by piece takes longer than many a check."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):  # nobody reads on: let Python tell it as it always does
        sys.exit(status)
    os._exit(status)


def _fault(error: Exception) -> int:
    from peerlint.tasks import show_if_asked, unexpected

    show_if_asked()
    _tell(unexpected(error))
    return UNUSABLE


def _tell(sentence: str) -> None:
    print(f"peerlint: {sentence}", file=sys.stderr)


if __name__ == "__main__":
    main()
