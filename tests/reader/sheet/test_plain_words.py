"""A note in the margin reads as words: its Markdown is set nowhere there, so its marks must not show."""

import pytest

from reader.sheet.plain_words import LONGEST, plain_words


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ('is this **so**? see [the plan](http://x.y/z_(a) "t")', "is this so? see the plan"),
        ("*very _much_* so, __all__ ~~no~~", "very much so, all no"),
        ("# Head\n\n- one\n  * two\n+ three\n1. four", "Head\n\n• one\n  • two\n• three\n1. four"),
        ("> quoted\n> twice", "quoted\ntwice"),
        ("`a_b *c*` and ``x``", "a_b *c* and x"),
        ("```python\nx = 1\n```\n---\nend", "x = 1\nend"),
        (r"2 \* 3 is 6, snake_case_name, 2 * 3 * 4, a*", "2 * 3 is 6, snake_case_name, 2 * 3 * 4, a*"),
        ("![a pier](p.png) <https://a.b/c> [kept] [name][1]", "a pier https://a.b/c [kept] name"),
        ("**open, and [no end](", "**open, and [no end]("),
    ],
)
def test_marks_go_and_words_stay(markdown: str, words: str) -> None:
    """What readers type as Markdown reads as they meant it; what only looks like it stays as it is."""
    assert plain_words(markdown) == words


def test_a_note_of_nothing_but_marks_is_taken_as_it_is() -> None:
    """However many marks there are, it ends, and shows no more than is ever looked at."""
    assert len(plain_words("*_[" * LONGEST)) <= LONGEST
