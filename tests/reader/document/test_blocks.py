"""Blocks of plain text: the story, told from what a copied page puts around it."""

from hypothesis import given
from hypothesis import strategies as st

from reader.document.blocks import blocks, classify
from reader.document.model import Block, Document, Span

CUT = "Ferry workers on strike stand at the quay of Port Ansel while a crane is mov"
CAPTION = (
    "Ferry workers on strike stand at the quay of Port Ansel while a crane is moved behind them, in Port Ansel, "
    "Merrow Islands, March 3, 2021."
)
ARTICLE = [
    "Dock workers on the Merrow Islands walked off the job on Wednesday, shutting the only ferry line to the mainland "
    "after talks with the government broke down over pay.",
    "The strike left hundreds of travelers waiting in the rain at Port Ansel, where the harbor master had closed the "
    "gates before dawn.",
    "Witnesses say some of the travelers tried to board a freight ship and were turned back by the guards.",
    f"{CUT}\n{CAPTION}",
    "The government has called the strike unlawful. Transport Minister Ida Kolbe was in Port Ansel on Wednesday to "
    'meet the union, and vowed to end what she called a "stranglehold" on the islands.',
    "WATCH: Kolbe on the Ferry Strike",
    "Ad will display in 07 seconds",
    'She said the union "does not speak for the islanders," and that the talks would go on in the evening.',
    "Many of those at the quay had been waiting since Tuesday to see their families.",
    "Source: Merrow Post",
    "Sign up for the morning letter from Merrow!",
    "By submitting this form, you accept our terms of use.",
]
KINDS = (
    ["paragraph"] * 3
    + ["caption", "paragraph", "promo", "ad", "paragraph", "paragraph", "credit"]
    + ["boilerplate"] * 2
)


def _document(text: str) -> Document:
    return Document("-", text, "")


def _told(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in blocks(text)]


def test_each_passage_of_a_copied_story_gets_its_kind() -> None:
    """Captions, promotions, ads, credits and forms between paragraphs are told from them; no title is made up."""
    assert _told("\n\n".join(ARTICLE)) == list(zip(KINDS, ARTICLE, strict=True))


def test_alternative_text_is_hidden_in_its_caption() -> None:
    """The cut-off words above a caption belong to its block, and the page leaves them out."""
    text = "\n\n".join(ARTICLE)
    (caption,) = [block for block in blocks(text) if block.kind == "caption"]
    start = text.index(CUT)
    assert caption == Block(
        "caption", start, text.index(CAPTION) + len(CAPTION), hidden=Span(start, text.index(CAPTION))
    )


def test_what_the_format_says_is_taken() -> None:
    """HTML, Markdown and EPUB know their blocks; the text is not asked again."""
    hints = (Block("heading", 0, 4, level=2), Block("paragraph", 5, 9))
    assert classify(Document("-", "Ants\nmove", "", hints=hints)) == hints


def test_nothing_has_no_blocks() -> None:
    """An empty text and a blank one are no error."""
    assert blocks("") == blocks(" \n\n \t\n") == ()


@given(
    st.text(alphabet=st.sampled_from("aB .\n,“”:5(@\u200c\xa0é") | st.characters(exclude_categories=["Cs"]))
)
def test_blocks_tile_the_text(text: str) -> None:
    """Every visible character lies in exactly one block, in order, and no block begins or ends with a blank."""
    found = blocks(text)
    position = 0
    for block in found:
        assert not text[position : block.start].strip()
        assert position <= block.start < block.end
        assert not text[block.start].isspace()
        assert not text[block.end - 1].isspace()
        position = block.end
    assert not text[position:].strip()


@given(st.lists(st.sampled_from([*ARTICLE, "Share", "By Nora Linde", "0:49", "Related"]), max_size=12))
def test_a_hidden_stretch_lies_in_its_block(passages: list[str]) -> None:
    """What a page leaves out is the beginning of a caption's block, and more follows it."""
    for block in blocks("\n".join(passages)):
        assert block.hidden is None or (
            block.kind == "caption" and block.start == block.hidden.start < block.hidden.end < block.end
        )


def test_lines_beyond_any_article_are_one_block() -> None:
    """A text of millions of lines does not make millions of blocks; nothing of it is lost."""
    rest = "One more line.\n\nAnd another."
    found = blocks("A line.\n" + "\n" * 100_000 + rest)
    assert len(found) == 2
    assert found[-1].end - found[-1].start == len(rest)
