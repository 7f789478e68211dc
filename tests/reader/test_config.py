"""config.toml: what is wrong is named with its line, and the default holds."""

import tomllib
from pathlib import Path

from reader.config import Config, Reader, StoreSettings, defaults, load
from reader.places import config_path, store_path


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_settings_are_read(tmp_path: Path) -> None:
    """What the reader set holds, the rest is the default."""
    path = write(
        tmp_path, '[reader]\nmeasure = 60\n[colours]\nred = "doubt"\n[keys]\n"reading.highlight" = "H"\n'
    )
    assert load(path) == Config(
        reader=Reader(measure=60), colours={"red": "doubt"}, keys={"reading.highlight": "H"}
    )


def test_a_wrong_type_and_an_unknown_key_are_named_with_their_line(tmp_path: Path) -> None:
    """The reader finds the mistake at once, and everything else still holds."""
    path = write(
        tmp_path, '[reader]\ntheme = "nord"\nmeasure = "wide"\nmesure = 60\n\n[colours]\npink = "love"\n'
    )
    config = load(path)
    assert config.reader == Reader(theme="nord")
    assert [problem.removeprefix(str(path)) for problem in config.problems] == [
        ", line 3: reader.measure: should be a whole number; the default is used",
        ", line 4: reader.mesure: unknown setting; the default is used",
        ", line 7: colours.pink: unknown colour; there are yellow, red, green, blue, purple; the default is used",
    ]


def test_a_broken_file_means_the_defaults(tmp_path: Path) -> None:
    """A typing mistake in the settings never keeps an article from opening."""
    config = load(write(tmp_path, "[reader\n"))
    assert config.reader == Reader()
    assert len(config.problems) == 1
    assert load(tmp_path / "none.toml") == Config()


def test_the_printed_defaults_are_the_defaults(tmp_path: Path) -> None:
    """`config --defaults` can be saved as it is, and each line that is opened up holds what holds anyhow."""
    assert load(write(tmp_path, defaults())) == Config()
    opened = "\n".join(
        line.removeprefix("# ") if " = " in line else line for line in defaults().split("\n")[2:]
    )
    parsed = tomllib.loads("\n".join(line for line in opened.split("\n") if "action id" not in line))
    assert parsed["reader"]["measure"] == 72


def test_where_things_are(monkeypatch, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """The command line outranks the environment, and that the settings."""
    monkeypatch.setenv("PULLQUOTE_CONFIG", "/e/config.toml")
    monkeypatch.setenv("PULLQUOTE_STORE", "/e/store.json")
    assert config_path() == Path("/e/config.toml")
    assert config_path("/c.toml") == Path("/c.toml")
    assert store_path("", "/s.json") == Path("/s.json")
    assert store_path() == Path("/e/store.json")


def test_a_section_and_a_number_out_of_bounds_are_named(tmp_path: Path) -> None:
    """A measure that no line could be set in is refused as on the command line; a section is called by its name alone."""
    path = write(tmp_path, "export = 3\n[reader]\nmeasure = 4\n\n[store]\nbackups = -3\n\n[nosuch]\na = 1\n")
    config = load(path)
    assert (config.reader, config.store) == (Reader(), StoreSettings())
    assert [problem.removeprefix(str(path)) for problem in config.problems] == [
        ", line 1: export: should be a section, [export]; the default is used",
        ", line 3: reader.measure: should be between 20 and 200; the default is used",
        ", line 6: store.backups: should be between 1 and 1000; the default is used",
        ", line 8: nosuch: unknown section; the default is used",
    ]


def test_a_word_that_is_no_choice_and_a_file_that_was_asked_for_are_named(tmp_path: Path) -> None:
    """What is set for pictures is one of the ways there are; a file that was named has to be there."""
    path = write(tmp_path, '[reader]\nimages = "always"\n')
    (problem,) = load(path).problems
    assert problem.endswith(
        "line 2: reader.images: should be one of auto, kitty, sixel, blocks, off; the default is used"
    )
    assert load(path).reader.images == "auto"
    missing = tmp_path / "none.toml"
    assert load(missing).problems == ()
    assert load(missing, named=True).problems == (f"{missing}: there is no such file; the defaults are used",)
    assert '# images = "auto"  # one of auto, kitty, sixel, blocks, off' in defaults()
