"""Partial quotations: who calls something so, in the sentences that news is written in.

Rows are `sentence | speaker of its quotation`.
"""

from __future__ import annotations

import pytest

from reader.document.model import Document
from reader.study import study as read
from tests.reader.analysis.test_analyse import study

BEFORE = (
    "Mayor Ana Ruiz opened the meeting after the storm. Tom Lund, the harbour master, was there.\n"
    "The council meets on Thursday to vote on the plan, which will cost about four million."
)
AFTER = "The pier will stay closed until the autumn, when the work is to be done by a firm from the mainland."

CALLED = """
Lund, whom Ruiz called “a disgrace,” left. | Ana Ruiz
Lund, who Ruiz said was “a disgrace,” left. | Ana Ruiz
The plan, which Ruiz called “a disgrace,” was dropped. | Ana Ruiz
The plan that Ruiz called “a disgrace” was dropped. | Ana Ruiz
The plan Ruiz called “a disgrace” was dropped. | Ana Ruiz
What Ruiz called “a disgrace” was dropped. | Ana Ruiz
In what Ruiz called “a disgrace,” the plan was dropped. | Ana Ruiz
Calling the plan “a disgrace,” Ruiz left. | Ana Ruiz
Having called the plan “a disgrace,” Ruiz left. | Ana Ruiz
After calling the plan “a disgrace,” Ruiz left. | Ana Ruiz
Lund left after Ruiz called the plan “a disgrace.” | Ana Ruiz
Lund was there when Ruiz called the plan “a disgrace.” | Ana Ruiz
Lund laughed as Ruiz called the plan “a disgrace.” | Ana Ruiz
Lund won, although Ruiz called the plan “a disgrace.” | Ana Ruiz
Lund agreed with Ruiz that the plan was “a disgrace.” | Tom Lund
Lund told Ruiz the plan was “a disgrace.” | Tom Lund
Lund wrote to Ruiz that the plan was “a disgrace.” | Tom Lund
Lund asked Ruiz if the plan was “a disgrace.” | Tom Lund
Lund told Ruiz to “go home.” | Tom Lund
Lund wants Ruiz to “go home.” | Tom Lund
Lund urged Ruiz not to “give up.” | Tom Lund
Lund promised Ruiz that he would “never give up.” | Tom Lund
Lund accused Ruiz of “lying.” | Tom Lund
Lund criticised Ruiz for her “weak” plan. | Tom Lund
Lund blamed Ruiz for the “weak” plan. | Tom Lund
Lund praised Ruiz as “a fighter.” | Tom Lund
Lund thanked Ruiz for “all she has done.” | Tom Lund
Lund reminded Ruiz of her “promise to the town.” | Tom Lund
Lund responded to Ruiz by saying the plan was “a disgrace.” | Tom Lund
Lund rejected Ruiz’s claim that the plan was “a disgrace.” | Ana Ruiz
Lund rejected Ruiz’s view that the plan was “a disgrace.” | Ana Ruiz
Lund repeated Ruiz’s claim that the plan was “a disgrace.” | Ana Ruiz
Lund was angered by Ruiz’s claim that the plan was “a disgrace.” | Ana Ruiz
Despite Ruiz’s claim that the plan was “a disgrace,” Lund left. | Ana Ruiz
Ruiz’s claim that the plan was “a disgrace” angered Lund. | Ana Ruiz
Ruiz’s spokesman, Tom Lund, said the plan was “a disgrace.” | Tom Lund
A source close to Ruiz said the plan was “a disgrace.” | source
Friends of Ruiz said the plan was “a disgrace.” | Friends of Ruiz
A friend said Ruiz was “a disgrace.” | friend
Critics of Ruiz said the plan was “a disgrace.” | Critics of Ruiz
Ruiz, according to Lund, is “a disgrace.” | Tom Lund
According to Ruiz, Lund is “a disgrace.” | Ana Ruiz
Ruiz is “a disgrace,” according to Lund. | Tom Lund
Ruiz is “a disgrace,” Lund said. | Tom Lund
Ruiz is, in Lund’s words, “a disgrace.” | Tom Lund
Ruiz is “a disgrace,” in Lund’s words. | Tom Lund
Ruiz is “a disgrace,” as Lund put it. | Tom Lund
To Ruiz, the plan is “a disgrace.” | Ana Ruiz
For Ruiz, the plan is “a disgrace.” | Ana Ruiz
Ruiz finds the plan “a disgrace.” | Ana Ruiz
Ruiz considers the plan “a disgrace.” | Ana Ruiz
Ruiz said that Lund had called the plan “a disgrace.” | Tom Lund
Ruiz quoted Lund as saying the plan was “a disgrace.” | Tom Lund
Ruiz, along with Lund, said the plan was “a disgrace.” | Ana Ruiz
Ruiz joined Lund in calling the plan “a disgrace.” | Ana Ruiz
Ruiz followed Lund in calling the plan “a disgrace.” | Ana Ruiz
Ruiz ended by calling the plan “a disgrace.” | Ana Ruiz
Ruiz used her speech to call the plan “a disgrace.” | Ana Ruiz
Ruiz took to Twitter to call the plan “a disgrace.” | Ana Ruiz
Ruiz went on television to denounce the “disgrace.” | Ana Ruiz
Ruiz did not hesitate to call the plan “a disgrace.” | Ana Ruiz
Ruiz could be heard calling the plan “a disgrace.” | Ana Ruiz
Ruiz is on record calling the plan “a disgrace.” | Ana Ruiz
Ruiz has repeatedly called the plan “a disgrace.” | Ana Ruiz
Ruiz once called the plan “a disgrace.” | Ana Ruiz
Ruiz would later call the plan “a disgrace.” | Ana Ruiz
Ruiz made headlines when she called the plan “a disgrace.” | Ana Ruiz
Ruiz made headlines for calling the plan “a disgrace.” | Ana Ruiz
Ruiz came under fire for calling the plan “a disgrace.” | Ana Ruiz
Ruiz was criticised for calling the plan “a disgrace.” | Ana Ruiz
Ruiz was criticised after calling the plan “a disgrace.” | Ana Ruiz
Ruiz apologised for calling the plan “a disgrace.” | Ana Ruiz
Ruiz regrets having called the plan “a disgrace.” | Ana Ruiz
Ruiz defended calling the plan “a disgrace.” | Ana Ruiz
Ruiz stood by her “a disgrace” remark. | Ana Ruiz
Ruiz doubled down, calling the plan “a disgrace.” | Ana Ruiz
Ruiz shot back that the plan was “a disgrace.” | Ana Ruiz
Ruiz went so far as to call the plan “a disgrace.” | Ana Ruiz
Ruiz let it be known that the plan was “a disgrace.” | Ana Ruiz
Ruiz left no doubt that the plan was “a disgrace.” | Ana Ruiz
Ruiz is adamant that the plan is “a disgrace.” | Ana Ruiz
Ruiz was in tears, saying the plan was “a disgrace.” | Ana Ruiz
In a letter to Lund, Ruiz called the plan “a disgrace.” | Ana Ruiz
In a letter to Ruiz, Lund called the plan “a disgrace.” | Tom Lund
In a letter seen by Lund, Ruiz called the plan “a disgrace.” | Ana Ruiz
In a letter, seen by the Courier, Ruiz called the plan “a disgrace.” | Ana Ruiz
The letter, in which Ruiz calls the plan “a disgrace,” is out. | Ana Ruiz
A video shows Ruiz calling the plan “a disgrace.” | Ana Ruiz
A video of Ruiz calling the plan “a disgrace” is out. | Ana Ruiz
Emails show that Ruiz called the plan “a disgrace.” | Ana Ruiz
The Courier reported that Ruiz called the plan “a disgrace.” | Ana Ruiz
The Courier quoted Ruiz as calling the plan “a disgrace.” | Ana Ruiz
Ruiz was reported as calling the plan “a disgrace.” | Ana Ruiz
Ruiz is reported to have called the plan “a disgrace.” | Ana Ruiz
Ruiz allegedly called the plan “a disgrace.” | Ana Ruiz
Reports that Ruiz called the plan “a disgrace” are false. | Ana Ruiz
The plan the mayor called “a disgrace” was dropped. | Ana Ruiz
The harbour master left after the mayor called the plan “a disgrace.” | Ana Ruiz
The harbour master laughed as the mayor called the plan “a disgrace.” | Ana Ruiz
A video shows the mayor calling the plan “a disgrace.” | Ana Ruiz
Emails show that the mayor called the plan “a disgrace.” | Ana Ruiz
It was Ruiz who called the plan “a disgrace.” | Ana Ruiz
“A disgrace” is how Ruiz described the plan. | Ana Ruiz
“A disgrace” was how Ruiz put it. | Ana Ruiz
“A disgrace,” Ruiz called it. | Ana Ruiz
“A disgrace,” was Ruiz’s verdict. | Ana Ruiz
“A disgrace” was the verdict of Ruiz. | Ana Ruiz
Ruiz’s verdict was “a disgrace.” | Ana Ruiz
Ruiz’s verdict: “A disgrace.” | Ana Ruiz
Ruiz’s response? “A disgrace.” | Ana Ruiz
Her response to Lund was: “A disgrace.” | Ana Ruiz
His reply to Ruiz was “a disgrace.” | Tom Lund
"""


@pytest.mark.parametrize(("sentence", "speaker"), [row.split(" | ") for row in CALLED.strip().splitlines()])
def test_a_partial_quotation_belongs_to_who_calls_something_so(sentence: str, speaker: str) -> None:
    """By whatever verb, noun or clause the words are brought in, they are those of the one whom the sentence names for them."""
    text, analysis = study(f"{BEFORE} {sentence} {AFTER}")
    within = text.index(sentence)
    quoted = [s for s in analysis.statements if any(q.start >= within for q in s.quotations)]
    assert [s.speaker for s in quoted] == [speaker]


MARKS = {"German": "„“", "French": "«»", "Danish": "»«", "Swedish": "””", "straight": '""', "single": "‘’"}


@pytest.mark.parametrize("marks", MARKS.values(), ids=MARKS)
@pytest.mark.parametrize(
    "line",
    [
        "“Yes,” said Ruiz. “It is late.”",
        "Ruiz was blunt: “It cannot go on like this.”",
        "The plan Ruiz called “a disgrace” was dropped.",
        "“The problem is the ferry,” says Ruiz, “and the ferry alone.”",
        "“It cannot go on like this.” Ruiz is not happy.",
        "Ruiz was asked if she would stand again. “No.”",
    ],
)
def test_marks_of_every_kind_hold_the_same_words(line: str, marks: str) -> None:
    """Whatever marks a paper quotes in, the same words are the same person's, in a line of their own too."""
    opening, closing = marks
    line = line.replace("“", opening).replace("”", closing)
    text = "\n\n".join((BEFORE.replace("\n", "\n\n"), line, AFTER))
    analysis = read(Document("-", text, "")).analysis
    within = text.index(line)
    assert {s.speaker for s in analysis.statements if any(q.start >= within for q in s.quotations)} == {
        "Ana Ruiz"
    }


@pytest.mark.parametrize("verb", ["said", "began", "shrugged", "quipped", "ventured", "sighed"])
def test_whatever_one_does_behind_a_comma_one_says_it(verb: str) -> None:
    """Writers part a sentence with verbs that no list holds."""
    _, analysis = study(f"{BEFORE} “It cannot go on like this,” Ruiz {verb}, “and it will not.” {AFTER}")
    assert [s.speaker for s in analysis.statements for _ in s.quotations] == ["Ana Ruiz"] * 2
