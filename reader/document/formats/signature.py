"""What a file that is no article looks like, told by its first bytes, for the sentence that refuses it."""

from __future__ import annotations

_SIGNATURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"BM", "a bitmap image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a Windows program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\0asm", "a WebAssembly program"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"BZh", "a bzip2 archive; unpack it first"),
    (b"\xfd7zXZ", "an xz archive; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive; unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"PK\x03\x04", "a zip archive; unpack it first"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; save it as text, HTML or PDF"),
    (b"SQLite format 3", "an SQLite database"),
    (b"bplist", "a property list, perhaps a Safari web archive; save the page as HTML"),
    (b"OggS", "a sound or video file"),
    (b"ID3", "a sound file"),
    (b"fLaC", "a sound file"),
    (b"\x1aE\xdf\xa3", "a video file"),
    (b"wOF", "a font"),
    (b"OTTO", "a font"),
)
_ZIPPED = (
    (b"word/", "a Word document; save it as text, HTML or PDF"),
    (b"xl/", "a spreadsheet; save it as text"),
    (b"ppt/", "a presentation; save it as PDF"),
    (b"mimetypeapplication/vnd.oasis", "an OpenDocument file; save it as text, HTML or PDF"),
)


def is_unmistakable(raw: bytes) -> bool:
    """Whether the first bytes are a signature that no text begins with."""
    return any(raw.startswith(mark) and not mark.isascii() for mark, _ in _SIGNATURES)


def looks_like(raw: bytes) -> str:
    """A clause for a file that is no text, such as "it looks like a PNG image"."""
    if raw.startswith(b"PK\x03\x04"):
        head = raw[:4096]
        for mark, name in _ZIPPED:
            if mark in head:
                return f"it looks like {name}"
    if raw[:4] == b"RIFF":
        return "it looks like a WebP image" if raw[8:12] == b"WEBP" else "it looks like a sound or video file"
    if raw[4:8] == b"ftyp":
        return "it looks like a video or an image"
    for mark, name in _SIGNATURES:
        if raw.startswith(mark):
            return f"it looks like {name}"
    return "it is binary data, not text"
