"""How a command ends: its exit status, and one sentence where something went wrong; never a traceback."""

from __future__ import annotations

import errno
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

from annotations.text import clean
from reader.errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.store import Store


_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


def outcome(work: Callable[[], int]) -> int:
    """The exit status of some work: what it gives, else 1 where it failed, 2 where the call was wrong."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    _heed_signals()
    try:
        return work()
    except Ended as ended:
        return 128 + ended.number
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except ReaderError as error:
        return failure(str(error), error.exit_status)
    except Exception as error:
        return _unforeseen(error)


class Ended(KeyboardInterrupt):
    """The system ends the program, or its terminal is gone: everything is tidied up as after ctrl+c."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def _heed_signals() -> None:
    def end(number: int, frame: object) -> NoReturn:
        raise Ended(number)

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, end)


def is_saved(store: Store) -> bool:
    """What was done is on the disk, where need be at a second try; else says why it is not."""
    status = store.retry()
    if status.state == "unsaved":
        failure(f"not saved: {status.reason}", 1)
    return status.state != "unsaved"


def failure(sentence: str, status: int) -> int:
    """Say what went wrong on standard error; gives the status back.

    A file's name or a server's answer may be in the sentence: what a terminal might obey is replaced.
    """
    with suppress(OSError, ValueError):
        print(f"pullquote: {clean(sentence).replace(chr(10), ' ').rstrip('.')}", file=sys.stderr)
    return status


def _unforeseen(error: Exception) -> int:
    from annotations.errors import AnnotationsError, QueryError

    if isinstance(error, QueryError):
        return failure(str(error), 2)
    if isinstance(error, AnnotationsError):
        return failure(str(error), 1)
    if isinstance(error, OSError) and error.errno in _FULL:
        return failure(f"cannot write the output: {os.strerror(error.errno).lower()}", 1)
    return failure(fault(error), 1)


def fault(error: Exception) -> str:
    """A sentence on what nobody foresaw.

    Raises:
        Exception: the fault itself, where PULLQUOTE_DEBUG asks for it.
    """
    if os.environ.get("PULLQUOTE_DEBUG"):
        raise error
    reason = " ".join(str(error).split())[:200]
    return f"a fault of this program, {type(error).__name__}: {reason}; PULLQUOTE_DEBUG=1 shows where"
