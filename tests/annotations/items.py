"""Items for the format tests: written ones with all that can stand in them, and a Hypothesis strategy for any."""

from datetime import datetime
from typing import get_args

from hypothesis import strategies as st

from annotations.formats import Corrected, Item
from annotations.model import (
    COLOURS,
    Anchor,
    Annotation,
    Correction,
    CorrectionKind,
    DocumentRef,
    Kind,
    State,
)
from annotations.text import clean

ARTICLE = DocumentRef(
    "urn:uuid:0b9f6c1e-54a0-4d53-8a38-3a1c3c1f2a01",
    "file:///home/ada/harbour%20bridge.txt",
    "ab" * 32,
    title='Bridge *will* close: "no choice", says council',
    author="Ines Okafor",
    publisher="The Tarn Valley Post",
    published="2026-03-02",
    created="2026-03-03T09:00:00Z",
    modified="2026-03-03T09:00:00Z",
)
OTHER = DocumentRef("urn:uuid:0b9f6c1e-54a0-4d53-8a38-3a1c3c1f2a02", "https://post.example/ferry", "cd" * 32)


def note(number: int, exact: str, start: int | None, **more: object) -> Annotation:
    """An annotation with an id of that number whose passage stands at `start`."""
    at = 500 if start is None else start
    anchor = Anchor(exact, "before it ", " after it", at, at + len(exact), "ab" * 32)
    fields = {
        "state": "orphan" if start is None else "exact",
        "start": start,
        "end": None if start is None else start + len(exact),
        "created": "2026-03-03T10:00:00+01:00",
        "modified": "2026-03-03T10:05:00+01:00",
        **more,
    }
    return Annotation(f"urn:uuid:00000000-0000-4000-8000-{number:012d}", ARTICLE.id, anchor, **fields)


ITEMS = [
    Item(
        note(
            1,
            "# 1 < 2 & [x](y) *not* a_b\n- `tick` ^id %%hid%% #tag == http://evil.example $5",
            40,
            note="Why *this*?\n\n```\nnever closed",
            kind="note",
            tags=("budget cuts", "2026", "a/b"),
            colour="red",
            speaker="Mara *Lind*",
            statement=(35, 90),
            creator="Ada",
        ),
        ARTICLE,
    ),
    Item(note(2, "“We have no choice,” she said.\n\nThe second paragraph.", 3), ARTICLE),
    Item(note(3, "It stood here once", None, note="<!-- where is it now?", kind="note", score=0.25), ARTICLE),
    Item(note(4, "marked", 120, kind="bookmark", mark="a", state="ambiguous", score=0.5), ARTICLE),
    Item(note(5, "gone", 7, deleted="2026-03-04T00:00:00Z"), ARTICLE),
]

CORRECTIONS = [
    Corrected(Correction("urn:uuid:merge", ARTICLE.id, "merge", "Mara Lind", "Lind"), ARTICLE),
    Corrected(
        Correction(
            "urn:uuid:speaker",
            ARTICLE.id,
            "speaker",
            "Ines Okafor",
            anchor=Anchor("“We have no choice,” she said.", "", " The", 3, 33, "ab" * 32),
            start=3,
            end=33,
            created="2026-03-03T10:00:00+01:00",
            modified="2026-03-03T10:00:00+01:00",
        ),
        ARTICLE,
    ),
    Corrected(
        Correction(
            "urn:uuid:dismiss",
            ARTICLE.id,
            "dismiss",
            anchor=Anchor("no statement", "", "", 70, 82, "ab" * 32),
            state="orphan",
            score=0.25,
            deleted="2026-03-04T00:00:00Z",
        ),
        ARTICLE,
    ),
]

_WORDS = st.text(max_size=12).map(clean).map(clean)
_IDS = st.uuids().map(lambda u: u.urn)
_TIMES = st.datetimes(datetime(1970, 1, 1), datetime(2099, 1, 1)).map(
    lambda t: t.isoformat(timespec="seconds") + "Z"
)
_ANCHORS = st.builds(
    lambda exact, prefix, suffix, start: Anchor(exact, prefix, suffix, start, start + len(exact), "ef" * 32),
    _WORDS,
    _WORDS,
    _WORDS,
    st.integers(0, 10**6),
)
_ARTICLES = st.builds(
    DocumentRef,
    _IDS,
    st.just("https://post.example/a"),
    st.just("ef" * 32),
    title=st.none() | _WORDS,
    author=st.none() | _WORDS,
    earlier=st.lists(_WORDS, max_size=2).map(tuple),
    created=_TIMES,
    modified=_TIMES,
)


def annotations(article: DocumentRef) -> st.SearchStrategy[Annotation]:
    """Any annotation of that article, tombstones and orphans included."""
    return st.builds(
        Annotation,
        _IDS,
        st.just(article.id),
        _ANCHORS,
        kind=st.sampled_from(get_args(Kind)),
        note=_WORDS,
        tags=st.lists(_WORDS, max_size=3).map(tuple),
        colour=st.sampled_from(COLOURS),
        mark=st.none() | st.sampled_from("abz"),
        speaker=st.none() | _WORDS,
        statement=st.none() | st.tuples(st.integers(0, 9), st.integers(9, 99)),
        state=st.sampled_from(get_args(State)),
        score=st.floats(0, 1),
        start=st.none() | st.integers(0, 10**6),
        end=st.none() | st.integers(0, 10**6),
        creator=st.none() | _WORDS,
        created=_TIMES,
        modified=_TIMES,
        deleted=st.none() | _TIMES,
    )


@st.composite
def items(draw: st.DrawFn) -> list[Item]:
    """Some items of some articles, no id twice."""
    found = []
    for article in draw(st.lists(_ARTICLES, max_size=3, unique_by=lambda a: a.id)):
        notes = draw(st.lists(annotations(article), max_size=3, unique_by=lambda n: n.id))
        found += [Item(n, article) for n in notes]
    return found


def _corrections(article: DocumentRef) -> st.SearchStrategy[Correction]:
    def of(kind: CorrectionKind) -> st.SearchStrategy[Correction]:
        whole = kind in ("merge", "rename")
        return st.builds(
            Correction,
            _IDS,
            st.just(article.id),
            st.just(kind),
            value=st.none() | _WORDS,
            old=_WORDS if whole else st.none(),
            anchor=st.none() if whole else _ANCHORS,
            state=st.sampled_from(get_args(State)),
            score=st.floats(0, 1),
            start=st.none() | st.integers(0, 10**6),
            end=st.none() | st.integers(0, 10**6),
            created=_TIMES,
            modified=_TIMES,
            deleted=st.none() | _TIMES,
        )

    return st.sampled_from(get_args(CorrectionKind)).flatmap(of)


@st.composite
def corrections(draw: st.DrawFn) -> list[Corrected]:
    """Some corrections of some articles, no id twice."""
    found = []
    for article in draw(st.lists(_ARTICLES, max_size=2, unique_by=lambda a: a.id)):
        rows = draw(st.lists(_corrections(article), max_size=3, unique_by=lambda c: c.id))
        found += [Corrected(row, article) for row in rows]
    return found
