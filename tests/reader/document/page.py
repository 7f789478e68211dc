"""Invented web pages for the tests of the HTML formats."""

from __future__ import annotations

PARAGRAPHS = (
    "The council of Norrvik voted on Monday to build a bridge to the island of Halsø, ending a quarrel of nine years.",
    "“We have waited long enough for this,” said Mayor Ingrid Solheim, who had promised the bridge in two elections.",
    "The ferry that serves the island today runs every forty minutes and stops when the wind is above gale force.",
    "Opponents say that the bridge will cost twice what the council expects, and that nobody has counted the seals.",
    "Work is to begin in March, when the ice has gone, and the first cars should cross in the summer after next.",
)
HEAD = """<!DOCTYPE html><html lang="en"><head><title>Norrvik to build bridge to Halsø | The Norrvik Post</title>
<meta property="og:title" content="Norrvik votes for the bridge to Halsø">
<meta property="og:site_name" content="The Norrvik Post">
<meta name="description" content="After nine years of quarrel the island gets its road.">
<link rel="canonical" href="https://post.example/news/bridge">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle",
"headline": "Norrvik votes for the bridge to Hals\\u00f8", "author": [{"@type": "Person", "name": "Arne Lund"}],
"datePublished": "2031-02-03T08:15:00+01:00", "publisher": {"@type": "Organization", "name": "The Norrvik Post"}}]}</script>
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
"""
FOOT = """<footer><p>© The Norrvik Post. All rights reserved. Terms of use. Privacy policy.</p></footer></body></html>"""


def page(*, body: str = "", top: str = "", foot: str = FOOT, head: str = HEAD) -> str:
    """A page whose story is `PARAGRAPHS`, with more after the third paragraph (`body`) and above the first (`top`)."""
    first = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[:3])
    last = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[3:])
    return (
        f"{head}<main><article><h1>Norrvik votes for the bridge to Halsø</h1>{top}"
        f'<div class="story-text">{first}{body}{last}</div></article></main>{foot}'
    )
