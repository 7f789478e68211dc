"""The learned weights: how much each feature says for a reading, in one small file; and the rules' own instead.

The file is a zlib stream: a header line of JSON ({"tables": [[name, count], …], "scale": …}), the features of all
tables one a line, then a signed 16 bit little-endian weight for each.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reader.analysis.learned import priors
from reader.analysis.learned.trees import ANSWERS, READINGS, load_trees

if TYPE_CHECKING:
    from reader.analysis.learned.trees import Forest

Table = dict[str, float]

_FILE = Path(__file__).parents[1] / "data" / "attribution.weights"


@dataclass(frozen=True, slots=True)
class Weights:
    """A table for each decision.

    Attributes:
        cue: is this word a cue? (log odds)
        subject: which phrase is its source?
        content: which stretch is what is said?
        quotation: who says this quotation, or is it no speech?
        learned: False where these are the rules' own.
        trees: what corrects the answers to a quotation; None for no correction.
        frames: what settles which frames make a statement; None for the rules of `statements`.
    """

    cue: Table
    subject: Table
    content: Table
    quotation: Table
    learned: bool = True
    trees: Forest | None = None
    frames: Forest | None = None


RULES = Weights(priors.CUE, priors.SUBJECT, priors.CONTENT, priors.QUOTATION, learned=False)
"""The rules alone: hand-written weights over the same features."""


@cache
def load_weights() -> Weights:
    """The learned weights that come with the program; the rules alone where their file is missing or broken."""
    try:
        return replace(unpack(_FILE.read_bytes()), trees=load_trees(ANSWERS), frames=load_trees(READINGS))
    except (OSError, ValueError, KeyError, zlib.error):
        return RULES


def unpack(data: bytes) -> Weights:
    """Weights from the bytes of their file.

    Raises:
        ValueError, KeyError, zlib.error: the bytes are not such a file.
    """
    plain = zlib.decompress(data)
    header_end = plain.index(b"\n")
    header = json.loads(plain[:header_end])
    total = sum(count for _, count in header["tables"])
    values = array("h", plain[len(plain) - 2 * total :])
    if sys.byteorder == "big":
        values.byteswap()
    names = plain[header_end + 1 : len(plain) - 2 * total].decode().split("\n")
    scale: float = header["scale"]
    place, tables = 0, dict[str, Table]()
    for name, count in header["tables"]:
        scaled = [value * scale for value in values[place : place + count]]
        tables[name] = dict(zip(names[place : place + count], scaled, strict=True))
        place += count
    return Weights(tables["cue"], tables["subject"], tables["content"], tables["quotation"])


def pack(weights: Weights) -> bytes:
    """The bytes of the file for `weights`, rounded to 16 bits, zero ones left out."""
    tables = {name: getattr(weights, name) for name in ("cue", "subject", "content", "quotation")}
    largest = max((abs(v) for table in tables.values() for v in table.values()), default=1.0)
    scale = largest / 32000
    rounded = {
        n: [(f, round(v / scale)) for f, v in sorted(t.items()) if round(v / scale)]
        for n, t in tables.items()
    }
    header = {"tables": [[n, len(rows)] for n, rows in rounded.items()], "scale": scale}
    values = array("h", [value for rows in rounded.values() for _, value in rows])
    if sys.byteorder == "big":
        values.byteswap()
    names = "\n".join(feature for rows in rounded.values() for feature, _ in rows)
    return zlib.compress(json.dumps(header).encode() + b"\n" + names.encode() + values.tobytes(), 9)
