"""Where the reader's files are. The first screen asks before anything else is imported, so this keeps to little."""

from __future__ import annotations

import os
from pathlib import Path


def state_path() -> Path:
    """Where state.json is: `PULLQUOTE_STATE`, else in the user's state directory."""
    if named := os.environ.get("PULLQUOTE_STATE"):
        return Path(named)
    from platformdirs import user_state_path

    return user_state_path("pullquote", appauthor=False) / "state.json"


def config_path(named: str | None = None) -> Path:
    """The settings to read: as named, else `PULLQUOTE_CONFIG`, else in the user's configuration directory."""
    if named or (named := os.environ.get("PULLQUOTE_CONFIG")):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("pullquote", appauthor=False) / "config.toml"


def store_path(configured: str = "", named: str | None = None) -> Path:
    """The TinyDB file: as named, else `PULLQUOTE_STORE`, else as configured, else in the user's data directory."""
    if chosen := named or os.environ.get("PULLQUOTE_STORE") or configured:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("pullquote", appauthor=False) / "annotations.json"
