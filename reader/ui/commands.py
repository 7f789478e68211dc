"""Every action of the app, declared once: its id, keys, label, help and group. All that shows keys derives from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

Context = Literal["reading", "selecting"]
Group = Literal["moving", "finding", "marking", "selecting", "windows"]


class Command(NamedTuple):
    """An action that a reader can take.

    Attributes:
        id: stable name; the configuration re-keys by it.
        keys: the keys that call it.
        label: for the palette and the key list: an imperative.
        help: one sentence more.
        group: where the key list shows it.
        context: when its keys hold; those of "selecting" win over those of "reading" while there is a selection.
        short: one or two words for the footer.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: Group
    context: Context = "reading"
    short: str = ""


def _c(
    group: Group, id: str, keys: str, label: str, help: str, short: str = "", *, context: Context = "reading"
) -> Command:
    return Command(id, tuple(keys.split()), label, help, group, context, short)


# fmt: off
COMMANDS: tuple[Command, ...] = (
    _c("moving", "reading.row-down", "j down", "Go down a row", "The page scrolls three rows before the edge."),
    _c("moving", "reading.row-up", "k up", "Go up a row", "The page scrolls three rows before the edge."),
    _c("moving", "reading.page-down", "space pagedown", "Go down a page", "The cursor stays on its row of the screen.", "page"),
    _c("moving", "reading.page-up", "b pageup", "Go up a page", "The cursor stays on its row of the screen."),
    _c("moving", "reading.half-down", "ctrl+d", "Go down half a page", "The cursor stays on its row of the screen."),
    _c("moving", "reading.half-up", "ctrl+u", "Go up half a page", "The cursor stays on its row of the screen."),
    _c("moving", "reading.top", "g home", "Go to the top", "The first row of the article."),
    _c("moving", "reading.end", "G end", "Go to the end", "The last row of the article."),
    _c("moving", "reading.word-back", "left", "Go back a word", "To the start of this word, or of the one before it."),
    _c("moving", "reading.word-forward", "right", "Go forward a word", "To the start of the next word."),
    _c("moving", "reading.sentence-next", ")", "Go to the next sentence", "Folded page noise is passed over."),
    _c("moving", "reading.sentence-previous", "(", "Go to the previous sentence", "Or to the start of this one."),
    _c("moving", "reading.sentence-label", "f", "Go to a sentence by its label", "Each sentence on the screen gets a letter."),
    _c("moving", "reading.paragraph-next", "}", "Go to the next paragraph", "Folded page noise is passed over."),
    _c("moving", "reading.paragraph-previous", "{", "Go to the previous paragraph", "Or to the start of this one."),
    _c("moving", "reading.statement-next", "s", "Go to the next statement", "Only the chosen speaker's, if one is chosen in the contents.", "statement"),
    _c("moving", "reading.statement-previous", "S", "Go to the previous statement", "Only the chosen speaker's, if one is chosen in the contents."),
    _c("moving", "reading.caption-next", "c", "Go to the next caption", "Captions are listed in the contents."),
    _c("moving", "reading.caption-previous", "C", "Go to the previous caption", "Captions are listed in the contents."),
    _c("moving", "reading.note-next", "]", "Go to the next annotation", "Highlights, notes and bookmarks.", "next note"),
    _c("moving", "reading.note-previous", "[", "Go to the previous annotation", "Highlights, notes and bookmarks."),
    _c("moving", "reading.back", "ctrl+o alt+left ctrl+left", "Go back", "To where you were before the last jump."),
    _c("moving", "reading.forward", "alt+right ctrl+right", "Go forward", "Undoes going back."),
    _c("finding", "reading.search", "/", "Search", "As you type; a regular expression; capitals count only where you type one.", "search"),
    _c("finding", "reading.next", "n", "Go to the next hit", "Round the end of the article."),
    _c("finding", "reading.previous", "N", "Go to the previous hit", "Round the top of the article."),
    _c("finding", "reading.filter", "&", "Show only paragraphs that match", "Escape shows all of them again."),
    _c("finding", "reading.link", "l", "Open the link here", "In the browser; several get letters to choose from.", "link"),
    _c("finding", "reading.picture", "p", "Show the picture here", "Of the caption in focus; the page waits until a key.", "picture"),
    _c("finding", "reading.bookmark-go", "'", "Go to a bookmark", "By its letter."),
    _c("marking", "reading.highlight", "h", "Highlight", "The selection, else the sentence in focus, in the last colour.", "highlight"),
    _c("marking", "reading.colour-1", "1", "Highlight in yellow", "On an annotation: give it this colour; [colours] in the configuration names them."),
    _c("marking", "reading.colour-2", "2", "Highlight in red", "On an annotation: give it this colour; [colours] in the configuration names them."),
    _c("marking", "reading.colour-3", "3", "Highlight in green", "On an annotation: give it this colour; [colours] in the configuration names them."),
    _c("marking", "reading.colour-4", "4", "Highlight in blue", "On an annotation: give it this colour; [colours] in the configuration names them."),
    _c("marking", "reading.colour-5", "5", "Highlight in purple", "On an annotation: give it this colour; [colours] in the configuration names them."),
    _c("marking", "reading.note", "a", "Write a note", "On the selection, the annotation in focus, or the sentence.", "note"),
    _c("marking", "reading.tags", "t", "Set tags", "Of the annotation in focus, or of a new highlight; those in use are proposed.", "tags"),
    _c("marking", "reading.bookmark", "m", "Set a bookmark", "Followed by its letter."),
    _c("marking", "reading.open", "enter", "Open what is here", "The annotation in focus, again for the next one; folded lines, and again to fold them.", "open"),
    _c("marking", "reading.reshape", "r", "Reshape the annotation", "Its passage becomes the selection; enter keeps, escape leaves.", "reshape"),
    _c("marking", "reading.delete", "x", "Delete the annotation", "It can be undone.", "delete"),
    _c("marking", "reading.undo", "u", "Undo", "The last change, also one from an earlier session.", "undo"),
    _c("marking", "reading.redo", "ctrl+r", "Redo", "What was undone last."),
    _c("marking", "reading.copy", "y", "Copy with its citation", "The selection, the annotation or the sentence in focus.", "copy"),
    _c("marking", "reading.why", "i", "Who says this, and why", "Cue, rule and certainty; correct the speaker, dismiss, merge, rename; over a selection add.", "who"),
    _c("marking", "reading.block", "K", "Correct the kind of this block", "Paragraph, caption, promo, advertisement and so on."),
    _c("marking", "reading.export", "e", "Export the notes", "To a file, in one of several formats.", "export"),
    _c("selecting", "selecting.start", "v", "Select", "Starts with the sentence in focus; ) } s j extend it by sentence, paragraph, statement, row.", "select"),
    _c("selecting", "selecting.start-word", "V", "Select from the word", "Starts with the word at the cursor."),
    _c("selecting", "selecting.character-back", "left", "Extend back by a character", "Whole characters, as you see them.", context="selecting"),
    _c("selecting", "selecting.character-forward", "right", "Extend by a character", "Whole characters, as you see them.", context="selecting"),
    _c("selecting", "selecting.word-forward", "w", "Extend by a word", "To the end of the next word.", "word", context="selecting"),
    _c("selecting", "selecting.word-back", "b", "Extend back by a word", "To the start of the word before.", context="selecting"),
    _c("selecting", "selecting.swap", "o", "Swap the ends", "The other end of the selection moves.", "swap ends", context="selecting"),
    _c("selecting", "selecting.turn", "P", "Take the speaker's whole turn", "All that is said at one go.", "turn", context="selecting"),
    _c("selecting", "selecting.keep", "enter", "Keep the new shape", "While reshaping an annotation.", context="selecting"),
    _c("windows", "windows.next", "tab", "Go to the next pane", "Article, contents."),
    _c("windows", "windows.previous", "shift+tab", "Go to the previous pane", "Article, contents."),
    _c("windows", "windows.contents", "o", "Show or hide the contents", "Speakers, headings, captions, notes; enter on a speaker walks theirs alone; / finds.", "contents"),
    _c("windows", "windows.noise", "z", "Show or fold page noise", "Promos, advertisements, forms and the like."),
    _c("windows", "windows.narrower", "-", "Narrow the column", "By four cells."),
    _c("windows", "windows.wider", "+", "Widen the column", "By four cells."),
    _c("windows", "windows.measure", "=", "Set the column back", "To the measure of the configuration."),
    _c("windows", "windows.theme", "ctrl+t", "Change the theme", "Dark, light, sixteen colours and more."),
    _c("windows", "windows.all-notes", "A", "All notes", "Of every article."),
    _c("windows", "windows.orphans", "R", "The orphan desk", "Notes that lost their passage, old text beside new."),
    _c("windows", "windows.desk", "O", "The desk of articles", "Recent articles, or those of the folder."),
    _c("windows", "windows.palette", "ctrl+p", "Command palette", "Every action by name."),
    _c("windows", "windows.keys", "?", "All keys", "Grouped, and searchable.", "keys"),
    _c("windows", "windows.leave", "escape", "Leave", "The newest of: pending letter, selection, card, search, filter, speaker."),
    _c("windows", "windows.quit", "q", "Quit", "Nothing is ever unsaved.", "quit"),
)
# fmt: on

BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}
