"""One module per input format, and the registry that tells which one a file is in."""

from reader.document.formats.registry import FORMATS, article_suffixes, by_name, format_names, told

__all__ = ["FORMATS", "article_suffixes", "by_name", "format_names", "told"]
