"""How long work on many rows lets the threads run that wait for their turn."""

from __future__ import annotations

import time

_TURN_S = 0.0002


def yield_turn() -> None:
    """Let waiting threads run."""
    time.sleep(_TURN_S)
