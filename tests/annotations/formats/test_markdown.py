"""Markdown to hand out: whole, in order, and never markup where the article's words stand."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from annotations.formats import FORMATS, Item
from annotations.formats.markdown import escape
from tests.annotations.items import ITEMS, OTHER, items, note

GOLDEN = Path(__file__).parents[2] / "data" / "exports" / "annotations.md"


def test_the_page_is_as_agreed() -> None:
    """Readers build on the shape of the file: front matter, quotes, notes, block ids, orphans last."""
    files = FORMATS["markdown"].dump(ITEMS)
    assert files == {"Bridge will close no choice says council.md": GOLDEN.read_text("utf-8")}


def test_each_article_has_a_file() -> None:
    """Two articles never share a file, and no name leaves its folder."""
    other = Item(ITEMS[0].annotation, OTHER)
    assert sorted(FORMATS["markdown"].dump([*ITEMS, other])) == [
        "Bridge will close no choice says council.md",
        "ferry.md",
    ]


def _shown(markdown: str) -> str:
    """What a CommonMark reader sees of one line, with what is no plain text marked by a NUL."""
    tokens = MarkdownIt("gfm-like").parse(markdown)
    if [t.type for t in tokens] != ["paragraph_open", "inline", "paragraph_close"]:
        return "\0" + " ".join(t.type for t in tokens)
    children = tokens[1].children or []
    return "".join(t.content if t.type in ("text", "text_special") else "\0" + t.type for t in children)


@given(st.text(alphabet=st.sampled_from("ab1 *_`[]()<>#|~=^$&{}%!-+.:/\\\"'@w\n"), min_size=1, max_size=40))
def test_words_of_the_article_are_never_markup(text: str) -> None:
    """Whatever characters an article holds, a Markdown reader shows exactly them."""
    plain = text.replace("\n", " ").strip()
    if plain:
        assert _shown(escape(text)) == plain


@given(items())
def test_every_living_annotation_is_there_once(given: list[Item]) -> None:
    """Nothing is dropped and nothing deleted comes out, whatever the notes hold."""
    whole = "\n".join(FORMATS["markdown"].dump(given).values())
    ids = [i.annotation.id.removeprefix("urn:uuid:") for i in given if i.annotation.deleted is None]
    assert sorted(re.findall(r"\* \^pq-(\S+)$", whole, re.MULTILINE)) == sorted(ids)


@pytest.mark.parametrize(
    ("note_", "shown"),
    [
        ("see <https://a.example> and `<b>`", "see <https://a.example> and `<b>`"),
        ("a <script>x</script>", "a &lt;script>x&lt;/script>"),
        ("`one\ntwo` <b> `three", "`one\ntwo` &lt;b> `three"),
        ("```\n<b>\n```\n<i>", "```\n<b>\n```\n&lt;i>"),
        ("%%hidden%% 3 < 4", "%\\%hidden%\\% 3 < 4"),
    ],
)
def test_a_note_is_markdown_without_html(note_: str, shown: str) -> None:
    """A note from another program cannot bring a script or hide text; code and addresses stay as they are."""
    [page] = FORMATS["markdown"].dump([Item(note(1, "one", 1, note=note_), OTHER)]).values()
    assert page.split("> one\n\n")[1].split("\n\n*yellow")[0] == shown


@given(st.text(alphabet=st.sampled_from("`\n <!->ab/"), max_size=30))
def test_no_note_brings_html(text: str) -> None:
    """Whatever a note holds, a Markdown reader finds no raw HTML in the page."""
    [page] = FORMATS["markdown"].dump([Item(note(1, "one", 1, note=text), OTHER)]).values()
    tokens = MarkdownIt("gfm-like").parse(page)
    inner = [child.type for token in tokens for child in token.children or []]
    assert not {"html_block", "html_inline"} & {*inner, *(t.type for t in tokens)}


@given(st.text(alphabet=st.sampled_from("`~\n <!->ab#%"), max_size=40))
@example("```<`")
def test_a_note_ends_where_it_ends(text: str) -> None:
    """An unclosed fence, comment or tag in a note swallows nothing that follows it."""
    items_ = [Item(note(1, "one", 1, note=text), OTHER), Item(note(2, "two", 5), OTHER)]
    [page] = FORMATS["markdown"].dump(items_).values()
    inlines = [t.content for t in MarkdownIt("gfm-like").parse(page) if t.type == "inline"]
    assert inlines[-2:] == ["two", "*yellow · 2026-03-03* ^pq-00000000-0000-4000-8000-000000000002"]
