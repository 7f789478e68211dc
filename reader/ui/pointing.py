"""What the mouse means on a reading screen, where it is not the text that it draws on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.sheet.margin import note_at
from reader.ui.footer import footer_command

if TYPE_CHECKING:
    from reader.sheet.contents import Item
    from reader.ui.screens.reading import ReadingScreen


class Pointing:
    """Goes where a reading screen was clicked."""

    def __init__(self, screen: ReadingScreen) -> None:
        self._screen = screen

    def pressed(self, offset: int, *, fold: bool) -> None:
        """The mouse went down on an offset of the article, or on a folded line: the cursor goes there."""
        screen, sheet = self._screen, self._screen.sheet
        screen.asking.end_letter()
        screen.say("")
        screen.welcome = False
        sheet.selected = None
        screen.panes.to_article()
        sheet.card = 0
        if fold:
            sheet.show(offset)
        sheet.view.cursor = offset
        sheet.view.scroll(0)
        screen.update()

    def clicked(self, x: int, y: int) -> None:
        """The screen was clicked at a cell: a key of the footer, or a note in the margin."""
        screen = self._screen
        if y == screen.size.height - 1 and screen.asking.prompt is None:
            listing = screen.contents.hints
            id = footer_command(screen.sheet, screen.keymap, screen.size.width, x, listing=listing)
            if id:
                screen.run_command(id)
        elif screen.surround.margin.display and screen.surround.margin.region.contains(x, y):
            self._open_note(y - screen.surround.margin.region.y)

    def _open_note(self, row: int) -> None:
        screen, sheet = self._screen, self._screen.sheet
        note = note_at(sheet, screen.surround.margin.size.width, sheet.view.height, row)
        if note is not None and note.start is not None:
            screen.jump(note.start)
            ids = [here.id for here in sheet.focus.annotations]
            sheet.card = ids.index(note.id) + 1 if note.id in ids else 0
            screen.update()

    def taken(self, item: Item) -> None:
        """An item of the contents was entered or clicked."""
        screen, sheet = self._screen, self._screen.sheet
        if item.speaker is not None:
            sheet.chosen = None if sheet.chosen == item.speaker else item.speaker
            screen.say(f"s and S walk what {item.speaker} says; esc lets go" if sheet.chosen else "")
        screen.panes.to_article()
        if item.offset is not None:
            screen.jump(item.offset)
        elif item.annotation is not None:
            screen.say("this note lost its place; R opens the orphan desk")
        screen.update()
