"""Which language a text is in."""

from __future__ import annotations

import pytest

from reader.analysis.words.language import language_of

ENGLISH = "The mayor said on Monday that the bridge would be closed for the rest of the week, and that nobody had been hurt when the wall fell into the river."


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        ("", "en"),
        ("Bonjour le monde", "en"),
        (
            "La maire a dit lundi que le pont serait fermé pour le reste de la semaine et que personne n'avait été blessé dans la chute du mur.",
            "fr",
        ),
        (
            "Die Bürgermeisterin sagte am Montag, dass die Brücke für den Rest der Woche gesperrt wird und dass bei dem Unglück niemand verletzt worden ist.",
            "de",
        ),
        (
            "La alcaldesa dijo el lunes que el puente estará cerrado el resto de la semana y que nadie ha sido herido en la caída del muro de la ribera.",
            "es",
        ),
        ("Мэр города сказала, что мост закрыт.", "ru"),
        ("市長は月曜日、橋が閉鎖されると述べた。", "ja"),
        ("市长周一表示，大桥将关闭。", "zh"),
    ],
)
def test_the_language_of_a_text(text: str, code: str) -> None:
    """A reader is told once that an article is not English; English and scraps never are."""
    assert language_of(text) == code


def test_foreign_words_in_an_english_text_do_not_turn_it() -> None:
    """Names and a quoted line of another language leave an English article English."""
    assert language_of(ENGLISH + ' "La vie est belle," he said. ' + ENGLISH) == "en"
