"""The verbs and nouns that tell of speech and thought, as data.

Sources: English reporting verbs as grammars and newsroom style books list them, sorted by hand into the classes below,
completed with verbs that head attributions in several articles of an annotated news corpus. Inflected forms are made
by `cues.forms`; irregular ones are listed here.
"""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """The words of a list written as text."""
    return frozenset(text.split())


SPEECH = """
say tell add announce argue ask assert acknowledge admit claim comment concede conclude confirm contend continue declare
deny describe explain insist joke maintain mention note observe point predict promise quip recall remark reply report
respond reveal state stress suggest testify tweet vow warn write repeat charge emphasize emphasise shout urge boast
reiterate allude allege pledge disclose assure inform complain lament answer post recount quote
accuse advise affirm agree allow applaud appeal assess attest bark beg bellow blast blog bluster brag caution cheer chide
chime cite clarify coach command commend compare condemn confess confide congratulate contradict counsel counter crack
criticize criticise cry dare decline decree decry defend demand denounce deride detail dictate disagree dismiss dispute
divulge echo elaborate email e-mail enthuse enunciate exclaim exhort explode expound express exult fume gasp giggle grin
gripe groan grouse growl grumble grunt gush hail hint hiss holler howl implore imply indicate insinuate instruct
interject interrupt intimate intone invite jest jibe laugh lecture lie list marvel moan mock mumble murmur muse mutter
nag name narrate negotiate object offer opine order outline persist plead pontificate pray preach proclaim profess
prophesy propose protest purr query question rail rant rave read reason reassert reassure rebuke rebut recite recommend
refute reject rejoin relate relay remind reprimand request retort retweet roar rule scoff scold scream scribble shoot
shriek shrug sigh signal sing slam smile snap snarl sneer sniff snort sob speak specify speculate spit sputter stammer
stipulate storm summarize summarise surmise swear sympathize tease text thank theorize threaten thunder toast tout
trumpet tut type underline underscore update utter vent venture verify voice volunteer wail whine whisper wisecrack
yell explain guarantee apologize apologise advocate call dub label brand term characterize characterise portray
depict liken ridicule lambast lambaste lash deplore bemoan berate hammer pan praise laud extol salute welcome
champion commit attribute blame credit cast decry disavow discount downplay equate frame hype invoke jab jeer
lobby mischaracterize nickname notify oppose petition plug pooh-pooh posit postulate present press promulgate provoke
publish raise rap rate recant reckon regale register report reproach respond retract sketch spell spin spotlight stump
tag taunt trash tip vilify vouch weigh wire highlight convey communicate caution counsel chant estimate project calculate
decide release issue
"""
"""Verbs that can head a quotation or a report of speech."""

BELIEF = """
believe think feel know hope fear want wish expect consider suspect doubt worry wonder figure guess assume presume
understand realize realise recognize recognise regard view see deem judge imagine anticipate plan intend mean aim seek
desire prefer favor favour like love hate dislike trust accept appreciate regret remember forget conclude decide
determine learn find discover notice sense support back endorse oppose resent envision foresee suppose dream care
appear seem agree disagree mull ponder contemplate weigh concern suspect credit bet show demonstrate prove
"""
"""Verbs of thought, wish and stance: they head indirect statements only."""

AMBIGUOUS = """
state back vote report claim comment charge question call plan hope fear wish request promise pledge vow demand warning
order offer point note view attack support debate address issue release answer cry doubt laugh list lie mean name
object present press project rate read rule shoot sense show signal smile snap spin tip voice work post joke toast
"""
"""Verbs whose plain forms are more often nouns, or mean something else."""

SHOWING = "show demonstrate prove signal indicate suggest spotlight highlight find reveal imply"
"""Verbs by which a thing tells as much as a person does."""

DOCUMENTS = """
poll polls survey surveys study studies report reports data research record records document documents figure figures
analysis email emails e-mails result results number numbers test tests polling investigation review census statistics
evidence letter letters memo memos filing filings ad ads book paper papers video footage numbers estimate estimates
"""
"""Things that can show something in so many words."""

NO_INVERSION = """
tell call accuse describe inform assure remind criticize criticise dub label urge blame praise order invite thank
persuade convince name slam blast denounce condemn attack
"""
"""Verbs that never stand before their subject after a quotation."""

WITH_HEARER = """
tell inform assure remind warn ask notify advise promise urge beg implore instruct order persuade convince reassure
caution text email e-mail
"""
"""Verbs whose object is the hearer, not the content."""

NOUNS = """
statement claim belief view opinion assertion argument accusation allegation announcement suggestion warning promise
pledge vow call demand comment remark word question criticism contention insistence admission declaration declaration
hope fear concern idea notion prediction proposal plea response answer reply report poll study survey data evidence
message tweet post letter speech testimony interview email memo complaint conclusion decision denial desire doubt
expectation feeling finding hint impression complaint plan position promise theory thought threat account analysis
support opposition endorsement praise attack rhetoric interpretation judgment observation prayer rumor speculation
"""
"""Nouns that can head an attribution ("her vow to", "in his view", "criticism of")."""

AUXILIARIES = words_of(
    """
    be am is are was were been being 's 're 'm ’s ’re ’m have has had having 've 'd ’ve ’d do does did will
    would 'll ’ll wo ca shall should can could may might must ai get gets got getting
    """
)

IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "write": "writes wrote written writing",
    "read": "reads read reading",
    "speak": "speaks spoke spoken speaking",
    "swear": "swears swore sworn swearing",
    "sing": "sings sang sung singing",
    "shoot": "shoots shot shooting",
    "spit": "spits spat spitting",
    "spin": "spins spun spinning",
    "spell": "spells spelled spelt spelling",
    "cast": "casts cast casting",
    "foresee": "foresees foresaw foreseen foreseeing",
    "think": "thinks thought thinking",
    "feel": "feels felt feeling",
    "know": "knows knew known knowing",
    "see": "sees saw seen seeing",
    "mean": "means meant meaning",
    "seek": "seeks sought seeking",
    "understand": "understands understood understanding",
    "forget": "forgets forgot forgotten forgetting",
    "find": "finds found finding",
    "bet": "bets bet betting",
    "lie": "lies lied lying",
    "dream": "dreams dreamed dreamt dreaming",
    "show": "shows showed shown showing",
    "learn": "learns learned learnt learning",
    "prove": "proves proved proven proving",
    "weigh": "weighs weighed weighing",
    "go": "goes went gone going",
    "put": "puts put putting",
}
DOUBLED = words_of(
    """
    admit brag commit chat hint-x nag nod jab plan plug quip rap rebut regret sob stub tag tip trek tut drum
    pan dub chip refer deter prefer stun wag permit omit
    """
)
"""Verbs whose last consonant doubles before -ed and -ing."""

DAYS = words_of("monday tuesday wednesday thursday friday saturday sunday")

NOT_SAID = frozenset(
    {
        ("call", "at"),
        ("call", "in"),
        ("call", "off"),
        ("call", "up"),
        ("call", "with"),
        ("call", "between"),
    }
)
"""A word with the next one that makes something else of it: a ferry calls at a pier, a match is called off, and
"her call with Ruiz" is on the telephone."""
