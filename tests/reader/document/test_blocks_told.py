"""Lines of a story that are told from captions, headings and promos however short they are."""

import pytest

from reader.document.blocks import blocks
from tests.reader.document.test_blocks_kinds import BODY, _kinds

SPOKEN = """
“Yes,” she said.
“Out!” the crowd yelled.
‘We will see,’ said Lundgren.
“We will see”, said Lundgren.
«We will see», said Lundgren.
„We will see“, said Lundgren.
''We will see,'' Mr. Moe said.
“We will see,” Moe told Reuters.
“Click on it and see,” she said.
“Photo by me,” Moe joked.
“I am still for the bridge,” it read.
“Look,” he continued, “we may lose it.”
“The bridge. Or the road,” Moe said. “The numbers are worse.”
A tearful Moe quipped, “It is only a bridge.”
A driver for Moe and Sons called it “absolute chaos.”
Waving a flag, the drivers chanted “Open the bridge, mayor.”
Another driver tweeted: “What a night at the town hall.”
"""
PLAIN = """
Lundgren said no.
And then the bridge went.
It did not last.
He will be sentenced in June.
A spokesman declined to comment.
Moe was not available for comment.
The inquest continues.
"""


def _rows(table: str) -> list[str]:
    return table.strip().splitlines()


@pytest.mark.parametrize("line", _rows(SPOKEN))
@pytest.mark.parametrize(
    ("above", "below"),
    [
        (BODY[:2], BODY[2:]),
        (BODY, []),
        (BODY[:2], ["Nils Moe / Reuters", *BODY[2:]]),
        ([*BODY[:3], "READ MORE: Why the ferry is late"], BODY[3:]),
        (BODY, ["Related", "Duck moves to Lund", "Sign up for our newsletter"]),
    ],
    ids=["within", "last", "above a credit", "below a promo", "above links"],
)
def test_what_somebody_says_is_the_storys(line: str, above: list[str], below: list[str]) -> None:
    """A quotation and who says it are no caption, heading or promo, whatever stands beside them."""
    assert _kinds(*above, line, *below)[line] == "paragraph"


@pytest.mark.parametrize("line", _rows(PLAIN))
@pytest.mark.parametrize("split", [2, 5], ids=["within", "last"])
def test_a_short_sentence_is_the_storys(line: str, split: int) -> None:
    """What ends in a full stop is no heading, and right below a paragraph no other story's."""
    assert _kinds(*BODY[:split], line, *BODY[split:])[line] == "paragraph"


@pytest.mark.parametrize("line", ["Why the bridge went", "What comes next?", "The Moe factor"])
def test_a_heading_without_a_stop_stays_one(line: str) -> None:
    """What stands over paragraphs and does not end as a sentence is their heading."""
    assert _kinds(*BODY[:2], line, *BODY[2:])[line] == "heading"


def test_a_quotation_that_a_page_shows_once_more_is_none_of_the_storys() -> None:
    """A pull quote repeats a paragraph near it; a quotation that stands alone does not."""
    pulled, alone = "“Nobody wants to be the one who closes a bridge.”", "“It was like losing an arm.”"
    kinds = _kinds(*BODY[:2], pulled, BODY[2], alone, *BODY[3:])
    assert (kinds[pulled], kinds[alone]) == ("promo", "paragraph")


def test_a_label_leads_to_the_teasers_below_it_even_where_they_quote() -> None:
    """Below "Related" at the end, a line that quotes somebody is another story's."""
    teaser = "“We will see,” said Moe."
    assert _kinds(*BODY, "Related", "Duck moves to Lund", teaser)[teaser] == "promo"


@pytest.mark.parametrize(
    "text", ["“" + "a " * 50_000, "A" + " said" * 50_000, "“a,” x " * 20_000, "“a.”\n\n" * 5_000]
)
def test_hostile_quotations_are_read_to_their_end(text: str) -> None:
    """Marks without end and verbs without end give blocks that reach the last visible character."""
    assert blocks(text)[-1].end == len(text.rstrip())
