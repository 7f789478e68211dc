"""There is one door to the store's files, and the package opens without the heavy libraries."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import annotations

FOLDER = Path(annotations.__file__).parent
WRITING = re.compile(
    r"\bos\.(open|write|replace|rename|link|unlink|remove|mkdir|makedirs|f?truncate|fsync|chmod)\b|(?<![.\w])open\(|\bshutil\b"
    r"|\.(write_bytes|write_text|touch|mkdir|rmdir|unlink|rename|replace\(Path|symlink_to|hardlink_to|chmod)\("
)


def test_only_one_module_changes_files() -> None:
    """The fault tests replace `durable`: an operation done elsewhere would escape them."""
    found = {path.name for path in FOLDER.rglob("*.py") if WRITING.search(path.read_text("utf-8"))}
    assert found == {"durable.py"}


def test_the_store_imports_its_libraries_when_it_needs_them() -> None:
    """`import annotations.store` is cheap: neither TinyDB nor the lock's library nor orjson comes with it."""
    code = "import sys, annotations.store; print(*sorted({'tinydb', 'filelock', 'orjson', 'asyncio'} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=FOLDER.parent
    )
    assert done.stdout.strip() == ""
