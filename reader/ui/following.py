"""From a note in a list to its passage, in an article that may have to be opened first and may have changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from annotations.text import sha256
from reader.document.model import Document, Metadata
from reader.ui.elsewhere import path_of

if TYPE_CHECKING:
    from annotations.model import DocumentRef
    from reader.session import Session
    from reader.ui.app import PullquoteApp
    from reader.ui.screens.all_notes import Found

AS_KEPT = "this article came from standard input: its text is shown as it was kept"
NOT_KEPT = (
    "this article came from standard input and its text was not kept; pipe it in again to see its notes"
)


class Wanted(NamedTuple):
    """A note to go to.

    Attributes:
        session: of the article that it is on.
        id: the note's.
        opened: the article was opened for it, so that there is no place to come back to.
    """

    session: Session
    id: str
    opened: bool


class Following:
    """Goes to notes of an app's articles.

    Args:
        app: the app.
    """

    def __init__(self, app: PullquoteApp) -> None:
        self._app = app
        self._wanted: Wanted | None = None

    def follow(self, found: Found) -> None:
        """Go to a note; where its article has to be opened, as soon as the notes have found their places in it."""
        note, article = found
        here = self._app.article
        if here is not None and here.session.notes.ref.id == article.id:
            self._want(note.id, opened=False)
            self.arrive()
        elif urlsplit(article.uri).scheme == "urn":
            self._open_kept(article, note.id)
        else:
            # What the store holds is where the note stood when the article was last open: near, as a rule.
            self._app.elsewhere.open(path_of(article.uri), note.start, then=lambda: self._want(note.id))

    def _want(self, id: str, *, opened: bool = True) -> None:
        if self._app.article is not None:
            self._wanted = Wanted(self._app.article.session, id, opened)

    def arrive(self) -> None:
        """Go to the note that is wanted, if the notes of the open article are there; called at each change to them."""
        here, wanted = self._app.article, self._wanted
        if here is None or wanted is None or wanted.session is not here.session:
            return
        notes = here.session.notes
        note = notes.get(wanted.id)
        if not notes.loaded or (note is None and notes.status.state == "saving"):
            return
        self._wanted = None
        if note is None:
            here.say("this note is not on the article that lies there now; A still lists it", error=True)
        elif note.start is None:
            here.say("this note lost its place; R opens the orphan desk")
        else:
            (here.sheet.go if wanted.opened else here.jump)(note.start)
        here.update()

    def _open_kept(self, article: DocumentRef, id: str) -> None:
        """Open an article that lies nowhere, as the store kept its text."""

        def show(text: str | None) -> None:
            if text is None:
                self._app.elsewhere.say(NOT_KEPT)
                return
            self._app.show_article(_as_kept(article, text))
            self._want(id)

        self._app.keeper.do(lambda store: store.text(article.sha256), show)


def _as_kept(article: DocumentRef, text: str) -> Document:
    page = Metadata(article.author, article.published, article.publisher, article.url)
    return Document("-", text, sha256(text), title=article.title, metadata=page, warnings=(AS_KEPT,))
