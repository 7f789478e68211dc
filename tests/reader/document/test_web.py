"""Fetching: a page from a server, or one clear sentence, within bounds; tested against a server of our own."""

from __future__ import annotations

import contextlib
import gzip
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from reader.document import load, web
from reader.errors import SourceError

from .page import page

if TYPE_CHECKING:
    from collections.abc import Iterator

STORY = "The council of Norrvik voted for the bridge.\n"
BYLINE = '<div class="byline">By Arne Lund</div>'


class Handler(BaseHTTPRequestHandler):
    """Answers each path in its own way, good and bad."""

    def do_GET(self) -> None:
        """Look the path up; what is not there is a 404."""
        answers = {
            "/story.txt": (
                200,
                {"Content-Type": "text/plain; charset=iso-8859-2"},
                "Łódź\n".encode("iso-8859-2"),
            ),
            "/page": (200, {"Content-Type": "text/html"}, self._page()),
            "/packed": (
                200,
                {"Content-Type": "text/plain", "Content-Encoding": "gzip"},
                gzip.compress(STORY.encode()),
            ),
            "/bomb": (
                200,
                {"Content-Type": "text/plain", "Content-Encoding": "gzip"},
                gzip.compress(b"a" * 3_000_000),
            ),
            "/damaged": (200, {"Content-Type": "text/plain", "Content-Encoding": "gzip"}, b"no gzip"),
            "/cut": (200, {"Content-Type": "text/plain", "Content-Length": "9000"}, STORY.encode()),
            "/cut-packed": (
                200,
                {"Content-Type": "text/plain", "Content-Encoding": "gzip"},
                gzip.compress(STORY.encode() * 50)[:-12],
            ),
            "/cut-chunk": (
                200,
                {"Content-Type": "text/plain", "Transfer-Encoding": "chunked"},
                b"%x\r\n" % (2 * len(STORY.encode())) + STORY.encode(),
            ),
            "/photo": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
            "/large": (200, {"Content-Type": "text/plain", "Content-Length": "3000000000"}, b"a"),
            "/long": (200, {"Content-Type": "text/plain"}, b"a" * 3_000_000),
            "/empty": (200, {"Content-Type": "text/plain"}, b""),
            "/moved": (301, {"Location": "/page?again=1"}, b""),
            "/loop": (302, {"Location": "/loop"}, b""),
            "/file": (302, {"Location": "file:///etc/hostname"}, b""),
            "/ftp": (307, {"Location": "ftp://localhost/x"}, b""),
            "/caf%C3%A9": (200, {"Content-Type": "text/plain"}, STORY.encode()),
        }
        bare = self.path.split("?")[0]
        if bare.startswith("/hop"):
            return self._answer(302, {"Location": f"/hop{int(bare[4:]) + 1}"}, b"")
        if bare == "/slow":
            time.sleep(0.5)
        if bare == "/drip":
            return self._drip()
        return self._answer(*answers.get(bare, (404, {}, b"")))

    def _page(self) -> bytes:
        link = '<p>The plans hang in the <a href="office">harbour office</a> until the end of May.</p>'
        return (
            page(top=BYLINE, body=link)
            .replace('<link rel="canonical" href="https://post.example/news/bridge">', "")
            .encode()
        )

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        for _ in range(100):
            try:
                self.wfile.write(b"a")
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.02)

    def _answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server on this machine."""
    serving = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    serving.daemon_threads = True
    thread = threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{serving.server_port}"
    serving.shutdown()
    serving.server_close()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing leaves this machine."""
    monkeypatch.setenv("no_proxy", "*")


def refusal(url: str) -> tuple[str, int]:
    """Why an address cannot be read, and the exit status."""
    with pytest.raises(SourceError) as caught:
        load(url)
    return caught.value.reason, caught.value.exit_status


def test_a_page(server: str) -> None:
    """A page from the web reads like a saved one; its address is kept and its links start from there."""
    document = load(f"{server}/page")
    assert (document.source, document.format) == (f"{server}/page", "html")
    assert document.title == "Norrvik votes for the bridge to Halsø"
    assert document.metadata.url == f"{server}/page"
    assert [mark.href for mark in document.marks] == [f"{server}/office"]


def test_the_address_after_redirects_counts(server: str) -> None:
    """Links start from where the page was found in the end."""
    assert load(f"{server}/moved").metadata.url == f"{server}/page?again=1"


def test_text(server: str) -> None:
    """The server's word on the encoding holds; a packed answer is unpacked; an address may be written as it is read."""
    assert load(f"{server}/story.txt").text == "Łódź\n"
    assert load(f"{server}/packed").text == STORY
    assert load(f"{server}/café").text == STORY


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/nothing", "the server answers 404 Not Found"),
        ("/photo", "the server sends image/png, which is no article"),
        ("/large", "it is too large (3,000 MB); articles up to 100 MB are read"),
        ("/damaged", "what the server sends is damaged"),
        ("/empty", "it is empty"),
        ("/file", "it leads on to an address that is no web address; only http and https are opened"),
        ("/ftp", "it leads on to an address that is no web address; only http and https are opened"),
        ("/hop0", "it leads on through more than 5 other addresses"),
    ],
)
def test_refusals(server: str, path: str, reason: str) -> None:
    """Whatever a server does, the reader gets one sentence that says what."""
    assert refusal(server + path) == (reason, 1)


def test_a_loop_ends(server: str) -> None:
    """A page that redirects to itself is given up."""
    assert refusal(f"{server}/loop") == ("it leads on to itself, round and round", 1)


@pytest.mark.parametrize("path", ["/cut", "/cut-packed", "/cut-chunk"])
def test_a_page_that_broke_off_is_read_and_said(server: str, path: str) -> None:
    """A reader who has half an article knows it."""
    document = load(server + path)
    assert document.text.startswith(STORY)
    assert document.warnings == ("the server sent less than it announced: the page may be cut off",)
    assert load(server + "/packed").warnings == ()


@pytest.mark.parametrize("path", ["/long", "/bomb"])
def test_size_is_limited(server: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than the limit is taken in, packed or not, whatever the server says of the length."""
    monkeypatch.setattr(web, "LIMIT", 1_000_000)
    assert "it is too large" in refusal(server + path)[0]


def test_time_is_limited(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that is silent, and one that sends a letter at a time, are given up."""
    monkeypatch.setattr(web, "TIMEOUT_S", 0.1)
    assert refusal(f"{server}/slow")[0] == "the server does not answer within 0 seconds"
    monkeypatch.setattr(web, "WHOLE_S", 0.2)
    assert refusal(f"{server}/drip")[0] == "it takes longer than 0 seconds"


@pytest.mark.parametrize(
    "url",
    [
        "http://",
        "https://:80/x",
        "http://[::1",
        "http://a.example:99999/",
        "http://a b.example/",
        "ftp://a.example/x",
    ],
)
def test_no_address(url: str) -> None:
    """What is no web address is the caller's to mend."""
    assert refusal(url)[1] == 2


def test_nobody_there() -> None:
    """A server that is not there is named as such."""
    assert refusal("http://127.0.0.1:9/") == ("the server refuses the connection", 1)
