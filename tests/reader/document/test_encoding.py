"""Decoding: whatever encoding an article was saved in, it reads as it was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.document.encoding import decode

ENGLISH = "The ferry “Maren” left at 7 — late, the café’s owner said; it cost £12.\n" * 6
RUSSIAN = "Паром вышел в семь часов утра, сказал владелец кафе, и вернулся вечером.\n" * 6
JAPANESE = "船は午前七時に港を出た、と店の主人は話した。\n夕方には戻るという。\n" * 6


@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_is_read_as_it_is(text: str) -> None:
    """Valid UTF-8 is never taken for anything else, and says nothing."""
    if not text.startswith("\ufeff"):
        assert decode(text.encode()) == (text, "utf-8", ())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, JAPANESE])
def test_a_byte_order_mark_tells(text: str, encoding: str) -> None:
    """A marked file is read without a guess and without its mark."""
    found = decode(text.encode(encoding))
    assert found is not None
    assert (found.text, found.warnings) == (text, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN])
def test_wide_text_without_a_mark(text: str, encoding: str) -> None:
    """UTF-16 and UTF-32 that lost their mark are known by where their NULs stand."""
    assert decode(text.encode(encoding)) == (text, encoding, ())


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(ENGLISH, "cp1252"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (JAPANESE, "shift_jis")],
)
def test_old_encodings_are_guessed_and_said(text: str, encoding: str) -> None:
    """A file of the nineties reads right, and the reader is told that its encoding was a guess."""
    found = decode(text.encode(encoding))
    assert found is not None
    assert found.text == text
    assert "a guess" in found.warnings[0]


def test_one_word_in_windows_1252() -> None:
    """A single accented letter is enough for the usual Western guess."""
    found = decode("Only the café stayed open.".encode("cp1252"))
    assert found is not None
    assert found.text == "Only the café stayed open."


def test_a_cut_character_costs_itself_alone() -> None:
    """A download cut off in the middle of a character loses that character, and says so."""
    whole = "The owner said: «é»".encode()
    found = decode(whole[:-1])
    assert found is not None
    assert found.text == "The owner said: «é\ufffd"
    assert found.warnings == ("the file ends in the middle of a character: it may have been cut off",)


def test_a_broken_place_in_utf8() -> None:
    """One bad byte in a UTF-8 text does not turn all its quotation marks into mojibake."""
    found = decode(ENGLISH.encode()[:200] + b" \xff " + ENGLISH.encode())
    assert found is not None
    assert found.encoding == "utf-8"
    assert found.text.count("\ufffd") in (1, 2)
    assert "damaged" in found.warnings[0]


def test_what_a_server_says_is_believed_where_it_fits() -> None:
    """A declared encoding decides between the ones that fit; a wrong or unknown one is passed over."""
    raw = "Łódź, pięć łodzi".encode("iso-8859-2")
    found = decode(raw, "ISO-8859-2")
    assert found is not None
    assert found.text == "Łódź, pięć łodzi"
    assert decode("Łódź".encode(), "iso-8859-2") == ("Łódź", "utf-8", ())
    assert decode(b"caf\xe9 opens", "no-such-thing") is not None
    wrongly = decode(b"The caf\xe9 opens.", "utf-8")
    assert wrongly is not None
    assert wrongly.text == "The café opens."
    assert decode(b"\x93Yes,\x94 he said.", "iso-8859-1") == ("“Yes,” he said.", "cp1252", ())


def test_a_stray_nul_is_no_reason_to_refuse() -> None:
    """A text with a few NULs in it is read and the damage is said, however short it is; data full of them is no text."""
    assert decode(b"Two str\0y NULs in \0 line.") == (
        "Two str\0y NULs in \0 line.",
        "utf-8",
        ("2 characters are damaged and shown as \ufffd",),
    )
    found = decode(b"Only the caf\xe9 st\0yed open, and nobody knew why. " * 2)
    assert found is not None
    assert (found.text[:14], found.encoding) == ("Only the café ", "cp1252")
    assert found.warnings[1] == "2 characters are damaged and shown as \ufffd"
    assert decode(bytes(range(256)) * 20) is None
    assert decode(b"\x01\x02\x03\x04abc" * 30) is None


def test_a_block_of_nuls_is_left_out() -> None:
    """A file that a crash left half blank shows what there is of it, and says that some is lost."""
    raw = ENGLISH.encode()
    for damaged in (bytes(64) + raw, raw + bytes(4096)):
        found = decode(damaged)
        assert found is not None
        assert found.text == ENGLISH
        assert [word for word in found.warnings if "blank bytes" in word] == list(found.warnings)
    found = decode(raw + bytes(512) + raw)
    assert found is not None
    assert found.text == ENGLISH + "\0" + ENGLISH
    assert decode(bytes(4096)) is None


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_east_asian_wide_text_without_a_mark(encoding: str) -> None:
    """UTF-16 in a script without NULs in its letters is known by the writing that one order of bytes gives."""
    text = "市长说，港口明天开放。\n" * 6
    assert decode(text.encode(encoding)) == (text, encoding, ())
