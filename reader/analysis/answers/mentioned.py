"""Words in quotation marks that are named and not said: titles of works (see `titled`), nicknames, labels, scare quotes.

The model of `speaking` weighs a quotation against the frames around it. These rules overrule it where a short stretch
is a part of a noun phrase, or stands where a name stands, and no verb of speech governs it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.analysis.answers.attribution import alone
from reader.analysis.answers.disowned import is_disowned
from reader.analysis.answers.titled import EDGES, ROW, is_title, is_titled, is_told_title, until
from reader.analysis.words.cues import BELIEF_FORMS, SPEECH_FORMS, lemma_of
from reader.analysis.words.wordlists import sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.analysis.answers.attribution import Choice, Surroundings
    from reader.analysis.frames.clauses import Cue

_SHORT = 5
"""Words from which on a quotation is no mere word or label."""
_TELLING = frozenset(("said", "says", "read", "reads"))
_GIVEN = frozenset(("dubbed", "headlined", "nicknamed", "christened", "titled", "entitled", "codenamed"))
_EQUATING = frozenset(("as", "is", "are", "was", "were", "be", "been", "it", "him", "her", "them", ":", ","))
_JUDGING = frozenset(("think", "believe", "feel", "fear", "worry", "expect", "suspect", "doubt"))
"""Verbs of thought whose content is somebody's own words where some of it stands in quotation marks."""
_POSTING = frozenset(("post", "share", "tweet", "publish", "upload", "send", "release"))
_ACRONYM = re.compile(r"[A-Z][A-Z.]{1,6}")
_VERSE = re.compile(r"\w[,.!?;]? / \w")
"""How lines of a song or a poem are parted."""
_FEW = 4
"""Words below which a quotation behind a verb of calling is a name."""
_WORD = re.compile(r"[\w’'-]+")


def only_mentioned(around: Surroundings, choice: Choice) -> bool:
    """Whether a quotation that the model gives to a source is words that are only named, or goes on from such."""
    row = [around, *_goes_on(around, choice)]
    return any(_is_mentioned(each, choice) for each in row)


def _is_mentioned(around: Surroundings, choice: Choice) -> bool:
    if choice.source is None or around.here.paragraph.block.kind != "paragraph":
        return False
    inside = around.inside.strip(EDGES)
    words = inside.split()
    before, last = _before(around)
    listed = sections("mentions")
    if last == "so-called" and len(words) < _SHORT:
        return True
    if alone(around).startswith("bare"):
        return False
    if _is_in_odd_marks(around, words, last):
        return True
    if (last in listed["work"] or last in listed["performing"]) and is_title(words, 1):
        return True
    if (
        _is_coined(around, words)
        or is_titled(around, words)
        or (not is_title(words, 1) and _is_apposed_name(around, words))
        or _is_worn(around)
        or _is_proper(around, words)
        or _VERSE.search(around.text, around.quotation.start, around.quotation.end)
    ):
        return True
    if len(words) < 3 and _is_nickname(around):
        return True
    if len(words) < _SHORT and (last in listed["word"] or _is_explained(around) or _is_used(around)):
        return True
    if last == "or" and len(words) == 1 and _ACRONYM.fullmatch(words[0].strip(EDGES)):
        return True  # "Central Business District or “CBD”"
    if (
        _is_on_a_sign(around, choice)
        or _is_word(around, choice)
        or (lemma_of(last) == "call" and is_title(words, 2))
        or _is_byname(around)
    ):
        return True
    if choice.frame is not None and is_told_title(around, choice.frame.cue, words):
        return True
    if len(words) < _FEW and (is_disowned(around, choice) or _is_pictured(around, choice)):
        return True
    if choice.rule == "frame" and _is_said(choice):
        return False
    if choice.frame is not None and len(words) < 3 and _is_object(around, choice.frame.cue):
        return True
    if _WORD.fullmatch(last) and len(words) < _SHORT and _is_named(around, before, last):
        return True
    if is_title(words, 2):
        return True
    modifies = last in listed["determiner"] and _noun_follows(around)
    return choice.rule != "continued" and len(words) < _SHORT and modifies


def _is_in_odd_marks(around: Surroundings, words: list[str], last: str) -> bool:
    """Whether a word or two stand in single marks where the article quotes in double ones: the 'code blue' button.

    Not what somebody is called or told to be: "described it as 'unwarranted'"; nor in what can be a headline.
    """
    odd = around.quotation.family == "single" and around.style == "double" and around.section > 0
    if not odd or len(words) >= _FEW:
        return False
    return _noun_follows(around) or (len(words) == 1 and last not in _EQUATING)


def _is_byname(around: Surroundings) -> bool:
    """Whether a quotation is what someone or something is known as, or nicknamed."""
    clause = around.here.clauses[around.clause]
    words = [clause.word(around.item - back).lower() for back in range(1, 8)]
    if words[0] in ("the", "a", "an"):
        words.pop(0)
    if words[0] in ("nicknamed", "codenamed"):
        return True
    if words[:2] in (["by", verb] for verb in ("go", "goes", "went", "going")):
        return True
    near = words[1 : until(words, (",", '"', "for"))]
    ahead = words[words.index("identified") - 1] if "identified" in near else ""
    passive = ahead in ("as", "in", "by", "only", "at", "on") or ahead.endswith("ly")
    return words[0] == "as" and ("known" in near or passive)


def _is_coined(around: Surroundings, words: list[str]) -> bool:
    """Whether a quotation is a name that a thing was given: a new wing, dubbed “The Shelf”."""
    clause, item = around.here.clauses[around.clause], around.item
    last, ahead = clause.word(item - 1), clause.word(item - 2)
    upper = words[0].strip(EDGES)[:1].isupper()
    if last in ("called", "named") and ahead in (",", "(", "—", "–") and len(words) < _FEW and upper:
        return True
    if upper and len(words) < _FEW and _is_own_name(around, words):
        return True
    if last in ("named", "christened", "nicknamed") and ahead in ("have", "has", "had") and len(words) < 3:
        return True  # "a protein that they have named “snoozin”"
    active = ahead not in ("be", "been", "is", "was", "are", "were")
    if last in sections("mentions")["calling"] and len(words) < _FEW and active:
        # "a shift drivers call “the pretzel”", "fans have christened “El Gasworko”": a name, and no judgement
        bare = len(words) == 1 and ahead in ("it", "he", "she", "they")
        given = last in _GIVEN and ahead in ("have", "has", "had")
        article = words[0].strip(EDGES) in ("the", "The") and not words[-1].strip(EDGES).endswith("est")
        return article or (upper and (bare or given))
    if (last in ("the", "a") and ahead in _GIVEN and _noun_follows(around)) or (
        last == "to" and ahead in ("changed", "renamed", "retitled", "shortened")
    ):
        return is_title(words, 2)
    listed = sections("mentions")
    passive = clause.code(item - 2) in ",p" or ahead in listed["passive"] | listed["work"] | listed["writing"]
    named = upper or (words[0].strip(EDGES) == "the" and not words[-1].strip(EDGES).endswith("est"))
    return last in _GIVEN and passive and named and (len(words) < _SHORT or is_title(words, 2))


def _is_own_name(around: Surroundings, words: list[str]) -> bool:
    """Whether a quotation is what somebody goes by: calls himself “Fox”, a user named “Fox”, is called “The Fox”."""
    clause, item = around.here.clauses[around.clause], around.item
    last, ahead = clause.word(item - 1), clause.word(item - 2)
    calling = sections("mentions")["calling"] | {"nicknamed", "dubbed"}
    the = words[0].strip(EDGES) == "The" and is_title(words, 1)
    if last.endswith(("self", "selves")):
        return ahead in calling or ahead in ("calling", "styling")
    if last == "named":
        return clause.code(item - 2) == "n" and clause.code(item + 1) in "vm,"
    return the and ((last in ("him", "her", "it", "them") and ahead in calling) or last == "called")


def _is_apposed_name(around: Surroundings, words: list[str]) -> bool:
    """Whether a word or two tell what a thing is called: a molecule, “hibernin,” had looked promising."""
    clause, item = around.here.clauses[around.clause], around.item
    closed = around.inside.endswith(",") or clause.word(item + 1) == ","
    verb = item + 1 + (clause.word(item + 1) == ",")
    listed = sections("mentions")["determiner"]
    if len(words) > 2 or clause.word(item - 1) != "," or not closed or clause.code(verb) not in "vm":
        return False
    return any(
        p.high == item - 1 and p.sort == "thing" and clause.word(p.low) in listed for p in clause.phrases
    )


def _is_proper(around: Surroundings, words: list[str]) -> bool:
    """Whether a quotation is the name of a thing that the sentence tells of: the “Estrela do Mar” was built in 1987."""
    clause, item = around.here.clauses[around.clause], around.item
    named = [word for word in words if word.lower() not in sections("grammar")["particle"]]
    return clause.word(item - 1) == "the" and clause.code(item + 1) in "vm" and is_title(named, 1)


def _is_worn(around: Surroundings) -> bool:
    """Whether a quotation is what stands on a sign, a shirt or the like: placards reading “Save the pond”."""
    clause, item = around.here.clauses[around.clause], around.item
    listed = sections("mentions")
    before = [clause.word(item - back).lower() for back in range(1, 10)]
    if before[0] in (":", "with", "the"):
        before.pop(0)
    if before[0] == "slogan" or (clause.word(item - 1) == ":" and before[0] in listed["sign"]):
        return True
    if before[0] in listed["marking"] or _is_labelled(around):
        return True
    near = before[1 : 1 + until(before[1:], ('"', ","))]
    if before[0] in _TELLING and before[1] not in ("that", "which"):
        # "a man with a sign said": the man does; what a sign itself reads is told by its being the source
        return False
    return before[0] in listed["bearing"] and not listed["sign"].isdisjoint(near)


def _is_labelled(around: Surroundings) -> bool:
    """Whether a quotation is what is written on a thing: a cassette labelled “Do not play”."""
    clause, item = around.here.clauses[around.clause], around.item
    if clause.word(item - 1) not in sections("mentions")["labelling"] or clause.word(item + 1) == "by":
        return False
    return any(p.high == item - 1 and p.kind == "noun" and p.sort == "thing" for p in clause.phrases)


def _goes_on(around: Surroundings, choice: Choice) -> Iterator[Surroundings]:
    """The quotations that one only goes on from, the nearest first: known as “Salt Road” or “the Lane”."""
    clause, paragraph = around.here.clauses[around.clause], around.here.paragraph
    item = around.item
    while around.item - item < ROW:
        joined = clause.word(item - 1) in ("and", "or", "&", ",")
        earlier = item - (3 if clause.word(item - 2) == "," else 2)
        quotation = paragraph.quotations.get(earlier)
        cued = choice.frame is not None and choice.frame.cue.item > item
        if not joined or cued or quotation is None or earlier < clause.low:
            return
        yield replace(around, item=earlier, quotation=quotation)
        item = earlier


def _is_on_a_sign(around: Surroundings, choice: Choice) -> bool:
    """Whether a quotation is what a sign, a label or the like reads."""
    source = choice.source
    if source is None:
        return False
    paragraph, phrase = source.paragraph, source.phrase
    head = phrase.low - 1 if phrase.kind == "relative" else phrase.head
    words = around.inside.split()
    if head >= 0 and paragraph.lower[head] == "notice" and len(words) >= _SHORT:
        return False  # a notice that was sent, not one on a wall
    return head >= 0 and paragraph.lower[head] in sections("mentions")["sign"]


def _is_object(around: Surroundings, cue: Cue) -> bool:
    """Whether a word or two are what is sold, built or worn by a verb that tells of neither speech nor thought."""
    known = cue.lemma in SPEECH_FORMS or cue.lemma in BELIEF_FORMS
    return cue.kind == "V" and cue.item == around.item - 1 and not known


def _is_pictured(around: Surroundings, choice: Choice) -> bool:
    """Whether a word or two tell what is in a picture that somebody shows: "posted a photo of the “Sea Witch” and its crew"."""
    frame, clause, listed = choice.frame, around.here.clauses[around.clause], sections("mentions")
    if frame is None or frame.cue.lemma not in _POSTING or frame.clause is not clause:
        return False
    shown = next((p for p in clause.phrases if p.low == frame.cue.item + 1 and p.high < around.item), None)
    return (
        shown is not None
        and clause.word(shown.head) in listed["picture"]
        and clause.word(around.item - 1) not in listed["worded"]
    )


def _is_word(around: Surroundings, choice: Choice) -> bool:
    """Whether a quotation is what a word, a phrase or a name is: the phrase of the day was “go for coffee”."""
    source, last = choice.source, around.here.clauses[around.clause].word(around.item - 1)
    if source is None or choice.rule != "phrase" or last not in ("is", "was"):
        return False
    return source.paragraph.lower[source.phrase.head] in sections("mentions")["word"] | {"phrase", "term"}


def _is_used(around: Surroundings) -> bool:
    """Whether a quotation is a term that somebody does not use: "she never used the term “three amigos”"."""
    clause, item = around.here.clauses[around.clause], around.item
    term = clause.word(item - 1) in ("term", "phrase") and clause.word(item - 2) in ("the", "a")
    used = clause.word(item - 3) in ("use", "used", "using")
    return term and used and clause.word(item - 4) in ("never", "not", "n't", "from", "without", "avoid")


def _before(around: Surroundings) -> tuple[str, str]:
    """The two words in front of a quotation, small."""
    clause = around.here.clauses[around.clause]
    return clause.word(around.item - 2).lower(), clause.word(around.item - 1).lower()


def _is_said(choice: Choice) -> bool:
    """Whether the cue is one of speech, "according to", or one of thought that judges."""
    if choice.frame is None:
        return False
    cue = choice.frame.cue
    after = choice.frame.clause.word(cue.item + 1).lower()
    return (
        cue.kind == "A"
        or after == "that"
        or cue.lemma in SPEECH_FORMS
        or lemma_of(cue.lemma) in SPEECH_FORMS
        or cue.lemma in _JUDGING
    )


def _is_nickname(around: Surroundings) -> bool:
    """Whether a quotation stands within a name: Ana “Birdie” Ruiz."""
    paragraph, item = around.here.paragraph, around.item
    beside = (item - 1, item + 1)
    if item == 0 or item + 1 >= len(paragraph.tags):
        return False
    inside = around.inside.strip(EDGES)
    return inside[:1].isupper() and all(paragraph.words[i][0].isupper() for i in beside)


def _is_explained(around: Surroundings) -> bool:
    """Whether what follows tells what the quoted word means, or it tells what a word of another language means."""
    clause, (before, last) = around.here.clauses[around.clause], _before(around)
    if before.startswith("translat") and last in ("as", "to"):
        return True
    if last == "for" and before in sections("mentions")["language"]:
        return True
    if clause.word(around.item - 1).lower() in ("phrase", "term", "expression", "slogan"):
        tags = around.here.paragraph.tags
        return around.item + 1 < len(tags) and tags[around.item + 1] in ("VBD", "VBZ", "MD")
    following = (clause.word(around.item + 1).lower(), clause.word(around.item + 2).lower())
    told = last in SPEECH_FORMS  # "she admitted “…” meant that"
    return (following[0] in ("means", "meaning", "meant") and not told) or following in (
        ("refers", "to"),
        ("stands", "for"),
        ("referred", "to"),
    )


def _is_named(around: Surroundings, before: str, last: str) -> bool:
    """Whether the words in front give a name: "identified as", "known as the", "was dubbed"."""
    listed = sections("mentions")
    if last in listed["determiner"]:
        third = around.here.clauses[around.clause].word(around.item - 3).lower()
        return (before == "as" and third in listed["naming"]) or before in listed["naming"] - {"called"}
    if last == "as":
        return before in listed["naming"]
    return last in listed["naming"] and before in listed["passive"]


def _noun_follows(around: Surroundings) -> bool:
    """Whether a noun follows that the quotation only modifies."""
    tags = around.here.paragraph.tags
    return around.item + 1 < len(tags) and tags[around.item + 1][:2] in ("NN", "JJ")
