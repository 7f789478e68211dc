"""Pullquote: read a saved article, see who said what, annotate it."""
