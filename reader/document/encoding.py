"""Bytes of unknown origin to text: byte order marks, UTF-8, UTF-16 and UTF-32 without a mark, old 8-bit encodings."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

_SAMPLE = 1 << 16
"""Bytes that a guess looks at: enough to be sure, little enough that a large file opens at once."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ASCII = bytes(range(0x80))
_TEXT_CONTROLS = frozenset(b"\t\n\x0b\f\r\x1a\x1b")
_GAP = re.compile(rb"\0{16,}")
_EAST_ASIAN = re.compile(r"[\n\r\u0020-\u007e\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uff9f“”‘’—…·]")
_WESTERN_MARKS = frozenset("\xa0‘’‚“”„«»‹›–—…•·¡¿€£¥¢©®™°§¶†‡½¼¾²³×¹ºª‰¦´¨")


class Decoded(NamedTuple):
    """Text, the encoding it was in, and what the reader should know of how it was told."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(raw: bytes, charset: str | None = None) -> Decoded | None:
    """The text of the bytes; None where they are no text at all.

    Args:
        charset: what a server or the page itself says; believed where the bytes bear it out.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strict_or_mended(raw[len(mark) :], encoding)
    if b"\0" in raw[:_SAMPLE] or b"\0" in raw:
        return _with_nuls(raw, charset)
    if _mostly_controls(raw[:_SAMPLE]):
        return None
    return _utf8(raw) or _declared(raw, charset) or _mended_utf8(raw) or _guessed(raw)


def _utf8(raw: bytes) -> Decoded | None:
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if error.reason != "unexpected end of data" or error.end < len(raw):
            return None
        text = raw[: error.start].decode("utf-8") + "\ufffd"
    return Decoded(text, "utf-8", ("the file ends in the middle of a character: it may have been cut off",))


def _strict_or_mended(raw: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(raw.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = raw.decode(encoding, "replace")
        return Decoded(text, encoding, (_damage(text.count("\ufffd")),))


def _damage(count: int) -> str:
    many = "1 character is" if count == 1 else f"{count} characters are"
    return f"{many} damaged and shown as \ufffd"


def _with_nuls(raw: bytes, charset: str | None) -> Decoded | None:
    """UTF-16 and UTF-32 without a mark are known by where their NULs stand; stray NULs in a text are replaced.

    A block of NULs, as a crash or a disk leaves it in place of what was written last, is one gap.
    """
    head = raw[:_SAMPLE]
    for encoding in _wide_candidates(head):
        if _reads_as_text(head, encoding):
            return _strict_or_mended(raw, encoding)
    text, lost = _GAP.subn(b"\0", raw.strip(b"\0"))
    stray = text.count(0)
    if not text or stray * 50 > len(text) + 100 or _mostly_controls(text[:_SAMPLE]):
        return _undotted(raw)
    found = _utf8(text) or _undotted(raw)
    if found is None and stray * 500 <= len(text) + 1000:
        found = _declared(text, charset) or _mended_utf8(text) or _guessed(text)
    if found is None or found.encoding.startswith("utf-16"):
        return found
    warnings = [_damage(stray)] if stray else []
    if lost or len(raw.strip(b"\0")) < len(raw):
        warnings.append(
            "a part of the file is blank bytes, which are left out: it may not have been saved whole"
        )
    return found._replace(warnings=(*found.warnings, *warnings))


def _undotted(raw: bytes) -> Decoded | None:
    """UTF-16 without a mark in a script whose letters have no NULs, such as Chinese: the order that gives writing."""
    shares = {encoding: _everyday(raw[:_SAMPLE], encoding) for encoding in ("utf-16-le", "utf-16-be")}
    best = max(shares, key=lambda encoding: shares[encoding])
    return _strict_or_mended(raw, best) if shares[best] > 0.95 else None


def _everyday(head: bytes, encoding: str) -> float:
    """The share of East Asian letters, their marks and line ends."""
    text = head[: len(head) - len(head) % 2].decode(encoding, "replace")
    return len(_EAST_ASIAN.findall(text)) / max(1, len(text))


def _wide_candidates(head: bytes) -> list[str]:
    counts = [head[place::4].count(0) for place in range(4)]
    quarter = max(1, len(head) // 4)
    if counts[3] > quarter * 0.9 and counts[2] > quarter * 0.9 and counts[0] < quarter * 0.1:
        return ["utf-32-le"]
    if counts[0] > quarter * 0.9 and counts[1] > quarter * 0.9 and counts[3] < quarter * 0.1:
        return ["utf-32-be"]
    little, big = counts[1] + counts[3], counts[0] + counts[2]
    if little == big:
        return []
    return ["utf-16-le"] if little > 4 * big else ["utf-16-be"] if big > 4 * little else []


def _reads_as_text(head: bytes, encoding: str) -> bool:
    """Whether a sample decodes to characters that are assigned, and has the spaces and line ends of writing."""
    import unicodedata

    width = 4 if "32" in encoding else 2
    sample = head[: 4096 - 4096 % width]
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return False
    odd = sum(unicodedata.category(c) in ("Cn", "Co", "Cs", "Cc") and c not in "\t\n\r\f" for c in text)
    return bool(text) and odd * 50 <= len(text)


def _mostly_controls(head: bytes) -> bool:
    controls = sum(head.count(code) for code in range(1, 32) if code not in _TEXT_CONTROLS)
    return controls * 20 > len(head)


def _declared(raw: bytes, charset: str | None) -> Decoded | None:
    if not charset:
        return None
    name = charset.strip().strip("\"'").lower()
    # Browsers read these names as Windows-1252, and pages are made for browsers.
    name = "cp1252" if name in ("iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii") else name
    try:
        encoding = codecs.lookup(name)
        if encoding.name == "utf-8":
            return None  # which it is not, or it would have been read; how broken it is, is weighed later
        text = raw.decode(name, "replace")
    except (LookupError, UnicodeDecodeError, UnicodeError):
        return None
    lost = text.count("\ufffd")
    if lost * 20 > len(text):
        return None
    return Decoded(text, encoding.name, (_damage(lost),) if lost else ())


def _mended_utf8(raw: bytes) -> Decoded | None:
    """UTF-8 with a few broken places: the whole multi-byte characters outnumber the broken ones by far."""
    if len(raw) > _SAMPLE and _mended_utf8(_dense_sample(raw)) is None:
        return None
    text = raw.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    ascii_only = len(raw) - len(raw.translate(None, _ASCII))
    whole = len(text) - lost - ascii_only
    return Decoded(text, "utf-8", (_damage(lost),)) if whole >= 4 * lost else None


def _guessed(raw: bytes) -> Decoded | None:
    """An 8-bit or East Asian encoding: Western European where that reads well, else by statistics of the sample."""
    if _plausibly_western(raw):
        encoding = "cp1252"
    else:
        from charset_normalizer import from_bytes

        best = from_bytes(_dense_sample(raw)).best()
        if best is None:
            return None
        encoding = best.encoding
    text = raw.decode(encoding, "replace")
    if _odd_share(text[:_SAMPLE]) > 0.05:
        return None
    return Decoded(text, encoding, (f"the file does not say its encoding: read as {encoding}, a guess",))


def _dense_sample(raw: bytes) -> bytes:
    """A stretch around the first byte that is no ASCII, at line ends where possible."""
    found = re.search(rb"[\x80-\xff]", raw)
    first = found.start() if found else 0
    start = max(raw.rfind(b"\n", 0, first) + 1, first - _SAMPLE // 8)
    return raw[start : start + _SAMPLE // 4]


def _plausibly_western(raw: bytes) -> bool:
    """Whether each sampled byte above ASCII is, as Windows-1252, a mark of writing or a letter among letters."""
    try:
        text = _dense_sample(raw).decode("cp1252")
    except UnicodeDecodeError:
        return False
    seen = odd = 0
    for before, c, after in zip(" " + text, text, text[1:] + " ", strict=False):
        if c >= "\x80":
            seen += 1
            odd += not _western(before, c, after)
    return odd * 20 <= seen


def _western(before: str, c: str, after: str) -> bool:
    """Whether a character above ASCII stands where Western European writing would have it."""
    if before.isalpha() and after.isalpha() and c in "³¹²¼½¾¢¥¦":
        return False
    if c in _WESTERN_MARKS:
        return True
    foreign_run = before >= "\x80" and after >= "\x80"
    return (
        c.isalpha()
        and (before + after).strip() != ""
        and not foreign_run
        and not (c.isupper() and before.islower())
    )


def _odd_share(text: str) -> float:
    odd = sum(
        1 for c in text if c == "\ufffd" or "\x80" <= c < "\xa0" or (c < " " and c not in "\t\n\r\f\x1b")
    )
    return odd / max(1, len(text))
