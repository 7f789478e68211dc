"""The shapes of dates, names, credits and labels, as regular expressions; all of them linear."""

from __future__ import annotations

import re

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
DATE = re.compile(
    rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}"
    r"|\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d\b|\b(?:19|20)\d\d[/.-]\d{1,2}[/.-]\d{1,2}\b",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"(?:\b|(?<=[a-z]))\d{1,2}[:.]\d\d(?::\d\d)? ?(?:[ap]\.?m\b|[A-Z]{2,4}\b|GMT|h\b)?|\b\d{1,2} ?[ap]\.?m\b",
    re.IGNORECASE,
)
COUNTER = re.compile(r"[\d:. /|%+-]+")
"""A clock of a player, a number of a list, a rule: nothing but figures and signs."""

CREDIT_TAIL = re.compile(
    r"(?i:\([^()]{2,70}\)?$)|\[[A-Z][^\[\]]{2,50}\]$|(?i:(?:photo|image|picture|photograph|credit|video)s?(?::| [/|]) ?[^.]{2,60}$)"
    r"|[—–|] ?[A-Z][\w.'’-]*(?:[ /,:]{1,2}(?:[A-Z][\w.'’-]*|by|via|of|and|for|pic|picture|photo)(?!\w)){0,9}$"
)
"""The credit of a picture at the end of a caption."""

NAME_TAIL = re.compile(
    r"[.!?”\"'’)] (?:[A-Z][\w.'’-]+(?: (?:for|of|via|de|van|the|[A-Z][\w.'’-]+))*)(?:/[\w ]+)?$"
)
"""A sentence, then a name and no more: a caption and its photographer."""

PARTED = re.compile(r"[a-z]{4,}[.!?][”\"’')]{0,2} (?=[A-Z])")
"""A sentence ends, and more follows; a title or an initial has fewer letters."""

REPORTING = re.compile(
    r"\b(?:said|says?|told|tells?|added|adds|asked|asks|warned|warns?|claimed|claims?|insisted|insists?|announced"
    r"|explained|explains|argued|argues?|admitted|admits?|wrote)\b"
)
"""A verb by which a sentence tells what somebody says."""

LED_IN = re.compile(r"[a-z]: [“\"«‘][^“\"«]{12,}[.!?…#\w][”\"»’]$")
"""A colon and a quotation to the end of the line."""

_SAYS = (
    r"(?:said|says?|tells?|told|add(?:s|ed)|ask(?:s|ed)|repl(?:ies|ied)|respond(?:s|ed)|answer(?:s|ed)|continue[sd]"
    r"|explain(?:s|ed)|argue[sd]|warn(?:s|ed)|claim(?:s|ed)|insist(?:s|ed)|admit(?:s|ted)|note[sd]|recall(?:s|ed)"
    r"|agree[sd]|declare[sd]|conclude[sd]|remark(?:s|ed)|observe[sd]|joke[sd]|quip(?:s|ped)|laugh(?:s|ed)|wr(?:ites|ote)"
    r"|tweet(?:s|ed)|post(?:s|ed)|call(?:s|ed)|describe[sd]|shout(?:s|ed)|yell(?:s|ed)|scream(?:s|ed)|cr(?:ies|ied)"
    r"|chant(?:s|ed)|whisper(?:s|ed)|exclaim(?:s|ed)|demand(?:s|ed)|vow(?:s|ed)|sa(?:y|id))"
)
_MARK = r"[“”\"«»‘’']{1,3}"

QUOTED_FIRST = re.compile(
    rf"{_MARK}[^“”\"«»]{{2,}}(?:[,.!?…—–-]{_MARK}|{_MARK},)\s(?:(?:[\w.’'-]+,?\s){{1,8}}?(?:{_SAYS}|read)|{_SAYS}\s[\w.’'-]+)\b"
)
"""A quotation and who says it, at the beginning of a line."""

QUOTED_LAST = re.compile(rf"\b{_SAYS}(?:\s[\w.’'-]+){{0,6}}[,:]?\s[“\"«][^“”\"«»]{{8,}}[.!?…][”\"»]$")
"""A verb of speech and a quotation to the end of the line."""

SLASHED = re.compile(
    r"(?:[A-Z][\w.'’-]+ ){1,3}[A-Z][\w.'’-]+ ?/ ?(?:via )?(?:[A-Z][\w&.'’-]*(?: (?!$)|/|$)){1,5}$"
)
"""A photographer, a slash and an agency at the end."""

CREDIT_ALONE = re.compile(
    r"[(\[][A-Z][\w.'’-]*(?:[ /,]+(?:(?:via|for|of|and|by|the) )?[A-Z][\w.'’-]*){0,7}[)\]]$"
    r"|(?i:photo(?:graph)?s?|pictures?|images?|credit)(?: by|:| -) ?[^.!?]{2,60}$"
    r"|(?i:©|copyright) ?[A-Z][^\d.!?/]{1,40}(?:/[^\d.!?]{2,30}|(?i: photos?| images))$"
)
"""A line that is nothing but a picture's credit."""

CAPITALISED = re.compile(
    r"[A-Z][\w.'’&-]*(?: ?[/|;,] ?(?:via |for |of |the |and |by )?[A-Z0-9][\w.'’&-]*| (?:via |for |of |the |and |by )?[A-Z0-9][\w.'’&-]*)*"
)
"""Names and nothing else, parted by blanks, commas, slashes or bars."""

CAPITAL_LEAD = re.compile(r"[A-Z][A-Z’'!?-]{2,}(?: [A-Z’'!?-]+){0,6} ?(…|\.\.\.|:|\.|[–—-]) ?(?=[“\"A-Z])")
"""Words in capitals before a sentence, as some captions begin, and the sign that parts them from it."""

DASH_TAIL = re.compile(r"[.!?”\"’')] ?[—–-] ?[A-Z][\w.'’-]*(?:[ /][A-Z][\w.'’-]*){0,4}$")
"""A sentence, then a dash and a name."""

GLUED_CREDIT = re.compile(r"[\w.)](?:Credits?|Photo|Image|Picture|Pic|Getty|Photograph|Source)\b[: ]")
"""A caption and its credit without a blank between them."""

COPYRIGHT_TAIL = re.compile(r"[\w.] ?© ?[A-Z][^\d©]{2,50}$")
"""A caption, then the sign of copyright and whose it is."""

AGENCY_HEAD = re.compile(
    r"(?:getty images|getty|reuters|epa|afp|pa media|pa|ap|bbc|alamy|shutterstock|bloomberg|anadolu|xinhua) (?=[A-Z])",
    re.IGNORECASE,
)
QUOTED = re.compile(r"[“\"‘«].{5,}[”\"’»]")
"""A quotation and nothing else."""

SIGNATURE = re.compile(r"[—–-]{1,2} ?[A-Z][\w.'’-]*(?:,? [\w.'’-]+){0,9}")
"""Who says it, behind a dash."""

RIGHTS = re.compile(r"(?:^|\s)(?:©|\(c\)|copyright\b)", re.IGNORECASE)
"""A sign or a word of copyright."""

CORRECTION = re.compile(
    r"(?:correction|clarification)s?(?: \([^()]{1,30}\)|,? (?:on )?\w{3,9}\.? \d[\d, ]{0,9})?:|(?:an|the) (?:earlier|previous) version of this (?:article|story|report)\b",
    re.IGNORECASE,
)
"""What a publisher puts right, which belongs to the story wherever it stands."""

KICKER = re.compile(
    r"\W{0,3}(?:breaking(?: news)?|developing(?: story)?|just in|exclusive)\W{0,3}", re.IGNORECASE
)
"""A word above a headline that is none."""

ALT_LABEL = re.compile(r"(?:image|photo|picture|alt(?: text)?)s?(?: \d{1,3})? ?: ?", re.IGNORECASE)
"""The word that some programs put before the alternative text of a picture."""

TURN = re.compile(r"([A-Z@][^\s:()“”\"]*(?: [^\s:()“”\"]+){0,4})(?: \(([^()]{1,40})\))?\s*:\s+(?=\S)")
"""Who speaks in a transcript, what stands in brackets behind, and the colon before what is said."""

DATELINE = re.compile(r"[A-Z][\w .,'’-]{2,40}(?:\([A-Z][\w /]{1,30}\))? ?[—–-]{1,2} ")
BYLINE = re.compile(r"(?:written |reported |posted |words |story )?by:? ?(?=[A-Z])", re.IGNORECASE)
_NAME = r"[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|de|van|der|den|von|bin|al|la|le)){1,3}"
PERSON = re.compile(rf"{_NAME}(?:(?:/| & | and |, ){_NAME}){{0,3}}")
BULLET = re.compile(r"(?:[•·▪◦‣*–—-]|\d{1,2}[.)]) ")
LINK = re.compile(
    r"https?://|www\.|\b[\w-]{1,40}\.(?:com|org|net|co\.uk|io)\b|[\w.]@[\w-]+\.\w|pic\.twitter", re.IGNORECASE
)
HANDLE = re.compile(r"(?:^|[\s(])[@#]\w{2,}")
SENTENCE_END = re.compile(r"[.!?][”\"’')]{0,3}(?= [A-Z“\"‘'(]|$)")
GLUED = re.compile(r"[a-z][A-Z][a-z]|[a-z]\d|[a-z]\|[A-Z]")
SEPARATOR = re.compile(r"[|•·»›]")
LABEL = re.compile(
    r"\W{0,3}(?:(?:read|see|watch|listen|view|hear|learn|find out)(?: (?:more|next|also|now|here|this|too))?"
    r"|also (?:read|see|watch)|more|related(?: \w{4,10})?|recommended|video|videos|gallery|in (?:pictures|photos)|podcast|poll|quiz"
    r"|must read|don['’]t miss|explained?r?|from the archives?|opinion|analysis|newsletter|suggested|exclusive video"
    r"|on video|live updates?|photos(?=: ?(?!courtesy|supplied|by )(?-i:.*\b[a-z]{3,} [a-z]{3,}))) ?(?:[:|>»→]|[–—-] )"
    r"|\W{0,2}(?:click|tap) (?:here|to|for)\b|(?:read|see) (?:more|also|next)\b",
    re.IGNORECASE,
)
"""A label that leads elsewhere, with the sign that parts it from what it leads to."""

SHARED = re.compile(
    r"(?:share|tweet|comments?|print|like)s?\d|\d[\d.,]*[KM]? ?(?:shares|comments?|views|likes)\b",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"(?:#? ?\d{1,2}[.):]|(?:step|part|chapter) \d) ?\S", re.IGNORECASE)
LETTERS = re.compile(r"[^\W_]+")

OPENING = re.compile(r"(?:[A-Z][\w’'.-]*,? (?:(?:of|the|and|de|van|al) )?){2,8}([a-z][\w’'-]*|\()")
"""A name or another run of capitals, and the first word or bracket after it."""
