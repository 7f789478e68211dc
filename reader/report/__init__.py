"""Exports that need the article as well as the notes."""
