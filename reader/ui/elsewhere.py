"""The ways from one screen to another: the desk, all notes, the orphan desk, and from each of them to an article."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from annotations.text import clean
from reader.document.source import load
from reader.errors import ReaderError
from reader.placed import in_order
from reader.sheet.chrome import counted
from reader.ui.rereading import Rereading
from reader.wording import lost as corrections_lost

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.model import Annotation
    from annotations.store import Store
    from reader.document.model import Document
    from reader.saving import Change
    from reader.ui.app import PullquoteApp
    from reader.ui.screens.all_notes import Found
    from reader.ui.screens.orphans import ByHand


_SOON_S = 0.7
"""Seconds after which a reader is told what is waited for."""


class Elsewhere:
    """Leads to the other screens of an app, and to other articles.

    Args:
        app: the app.
        sources: what the desk shows; the recent articles where there are none.
        named: the files and folders of the command line, for which its options hold.
        in_place: load at once, in this thread: for tests.
    """

    def __init__(
        self, app: PullquoteApp, sources: tuple[str, ...], named: tuple[str, ...], *, in_place: bool = False
    ) -> None:
        self._app = app
        self._sources = sources
        self._named = named
        self._opened: set[str] = set()
        self._in_place = in_place
        self._rereading = Rereading(self._read, self.say)

    # The desk

    def desk(self) -> None:
        """Show the articles of the command line, or the recent ones."""
        from reader.document.source import is_url
        from reader.library import Entry as ArticleEntry
        from reader.library import Library
        from reader.ui.screens.desk import Desk

        app = self._app
        app.keep_state()
        recent = app.state.recent
        sources = self._sources or tuple(path_of(place.uri) for place in recent)
        read = {path_of(place.uri): place.read for place in recent}
        heading = "Recent articles"
        if self._sources:
            heading = (
                self._sources[0] if len(self._sources) == 1 else f"{len(self._sources)} articles and folders"
            )
        library = Library(app.state_path.parent)
        known = {
            path: ArticleEntry(
                path,
                described=True,
                title=place.title or None,
                published=place.published or None,
                publisher=place.publisher or None,
                words=place.words,
            )
            for place in recent
            if is_url(path := path_of(place.uri))
        }
        at = app.article.session.document.source if app.article else ""
        worker = app.another_worker()
        desk = Desk(app.look, library, sources, heading, read=read, known=known, at=at, worker=worker)
        app.push_screen(desk, self._from_desk)
        app.keeper.do(_counts, desk.know)

    def _from_desk(self, path: str | None) -> None:
        if path is not None:
            self.open(path, failed=self._back_to_desk)
        elif self._app.article is None:
            self._app.exit()

    def _back_to_desk(self, why: str) -> None:
        if self._app.article is None:
            self.desk()
        self.say(why)

    # Notes

    def all_notes(self) -> None:
        """Show the annotations of every article."""
        from reader.ui.screens.all_notes import AllNotes

        app = self._app

        def show(notes: list[Found]) -> None:
            app.push_screen(AllNotes(app.look, notes, app.config.colours), chosen)

        def chosen(found: Found | None) -> None:
            if found is not None:
                app.following.follow(found)

        app.keeper.do(_every_note, show)

    def orphans(self) -> None:
        """Show the notes of this article that lost their place."""
        from reader.ui.screens.orphans import OrphanDesk

        app, here = self._app, self._app.article
        if here is None:
            return
        lost = here.session.notes.orphans
        if not lost:
            gone = corrections_lost(here.session.notes.corrections)
            here.say(f"every note has its place; {gone}" if gone else "every note has its place")
            return
        shas = {note.anchor.sha256 for note in lost}

        def show(texts: dict[str, str | None]) -> None:
            app.push_screen(OrphanDesk(here.session, app.look, texts), self._by_hand)

        app.keeper.do(lambda store: {sha: store.text(sha) for sha in shas}, show)

    def _by_hand(self, given: ByHand | None) -> None:
        """Let the reader choose the passage of a note in the article."""
        here = self._app.article
        if given is None or here is None:
            return
        if given.near is not None:
            here.jump(given.near)
        sheet = here.sheet
        sentence = sheet.boundaries.sentence(sheet.cursor)
        sheet.select(sentence.start, sentence.end, given.annotation.id)
        here.say("choose its passage: move the end, o swaps ends; enter attaches, escape leaves")
        here.update()

    def changed(self, change: Change) -> None:
        """Tell the screen on top of a change to the notes: of those over an article, the orphan desk shows them."""
        if change.what != "annotations":
            return
        self._app.following.arrive()
        # It is not asked for by its class: what that brings would hold up the first note.
        if self._app.screen is not self._app.article:
            getattr(self._app.screen, "changed", lambda: None)()

    # Articles

    def open(
        self,
        path: str,
        offset: int | None = None,
        *,
        then: Callable[[], None] = lambda: None,
        failed: Callable[[str], None] | None = None,
    ) -> None:
        """Read an article and show it; where it cannot be read, say why.

        Args:
            offset: where to open it; None for where it was left.
            then: called once it is open.
            failed: told the reason in place of the status line.
        """

        def show(document: Document) -> None:
            self._app.show_article(document, offset)
            then()

        self._read(path, show, failed or self.say)

    def first_time(self, source: str) -> bool:
        """Whether an article of the command line is opened for the first time; each is asked for once."""
        first = source not in self._opened and self._is_named(source)
        self._opened.add(source)
        return first

    def _is_named(self, source: str) -> bool:
        place = Path(os.path.abspath(source))  # an article that is opened again is named by its whole path
        return any(named in (place, *place.parents) for named in map(Path, map(os.path.abspath, self._named)))

    def watch(self, source: str) -> None:
        """Look at this file from now on."""
        self._rereading.watch(source)

    def look_at_file(self) -> None:
        """Read the article again where its file has changed, and say where it is gone; called each second."""
        if self._app.article is not None:
            self._rereading.look(self._app.article)

    def _read(
        self,
        path: str,
        show: Callable[[Document], None],
        failed: Callable[[str], None],
        also: Callable[[Document], Document] = lambda document: document,
    ) -> None:
        """Read a file off the app's thread, and show it on it."""
        format = self._app.wish.from_ if self._is_named(path) else None

        def read() -> Callable[[], None]:
            try:
                document = also(load(path, format=format))
            except ReaderError as error:
                why = str(error)
                return lambda: failed(why)
            except Exception as error:  # whatever a file holds, it does not end the app
                why = f"cannot read {path}: {type(error).__name__}"
                return lambda: failed(why)
            return lambda: show(document)

        if self._in_place:
            read()()
            return
        waiting = self._app.set_timer(_SOON_S, lambda: self._wait_for(path))

        def deliver(outcome: Callable[[], None]) -> None:
            waiting.stop()
            outcome()

        self._app.run_worker(lambda: self._app.call_from_thread(deliver, read()), thread=True)

    def _wait_for(self, path: str) -> None:
        self._app.notify(f"reading {clean(path)} …", markup=False)

    def say(self, message: str) -> None:
        """Tell the reader what went wrong, over the article or, without one, where messages are."""
        here = self._app.article
        if here is not None:
            here.say(message, error=True)
            here.update()
        else:
            self._app.notify(clean(message), markup=False)


def path_of(uri: str) -> str:
    """What to open for an article's URI: a path for a file, else the address."""
    parts = urlsplit(uri)
    return unquote(parts.path, errors="surrogateescape") if parts.scheme == "file" else uri


def _counts(store: Store) -> dict[str, str]:
    """The notes that each article has, or the highlights where there are no notes, in words, by what opens it."""
    kinds: dict[str, Counter[str]] = {}
    for note in store.annotations():
        kinds.setdefault(note.article, Counter())[note.kind] += 1
    found = {path_of(a.uri): counted(kinds[a.id]) for a in store.articles() if a.id in kinds}
    return {path: words.split(", ")[0] for path, words in found.items() if words}


def _every_note(store: Store) -> list[Found]:
    from reader.ui.screens.all_notes import Found

    groups: dict[str, list[Annotation]] = {}
    for note in store.annotations():
        groups.setdefault(note.article, []).append(note)
    articles = sorted(store.articles(), key=lambda article: article.modified, reverse=True)
    return [Found(note, article) for article in articles for note in in_order(groups.get(article.id, ()))]
