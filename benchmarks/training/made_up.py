"""Pages made up around real stories: other bylines, captions, headings, promotions, forms and tails, in other orders.

A chain that learns from few publishers learns their habits. What is made up has as many habits as there are pages, and
the lines in it are templates of `made_up.txt`: names, places and credits are drawn anew each time.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from typing import Any

from benchmarks.training.drawn import Drawn, templates
from reader.document.blocks.looks import look

_NAME = re.compile(r"(?<![.!?:“\"] )\b[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}\b")
_SENTENCE = re.compile(r"[^.!?]{20,}?[.!?]")
_ENDS = frozenset(
    "a an the and or but of in on at to from by for with as is are was were that which who he she".split()  # noqa: SIM905 - a list of words reads best as one
)


@dataclass(frozen=True)
class Line:
    """A line of a page: its kind, its text, the blank lines before it."""

    kind: str
    text: str
    gap: int = 1


class Page(Drawn):
    """A page in the making, with habits of its own: how it writes dates and credits, where it leaves blank lines."""

    def __init__(self, story: list[Line], others: list[str], seed: int) -> None:
        """Take a story's lines, and lines of noise from other pages."""
        body = " ".join(line.text for line in story if line.kind == "paragraph")
        super().__init__(seed, sorted(set(_NAME.findall(body))))
        self.story, self.others = story, others
        chance = self.random.random
        self.credits = [self._one(templates()["photo"]) for _ in range(2)]
        self.credited = self._one([0.0, 0.3, 0.7, 1.0])
        self.own_line = chance() < 0.2
        self.glue = self._one([" "] * 8 + [""])
        self.leads = self._one([""] * 14 + [" … ", "... ", ": ", " – ", ". "])
        self.telling = self._one([0.0, 0.0, 0.0, 0.2, 0.7])
        self.dateline = self._one(
            [""] * 4
            + ["{SHOUTED_PLACE} ({agency}) — ", "{SHOUTED_PLACE}, {DATE} ({agency}) - ", "{PLACE} – "]
        )
        self.alts = self._one([0.0, 0.0, 0.5, 1.0])
        self.cut = self.random.choice([60, 77, 80, 97, 100, 125, 160])
        self.labels = self.random.sample(templates()["label"], 2)
        self.shouting = chance() < 0.12
        self.loud = chance() < 0.1
        self.titled = chance() < 0.15
        self.tight = chance() < 0.15
        self.lines: list[Line] = []

    def put(self, kind: str, text: str, gap: int | None = None) -> None:
        """Add a line."""
        self.lines.append(Line(kind, text, self._gap() if gap is None else gap))

    def _gap(self) -> int:
        return int(self._likely(0.3)) if self.tight else int(self._likely(0.9))

    def head(self, title: str | None) -> None:
        """What stands above the first paragraph: sections, title, standfirst, byline, buttons, the first picture."""
        if self._likely(0.4):
            for _ in range(self._one([1, 2, 3, 3, 25])):
                self.put("other", self.filled("section"), 0)
        parts = [self._byline, self._buttons, self._buttons, self._picture]
        parts += [self._tags] if self._likely(0.2) else []
        self.random.shuffle(parts)
        early = self._likely(0.15)
        for part in parts[:1] if early else ():
            part()
        if title:
            self.put("title", title)
        if self._likely(0.15):
            self.put("paragraph", self._standfirst())
        for part in parts[early:]:
            if self._likely(0.6):
                part()

    def _standfirst(self) -> str:
        body = [line.text for line in self.story if line.kind == "paragraph"]
        found = _SENTENCE.match(self._one(body[2:] or body))
        text = found[0].strip() if found else self._one(body)
        return text if self._likely(0.6) else text.rstrip(".")

    def _byline(self) -> None:
        order = ["byline", "dated"] if self._likely(0.75) else ["dated", "byline"]
        for name in order:
            if self._likely(0.85):
                self.put("byline", self.filled(name), int(self._likely(0.5)))
        if self._likely(0.1):
            self.put("byline", self.filled("dated"), int(self._likely(0.5)))

    def _buttons(self) -> None:
        for _ in range(self._one([0, 1, 3, 6])):
            self.put("other", self.filled("button"), int(self._likely(0.2)))

    def _picture(self, caption: str | None = None) -> None:
        """A picture: its alternative text perhaps, its caption, its credit in the page's own manner."""
        text = caption or (self._told() if self._likely(self.telling) else self.filled("caption"))
        text = f"{self.filled('lead')}{self.leads}{text}" if self.leads else text
        plain = not caption and self.credited < 0.5 and self.alts < 0.5 and not self._likely(0.3)
        if self._likely(0.08):
            self.put(
                "other",
                self._one(["1 of {N}", "{N}/{N}", "Image {N} of {N}", "View {N} Images", "Photo gallery"]),
            )
            self.lines[-1] = Line("other", self.fill(self.lines[-1].text), self.lines[-1].gap)
        credit = self.fill(self._one(self.credits)) if plain or self._likely(self.credited) else ""
        credit = "" if caption and look(caption).tailed else credit
        if self._likely(self.alts):
            self._alternative(text)
        if credit and self.own_line:
            after = [("caption", text), ("caption", credit)]
            for kind, part in after if self._likely(0.8) else after[::-1]:
                self.put(kind, part, int(self._likely(0.3)))
        else:
            self.put(
                "caption", f"{text}{self.glue}{credit}".strip(), 0 if self.lines and self._likely(0.4) else 1
            )

    def _told(self) -> str:
        """A caption that tells a sentence of the story, perhaps without its full stop."""
        body = [line.text for line in self.story if line.kind == "paragraph"]
        found = _SENTENCE.match(self._one(body[1:] or body))
        text = found[0].strip() if found else self.filled("caption")
        text = text.split(", ")[0] if len(text.split()) > 22 or self._likely(0.3) else text
        if text[:1] in "“\"'‘" or len(text.split()) < 4:
            return self.filled("caption")
        return text.rstrip(".") if self.telling > 0.5 or self._likely(0.4) else text

    def _alternative(self, caption: str) -> None:
        if self._likely(0.7):
            whole = len(caption) <= self.cut
            self.put("caption", caption[: self.cut] if not whole or self._likely(0.8) else self.filled("alt"))
        else:
            self.put("caption", self.filled("alt"))

    def _insert(self) -> None:
        """Something between two paragraphs that is none of the story's."""
        pick = self.random.random()
        if pick < 0.15:
            self.put("other", self._elsewhere())
        elif pick < 0.35:
            self.put("other", self.filled("ad"))
        elif pick < 0.65:
            label = self._one(self.labels)
            alone = self._likely(0.3)
            self.put("other", label if alone else f"{label} {self.filled('headline')}")
            for _ in range(self._one([1, 1, 3]) if alone else 0):
                self.put("other", self.filled("headline"), int(self._likely(0.5)))
        elif pick < 0.8:
            if self._likely(0.7):
                self.put("other", self.filled("box"))
            for _ in range(self._one([1, 2, 4])):
                self.put("other", self._elsewhere(), int(self._likely(0.5)))
        elif pick < 0.93:
            for _ in range(self._one([1, 2, 4])):
                self.put("other", self.filled("form"), int(self._likely(0.6)))
        else:
            self._buttons()

    def _tags(self) -> None:
        """A label and names below it, which look like the authors'."""
        self.put("other", self.filled("topic"))
        comma = "," if self._likely(0.4) else ""
        for _ in range(self.random.randint(2, 5)):
            name = self.fill(self._one(["{PERSON}", "{PLACE}", "{outlet}", "{section}"]))
            self.put("other", name + comma, 0)

    def _elsewhere(self) -> str:
        """A line that leads elsewhere: made up, or another page's."""
        text = self._one(self.others) if self.others and self._likely(0.5) else self.filled("headline")
        return text.upper() if self.loud else text

    def _heading(self, below: str) -> None:
        """A heading made of words of the paragraph below it, in the page's own capitals."""
        words = re.findall(r"[\w'’-]+", below)[: self.random.randint(3, 40)]
        words = words[-self.random.randint(2, 9) :]
        if self._likely(0.4):
            words = [word for word in words if self._likely(0.6)]
        while words and words[0].lower() in _ENDS - {"the", "a"}:
            words = words[1:]
        while words and words[-1].lower() in _ENDS:
            words = words[:-1]
        text = " ".join(words) if words and self._likely(0.7) else self.filled("heading")
        text = text[:1].upper() + text[1:]
        wrap = self._one(["{}"] * 8 + ["‘{}’", "What is {}?", "Why {}", "{}?", "How {}", "The {}", "“{}”"])
        text = wrap.format(text)
        text = text.upper() if self.shouting else text.title() if self.titled else text
        self.put("heading", text)

    def body(self) -> None:
        """The story's own lines in order, with other pictures, headings and inserts between them."""
        headed, strewn, seen = (
            self._one([0, 0, 0.1, 0.2]),
            self._one([0, 0.1, 0.25]),
            self._one([0, 0.08, 0.2]),
        )
        plain, live = self._likely(0.5), self._one([0.0] * 12 + [0.3])
        for number, line in enumerate(self.story):
            if number and line.kind == "paragraph":
                if self._likely(strewn):
                    self._insert()
                if self._likely(seen):
                    self._picture()
                if live and self._likely(live):
                    self.put("byline", self.filled("entry"))
                    self.put("heading", self.filled("headline"), int(self._likely(0.5)))
                if not live and self._likely(headed) and self.lines[-1].kind != "heading":
                    self._heading(line.text)
                if self._likely(strewn / 4):
                    self._insert()
            if line.kind == "caption":
                self._picture(line.text)
            elif line.kind == "heading" and plain and headed:
                self._heading(line.text)
            else:
                first = line.kind == "paragraph" and not any(
                    old.kind == "paragraph" for old in self.story[:number]
                )
                self.put(line.kind, self.fill(self.dateline) + line.text if first else line.text)

    def tail(self) -> None:
        """What follows the story."""
        if self._likely(0.2):
            self._tags()
        for _ in range(self._one([0, 1, 2, 4])):
            self.put("other", self.filled("tail"))
        for _ in range(self._one([0, 0, 1, 2])):
            self._insert()
        dated = self._likely(0.3)
        for _ in range(self._one([0, 0, 3, 8])):
            self.put("other", self._elsewhere(), int(self._likely(0.5)))
            if dated:
                self.put("other", self.filled("ago"), int(self._likely(0.3)))

    def written(self, width: int) -> tuple[str, list[dict[str, Any]]]:
        """The page's text, wrapped at a width where that is not 0, and its labels."""
        text, labels = "", []
        for line in self.lines:
            shown = textwrap.fill(line.text, width, break_on_hyphens=False) if width else line.text
            text += "\n" * (line.gap + 1) if text else ""
            labels.append({"start": len(text), "end": len(text) + len(shown), "kind": line.kind})
            text += shown
        return text, labels


def story(text: str, labels: list[dict[str, Any]]) -> tuple[str | None, list[Line], list[str]]:
    """The title of a labelled page, its story's lines and its noise."""
    title, lines, noise = None, [], []
    for label in labels:
        part = text[label["start"] : label["end"]].replace("\n", " ")
        if label["kind"] == "title":
            title = title or part
        elif label.get("sub") in {"alt-dup", "photo-credit", "summary"}:
            continue
        elif label["kind"] in {"paragraph", "heading", "caption"}:
            lines.append(Line(label["kind"], part))
        elif label["kind"] == "other" and len(part.split()) > 3:
            noise.append(part)
    return title, lines, noise


def made_up(
    pages: list[tuple[str, list[dict[str, Any]]]], seed: int
) -> list[tuple[str, list[dict[str, Any]]]]:
    """A page for each labelled page of a story cut out, with its labels; the same for the same seed."""
    told = [story(text, labels) for text, labels in pages]
    noise = [line for _, _, lines in told for line in lines if len(line.split()) < 25]
    found = []
    for number, (title, lines, _) in enumerate(told):
        if len(lines) < 3:
            continue
        page = Page(lines, noise, seed * 1000 + number)
        page.head(title if page.random.random() < 0.75 else None)
        page.body()
        page.tail()
        found.append(page.written(page.random.choice([0, 0, 0, 66, 72, 76, 80])))
    return found
