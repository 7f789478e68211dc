"""The app's hold on the terminal: taken over from the first screen, and let go of when it is lost."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from reader.first_screen import ENTER

if TYPE_CHECKING:
    from threading import Event
    from typing import TextIO

    from textual.driver import Driver


def holding(driver: type[Driver], *, entered: bool) -> type[Driver]:
    """A driver like this one that outlives its terminal.

    Args:
        entered: the first screen stands on the terminal, and must not be wiped by entering the other screen again.
    """

    class Holding(driver):  # type: ignore[misc, valid-type]
        _entered = not entered

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            file: TextIO | None = getattr(self, "_file", None)  # a driver without a terminal has none
            if file is not None:
                self._file = Lasting(file)

        def write(self, data: str) -> None:
            if data == ENTER and not self._entered:
                self._entered = True
                return
            super().write(data)

        def start_application_mode(self) -> None:
            if keys := self._keys_end():
                keys.clear()
            super().start_application_mode()

        def close(self) -> None:
            super().close()
            # The thread that reads keys can have been begun anew by a program that gave the terminal back; the lost
            # one answers at once, and for ever.
            if keys := self._keys_end():
                keys.set()

        def _keys_end(self) -> Event | None:
            end: Event | None = getattr(self, "exit_event", None)
            return end

    return Holding


class Lasting:
    """A terminal's stream that swallows what is written once it is lost.

    Textual writes in a thread that an error ends; the app would wait for it for ever, and keep neither place nor notes.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, text: str) -> int:
        with suppress(OSError):
            return self._file.write(text)
        return len(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._file.flush()
