"""Words that the tagger misreads: verbs taken for nouns, told by the clause around them: "fishermen in Lund claim trawlers have …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.analysis.words.cues import SPEECH_FORMS
from reader.analysis.words.sorts import sort_of_noun
from reader.analysis.words.wordlists import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLAIMING = words_of("claim fear hope doubt report estimate vow suspect promise forecast stress")
"""Verbs without an ending that are as often nouns."""
FINITE = words_of("said says told tells has had will would is was were did does")
"""Verbs and nothing else: no possessive stands before them."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BEFORE_HEAD = frozenset({"DT", "JJ", "JJR", "JJS", "CD", "PRP$", "NN", "NNP", "NNS", "NNPS", "VBN", "VBG"})
_OPENS = frozenset({"NNS", "NNPS", "NNP", "DT", "PRP", "PRP$", "CD", "EX"})
"""Tags of what can open the clause behind such a verb; "the claim form" has a noun there."""
_BEHIND_VERB = frozenset({"IN", "DT", "PRP$", "RB", "RP", "TO"})
_NEAR = 6
"""Items in which that clause must have its verb."""
_PLURAL = ("men", "women", "children", "people", "police")


def mend_tags(words: Sequence[str], tags: list[str]) -> None:
    """Give the tags of verbs to verbs of speech that the tagger has taken for nouns, and that of a name to the body WHO.

    Args:
        words: of one sentence, quotations as one item each.
        tags: of the words; changed in place.
    """
    for place, word in enumerate(words):
        if word == "WHO" and not all(map(str.isupper, filter(str.isalpha, words))):
            tags[place] = "NNP"
    _place(words, tags)
    for place in range(1, len(words) - 1):
        _infinitive(words, tags, place)
        _aside(words, tags, place)
        _people_claim(words, tags, place)
        _owner(words, tags, place)
        _relative(tags, place)
        _doers(words, tags, place)
        _player(words, tags, place)
        _gesture(words, tags, place)
        _absolute(words, tags, place)


def _place(words: Sequence[str], tags: list[str]) -> None:
    """A preposition that looks like an adjective, where it opens a sentence: "Outside court, he said"."""
    opens = len(words) > 2 and words[0] in ("Outside", "Inside", "Opposite") and words[2] == ","
    if opens and tags[0] in ("JJ", "NN", "NNP"):
        tags[0] = "IN"


def _aside(words: Sequence[str], tags: list[str], place: int) -> None:
    """A name and a verb between commas: "and, Okri-Baines claims, has never clogged"."""
    if words[place + 1] != "," or place < 2 or words[place - 2] != ",":
        return
    name, verb = words[place - 1], words[place]
    if name[:1].isupper() and name.upper() != name and verb in SPEECH_FORMS and verb.endswith(("s", "ed")):
        tags[place - 1 : place + 1] = ["NNP", "VBZ" if verb.endswith("s") else "VBD"]


def _infinitive(words: Sequence[str], tags: list[str], place: int) -> None:
    """What is to be said: "was updated to state that"."""
    if (
        words[place - 1] == "to"
        and words[place + 1] == "that"
        and SPEECH_FORMS.get(words[place]) == words[place]
    ):
        tags[place] = "VB"


def _absolute(words: Sequence[str], tags: list[str], place: int) -> None:
    """A name behind "with" and what they do: "…, with Minister Ana Ruiz warning of floods"."""
    if tags[place] != "NN" or not words[place].endswith("ing") or words[place] not in SPEECH_FORMS:
        return
    low = place
    while low > 0 and tags[low - 1] in ("NNP", "NNPS"):
        low -= 1
    if low < place and low > 1 and words[low - 1] == "with" and words[low - 2] == ",":
        tags[place] = "VBG"


def _people_claim(words: Sequence[str], tags: list[str], place: int) -> None:
    """Several people and what they claim: "Doctors at the clinic claim patients were turned away"."""
    if words[place] not in _CLAIMING or tags[place] != "NN" or tags[place + 1] not in _OPENS:
        return
    following = tags[place + 1 : place + 1 + _NEAR]
    if _FINITE.isdisjoint(following) or not _FINITE.isdisjoint(tags[:place]):
        return
    head = 0
    while head + 1 < place and tags[head] in _BEFORE_HEAD and tags[head + 1] in _BEFORE_HEAD:
        head += 1
    noun = words[head].lower()
    several = tags[head] in ("NNS", "NNPS") or noun.endswith(_PLURAL)
    if several and sort_of_noun(noun) in ("human", "group"):
        tags[place] = "VBP"


def _owner(words: Sequence[str], tags: list[str], place: int) -> None:
    """The mark within a business's name: "Tillman's said it would close"."""
    if words[place] in ("'s", "’s") and tags[place - 1] == "NNP" and words[place + 1] in FINITE:
        tags[place] = "NNP"


def _player(words: Sequence[str], tags: list[str], place: int) -> None:
    """A noun that looks like an adverb or an adjective, before what someone said: "the forward told us", "one resident said"."""
    if tags[place] == "RB" and words[place - 1].lower() in ("the", "a") and words[place + 1] in FINITE:
        tags[place] = "NN"
    counted = tags[place] == "JJ" and tags[place - 1] in ("CD", "DT")
    if counted and tags[place + 1] in ("VBD", "VBZ") and sort_of_noun(words[place]) == "human":
        tags[place] = "NN"


def _gesture(words: Sequence[str], tags: list[str], place: int) -> None:
    """A verb that looks like several things, behind the name that opens a sentence: "Okafor waves this away"."""
    if place > 2 or tags[place] != "NNS":
        return
    behind = words[place + 1].lower()
    led = tags[place - 1] == "NNP" and (place == 1 or tags[0] == "NNP")
    if (
        led
        and sort_of_noun(words[place]) == "thing"
        and behind in ("this", "that", "it", "him", "her", "them", "me")
    ):
        timed = words[place + 2 : place + 3] and words[place + 2] in _TIMES
        tags[place] = tags[place] if timed else "VBZ"


_TIMES = words_of(
    "week month year season morning afternoon evening time weekend summer winter autumn spring decade"
)


def _doers(words: Sequence[str], tags: list[str], place: int) -> None:
    """Those who do something in a relative clause: "a bond that biologists call “mixed foraging”"."""
    who, verb = words[place], words[place + 1]
    if tags[place] != "VBZ" or words[place - 1] not in ("that", "which") or sort_of_noun(who) != "human":
        return
    if verb in SPEECH_FORMS and not verb.endswith("ing"):
        tags[place : place + 2] = ["NNS", "VBD" if tags[place + 1] in ("VBD", "VBN") else "VBP"]


def _relative(tags: list[str], place: int) -> None:
    """A verb behind "that" or "which", which no verb follows: "a ferry that sank off the coast"."""
    if tags[place] == "NN" and tags[place - 1] in ("WDT", "WP") and tags[place + 1] in _BEHIND_VERB:
        later = next((tag for tag in tags[place + 1 :] if tag in _FINITE or tag == ","), ",")
        tags[place] = "VBD" if later == "," else "NN"
