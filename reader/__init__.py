"""Pullquote: read a saved article, see who said what, annotate it."""

__version__ = "0.1.0"
