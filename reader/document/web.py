"""The bytes behind a web address: fetched within a time, a size and a number of redirects, over http and https alone."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.parse
import urllib.request
import zlib
from typing import IO, TYPE_CHECKING, NoReturn

from reader.document.file import LIMIT, too_large
from reader.document.formats.format import Raw
from reader.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from http.client import HTTPMessage

TIMEOUT_S = 15.0
"""For a connection, and for each wait for more."""
WHOLE_S = 90.0
"""For the whole page."""
REDIRECTS = 5
_CHUNK = 1 << 16
_CUT_OFF = "the server sent less than it announced: the page may be cut off"
_TEXTUAL = ("text/", "multipart/related", "message/rfc822")
_READ = frozenset(
    [
        "application/xhtml+xml",
        "application/xml",
        "application/pdf",
        "application/epub+zip",
        "application/octet-stream",
        "application/x-mimearchive",
        "application/markdown",
        "binary/octet-stream",
        "application/x-pdf",
    ]
)
_HEADERS = {
    "User-Agent": "pullquote/1 (terminal reader)",
    "Accept": "text/html,application/xhtml+xml,text/*;q=0.9,application/pdf;q=0.8,application/epub+zip;q=0.8,*/*;q=0.1",
    "Accept-Encoding": "gzip, identity;q=0.5",
}


def fetch(url: str) -> Raw:
    """The bytes at an address, with the encoding that the server names and the address that it came from in the end.

    Raises:
        SourceError: it is no web address, or cannot be fetched within the limits, or is no article by its type.
    """
    return _fetched(url, _is_article, "article")


def fetch_picture(url: str) -> bytes:
    """The bytes of the picture at an address.

    Raises:
        SourceError: it is no web address, or cannot be fetched within the limits, or is no picture by its type.
    """
    return _fetched(url, lambda kind: kind.startswith("image/"), "picture").data


def _fetched(url: str, wanted: Callable[[str], bool], name: str) -> Raw:
    deadline = time.monotonic() + WHOLE_S
    request = urllib.request.Request(_quoted(url), headers=_HEADERS)
    opener = urllib.request.build_opener(_Redirects(url))
    try:
        with opener.open(request, timeout=TIMEOUT_S) as answer:
            _check_type(url, answer.headers, wanted, name)
            pieces = _Pieces(url, answer, deadline)
            data = b"".join(pieces)
            warnings = () if pieces.whole else (_CUT_OFF,)
            return Raw(url, data, answer.headers.get_content_charset(), answer.geturl(), warnings)
    except urllib.error.HTTPError as error:
        error.close()
        if str(error.reason).startswith(_Redirects.inf_msg):
            raise SourceError(url, "it leads on to itself, round and round") from error
        raise SourceError(url, f"the server answers {error.code} {error.reason or ''}".rstrip()) from error
    except urllib.error.URLError as error:
        raise SourceError(url, _plain(error.reason)) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise SourceError(url, _plain(error)) from error


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows a few redirects, each to a web address only."""

    max_redirections = REDIRECTS
    max_repeats = 2

    def __init__(self, url: str) -> None:
        self._url = url

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        _quoted(newurl, asked=self._url)
        if len(getattr(req, "redirect_dict", ())) >= REDIRECTS:
            self._refuse()
        return super().redirect_request(req, fp, code, msg, headers, newurl)

    def http_error_302(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage
    ) -> object:
        target = headers.get("location") or headers.get("uri") or ""
        _quoted(urllib.parse.urljoin(req.full_url, target), asked=self._url)
        return super().http_error_302(req, fp, code, msg, headers)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302

    def _refuse(self) -> NoReturn:
        raise SourceError(self._url, f"it leads on through more than {REDIRECTS} other addresses")


def _quoted(url: str, asked: str | None = None) -> str:
    """The address with what is not ASCII in it encoded.

    Args:
        asked: the address that was given, where this one is where a server sends on to.
    """
    where = "it" if asked is None else "it leads on to an address that"
    try:
        parts = urllib.parse.urlsplit(url.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError) as error:
        raise SourceError(
            asked or url, f"{where} is no valid web address", wrong_call=asked is None
        ) from error
    if parts.scheme not in ("http", "https") or not host or host.split() != [host]:
        reason = f"{where} is no web address; only http and https are opened"
        raise SourceError(asked or url, reason, wrong_call=asked is None)
    host = f"[{host}]" if ":" in host else host
    path = urllib.parse.quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = urllib.parse.quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]{}|")
    return urllib.parse.urlunsplit((parts.scheme, host + port, path, query, ""))


def _is_article(kind: str) -> bool:
    return kind.startswith(_TEXTUAL) or kind in _READ


def _check_type(url: str, headers: HTTPMessage, wanted: Callable[[str], bool], name: str) -> None:
    kind = headers.get_content_type() if headers.get("Content-Type") else "application/octet-stream"
    if not wanted(kind):
        raise SourceError(url, f"the server sends {kind}, which is no {name}")
    length = headers.get("Content-Length") or ""
    if length.isdigit() and int(length) > LIMIT:
        raise SourceError(url, too_large(int(length)))


class _Pieces:
    """The body, unpacked where the server packed it, never more than the limit of it.

    Attributes:
        whole: once it is read: whether all came that the server announced.
    """

    def __init__(self, url: str, answer: http.client.HTTPResponse, deadline: float) -> None:
        self._url = url
        self._answer = answer
        self._deadline = deadline
        self._broken = False
        self.whole = False

    def __iter__(self) -> Iterator[bytes]:
        packed = (self._answer.headers.get("Content-Encoding") or "").strip().lower() in ("gzip", "x-gzip")
        unpack = zlib.decompressobj(wbits=31)
        size = 0
        while piece := self._piece():
            if time.monotonic() > self._deadline:
                raise SourceError(self._url, f"it takes longer than {WHOLE_S:.0f} seconds")
            while piece:
                try:
                    out = unpack.decompress(piece, _CHUNK) if packed else piece
                except zlib.error as error:
                    raise SourceError(self._url, "what the server sends is damaged") from error
                piece = unpack.unconsumed_tail if packed else b""
                size += len(out)
                if size > LIMIT:
                    raise SourceError(self._url, too_large(None))
                yield out
        self.whole = not (self._broken or self._answer.length) and (unpack.eof or not packed)

    def _piece(self) -> bytes:
        """What came next; where the connection broke within a chunk, the part of it that came, and then nothing."""
        if self._broken:
            return b""
        try:
            return self._answer.read1(_CHUNK)
        except http.client.IncompleteRead as error:
            self._broken = True
            return error.partial


def _plain(reason: object) -> str:
    """One clause for what the network says."""
    import socket
    import ssl

    if isinstance(reason, TimeoutError):
        return f"the server does not answer within {TIMEOUT_S:.0f} seconds"
    if isinstance(reason, ssl.SSLError):
        return "the server cannot prove who it is (TLS)"
    if isinstance(reason, socket.gaierror):
        return "there is no such server, or no network"
    if isinstance(reason, ConnectionRefusedError):
        return "the server refuses the connection"
    if isinstance(reason, http.client.HTTPException):
        return "the server's answer is damaged"
    if isinstance(reason, OSError) and reason.strerror:
        return reason.strerror.lower()
    return "it cannot be fetched"
