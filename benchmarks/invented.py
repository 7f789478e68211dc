"""Invented news articles of any length, the same for the same seed: texts to measure on that nobody else owns."""

from __future__ import annotations

import random


def _listed(words: str) -> list[str]:
    return words.split()


_NOUNS = _listed("""council bridge harbour ferry school hospital budget strike election storm river valley factory union court
judge minister company market price road train station airport museum library theatre festival farmer fishery forest
mine power grid water pipeline tunnel border customs tax pension contract tender deadline inquiry report survey census
map archive statue square clinic nurse doctor patient vaccine virus outbreak teacher pupil exam university research
laboratory satellite rocket engine battery cable signal network server password fraud theft burglary fire flood drought
harvest wheat olive cattle vineyard bakery shop rent tenant landlord housing permit lawyer witness verdict appeal
sentence prison guard police patrol helicopter rescue crew captain sailor passenger driver cyclist pedestrian crossing
timetable delay refund ticket queue crowd protest petition slogan banner speech debate vote ballot coalition treaty
summit envoy embassy refugee convoy camp border-post checkpoint ceasefire truce patrol-boat lighthouse quay crane
container warehouse supplier customer invoice loan bank interest bond share dividend audit regulator licence fine
penalty settlement compensation insurer claim damage repair scaffold roof chimney cellar well spring dam reservoir
turbine windmill panel meter bill subsidy grant donor charity volunteer choir orchestra painter novel poem film actor
stage costume recipe kitchen menu waiter guest hotel beach dune cliff island lagoon reef whale heron beaver wolf
orchard hive honey cheese bread soup""")
_VERBS = _listed("""closed opened approved rejected delayed promised cancelled funded repaired inspected flooded rebuilt sold
bought leased taxed searched guarded blocked joined left feared praised blamed questioned ignored answered published
leaked corrected withdrew signed renewed ended suspended resumed expanded reduced doubled halved measured counted
tested copied stole recovered restored painted moved raised lowered warned invited refused""")
_ADJECTIVES = _listed("""old new northern southern eastern western narrow wide quiet crowded empty costly cheap secret public
private local national foreign urgent slow sudden late early broken rusty wooden concrete temporary permanent legal
illegal fair unfair modest generous bitter cheerful cautious bold tired angry hopeful doubtful famous obscure coastal
rural urban shallow deep cold warm dry wet heavy light dangerous safe final first second annual weekly daily joint
rival former future unusual ordinary""")
_SYLLABLES = _listed("""ba bel bor ca dan del dor el fen gar hal il jor ka kel lan lin lor ma mar mon nar nel or pe quin
ra ren ro sa sel tan tar tor ul va ven vor wen yar zel""")
_ROLES = _listed("""mayor baker engineer minister farmer captain professor nurse editor judge lawyer harbour-master driver
teacher economist architect spokeswoman spokesman director historian""")
_CUES = ["said", "said", "said", "told reporters", "warned", "argued", "insisted", "added"]
_DAYS = _listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")


class Invention:
    """A source of sentences with one seed; people and places return, as they do in the news."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self._people = [f"{self._name()} {self._name()}" for _ in range(12)]
        self._places = [self._name() for _ in range(10)]

    def article(self, characters: int) -> list[list[str]]:
        """An article of at least that many characters: paragraphs of two to five sentences."""
        paragraphs: list[list[str]] = []
        size = 0
        while size < characters:
            paragraphs.append([self.sentence() for _ in range(self.random.randint(2, 5))])
            size += sum(map(len, paragraphs[-1]))
        return paragraphs

    def sentence(self) -> str:
        """One sentence, with or without a quotation."""
        pick = self.random.random()
        if pick < 0.3:
            return f"“{_capital(self._clause())},” {self._cue()} {self._person()}."
        if pick < 0.4:
            return (
                f"{_capital(self._person())} {self._cue()} that {self._clause()} and that {self._clause()}."
            )
        if pick < 0.5:
            return f"“{_capital(self._clause())},” {self._cue()} {self._person()}, “but {self._clause()}.”"
        if pick < 0.6:
            return f"In {self._one(self._places)}, {self._clause()} on {self._one(_DAYS)}."
        if pick < 0.7:
            return f"According to {self._noun()} papers, {self._clause()} — {self.random.randint(2, 980)} times in all."
        return f"{_capital(self._clause())} {self._one(['after', 'because', 'although', 'while', 'before'])} {self._clause()}."

    def word(self) -> str:
        """A word that could stand anywhere."""
        return self._one(self.random.choice([_NOUNS, _VERBS, _ADJECTIVES]))

    def _clause(self) -> str:
        tail = [
            "",
            f" near {self._one(self._places)}",
            f" of the {self._adjective()} {self._noun()}",
            f" without a {self._noun()}",
            f" for {self.random.randint(2, 60)} years",
            f" and the {self._noun()}",
        ]
        return f"{self._subject()} {self._one(_VERBS)} the {self._modified()}{self._one(tail)}"

    def _subject(self) -> str:
        options = [f"the {self._modified()}", f"a {self._modified()}", self._one(self._people).split()[1]]
        return self._one([*options, "they", "we", "nobody", f"the {self._noun()}"])

    def _person(self) -> str:
        name = self._one(self._people)
        return self._one(
            [name, name.split()[1], f"{name}, the {self._one(_ROLES)}", f"the {self._one(_ROLES)}"]
        )

    def _modified(self) -> str:
        return f"{self._adjective()} {self._noun()}" if self.random.random() < 0.5 else self._noun()

    def _noun(self) -> str:
        """A noun; the first of the list come much more often than the last."""
        return _NOUNS[int(len(_NOUNS) * self.random.random() ** 2)]

    def _adjective(self) -> str:
        return _ADJECTIVES[int(len(_ADJECTIVES) * self.random.random() ** 2)]

    def _cue(self) -> str:
        return self._one(_CUES)

    def _name(self) -> str:
        return _capital("".join(self._one(_SYLLABLES) for _ in range(self.random.randint(2, 3))))

    def _one(self, options: list[str]) -> str:
        return self.random.choice(options)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
