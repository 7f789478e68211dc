"""Who says a quotation: the sources around it, and what speaks for each of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.analysis.quotations import MARKS
from reader.analysis.words import wordlists

if TYPE_CHECKING:
    from reader.analysis.frames.clauses import Clause
    from reader.analysis.frames.frames import Frame
    from reader.analysis.frames.phrases import Phrase
    from reader.analysis.frames.reading import Paragraph
    from reader.analysis.frames.subjects import Features
    from reader.analysis.quotations import Quotation

_EDGES = MARKS + " \xa0\u202f"
_BARE = frozenset("Q.,:-")


@dataclass(frozen=True, slots=True)
class Source:
    """A phrase in a paragraph that names who speaks."""

    paragraph: Paragraph
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to "who says this quotation?".

    Attributes:
        source: None for "nobody: it is no speech".
        frame: the cue it comes by, if any.
        rule: its name: "frame", "near", "continued", "phrase", "none".
    """

    source: Source | None
    frame: Frame | None
    rule: str
    features: Features


@dataclass(slots=True)
class Section:
    """A paragraph with its sentences and the frames in each.

    Attributes:
        quoting: how many of its sentences hold a quotation.
        bare: each of them is a quotation and nothing else.
        held: of each sentence, the readings of its frames that hold; empty where no trees have told.
    """

    paragraph: Paragraph
    clauses: list[Clause]
    frames: list[list[Frame]]
    held: list[list[Frame]] = field(default_factory=list)
    quoting: int = field(init=False)
    bare: bool = field(init=False)

    def __post_init__(self) -> None:
        # Counted once: every quotation asks, and a paragraph can be a whole book.
        self.quoting = sum("Q" in clause.codes for clause in self.clauses)
        self.bare = all(is_bare(clause) for clause in self.clauses)


@dataclass(slots=True)
class Trail:
    """What has been said so far: the last quotation's source and place.

    Attributes:
        number: of the paragraph it stands in.
        clause: of the sentence in it.
        closed: whether its closing mark was there.
        longer: the last quotation of five words and more that another source said, and the paragraph it stands in.
        words: how many the last quotation has.
    """

    source: Source | None = None
    number: int = -9
    clause: int = -9
    item: int = -9
    closed: bool = True
    rule: str = ""
    words: int = 0
    longer: tuple[Source, int] | None = None


@dataclass(slots=True)
class Surroundings:
    """A quotation and where it stands.

    Attributes:
        sections: all paragraphs of the article, in order.
        section: the index of its own.
        clause: the index of its sentence there.
        item: its item.
    """

    text: str
    sections: list[Section]
    section: int
    clause: int
    item: int
    quotation: Quotation
    style: str = ""
    own: Features = field(default_factory=list)

    @property
    def here(self) -> Section:
        """Its own paragraph."""
        return self.sections[self.section]

    @property
    def inside(self) -> str:
        """What stands within its marks, those of a quotation at its edge left out too."""
        return self.text[self.quotation.start : self.quotation.end].strip(_EDGES)


@dataclass(frozen=True, slots=True)
class Answer:
    """A quotation with who says it.

    Attributes:
        choice: the answer; its source is None where the quotation is no speech.
        probability: 0 to 1, the answer's share of all.
    """

    around: Surroundings
    choice: Choice
    probability: float

    @property
    def quotation(self) -> Quotation:
        """The quotation."""
        return self.around.quotation


def bucket(number: int) -> str:
    """A count in a handful of sizes."""
    for limit, name in ((1, "1"), (2, "2"), (4, "4"), (8, "8"), (15, "15")):
        if number <= limit:
            return name
    return "more"


def sureness(probability: float) -> int:
    return 0 if probability < 0.2 else 1 if probability < 0.5 else 2 if probability < 0.8 else 3


def describe(around: Surroundings) -> Features:
    """What a quotation's own words, marks and neighbours say."""
    q, clause = around.quotation, around.here.clauses[around.clause]
    inside = around.inside
    words = inside.split()
    length = bucket(len(words))
    end = inside.rstrip()[-1:]
    punctuation = end if end in ".,?!;:—-…" else "w"
    capital = "C" if inside[:1].isupper() else "l"
    small = wordlists.sections("mentions")["small"]
    title = len(words) < 9 and all(w[:1].isupper() or w.lower() in small for w in words)
    before, after = clause.code(around.item - 1), clause.code(around.item + 1)
    return [
        f"n={length}",
        f"n={length}{capital}{punctuation}",
        f"title={title}.n={length}",
        f"{q.family}.{around.style}",
        f"before={before}",
        f"before={before}.n={length}",
        f"prev={clause.word(around.item - 1)}",
        f"prev2={clause.word(around.item - 2)} {clause.word(around.item - 1)}",
        f"next={clause.word(around.item + 1)}",
        f"after={after}.n={length}",
        f"{before}Q{after}",
        f"{before}Q{after}.{capital}{punctuation}",
        f"block={around.here.paragraph.block.kind}",
        f"one={words[0].lower() if len(words) == 1 else len(words) == 1}",
        f"closed={q.closed}",
        f"frames={len(around.here.frames[around.clause])}",
    ]


def alone(around: Surroundings) -> str:
    """Whether the quotation is its whole sentence, and its whole paragraph."""
    section, clause = around.here, around.here.clauses[around.clause]
    place = "first" if around.clause == 0 else "later"
    last = "last" if around.clause == len(section.clauses) - 1 else "more"
    return f"{'bare' if is_bare(clause) else 'part'}{'.paragraph' if section.bare else ''}.{place}.{last}"


def is_bare(clause: Clause) -> bool:
    """Whether a sentence is a quotation with its marks and nothing else."""
    return set(clause.codes) <= _BARE
