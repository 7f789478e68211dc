"""Web archives: the page inside a MIME message, as browsers save it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.document.formats import html
from reader.document.formats.format import Content, Glance, Raw

if TYPE_CHECKING:
    from email.message import Message


_CUT_OFF = "the web archive has no end: the page may be cut off"
_PAGES = ("text/html", "application/xhtml+xml")


def read(raw: Raw) -> Content:
    """The story of the archive's first page.

    Raises:
        SourceError: there is no page in it.
        MissingExtraError: the packages that read pages are not installed.
    """
    page = _page(raw)
    content = html.read(page)
    return content._replace(warnings=(*page.warnings, *content.warnings))


def glance(raw: Raw) -> Glance:
    """What the archive's first page says of itself."""
    return html.glance(_page(raw))


def _page(raw: Raw) -> Raw:
    """The archive's first page, with the address that it was saved from."""
    from email import message_from_bytes, policy
    from email.errors import CloseBoundaryNotFoundDefect

    try:
        message = message_from_bytes(raw.data, policy=policy.compat32)
        page = next((part for part in message.walk() if part.get_content_type() in _PAGES), None)
    except RecursionError:
        raise raw.refuse("this web archive holds parts within parts without end") from None
    payload = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(payload, bytes) or not payload.strip():
        raise raw.refuse("there is no page in this web archive")
    address = _address(page) or _address(message)
    warnings = (_CUT_OFF,) if any(isinstance(d, CloseBoundaryNotFoundDefect) for d in message.defects) else ()
    return Raw(raw.source, payload, page.get_content_charset(), address, warnings)


def _address(part: Message) -> str | None:
    for name in ("Content-Location", "Snapshot-Content-Location"):
        value = str(part.get(name) or "").strip()
        if value.startswith(("http://", "https://")):
            return value
    return None
