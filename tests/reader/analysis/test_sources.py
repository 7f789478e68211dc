"""A table of who can speak, in the sentences that news is written in: each source in each sentence, each form of quoting.

Rows are `source | speaker` and `sentence | speaker of each quotation`; "-" is a quotation that nobody says.
"""

from __future__ import annotations

import pytest

from tests.reader.analysis.test_analyse import study

OPENING = (
    "Mayor Ana Ruiz opened the meeting after the storm. Tom Lund, the harbour master, was there.\n"
    "The council meets on Thursday to vote on the plan, which will cost about four million."
)

OPENERS = """
On Tuesday Mr Lund | Lund
Last week the council | council
At Monday's meeting Cllr Ruiz | Ruiz
Speaking on Monday Ana Ruiz | Ana Ruiz
In a statement the company | company
In a statement on Friday a spokesman | spokesman
Yesterday the minister | minister
Earlier this year Ana Ruiz | Ana Ruiz
Earlier the council | council
Last night Ana Ruiz | Ana Ruiz
Writing on X Ana Ruiz | Ana Ruiz
Addressing MPs the minister | minister
Following the vote leader Ana Ruiz | Ana Ruiz
After the game manager Bo Lund | Bo Lund
In court prosecutor Ana Ruiz | Ana Ruiz
On Facebook one resident | one resident
Across town baker Ana Ruiz | Ana Ruiz
Afterwards coach Bo Lund | Bo Lund
Meanwhile union leader Ana Ruiz | Ana Ruiz
However a spokesperson for the club | spokesperson for the club
But Labour councillor Ana Ruiz | Ana Ruiz
Council leader Ana Ruiz (Lab) | Ana Ruiz
Ana Ruiz (Labour, Lund North) | Ana Ruiz
Ana Ruiz, Labour MP for Lund, | Ana Ruiz
Ana Ruiz, 34, of Lund Road, Norwave, | Ana Ruiz
Mother-of-two Ana Ruiz | Ana Ruiz
Father of three Bo Lund | Bo Lund
Local resident Ana Ruiz, who lives nearby, | Ana Ruiz
The BBC's Ana Ruiz | Ana Ruiz
Our reporter Ana Ruiz | Ana Ruiz
Detective Sergeant Ana Ruiz from Lund CID | Ana Ruiz
DS Ruiz | Ruiz
PC Bo Lund | Bo Lund
Dr Ana Ruiz, a GP in Lund, | Ana Ruiz
Rev Ana Ruiz | Ana Ruiz
Sister Mary Ruiz | Mary Ruiz
Imam Yusuf Ali | Yusuf Ali
Chief Constable Bo Lund | Bo Lund
Sir Bo Lund | Bo Lund
Lord Lund of Norwave | Lord Lund
Baroness Ruiz | Baroness Ruiz
Prof Ana Ruiz from the University of Lund | Ana Ruiz
Head teacher Ana Ruiz | Ana Ruiz
Headteacher at Lund Primary School Ana Ruiz | Ana Ruiz
Chief executive of Lund Council Ana Ruiz | Ana Ruiz
The club's chairman, Bo Lund, | Bo Lund
A neighbour, who asked not to be named, | neighbour
One man, 52, | One man
An 18-year-old student | 18-year-old student
The 34-year-old mother | 34-year-old mother
A Met Office spokesman | Met Office spokesman
A Lund Council spokesperson | Lund Council spokesperson
Lund Council | Lund Council
Norwave plc | Norwave plc
The Department for Transport | Department for Transport
Downing Street | Downing Street
No 10 | No 10
The White House | White House
Moscow | Moscow
Police Scotland | Police Scotland
The RSPCA | RSPCA
Save Our Harbour, a campaign group, | Save Our Harbour
A source close to the club | source
Sources | Sources
Several neighbours | several neighbours
Officials | Officials
A report by MPs | report
The judge, Mr Justice Lund, | Lund
Judge Ana Ruiz KC | Ana Ruiz
Ana Ruiz KC, prosecuting, | Ana Ruiz
Ana Ruiz, defending, | Ana Ruiz
Ana Ruiz for the defence | Ana Ruiz
Mr Lund's solicitor, Ana Ruiz, | Ana Ruiz
His wife Ana | Ana
His mother, Ana Ruiz, | Ana Ruiz
Ruiz's brother, Tom, | Tom
The couple | couple
The family | family
The pair | pair
"""
"""What opens a sentence, with whatever stands before the speaker."""

NAMED = """
Ana Ruiz | Ana Ruiz
Ana Ruiz, a nurse | Ana Ruiz
Ana Ruiz, who runs the ferry | Ana Ruiz
Ana Ruiz, 34 | Ana Ruiz
Ana Ruiz, D-Ohio | Ana Ruiz
Rep. Ana Ruiz (R-Ohio) | Ana Ruiz
Ana Ruiz of the Lund Institute | Ana Ruiz
Ana Ruiz, director of the Lund Institute for Trade | Ana Ruiz
Ana Ruiz, the group's director | Ana Ruiz
director Ana Ruiz | Ana Ruiz
Lund director Ana Ruiz | Ana Ruiz
Lund Institute director Ana Ruiz | Ana Ruiz
the director, Ana Ruiz | Ana Ruiz
its director, Ana Ruiz | Ana Ruiz
Dr. Ana Ruiz, an emergency physician at Lund Hospital | Ana Ruiz
Ana Ruiz, Ph.D. | Ana Ruiz
Ana Ruiz-Lund | Ana Ruiz-Lund
Ana de la Ruiz | Ana de la Ruiz
Bo van der Lund | Bo van der Lund
Jean-Luc Moreau | Jean-Luc Moreau
O'Brien | O'Brien
Mary O'Brien | Mary O'Brien
Ian McDonald | Ian McDonald
Nguyen Van Thanh | Nguyen Van Thanh
Kim Jong-soo | Kim Jong-soo
Li Wei | Li Wei
Xi Jinping | Xi Jinping
Abdul Rahman al-Masri | Abdul Rahman al-Masri
Sheikh Hassan | Sheikh Hassan
Ngozi Okonjo-Iweala | Ngozi Okonjo-Iweala
Chief Emeka Obi | Emeka Obi
Alhaji Musa Bello | Musa Bello
Shri Ram Kumar | Ram Kumar
Datuk Seri Ismail Sabri | Ismail Sabri
Tan Sri Azman Hashim | Azman Hashim
Lee Hsien Loong | Lee Hsien Loong
Gen. Bo Lund | Bo Lund
Lt. Col. Bo Lund | Bo Lund
Capt. Ana Ruiz of the Lund Fire Department | Ana Ruiz
Lund Police Chief Bo Lund | Bo Lund
Lund County Sheriff Bo Lund | Bo Lund
police spokesman Bo Lund | Bo Lund
a police spokesman | police spokesman
a spokesperson for the mayor | spokesperson for the mayor
a spokeswoman for Norwave, Ana Ruiz | Ana Ruiz
Norwave spokeswoman Ana Ruiz | Ana Ruiz
an analyst at Norwave | analyst at Norwave
one analyst | one analyst
another resident | another resident
a former aide | former aide
a senior administration official | senior administration official
a person familiar with the talks | person
the company | company
the company's lawyers | company's lawyers
the lawsuit | lawsuit
the complaint | complaint
the study's lead author, Ana Ruiz | Ana Ruiz
study co-author Ana Ruiz | Ana Ruiz
the statement | statement
the email | email
police | police
prosecutors | prosecutors
the Associated Press | Associated Press
the New York Times | New York Times
The Lund Courier | Lund Courier
the U.N. | U.N.
the European Commission | European Commission
the World Health Organization | World Health Organization
the U.S. Geological Survey | U.S. Geological Survey
Gov. Ana Ruiz's office | Gov. Ana Ruiz's office
Ruiz's campaign | Ruiz's campaign
the governor | governor
the president | president
Mayor Ruiz | Ruiz
her mother | her mother
Ana's mother, Eva Ruiz | Eva Ruiz
his lawyer, Ana Ruiz | Ana Ruiz
an attorney for the family, Ana Ruiz | Ana Ruiz
fellow student Ana Ruiz | Ana Ruiz
teammate Bo Lund | Bo Lund
head coach Bo Lund | Bo Lund
Comets forward Bo Lund | Bo Lund
Bo Lund, the Comets' center | Bo Lund
actor Bo Lund | Bo Lund
"Ferry" star Bo Lund | Bo Lund
singer-songwriter Ana Ruiz | Ana Ruiz
both women | both women
the two men | two men
@anaruiz | @anaruiz
user BoL99 | BoL99
CEO Ana Ruiz | Ana Ruiz
Norwave CEO and co-founder Ana Ruiz | Ana Ruiz
Ana Ruiz, CEO and co-founder of Norwave | Ana Ruiz
Norwave founder and chief executive Ana Ruiz | Ana Ruiz
chairman and CEO Bo Lund | Bo Lund
Senate Majority Leader Bo Lund, R-Ky. | Bo Lund
State Department spokesman Bo Lund | Bo Lund
Foreign Ministry spokeswoman Ana Ruiz | Ana Ruiz
Ukrainian President Ana Ruiz | Ana Ruiz
Israel's prime minister, Ana Ruiz | Ana Ruiz
French Foreign Minister Ana Ruiz | Ana Ruiz
former U.S. Sen. Bo Lund | Bo Lund
then-Mayor Bo Lund | Bo Lund
the late Bo Lund | Bo Lund
Pope Leo | Pope Leo
King Harald | King Harald
Prince Bo | Prince Bo
Justice Ana Ruiz | Ana Ruiz
U.S. District Judge Ana Ruiz | Ana Ruiz
Assistant District Attorney Ana Ruiz | Ana Ruiz
Bishop Bo Lund | Bo Lund
the Rev. Bo Lund | Bo Lund
Rabbi Bo Lund | Bo Lund
Officer Bo Lund | Bo Lund
"""
"""What stands behind a verb too."""

FORMS = """
"It is late," said Ruiz. | Ana Ruiz
"It is late," she said. | Ana Ruiz
"It is late," he said. | Tom Lund
"It is late," the mayor said. | Ana Ruiz
"It is late," said the harbour master. | Tom Lund
Ruiz said: "It is late." | Ana Ruiz
Ruiz said it was late: "We waited." | Ana Ruiz
Ruiz was blunt: "It is late." | Ana Ruiz
Ruiz shook her head. "It is late. We have waited for years." | Ana Ruiz
"It is late," Ruiz said, shaking her head. "We waited." | Ana Ruiz | Ana Ruiz
"It is late," Ruiz told Lund. "You know it." | Ana Ruiz | Ana Ruiz
Lund asked Ruiz if it was late. "It is," she replied. | Ana Ruiz
Asked if it was late, Ruiz said: "Yes." | Ana Ruiz
When asked if it was late, Ruiz replied, "Yes, it is." | Ana Ruiz
"It is," answered Ruiz when asked whether it was late. | Ana Ruiz
Ruiz, who was asked about it, said "no comment." | Ana Ruiz
Ruiz declined to say whether it was "late." | Ana Ruiz
Ruiz denied that it was "late." | Ana Ruiz
Ruiz tweeted: "It is late." | Ana Ruiz
In a tweet, Ruiz said: "It is late." | Ana Ruiz
Ruiz wrote on Facebook that it was "late." | Ana Ruiz
In a Facebook post, Ruiz wrote, "It is late." | Ana Ruiz
Ruiz's tweet read: "It is late." | Ruiz's tweet
"It is late," read a tweet from Ruiz. | tweet from Ruiz
"It is late," reads a sign on the pier. | -
In an email to staff, Ruiz wrote that it was "late." | Ana Ruiz
In a letter to Lund, Ruiz called the plan "late." | Ana Ruiz
Ruiz issued a statement saying it was "late." | Ana Ruiz
A statement from Ruiz said it was "late." | Ana Ruiz
Ruiz's office said it was "late." | Ruiz's office
A spokesman for Ruiz said it was "late." | spokesman for Ruiz
Ruiz, through a spokesman, said it was "late." | Ana Ruiz
Ruiz added that it was "late" and "sad." | Ana Ruiz | Ana Ruiz
It was "late," Ruiz said, and "sad." | Ana Ruiz | Ana Ruiz
It was, in Ruiz's words, "a late gift." | Ana Ruiz
It was what Ruiz called "a late gift." | Ana Ruiz
The "late gift," as Ruiz called it, cost millions. | Ana Ruiz
Ruiz has called it "late," "sad" and "wrong." | Ana Ruiz | Ana Ruiz | Ana Ruiz
Ruiz accused Lund of being "late." | Ana Ruiz
Lund was accused by Ruiz of being "late." | Ana Ruiz
Lund was "late," according to Ruiz. | Ana Ruiz
According to Ruiz, Lund was "late." | Ana Ruiz
"Lund told me, 'It is late,'" Ruiz said. | Ana Ruiz
Ruiz quoted Lund as saying "it is late." | Tom Lund
Ruiz laughed. "It is late," she said. | Ana Ruiz
Ruiz and Lund disagreed. "It is late," he said. "It is not," she said. | Tom Lund | Ana Ruiz
Ruiz put it this way: "It is late." | Ana Ruiz
Ruiz summed it up: "It is late." | Ana Ruiz
Her message to Lund was simple: "It is late." | Ana Ruiz
Her advice: "Do not wait." | Ana Ruiz
"Do not wait" was her advice. | Ana Ruiz
As Ruiz put it, "It is late." | Ana Ruiz
As Ruiz told the Courier, "It is late." | Ana Ruiz
Ruiz told the Courier it was "late." | Ana Ruiz
Speaking to the Courier, Ruiz said it was "late." | Ana Ruiz
In an interview with the Courier, Ruiz described it as "late." | Ana Ruiz
Ruiz, speaking at the pier on Monday, said it was "late." | Ana Ruiz
Ruiz - who has been mayor for years - said it was "late." | Ana Ruiz
Ruiz (Labour) said it was "late." | Ana Ruiz
Ruiz, 51, said it was "late." | Ana Ruiz
"It is late!" cried Ruiz. | Ana Ruiz
"Is it late?" Ruiz wondered. | Ana Ruiz
"It is late," Ruiz sighed. | Ana Ruiz
"It is late," Ruiz says with a shrug. | Ana Ruiz
"It is late," Ruiz said at the time. | Ana Ruiz
Ruiz promised to be "on time." | Ana Ruiz
Ruiz vowed "never to be late." | Ana Ruiz
Ruiz urged Lund to "hurry up." | Ana Ruiz
Ruiz warned of "a late spring." | Ana Ruiz
Ruiz joked that Lund was "always late." | Ana Ruiz
Ruiz insisted she was "not late." | Ana Ruiz
Ruiz believes Lund is "late." | Ana Ruiz
Ruiz thanked Lund for his "patience." | Ana Ruiz
Ruiz apologised for the "delay." | Ana Ruiz
Ruiz hailed the "good news." | Ana Ruiz
Ruiz slammed the "bad news." | Ana Ruiz
Ruiz pointed to the "late trains" of the past. | Ana Ruiz
Ruiz stressed that "time is short." | Ana Ruiz
Ruiz made clear that it was "late." | Ana Ruiz
Ruiz went further, saying it was "late." | Ana Ruiz
Ruiz left, saying only: "It is late." | Ana Ruiz
Ruiz, smiling, said: "It is late." | Ana Ruiz
"It is late," a smiling Ruiz said. | Ana Ruiz
"It is late," a visibly tired Ruiz told reporters. | Ana Ruiz
"""
"""Ways to quote the mayor, or the harbour master."""


def rows(table: str) -> list[list[str]]:
    """The cells of each row."""
    return [[cell.strip() for cell in row.split(" | ")] for row in table.strip().split("\n")]


def speakers(sentence: str, opening: str = "") -> list[str]:
    """Who says each quotation of a sentence, or what it tells without any, in small letters; "-" where nobody does."""
    text = f"{opening}\n{sentence}" if opening else sentence
    _, analysis = study(text)
    start = len(text) - len(sentence)
    said = [s for s in analysis.statements if s.start >= start]
    quoted = [s for s in said if s.quotations]
    found = [(s.speaker or "-").lower() for s in quoted or said for _ in s.quotations or [None]]
    return found or ["-"]


@pytest.mark.parametrize(("source", "speaker"), rows(OPENERS))
def test_who_opens_a_sentence_speaks(source: str, speaker: str) -> None:
    """Protects the speaker from day, place and occasion before them, and from what is put in behind them."""
    for rest in (
        'said it was "far too late".',
        'told the Courier: "It is far too late."',
        "said that the town had waited.",
    ):
        assert speakers(f"{source} {rest}", "The storm damaged forty houses.") == [speaker.lower()], rest


@pytest.mark.parametrize(("source", "speaker"), rows(NAMED))
def test_who_is_named_behind_the_verb_speaks(source: str, speaker: str) -> None:
    """Protects names, titles, callings and bodies of many countries behind "said" and "according to"."""
    stop = "" if source.endswith(".") else "."
    for sentence in (
        f'"It is far too late for us," said {source}{stop}',
        f"According to {source}, the plan came far too late.",
    ):
        assert speakers(sentence, "The storm damaged forty houses.") == [speaker.lower()], sentence


@pytest.mark.parametrize("row", rows(FORMS), ids=lambda row: row[0][:60])
def test_a_form_of_quoting_tells_who_is_quoted(row: list[str]) -> None:
    """Protects the ways in which a quotation stands in its sentence."""
    sentence, *expected = row
    assert speakers(sentence, OPENING) == [name.lower() for name in expected]
