"""Bytes to `Document`, and the blocks over it."""

from reader.document.blocks import classify
from reader.document.model import Block, Document, Image, Mark, Metadata, Span
from reader.document.source import load

__all__ = ["Block", "Document", "Image", "Mark", "Metadata", "Span", "classify", "load"]
