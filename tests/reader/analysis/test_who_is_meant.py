"""Who is meant where an article says it in an uncommon way: relations, generations, groups, letters behind a name, handles."""

from __future__ import annotations

import pytest

from tests.reader.analysis.test_analyse import study
from tests.reader.analysis.test_cast import cast_of, name, resolve

SOURCES = {
    "a judge in someone's trial": (
        "The judge in the Tomas Reve bakery trial said so. Reve left.",
        "The judge",
        "judge in the Tomas Reve bakery trial",
    ),
    "an office with capitals in brackets": (
        "Deputy Director of Forests (Roads and Fences) T. J. Osmo Hallet said so.",
        "Deputy Director of Forests",
        "T. J. Osmo Hallet",
    ),
    "a rival behind whose race a narrowed title stands": (
        "Mayor Irma Feld left. Feld's opponent in the June vote, state Sen. Bram Tull, said so.",
        "Feld's opponent",
        "Bram Tull",
    ),
    "who sits for a place": (
        "The Member of Parliament (MP) for West Lund, Irma Feld is new. The West Lund MP said so.",
        "The West Lund MP",
        "Irma Feld",
    ),
    "an office by its short form": (
        "Veldland Gov. Bram Tull came. Bo Lind left. The governor said so.",
        "The governor",
        "Bram Tull",
    ),
    "the first part of a joined name": (
        "Qamar-ul-Zarif left. Qamar said so.",
        "Qamar",
        "Qamar-ul-Zarif",
    ),
    "he of a couple whose other forename is rare": (
        "The prize went to Oliver and Sjanke Vorm. Mr Vorm said so.",
        "Mr Vorm",
        "Oliver Vorm",
    ),
    "an office over a force, with no comma": (
        "Superintendent of Police Vendel Orrock said so.",
        "Superintendent of Police Vendel Orrock",
        "Vendel Orrock",
    ),
    "an office in a committee, with no comma": (
        "Chairperson of the Joint Committee on Health Zanta Molver said so.",
        "Chairperson of the Joint Committee on Health Zanta Molver",
        "Zanta Molver",
    ),
    "an office in a body that is named by whose it is": (
        "Senior Member on Parliament's Lands Committee Irma Feld Osk said so.",
        "Senior Member on Parliament's Lands Committee Irma Feld Osk",
        "Irma Feld Osk",
    ),
    "an office in a body with its initials": (
        "Secretary of the Veldland Growers' Association (VGA) Petra Marsh said so.",
        "Secretary of the Veldland Growers' Association",
        "Petra Marsh",
    ),
    "an office in a body that has no name": (
        "Chairman of the island's seed-potato association Hugo Marsh said so.",
        "Chairman of the island's seed-potato association Hugo Marsh",
        "Hugo Marsh",
    ),
    "a nickname before a particle": (
        "Senator Ramon “Spade” dela Vega left. Mr dela Vega said so.",
        "dela Vega|Mr dela Vega",
        "Ramon “Spade” dela Vega",
    ),
    "a people before a forename": ("Norwegians Lars and Ida Berg said so.", "Norwegians Lars", "Lars"),
    "who is named below as what was told before": (
        "Ana Ruiz was told so by the chairman. It rained.\nThe chairman, Ted Okafor, left.",
        "the chairman",
        "Ted Okafor",
    ),
    "no one who is brought in below as a further one": (
        "Ana Ruiz left. The porter said so.\nBo Lund, a porter, left.",
        "The porter",
        "porter",
    ),
    "he of whom nothing but his calling is told": (
        "Ted Okafor left. He was late. He ran.\nA steward said he had no idea. He said so.",
        "A steward|He",
        "steward",
    ),
    "it, after what is called another": (
        "Norvane ASA fell. One sign read no. Another said yes. It said so.",
        "Another|It",
        "Norvane ASA",
    ),
    "a witness who gives evidence": (
        "Giving evidence, Mr Adam Coyle said it rained. Questioned by Bo Lund, he nodded. The witness said so.",
        "Mr Adam Coyle|Bo Lund|The witness",
        "Adam Coyle",
    ),
    "a witness who testified": (
        "Ana Ruiz testified that it rained. Bo Lund asked her why. The witness said so.",
        "Ana Ruiz|Bo Lund|The witness",
        "Ana Ruiz",
    ),
    "a business with an owner's mark": (
        "The chain Tillo's said so. It was cold. Tillo's has shut.",
        "The chain Tillo's",
        "Tillo's",
    ),
    "a business with an owner's mark, again": ("Tillo's has shut. It rained. It said so.", "It", "Tillo's"),
    "whose business it is": ("Ana Tillo left. Tillo's reply was no. Tillo's said so.", "Tillo", "Ana Tillo"),
    "a charity called by common words": (
        "The charity Hear Now spoke. Hear Now said so.",
        "The charity Hear Now",
        "Hear Now",
    ),
    "his spokesman, who is named right below": (
        "Bo Lund left. His spokesman said so.\nIt rained, said the spokesman, Ray Vogt, an hour later.",
        "Bo Lund|His spokesman",
        "Ray Vogt",
    ),
    "one of them, with a calling": (
        "Her pupils left. One of them, the mezzo Ana Ruiz, said so.",
        "One of them",
        "Ana Ruiz",
    ),
    "she, in an obituary": (
        "Ada Achter, who has died aged 88, was born in Hull.\nHer teacher, Gwen Pasco, told her to leave. She said so.",
        "Gwen Pasco|She",
        "Ada Achter",
    ),
    "she, beside her lawyer in the news": (
        "Ada Achter was born in Hull.\nHer lawyer, Gwen Pasco, told her to leave. She said so.",
        "Gwen Pasco|She",
        "Gwen Pasco",
    ),
    "a critic of a paper": (
        "Ada Ruiz sang. She said it rained. The critic of the Herald said so.",
        "She|The critic of the Herald",
        "critic of the Herald",
    ),
    "two offices before a name": (
        "It rained, says cofounder and chief executive Ana Ruiz.",
        "cofounder",
        "Ana Ruiz",
    ),
    "two people, one of them named": ("It rained, said the cook and Ana Ruiz.", "the cook", "cook"),
    "a startup by what it is called": (
        "A startup called Contrite opened. The AI is new. It said so.",
        "It",
        "Contrite",
    ),
    "no one in a dateline before a colon": (
        "NEW DELHI: Growth will be slow as it blames the rain. It said so.",
        "It",
        None,
    ),
    "he of a firm, of whom nothing but his calling is told": (
        "Ted Okafor left. He was late. He ran.\nA spokesman for Pet Loft in Lund said he had no idea. He said so.",
        "A spokesman for Pet Loft in Lund|He",
        "spokesman for Pet Loft in Lund",
    ),
    "the body of its own long sentence": (
        "Ana Ruiz left. The army is digging in as it focuses in all the valleys on what it calls so.",
        "it|it",
        "army",
    ),
    "by age, long after another spoke": (
        "Ana Lind said so.\n"
        + "It rained.\n" * 8
        + "Tom Okafor served. Okafor won. The 36-year-old said so.",
        "Ana Lind|The 36-year-old",
        "Tom Okafor",
    ),
    "a calling, and then what one of it is called": (
        "Robert Fane left. Its composer, a 19-year-old organ scholar named Joel Strand, said so. He said so.",
        "Its composer|He",
        "Joel Strand",
    ),
    "a forename that is a title too": (
        "Cllr Don Hepworth sat. Hepworth said so.",
        "Hepworth",
        "Don Hepworth",
    ),
    "a title that is a forename too": (
        "Helen Lund runs the school. Dean Lund said so.",
        "Dean Lund",
        "Helen Lund",
    ),
    "whose curator is named": (
        "It went to Lund Museum, whose curator, Dr Saira Malik, said so.",
        "whose curator",
        "Saira Malik",
    ),
    "the writer's father": (
        "Bo Lund left. My father had one rule. I told my father that it rained. He said so.",
        "He",
        "my father",
    ),
    "the writer's father, who has a name": (
        "My father, Tom Okafor, had one rule. It was my father who ran. He said so.",
        "He",
        "Tom Okafor",
    ),
    "a surname that is a cry": ("Oh Jin-woo left. He said so.", "He", "Oh Jin-woo"),
    "a company behind a headline that does not name it": (
        "Airline says sorry.\nIt is late. WestJoy said no. It rained. The airline said so.",
        "Airline|WestJoy|The airline",
        "WestJoy",
    ),
    "a maker by its name": ("Hanbit Robotics left. Bo Lund sat. It said so.", "It", "Hanbit Robotics"),
    "a paper that is called by a calling": (
        "Ana Ruiz left. She ran. The Courier said so.",
        "She|The Courier",
        "Courier",
    ),
    "a courier": ("Ana Ruiz left. She ran. The courier said so.", "She|The courier", "Ana Ruiz"),
    "no one whose forename tells otherwise, though he has just spoken": (
        "Grace Whelan wrote a note.\nIt was late. The hall was full.\nPeter Lang got up.\n“No,” Lang replied.\n“Why?” she asked.",
        "she",
        "Grace Whelan",
    ),
    "the report that the sentence before is about": (
        "The Ana Ruiz Foundation said so. The report, by the firm, is out. It said so.",
        "It",
        "report",
    ),
    "who came to an office in a clause": (
        "The president left. The president said so.\nAna Ruiz, a chemist who became the school's first president, left.",
        "The president",
        "Ana Ruiz",
    ),
    "no nun who was none": (
        "A former teacher said so.\nAna Ruiz, 49, who was never a nun, wept.",
        "A former teacher",
        "Ana Ruiz",
    ),
    "the deputy of a parliament, not of someone": (
        "Ana Ruiz accused him. “Deputy Ruiz knows that.” Independent TD Bo Lind left. The Cork TD said so.",
        "The Cork TD",
        "Ana Ruiz",
    ),
    "who is told of first, of two of one surname, where neither was just named": (
        "Tess Arbour sang.\nDavey Arbour, who played bass in her band, died in May.\n"
        + "It rained all day. " * 45
        + "\nArbour said so.",
        "Tess Arbour|Davey Arbour|Arbour",
        "Tess Arbour",
    ),
    "who was just named, of two of one surname": (
        "Tess Arbour sang.\nDavey Arbour, who played bass in her band, left in May.\nArbour said so.",
        "Tess Arbour|Davey Arbour|Arbour",
        "Davey Arbour",
    ),
    "no place that a neighbour is of": (
        "Two men were held thanks to a watchful East Dalton neighbor. The neighbor said so. He said so.",
        "The neighbor|He",
        "neighbor",
    ),
    "a neighbour again, who is still not named": (
        "A neighbor said so. The unidentified neighbor said so.",
        "A neighbor|The unidentified neighbor",
        "neighbor",
    ),
    "who is named in the next paragraph": (
        "“I look for it,” she says. “I do. I like it. I might. I will.”\nIt is out now. Ana Ruiz sings it.",
        "she",
        "Ana Ruiz",
    ),
    "the chief minister, who is no other minister": (
        "The chief minister said so. Union minister Ana Ruiz left.",
        "The chief minister",
        "chief minister",
    ),
    "the chief executive by the initials of the office": (
        "Its chief executive said so. CEO Ana Ruiz left. Chief Financial Officer Bo Lund stayed.",
        "Its chief executive",
        "Ana Ruiz",
    ),
    "the shadow secretary, who is of the other party": (
        "The business secretary, Ana Ruiz, left. The shadow business secretary said so.",
        "The shadow business secretary",
        "shadow business secretary",
    ),
    "a movement by the day that it is called by": (
        "The March 9 Movement said so.",
        "The March 9 Movement",
        "March 9 Movement",
    ),
    "a thing without its price": ("The $349 smart ring said so.", "The $349 smart ring", "smart ring"),
    "a nurse without a name, behind where she speaks": (
        "Ana Ruiz, defending, said so.\nIn a letter read to the court, a nurse whose phone was taken as she left said so.\n“I don’t care,” she wrote.",
        "Ana Ruiz|a nurse whose phone was taken as she left|she",
        "nurse",
    ),
    "the member of a party, of whom another office is told": (
        "Councillor Ana Ruiz said so. The SNP member said so.",
        "Councillor Ana Ruiz|The SNP member",
        "Ana Ruiz",
    ),
    "no Abu Amer, who is never called Amer": (
        "Hassan Amer spoke. Sadeq Abu Amer spoke. Amer said so.",
        "Hassan Amer|Sadeq Abu Amer|Amer",
        "Hassan Amer",
    ),
    "who was born by another name": (
        "Buddy Lomax, a singer, died on Monday.\nBorn Leonard Earl Lomax in Lund, he sang. Leonard Earl Lomax said so.",
        "Leonard Earl Lomax|Leonard Earl Lomax",
        "Buddy Lomax",
    ),
    "the prime minister's office by its number": ("No 10 said so.", "No 10", "No 10"),
    "who is described between name and 'who'": (
        "Ana Ruiz, the envoy who wrote the pact, who said so.",
        "who",
        "Ana Ruiz",
    ),
    "a name with a number in it": ("Robert Two Rivers left. He said so.", "He", "Robert Two Rivers"),
    "no seat in a parliament": ("Sen. Ana Ruiz, R-Lund, left. She said so.", "She", "Ana Ruiz"),
    "who the sentence is about, behind a part": (
        "Anna Trevose wrote it. Trevose ran.\nAs Grace, Ruth Carlyon is superb. She said so.",
        "She",
        "Ruth Carlyon",
    ),
    "one of them, who is named after a calling": (
        "My customers left. One of them, a retired surveyor named Hal Brandt, said so.",
        "One of them",
        "Hal Brandt",
    ),
    "a clerk of whom nothing else is told": (
        "Joshua Merrill, 38, stood as the clerk said so.",
        "the clerk",
        "clerk",
    ),
    "a witness of a robbery": ("A witness ran. Bo Lund left. The witness said so.", "The witness", "witness"),
    "someone nameless, and then another of the same kind": (
        "A neighbour said so. It was late, said Ana Ruiz, a neighbour.",
        "A neighbour",
        "neighbour",
    ),
    "a surname shared in one breath": ("Peg and Nell Lund swam. Peg said so.", "Peg|Peg", "Peg Lund"),
    "no shared surname where one was known": (
        "Tom Okafor met Ana Ruiz. Tom and Ana Ruiz left. Tom said so.",
        "Tom|Tom",
        "Tom Okafor",
    ),
    "a union": ("The Drift Netters' Union met. The union said so.", "The union", "Drift Netters' Union"),
    "a public body of a country": (
        "BBC Scotland asked. Transport Scotland said so.",
        "Transport Scotland",
        "Transport Scotland",
    ),
    "a maker": (
        "Shares in Ferrolund fell after the maker of gates said so.",
        "the maker",
        "Ferrolund",
    ),
    "an office with what it is over": (
        "The Director-General of the Port Authority, Dr. Ana Ruiz, said so.",
        "The Director-General",
        "Ana Ruiz",
    ),
    "the treasurer of a body by its place": (
        "Treasurer of Sedge allotment society Ray Lund said so.",
        "Treasurer of Sedge",
        "Ray Lund",
    ),
    "a councillor of two places": (
        "Holm and Lund councillor Ray Vogt said so. Tom Holm left.",
        "Holm",
        "Ray Vogt",
    ),
    "an unnamed one of two places": ("The Brant and Hallow MP said so.", "The Brant", "Brant and Hallow MP"),
    "a team that has a forename's name": (
        "Ana Ruiz met Shannon manager Tom Vogt. Shannon won. She said so.",
        "She",
        "Ana Ruiz",
    ),
    "a rank in letters": (
        "Detective Chief Superintendent Ana Vogt waited. DCS Vogt said so.",
        "DCS Vogt",
        "Ana Vogt",
    ),
    "a noun that a story opens with": ("TEACHERS said so.", "TEACHERS", "Teachers"),
    "a story that opens in capitals": ("TOMMY Lund left. He said so.", "He", "Tommy Lund"),
    "people whom a story opens with in capitals": (
        "WEARY rowers said so.",
        "WEARY rowers",
        "Weary rowers",
    ),
    "a participle first": (
        "Reacting, the chairman of the council, Ana Ruiz, said so.",
        "Reacting",
        "Ana Ruiz",
    ),
    "letters behind the name": ("Ana Ruiz SC said so.", "Ana Ruiz SC", "Ana Ruiz"),
    "a building's word as surname": ("Dr. Helen Park said so. Park left.", "Dr. Helen Park", "Helen Park"),
    "how many children": ("Mum-of-two Ana Ruiz said so.", "Mum-of-two Ana Ruiz", "Ana Ruiz"),
    "a father of so many": ("Tom Okafor swam. The father-of-two said so.", "The father-of-two", "Tom Okafor"),
    "a calling that no list holds": (
        "Coach Tom Okafor said it was over. The soft-spoken tactician said so.",
        "Tom Okafor|The soft-spoken tactician",
        "Tom Okafor",
    ),
    "one of them": ("Nils Moe and others left. One of them, Ana Ruiz, said so.", "One of them", "Ana Ruiz"),
    "an office that no list holds": (
        "It was heard by Chief Justice Ana Ruiz. The Chief Justice said so.",
        "The Chief Justice",
        "Ana Ruiz",
    ),
    "a calling between commas that no list holds": (
        "The pleader, Ana Ruiz, said so.",
        "The pleader",
        "Ana Ruiz",
    ),
    "who replies": (
        "Chen Guowei grumbles. Ana Ruiz’s response is a shrug. She said so.",
        "She",
        "Ana Ruiz",
    ),
    "no place of a dateline": (
        "SAN ISIDRO, Verania, Nov 4 (Transmundo) - The captain of a ferry said so.",
        "The captain",
        "captain of a ferry",
    ),
    "a forename that is a rank too": (
        "His father, shearer Col Ruiz, said so.",
        "shearer Col Ruiz",
        "Col Ruiz",
    ),
    "the elder one": (
        "Tom Ruiz Jr. ran against Tom Ruiz Sr. for mayor. Tom Ruiz Jr. spoke. His father said so.",
        "Tom Ruiz Jr.|Tom Ruiz Sr.|Tom Ruiz Jr.|His father",
        "Tom Ruiz Sr.",
    ),
    "someone else's companion": (
        "Tom Okafor spoke. His companion said so.",
        "Tom Okafor|His companion",
        "His companion",
    ),
    "a group that opens the sentence before": (
        "The mayor spoke. On Monday, hundreds of protesters met. They said so.",
        "The mayor|They",
        "hundreds of protesters",
    ),
    "who goes by they": (
        "Robin Lund, who uses the pronouns they and them, met the council. They said so.",
        "the council|They",
        "Robin Lund",
    ),
    "a statement by someone": (
        "A statement by a palace spokesman confirming it read so.",
        "A statement",
        "palace spokesman",
    ),
    "who is described first, and named below": (
        "A baker has told of her loss.\nAna Ruiz, 34, was asleep.",
        "A baker",
        "Ana Ruiz",
    ),
    "who gives her own name": (
        "A widow, who simply identified herself as Mama Ejiro, said so.",
        "A widow",
        "Mama Ejiro",
    ),
    "who was described and then named": (
        "A baker has told of her loss.\nAna Ruiz, 34, was asleep. Bo Lund left. The baker said so.",
        "The baker",
        "Ana Ruiz",
    ),
    "an office by its initials": (
        "Roads Cabinet Secretary Ana Ruiz spoke. Bo Lund left. The CS said so.",
        "The CS",
        "Ana Ruiz",
    ),
    "her brother, by the surname": (
        "Bo Lund and Ana Lund live here. Ana Lund spoke. Her brother said so.",
        "Bo Lund|Ana Lund|Ana Lund|Her brother",
        "Bo Lund",
    ),
    "counsel, by the letters": ("Ana Ruiz SC rose. Bo Lund sat. Counsel said so.", "Counsel", "Ana Ruiz"),
    "a job behind which another's is told": (
        "Counsel assisting the coroner, Bo Lund, rose. Coroner Ana Ruiz sat. The coroner said so.",
        "The coroner",
        "Ana Ruiz",
    ),
    "an adjective at the sentence's head": (
        "Tom Okafor, 44, spoke. Gobsmacked Tom said so.",
        "Gobsmacked Tom",
        "Tom Okafor",
    ),
    "an abbreviated address": ("Barr. Ana Ruiz, who spoke, said so.", "Barr. Ana Ruiz", "Ana Ruiz"),
    "a job at an institution": (
        "University of Lund labour economist Ana Ruiz said so.",
        "University",
        "Ana Ruiz",
    ),
    "who works at a hospital": (
        "Ana Ruiz of Lund Hospital, who said so, left.",
        "who",
        "Ana Ruiz",
    ),
    "the one whom the sentence before is about": (
        "Bo Lund spoke. Coach Ana Ruiz left.\nTom Okafor had not scored since May.\nThe 22-year-old said so.",
        "Bo Lund|The 22-year-old",
        "Tom Okafor",
    ),
    "a company by its short name": ("Norvane ASA rose. Norvane said so.", "Norvane", "Norvane ASA"),
    "a guard whose byname is given": (
        "A guard known to all as Deacon said so.\nFormer guard Tom Okafor, who left, spoke.",
        "A guard",
        "guard",
    ),
    "a countryman": ("Marco Ruiz spoke. The Spaniard said so.", "Marco Ruiz|The Spaniard", "Marco Ruiz"),
    "a nickname of two words": (
        'Ana "The Tram" Ruiz left. Ruiz said so.',
        "Ruiz|Ruiz",
        'Ana "The Tram" Ruiz',
    ),
    "an office with its letters in brackets": (
        "The Member of Parliament (MP) for Lund, Ana Ruiz, said so.",
        "The Member of Parliament",
        "Ana Ruiz",
    ),
    "an acronym of an office": ("The then MD, Engr Ana Ruiz, said so.", "The then MD", "Ana Ruiz"),
    "a title that tells more than the forename": (
        "Rana Tanvir Lund spoke. Ana Ruiz left. Mr Lund said so.",
        "Mr Lund",
        "Rana Tanvir Lund",
    ),
    "who, behind a dash": ("Tom Okafor — who said so — left.", "who", "Tom Okafor"),
    "the body of its own sentence": ("Ana Ruiz left. The council blames what it calls so.", "it", "council"),
    "the demonym of a named person": (
        "Tom Ruiz spoke. A photographer spoke. The Spaniard said so.",
        "Tom Ruiz|A photographer|The Spaniard",
        "Tom Ruiz",
    ),
    "a sheriff named far below": (
        "A sheriff said so.\nArchibald Gilchrist left.\nIt rained.\nIt rained.\nIt rained.\nSheriff Ana Ruiz sat.",
        "A sheriff",
        "Ana Ruiz",
    ),
    "the one person of the paragraph": (
        "Bo Lund spoke.\nFor Tom Okafor, who runs a bakery, it is dear. The father of three said so.",
        "Bo Lund|The father of three",
        "Tom Okafor",
    ),
    "someone at a branch": ("The ACLU of Oregon's Ana Ruiz said so.", "The ACLU", "Ana Ruiz"),
    "an organisation named behind what it is": (
        "A parent group, Mothers for Order, said so.",
        "A parent group",
        "Mothers for Order",
    ),
    "a group first told at length, behind a headline that does not": (
        "Lawmakers said so.\nOn Monday lawmakers on the harbour committee met. The lawmakers said so.",
        "Lawmakers|The lawmakers",
        "lawmakers on the harbour committee",
    ),
    "a demonym": ("Marco Ruiz spoke. The Italian said so.", "Marco Ruiz|The Italian", "Marco Ruiz"),
    "a user by the handle": ("One user, @harbourcat, wrote so.", "One user", "@harbourcat"),
    "a surname spelled otherwise": ("Ravi Kulkarni spoke. Kulkarny said so.", "Kulkarny", "Ravi Kulkarni"),
    "a surname that is another's but for a letter, of which there are two": (
        "Ravi Kulkarni spoke. Ana Kulkarna left. Kulkarny said so.",
        "Kulkarny",
        "Kulkarny",
    ),
    "a country that is nearly someone's name": (
        "Bo Germani spoke. Germany said so.",
        "Germany",
        "Germany",
    ),
    "an envoy whose office is told": (
        "British High Commissioner Tom Okafor spoke. Bo Lund left. The British envoy said so.",
        "The British envoy",
        "Tom Okafor",
    ),
    "the man whom the story calls so, paragraphs ago": (
        "A 43-year-old man fell ill.\nIt rained.\nIt rained.\nBo Lund spoke.\nThe man said so.",
        "Bo Lund|The man",
        "man",
    ),
    "an apostrophe turned the wrong way": (
        "Tom Okafor‘s mum said so.",
        "Tom Okafor‘s mum",
        "Tom Okafor‘s mum",
    ),
    "a family name that stands first": (
        "Tom Okafor spoke. Tom Okafor left.\nProfessor Yang Min-Ho said it rained. He said so.",
        "Tom Okafor|Tom Okafor|Professor Yang Min-Ho|He",
        "Yang Min-Ho",
    ),
    "a day behind the name": (
        "Malayan Dawn, a film by Bo Lund, won. Malayan filmmaker T.V. Ruiz Friday said so.",
        "Malayan filmmaker T.V. Ruiz Friday",
        "T.V. Ruiz",
    ),
    "a man told of for the first time": (
        "Tom Okafor drove. Tom Okafor spoke. Said the man, a grocer from Lund.",
        "Tom Okafor|the man",
        "man",
    ),
    "they, of a row": (
        "Zevo Orlo said so. Norvane and its partners said so. They said so.",
        "Zevo Orlo|Norvane|They",
        "Norvane",
    ),
    "they, and no lawsuit": (
        "Zevo Orlo said so. A different lawsuit said so. They said so.",
        "Zevo Orlo|A different lawsuit|They",
        "Zevo Orlo",
    ),
    "accents left out": ("François Lund met us. Francois Lund said so.", "Francois Lund", "François Lund"),
    "no credit before the name": (
        "Getty Images Ana Ruiz at work.\nRuiz said so.",
        "Ruiz|Ruiz",
        "Ana Ruiz",
    ),
}


@pytest.mark.parametrize(("text", "sources", "expected"), SOURCES.values(), ids=SOURCES)
def test_a_source_means_whom_a_reader_takes_it_for(text: str, sources: str, expected: str | None) -> None:
    """Protects the rarer ways in which an article names who speaks; `|` parts sources in a row."""
    assert name(text, *sources.split("|")) == expected


ROLES = {
    "one of many": ("One neighbour, Ana Ruiz, said so.", "neighbour"),
    "one more": ("It rained. Another resident, Ana Ruiz, said so.", "resident"),
    "an office and what one founded": (
        "“No,” said Norwave CEO and co-founder Ana Ruiz.",
        "Norwave CEO and co-founder",
    ),
    "what someone runs": ("Ana Ruiz, who runs the ferry, said so.", "runs the ferry"),
    "a minister of two things": (
        "Then Foreign Affairs and Trade Minister Ana Ruiz said so.",
        "Foreign Affairs and Trade Minister",
    ),
    "two ministers": ("Tom Marsh and Fisheries Minister Ana Ruiz said so.", "Fisheries Minister"),
    "a force with its initials": (
        "Veldland Coast Guard (VCG) Chief Adm. Ana Ruiz said so.",
        "Veldland Coast Guard Chief Adm.",
    ),
    "two callings in front": ("Poet and ferry pilot Ana Ruiz said so.", "Poet and ferry pilot"),
    "an apposition that the verb of speech ends": (
        "“It is late,” Ana Ruiz, leader of the Lund party said on Friday.",
        "leader of the Lund party",
    ),
    "an office before the name with no comma behind it": (
        "The Member of Parliament (MP) for Lund, Ana Ruiz is angry.",
        "Member of Parliament for Lund",
    ),
    "no burglar for being named next": (
        "A burglar took the cups from Lund's rowing club.\nAna Ruiz found the door open.",
        None,
    ),
    "an office that leads up to the name": (
        "Treasurer of the Lund Growers' Association (LGA) Ana Ruiz said so.",
        "Treasurer of the Lund Growers' Association",
    ),
    "an office before a seat in the senate": (
        "Minister of Fisheries Senator Dr Ana Ruiz said so.",
        "Minister of Fisheries",
    ),
    "in front, with its article": ("The council's secretary, Ana Ruiz, said so.", "council's secretary"),
    "in front, with a pronoun": ("It rained, said its secretary, Ana Ruiz.", "secretary"),
    "in front, of something": ("It rained, said Lund's head of parks, Ana Ruiz.", "Lund's head of parks"),
    "in front, without an article": ("Counsel for the council, Ana Ruiz, spoke.", "Counsel for the council"),
    "in front of a double address": ("The women's leader, Chief (Mrs.) Ana Ruiz, spoke.", "women's leader"),
    "told before the name": ("A baker said yes.\nAna Ruiz, 29, had just landed.", "baker"),
    "where the name is given": ("A widow, who is known as Ana Ruiz, said so.", "widow"),
    "letters behind the name": ("Ana Ruiz MP spoke.", "MP"),
    "a rank with its bracket": (
        "Managing Director Lt Gen (retd) Ana Ruiz spoke.",
        "Managing Director Lt Gen",
    ),
    "a rank with its class": ("Petty Officer 2nd Class Ana Ruiz spoke.", "Petty Officer 2nd Class"),
    "behind a quotation": ('"Hold," launch director Ana Ruiz called.', "launch director"),
    "in front of a name with its firm": (
        "The council's attorney, Ana Ruiz of Poole & Lund, spoke.",
        "council's attorney",
    ),
    "behind a dateline": ("LUND (News) — A baker said yes.\nAna Ruiz, 29, had just landed.", "baker"),
    "what she does": ("Ana Ruiz, who drives a tram, said so.", "drives a tram"),
    "not what she did once": ("Ana Ruiz, who drives him mad, said so.", None),
    "a label": ("Guest: Ana Ruiz. She spoke.", "guest"),
    "a job before a rank": ("Capt. Ana Ruiz, the harbour's spokeswoman, spoke.", "harbour's spokeswoman"),
    "a rank alone": ("Lt. Cmdr. Ana Ruiz spoke.", "Lt. Cmdr."),
    "no form of address at its end": ("Rear Adm. Dame Ana Ruiz spoke.", "Rear Adm."),
    "not from the sentence before": ("They met a baker.\nAna Ruiz spoke.", None),
    "no clause": ("They saw Ana Ruiz, every nurse in town knew it.", None),
    "an age in brackets": ("Ana Ruiz (58), who runs Lund Water, said so.", "runs Lund Water"),
    "what an office is over, at a sentence's head": (
        "They left.\nWater Minister Ana Ruiz spoke.",
        "Water Minister",
    ),
    "a job behind a full stop": ("They stood on their roofs.\nDairy farmer Ana Ruiz spoke.", "Dairy farmer"),
    "a plumber called so": ("They met a plumber called Ana Ruiz, who spoke.", "plumber"),
    "a job before what one is called": (
        "Its manager, a courteous woman called Ana Ruiz, gave them tea.",
        "manager",
    ),
    "a capital at the sentence's head": ("Fire officer Ana Ruiz said so.", "Fire officer"),
}


@pytest.mark.parametrize(("text", "role"), ROLES.values(), ids=ROLES)
def test_a_role_is_read_from_all_around_the_name(text: str, role: str | None) -> None:
    """The list of speakers says who each one is in the article's own words, short, and nothing that is no role."""
    entity = resolve(text, "Ana Ruiz").entity
    assert entity is not None
    assert entity.role == role


def test_a_verb_behind_a_name_is_no_part_of_it() -> None:
    """A present tense behind a quotation, which looks like a plural, must not make a new speaker."""
    assert name('Ana Ruiz spoke. "It rained," Ruiz shares.', "Ana Ruiz", "Ruiz shares") == "Ana Ruiz"


def test_father_and_son_are_two() -> None:
    """Two generations of one name are two speakers."""
    names = {
        entity.name for entity in cast_of("They list Tom Ruiz Sr., Tom Ruiz Jr. and Dale Lund.").entities
    }
    assert {"Tom Ruiz Sr.", "Tom Ruiz Jr."} <= names


SAID_LAST = {
    "they, of one who is neither man nor woman as far as told": (
        "Some people are keen to swim. Kit Larsen, a spokesperson for the pool, said it was shut. "
        "“We hope to open in May,” they said.",
        "Kit Larsen",
    ),
    "a former office of who adds": (
        "“He was superb,” said Lund coach Bram Tull. “He has been the best of us,” added the former Veldland captain.",
        "Bram Tull",
    ),
    "degrees behind a name": (
        "“It is rare,” lead author Ola Lindgren, M.D., Ph.D., chief of the eye service at Lund Hospital, said.",
        "Ola Lindgren",
    ),
    "he, after crews that a name is joined to": (
        "Tom Okafor ran the study. It looked at Lund Harbour-exposed crews. “They were ill,” he said.",
        "Tom Okafor",
    ),
    "sentences that a copy ran together": (
        "Ana Ruiz ran the study.“They were ill,” she said. “Many of them still are.”However, Bo Lind, who is a nurse, "
        "saw limits.“It is too small,” Lind said.",
        "Bo Lind",
    ),
}


@pytest.mark.parametrize(("text", "speaker"), SAID_LAST.values(), ids=SAID_LAST.keys())
def test_the_last_words_are_given_to_whom_a_reader_gives_them(text: str, speaker: str) -> None:
    """Protects the speaker of what stands last, which hangs on all before it."""
    _, analysis = study(text)
    assert analysis.statements[-1].speaker == speaker


def test_what_nobody_says_is_said_by_nobody() -> None:
    """Protects the list of speakers from "No sources of funding"."""
    _, analysis = study("No sources of funding are reported and no councillor said that the pier was safe.")
    assert analysis.speakers == ()
