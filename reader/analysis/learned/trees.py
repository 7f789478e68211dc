"""Decision trees that correct a model's scores: many small ones whose leaves add up, learned by gradient boosting.

The file is a zlib stream: a header line of JSON ({"trees": …, "nodes": …, "leaves": …}), then arrays, little-endian:
the root of each tree, the measure that each node asks about, its two children (32 bit and 8 bit), its limit and each
leaf's value (32 bit floating point). A child below zero is leaf number -1 - child.
"""

from __future__ import annotations

import json
import math
import sys
import zlib
from array import array
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

_DATA = Path(__file__).parents[1] / "data"
ANSWERS, READINGS = "attribution.trees", "statements.trees"
"""The files of the trees that correct the answers to quotations, and of those that tell which readings hold."""


Node = tuple[int | None, float, Any, Any]
"""Measure and limit, the node where the measure is not above the limit, the node where it is; or None and a leaf's value."""
_STEP = 30


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
    grown: list[Node] = field(default_factory=list, compare=False, repr=False)

    def total(self, row: Sequence[float], start: float = 0.0, clear: float = math.inf) -> float:
        """What the trees together add for a row of measures.

        Args:
            start: what they add to.
            clear: where the sum is further than this from 0, the trees that have not been asked are not.
        """
        total, grown = start, self.grown or self._grow()
        row = list(map(float, row))  # numbers of one kind are compared in half the time
        for first in range(0, len(grown), _STEP):
            for measure, value, low, high in grown[first : first + _STEP]:
                while measure is not None:
                    measure, value, low, high = low if row[measure] <= value else high
                total += value
            if not -clear < total < clear:
                break
        return total - start

    def _grow(self) -> list[Node]:
        """Tie the nodes to each other: following them is quicker than looking them up."""
        ends: list[Node] = [(None, value, None, None) for value in self.leaves]
        built: list[Node] = [ends[0]] * len(self.nodes)
        for number in range(len(self.nodes) - 1, -1, -1):
            measure, limit, low, high = self.nodes[number]
            built[number] = (
                measure,
                limit,
                built[low] if low >= 0 else ends[-1 - low],
                built[high] if high >= 0 else ends[-1 - high],
            )
        self.grown.extend(built[root] if root >= 0 else ends[-1 - root] for root in self.roots)
        return self.grown


@cache
def load_trees(name: str) -> Forest | None:
    """The trees of that name that come with the program; None where their file is missing or broken."""
    try:
        return unpack((_DATA / name).read_bytes())
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
