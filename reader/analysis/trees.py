"""Decision trees that correct a model's scores: many small ones whose leaves add up, learned by gradient boosting.

The file is a zlib stream: a header line of JSON ({"trees": …, "nodes": …, "leaves": …}), then arrays, little-endian:
the root of each tree, the measure that each node asks about, its two children (32 bit and 8 bit), its limit and each
leaf's value (32 bit floating point). A child below zero is leaf number -1 - child.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

_FILE = Path(__file__).with_name("data") / "attribution.trees"


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees in one table.

    Attributes:
        roots: of each tree its first node.
        nodes: measure, limit, child where the measure is not above the limit, child where it is.
        leaves: what each leaf adds.
    """

    roots: list[int]
    nodes: list[tuple[int, float, int, int]]
    leaves: list[float]

    def total(self, row: Sequence[float]) -> float:
        """What all trees together add for a row of measures."""
        nodes, leaves, total = self.nodes, self.leaves, 0.0
        for node in self.roots:
            while node >= 0:
                measure, limit, low, high = nodes[node]
                node = low if row[measure] <= limit else high
            total += leaves[-1 - node]
        return total


@cache
def load_trees() -> Forest | None:
    """The trees that come with the program; None where their file is missing or broken."""
    try:
        return unpack(_FILE.read_bytes())
    except (OSError, ValueError, KeyError, IndexError, zlib.error):
        return None


def unpack(data: bytes) -> Forest:
    """A forest from the bytes of its file.

    Raises:
        ValueError, KeyError, zlib.error: the bytes are not such a file.
    """
    plain = zlib.decompress(data)
    place = plain.index(b"\n") + 1
    header = json.loads(plain[: place - 1])

    def read(code: str, count: int) -> list[Any]:
        nonlocal place
        values = array(code, plain[place : place + count * array(code).itemsize])
        if len(values) != count:
            raise ValueError("the trees' file is cut short")
        place += count * values.itemsize
        if sys.byteorder == "big":
            values.byteswap()
        return values.tolist()

    nodes = header["nodes"]
    roots, measures = read("i", header["trees"]), read("B", nodes)
    low, high, limits = read("i", nodes), read("i", nodes), read("f", nodes)
    return Forest(roots, list(zip(measures, limits, low, high, strict=True)), read("f", header["leaves"]))


def pack(forest: Forest) -> bytes:
    """The bytes of the file for a forest."""
    measures, limits, low, high = zip(*forest.nodes, strict=True) if forest.nodes else ((), (), (), ())
    parts = [
        array("i", forest.roots),
        array("B", measures),
        array("i", low),
        array("i", high),
        array("f", limits),
        array("f", forest.leaves),
    ]
    if sys.byteorder == "big":
        for part in parts:
            part.byteswap()
    header = {"trees": len(forest.roots), "nodes": len(forest.nodes), "leaves": len(forest.leaves)}
    return zlib.compress(json.dumps(header).encode() + b"\n" + b"".join(p.tobytes() for p in parts), 9)
