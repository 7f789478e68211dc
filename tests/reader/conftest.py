"""A saved article in a world of its own, for the tests of the command line."""

from pathlib import Path

import pytest

from annotations.model import Annotation
from annotations.store import Store
from reader.background import InPlace, Keeper
from reader.document import load
from reader.session import Session

ARTICLE = (
    'Ferry fares will rise in June.\n\n"Nobody asked the islanders," said Ruth Abara, who runs the guesthouse. '
    "She said the council had decided in a closed meeting.\n\nTom Okafor denied that.\n"
)


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A saved article, in a world of its own."""
    monkeypatch.setenv("PULLQUOTE_STORE", str(tmp_path / "annotations.json"))
    monkeypatch.setenv("PULLQUOTE_STATE", str(tmp_path / "state.json"))
    monkeypatch.setenv("PULLQUOTE_CONFIG", str(tmp_path / "config.toml"))
    path = tmp_path / "fares.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def annotated(article: Path, tmp_path: Path) -> Path:
    """The article with a note on its first sentence and a highlight on the quotation, as the app makes them."""
    store = Store(tmp_path / "annotations.json")
    session = Session(load(str(article)), Keeper(lambda: store), InPlace())
    session.start()
    session.notes.annotate(0, 30, note="since *when*?", tags=["fares"], colour="red")
    session.notes.annotate(ARTICLE.index('"'), ARTICLE.index(" said"))
    store.close()
    return article


def stored(tmp_path: Path) -> tuple[Annotation, ...]:
    """The annotations that the store of this world holds."""
    store = Store(tmp_path / "annotations.json")
    rows = store.annotations()
    store.close()
    return rows
