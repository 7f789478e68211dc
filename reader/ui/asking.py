"""Asking the reader for a letter or a line, without covering the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.footer import LETTER

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reader.ui.footer import Hint
    from reader.ui.screens.reading import ReadingScreen
    from reader.ui.widgets.prompt import Prompt


class Asking:
    """What a reading screen is asking, if it is.

    Attributes:
        prompt: the line that is being typed; None where there is none.
        question: what a letter is awaited for; empty where none is.
        keys: those that matter while something is asked.
    """

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen
        self._answer: Callable[[str], object] | None = None
        self.question = ""
        self.prompt: Prompt | None = None
        self.keys: Sequence[Hint] = ()

    def letter(
        self, question: str, then: Callable[[str], object], labels: Mapping[int, str] | None = None
    ) -> None:
        """Take the next letter as an answer.

        Args:
            labels: letters to show over offsets of the article meanwhile.
        """
        self._answer, self.question, self.keys = then, question, LETTER
        self._screen.sheet.labels = dict(labels or {})

    def end_letter(self) -> Callable[[str], object] | None:
        """Await no letter any more; gives what its answer would have gone to."""
        answer, self._answer, self.question, self.keys = self._answer, None, "", ()
        self._screen.sheet.labels = {}
        return answer

    def line(
        self,
        question: str,
        keys: Sequence[Hint],
        *,
        text: str = "",
        given: Callable[[str], object],
        typed: Callable[[str], object] = lambda text: None,
        dropped: Callable[[], object] = lambda: None,
    ) -> None:
        """Ask for a line in the place of the status line.

        Args:
            question: what is asked for, in a few words.
            keys: those that end it.
            text: what it begins with.
            given: told of the finished line.
            typed: told of each change.
            dropped: called where the reader gives up.
        """
        from reader.ui.widgets.prompt import Prompt

        screen = self._screen

        def changed(line: str) -> None:
            screen.say("")
            typed(line)
            screen.update()

        def ended(line: str | None) -> None:
            if self.prompt is not asked:
                return
            asked.remove()
            self.prompt, self.keys = None, ()
            screen.set_focus(None)
            screen.say("")
            dropped() if line is None else given(line)
            screen.update()

        screen.panes.to_article()
        self.keys = keys
        if self.prompt is not None:
            self.prompt.remove()
        self.prompt = asked = Prompt(question, text, changed, ended)
        screen.mount(asked)
