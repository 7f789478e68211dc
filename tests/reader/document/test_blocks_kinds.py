"""What tells the kinds of block apart: captions and their alternative text, noise of each kind, titles, doubt."""

import pytest

from reader.document.blocks import blocks
from reader.document.blocks.chain import Chain
from reader.document.blocks.looks import look
from reader.document.blocks.noise import noise
from reader.document.model import Span

BODY = [
    "The mayor of Ostrava Falls said on Monday that the old bridge would be closed to lorries from the first of May, "
    "after engineers found cracks in two of its piers.",
    "Engineers had warned about the bridge for eleven years, and the council put off the repair each time because it "
    "could not find the money for it.",
    "“Nobody wants to be the one who closes a bridge,” said Petra Lundgren, who sat on the council until last year. "
    "“So nobody was.”",
    "Hauliers say the detour adds forty minutes to each trip, and that some of them will have to give up their routes "
    "to the north if nothing is done before the winter.",
    "The council is to vote on the repair in June. It would cost nine million, of which the county has promised a third.",
]


def _kinds(*parts: str) -> dict[str, str]:
    """The kind of each block of the parts, by its text."""
    text = "\n\n".join(parts)
    return {text[block.start : block.end]: block.kind for block in blocks(text)}


@pytest.mark.parametrize(
    "caption",
    [
        "Cracks run down a pier of the old bridge at Ostrava Falls (Image: Getty)",
        "Petra Lundgren, left, speaks to hauliers beside the bridge at Ostrava Falls, April 3, 2022. (AP Photo/Nils Moe)",
        "The old bridge at Ostrava Falls. Photograph: Nils Moe/Reuters",
        "The council’s engineers have looked at the piers since 2011 Nils Moe/Valley Press",
        "The council’s engineers have looked at the piers since 2011 © Nils Moe, Valley Press",
    ],
)
def test_a_credited_line_is_a_caption(caption: str) -> None:
    """The credit of a picture tells its caption from the paragraphs around it."""
    assert _kinds(*BODY[:2], caption, *BODY[2:])[caption] == "caption"


@pytest.mark.parametrize(
    "credit",
    ["(Nils Moe / AP)", "Photo by Nils Moe", "Copyright Nils Moe/Valley Press", "NILS MOE/GETTY IMAGES"],
)
def test_a_line_above_a_bare_credit_is_its_caption(credit: str) -> None:
    """A credit on a line of its own makes a caption of the sentence above it, and is one itself."""
    caption = "Petra Lundgren says that the council had no money for the bridge"
    kinds = _kinds(*BODY[:2], f"{caption}\n{credit}", *BODY[2:])
    assert kinds[caption] == kinds[credit] == "caption"


@pytest.mark.parametrize(
    ("above", "caption"),
    [
        (
            "View 5 Images",
            "Petra Lundgren and her colleagues tried to have the vote put off until the autumn",
        ),
        ("Petra Lundgren", "Petra Lundgren"),
        (
            BODY[2],
            "HIGH AND DRY … A lorry waits at the bridge while its driver asks for another way to the north.",
        ),
    ],
)
def test_a_line_without_a_credit_is_a_caption_by_its_place(above: str, caption: str) -> None:
    """A counter of pictures above, a name twice over, a name behind a sentence, capitals before an ellipsis tell it."""
    blocks_told = [f"{above}\n{caption}"] if above not in BODY else [above, caption]
    text = "\n\n".join([*BODY[:3], *blocks_told, *BODY[3:]])
    place = text.index(caption) if above != caption else text.index(f"\n{caption}\n\n") + 1
    (block,) = (block for block in blocks(text) if block.start <= place < block.end)
    assert block.kind == "caption"


def test_a_caption_told_again_without_its_credit_is_one() -> None:
    """A gallery repeats what is below a picture: the second time is no paragraph of the story."""
    caption = "Lorries wait in a long line for the ferry to the north bank."
    text = "\n\n".join([*BODY[:3], f"{caption} (AP Photo/Nils Moe)", caption, *BODY[3:]])
    place = text.rindex(caption)
    assert [block.kind for block in blocks(text) if block.start <= place < block.end] == ["caption"]


@pytest.mark.parametrize("stamp", ["2 hours ago07:32 Nils Moe", "14:05 GMT"])
def test_a_headline_below_a_time_within_the_story_is_no_caption(stamp: str) -> None:
    """What stands below a time between paragraphs heads an entry or leads to another story."""
    line = "Petra Lundgren poses for photographs on the closed bridge at Ostrava Falls"
    assert _kinds(*BODY[:3], f"{stamp}\n{line}", *BODY[3:])[line] != "caption"


@pytest.mark.parametrize(("others", "kind"), [(3, "caption"), (0, "heading")])
def test_a_line_in_doubt_follows_the_others_of_its_look(others: int, kind: str) -> None:
    """A page keeps to its manners: among lines that are captions, one that could be a heading as well is a caption."""
    kinds = ("byline", "caption", "heading", "other", "paragraph", "title")
    weights = {
        "body": (0.0, 0.0, 0.0, 0.0, 9.0, 0.0),
        "w:the": (0.0, 4.0, 0.0, 0.0, 0.0, 0.0),
        "w:a": (0.0, 2.0, 2.1, 0.0, 0.0, 0.0),
    }
    chain = Chain(kinds, ((0.0,) * 6,) * 6, weights)
    sure = ["Lorries wait on the south bank", "Petra Lundgren on the bridge", "Rust on the second pier"][
        :others
    ]
    doubted = "Hauliers ask for a wider ferry"
    text = "\n\n".join(
        [BODY[0], *(part for pair in zip(sure, BODY[1:], strict=False) for part in pair), doubted, BODY[4]]
    )
    place = text.index(doubted)
    assert [block.kind for block in blocks(text, chain) if block.start == place] == [kind]


def test_short_entries_of_a_live_report_are_its_story() -> None:
    """A time of day above each entry makes a paragraph of what is too short for one, or begins as a notice does."""
    entries = [
        "The bridge is shut.",
        BODY[0],
        "UPDATE: A lorry has been towed away.",
        "Petra Lundgren is on her way.",
    ]
    kinds = _kinds(
        "Bridge: the day as it happened", *(f"{i:02}.15\n{line}" for i, line in enumerate(entries, 7))
    )
    assert all(kinds[entry] == "paragraph" for entry in entries)


def test_quotations_above_their_signatures_are_the_story() -> None:
    """A list of voices is read whole, however little each of them says."""
    voices = [
        "“Nobody asked us.”\n— Nils Moe",
        "“Paint it green.”\n— Petra Lundgren, 58",
        "“Too wide by far.”\n— Ana Ruiz",
    ]
    text = "\n\n".join(
        ["What readers think of the bridge", "We asked readers what they make of the plan.", *voices]
    )
    told = [block.kind for block in blocks(text) if block.start >= text.index(voices[0])]
    assert told == ["paragraph"] * 6


def test_turns_of_a_transcript_are_its_story() -> None:
    """Names that come again before a colon tell who speaks, however short the answer and whatever it looks like."""
    turns = [
        "NILS MOE, HOST: So what happened at the bridge?",
        "PETRA LUNDGREN: I counted the cracks, and then I counted them again.",
        "MOE: Did you tell anyone?",
        "LUNDGREN: No.",
        "MOE: That was Petra Lundgren. Thanks for talking to us.",
        "LUNDGREN: Thank you, Nils.",
    ]
    rights = "Copyright © 2025 Falls Radio. All rights reserved. Visit our terms of use and permissions pages for more."
    kinds = _kinds("A bridge too old: her story", "June 3, 2025 5:01 AM ET", *BODY[:1], *turns, rights)
    assert kinds[rights] == "credit"
    assert [kinds[turn] for turn in turns] == ["paragraph"] * len(turns)
    facts = ["Place: Ostrava Falls", "Price: 9 million", "Place: Lund", "Price: 3 million"]
    assert "paragraph" not in [kind for line, kind in _kinds(*BODY, *facts).items() if line in facts]


def test_what_stands_above_a_label_is_no_caption() -> None:
    """ "PHOTOS: …" leads to pictures elsewhere and credits none, so that the paragraph above it is one of the story."""
    told = "He also doubted the dates, saying that no pier could be mended safely in less than nine months."
    promo = "PHOTOS: The old bridge through the years"
    kinds = _kinds(*BODY[:3], told, promo, *BODY[3:])
    assert (kinds[told], kinds[promo]) == ("paragraph", "promo")


@pytest.mark.parametrize("lead", ["CORRECTION: ", "Clarification (3 May): ", ""])
def test_a_correction_is_part_of_the_story(lead: str) -> None:
    """What a publisher puts right is read, below the forms at the end of the page too."""
    put_right = f"{lead}An earlier version of this article misstated the age of the bridge. It is 94 years old, not 49."
    form = ["Sign up for our newsletter\nEnter your email\nSubscribe"]
    assert _kinds("Old bridge closed to lorries", *BODY, *form, put_right)[put_right] == "paragraph"


@pytest.mark.parametrize("kicker", ["Breaking News", "BREAKING", "Exclusive:"])
def test_a_kicker_is_not_the_title(kicker: str) -> None:
    """The headline below it is."""
    kinds = _kinds(kicker, "Old bridge closed to lorries after cracks are found", "By Nils Moe", *BODY)
    assert kinds["Old bridge closed to lorries after cracks are found"] == "title"


def test_headlines_with_a_time_of_day_are_no_live_report() -> None:
    """A list of other stories has times too, but no sentences below them."""
    headlines = ["Ferry runs aground off Marlow", "Two held after fire at mill", "Schools shut in the north"]
    kinds = _kinds(*BODY, *(f"1{i}:15\n{line}" for i, line in enumerate(headlines)))
    assert not any(kinds[line] == "paragraph" for line in headlines)


@pytest.mark.parametrize(
    "line",
    [
        "Who will pay for the bridge at Ostrava Falls?",
        "HAULIERS BLOCK THE BRIDGE AT OSTRAVA FALLS",
        "She added:",
    ],
)
def test_what_asks_or_shouts_or_leads_in_is_no_caption(line: str) -> None:
    """A question, a line in capitals and a lead-in are headings, links or paragraphs, beside a caption too."""
    caption = "Hauliers wait at the bridge at Ostrava Falls (Image: Getty)"
    assert _kinds(*BODY[:2], caption, line, *BODY[2:])[line] != "caption"


@pytest.mark.parametrize(
    "stamp", ["Posted: May 4, 2022 4:00 PM EDT | Last Updated: May 5", "04/05/2022 - 16:00 GMT"]
)
def test_a_date_with_a_clock_is_a_byline(stamp: str) -> None:
    """A date and a time of day above the story say when it appeared, even between a standfirst and a picture."""
    caption = "Hauliers wait at the bridge at Ostrava Falls (Image: Getty)"
    assert _kinds("Old bridge to close to lorries", BODY[1], f"{stamp}\n{caption}", *BODY)[stamp] == "byline"


def test_the_credit_of_alternative_text_belongs_to_it() -> None:
    """Only before the words "Image:" is a label; behind them it is a part of what is said twice."""
    line = "The northern pier at Ostrava Falls in a storm (Image: Nils Moe)"
    text = "\n\n".join([*BODY[:2], f"{line}\n{line}", *BODY[2:]])
    start = text.index(line)
    (caption,) = [block for block in blocks(text) if block.kind == "caption"]
    assert caption.hidden == Span(start, start + len(line) + 1)


def test_how_to_have_something_put_right_is_no_correction() -> None:
    """What ends a page is none of the story, whatever it begins with."""
    line = "Corrections policy: tell our readers' editor of anything that is wrong in it, and we will put it right."
    assert (
        _kinds("Old bridge closed to lorries", *BODY, "Sign up for our newsletter", line)[line] != "paragraph"
    )


def test_a_date_above_a_caption_is_no_alternative_text() -> None:
    """A date whose words stand in the caption below it stays a line of its own."""
    date, caption = (
        "April 3, 2022",
        "Hauliers wait at the bridge at Ostrava Falls, April 3, 2022. (AP Photo/Nils Moe)",
    )
    kinds = _kinds("Old bridge to close to lorries", f"{date}\n{caption}", *BODY)
    assert (kinds[date], kinds[caption]) == ("byline", "caption")


@pytest.mark.parametrize("label", ["", "Image: ", "Photo 2: "])
@pytest.mark.parametrize("cut", [77, 100])
def test_a_cut_beginning_is_hidden_in_its_caption(cut: int, label: str) -> None:
    """Alternative text that breaks off in a word belongs to the caption below it, at any length, credit or none."""
    whole = (
        "A driver waits beside his lorry at the northern end of the old bridge while engineers in yellow vests look at "
        "the cracks below him, at Ostrava Falls."
    )
    text = "\n\n".join([*BODY[:2], f"{label}{whole[:cut]}\n{whole}", *BODY[2:]])
    (caption,) = [block for block in blocks(text) if block.kind == "caption"]
    start = text.index(label + whole[:cut])
    assert caption.hidden == Span(start, start + len(label) + cut + 1)
    assert text[caption.hidden.end : caption.end] == whole


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("ADVERTISEMENT", "ad"),
        ("Story continues below advertisement", "ad"),
        ("WATCH: Cracks in the old bridge, seen from a drone", "promo"),
        ("Read more: Why bridges fail", "promo"),
        ("Source: Falls Gazette", "credit"),
        ("Copyright 2022 Falls Gazette. All rights reserved.", "credit"),
        ("Nils Moe is a reporter for the Falls Gazette.", "credit"),
        ("Enter your email address", "boilerplate"),
        ("Share on Facebook", "boilerplate"),
        ("Please read our comment policy before commenting.", "boilerplate"),
    ],
)
def test_noise_has_a_kind(line: str, kind: str) -> None:
    """A folded line can say what it hides: promotion, advertisement, credit or boilerplate."""
    assert noise(look(line), after_label=False) == kind


def test_a_headline_below_a_label_is_promotion() -> None:
    """What stands below "Related" leads elsewhere, however much it looks like a heading."""
    assert noise(look("Falls council"), after_label=True) == "promo"


def test_title_and_byline_are_told_from_the_story() -> None:
    """A title, who wrote it and when are blocks of their own above the first paragraph."""
    title, by, when = "Old bridge at Ostrava Falls to close to lorries", "By Nils Moe", "April 4, 2022"
    found = _kinds(title, by, when, *BODY)
    assert [found[title], found[by], found[when]] == ["title", "byline", "byline"]
    assert {found[part] for part in BODY} == {"paragraph"}


def test_a_page_has_one_title() -> None:
    """However often a page repeats its headline."""
    title = "Old bridge at Ostrava Falls to close to lorries"
    found = [block.kind for block in blocks("\n\n".join([title, "Share", title, "By Nils Moe", *BODY]))]
    assert found.count("title") == 1


def test_a_heading_between_paragraphs_is_kept() -> None:
    """A short line that the paragraphs below take up is a heading, and part of the story."""
    assert _kinds(*BODY[:2], "Eleven years of warnings", *BODY[2:])["Eleven years of warnings"] == "heading"


def test_buttons_are_beyond_doubt_and_a_stray_line_is_not() -> None:
    """Only noise that is sure may be folded away; what could be the story's is shown."""
    text = "\n\n".join([*BODY[:3], "Share", *BODY[3:]])
    (button,) = [block for block in blocks(text) if text[block.start : block.end] == "Share"]
    assert (button.kind, button.doubtful) == ("boilerplate", False)


@pytest.mark.parametrize(
    "text", ["x" * 300_000, "word " * 60_000, "a\n" * 10_000, "Share\n\n" * 5_000, "(" * 200_000]
)
def test_hostile_text_is_read_to_its_end(text: str) -> None:
    """One endless line, and lines without end, give blocks that reach the last visible character."""
    assert blocks(text)[-1].end == len(text.rstrip())


def test_a_title_said_twice_in_a_row_is_a_title_and_its_copy() -> None:
    """A page that repeats its headline right away still has one title, and the copy can be folded away."""
    title = "Old bridge at Ostrava Falls to close to lorries"
    found = blocks("\n\n".join([f"{title}\n{title}", "By Nils Moe", *BODY]))
    assert [block.kind for block in found[:3]] == ["title", "boilerplate", "byline"]


@pytest.mark.parametrize(
    ("line", "reported"),
    [
        (
            "Fire officials say it began in a heater. Chief Petra Lundgren said crews came within minutes.",
            True,
        ),
        ("It began on Friday, when Nils Moe posted: “Who moved the duck? Asking for 900 residents.”", True),
        ("Petra Lundgren holds the duck. Moe said it was his.", False),
        ("Petra Lundgren told President Nils Moe that Lund could join in “the long term”", False),
        ("Nils Moe, who wrote: “Duck”, at home in Lund", False),
    ],
)
def test_a_line_that_reports_to_its_end_is_told_from_one_that_shows(line: str, reported: bool) -> None:
    """What somebody says in every sentence of a line is told by the story, however short the line is."""
    assert look(line).reported == reported


def test_a_credited_line_that_reports_is_a_caption_all_the_same() -> None:
    """The credit of a picture is surer than a verb of speech."""
    line = "Moe said he was asleep. Lundgren told him to wake up. (Image: Getty)"
    assert _kinds(*BODY[:2], line, *BODY[2:])[line] == "caption"
