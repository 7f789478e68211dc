"""One module per exchange format, and the registry of them."""

from annotations.formats import json, jsonl, markdown, w3c
from annotations.formats.format import ALL_FIELDS, Broken, Corrected, Format, Item, Loaded

FORMATS: dict[str, Format] = {f.name: f for f in (markdown.FORMAT, json.FORMAT, jsonl.FORMAT, w3c.FORMAT)}

__all__ = ["ALL_FIELDS", "FORMATS", "Broken", "Corrected", "Format", "Item", "Loaded"]
