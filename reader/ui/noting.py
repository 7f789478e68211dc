"""Writing notes: opens the editor on a passage, and puts what comes of it into the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.cells import cut
from reader.ui.drafts import Draft

if TYPE_CHECKING:
    from annotations.model import Annotation
    from reader.document.model import Span
    from reader.ui.drafts import Drafts
    from reader.ui.screens.note import Written
    from reader.ui.screens.reading import ReadingScreen


class Noting:
    """Opens the note editor of a reading screen."""

    def __init__(self, screen: ReadingScreen, drafts: Drafts) -> None:
        self._screen = screen
        self._drafts = drafts

    def waiting(self) -> str:
        """A sentence on a note that was not finished; empty where there is none."""
        sha = self._screen.session.document.sha256
        found = self._drafts.of(sha)
        if not found:
            return ""
        draft = found[0]
        self._screen.sheet.go(min(draft.start, len(self._screen.sheet.text)))
        return f"an unfinished note waits here: “{cut(' '.join(draft.note.split()), 30)}”; a goes on with it"

    def write(self, annotation: Annotation | None, target: Span | None, *, tags: bool = False) -> None:
        """Open the editor on an annotation, or on a passage that gets one."""
        from reader.ui.screens.note import NoteEditor

        screen = self._screen
        sha = screen.session.document.sha256
        if annotation is not None:
            key, start = annotation.id, annotation.start or 0
            note, tag_line, passage = annotation.note, " ".join(annotation.tags), annotation.anchor.exact
        elif target is not None:
            key, start = f"{target.start}-{target.end}", target.start
            note, tag_line, passage = "", "", screen.sheet.text[target.start : target.end]
        else:
            return
        draft = self._drafts.find(sha, key)
        if draft is not None:
            note, tag_line = draft.note, draft.tags

        def keep(typed: str, typed_tags: str) -> None:
            self._drafts.keep(Draft(sha, key, start, typed, typed_tags))

        def done(written: Written | None) -> None:
            if written is None:
                waits = self._drafts.find(sha, key) is not None
                screen.say("kept as a draft; a on the same passage goes on with it" if waits else "")
            else:
                self._drafts.drop(sha, key)
                self._save(annotation, target, written)
            screen.update()

        editor = NoteEditor(passage, note, tag_line, screen.session.notes.tags, keep, tags_first=tags)
        screen.app.push_screen(editor, done)

    def _save(self, annotation: Annotation | None, target: Span | None, written: Written) -> None:
        screen = self._screen
        notes = screen.session.notes
        if annotation is not None and notes.get(annotation.id) is not None:
            notes.edit(annotation.id, note=written.note, tags=written.tags)
            screen.say(
                "note kept" if written.note else "tags kept" if written.tags else "the note is empty now"
            )
            return
        if annotation is not None and annotation.start is not None and annotation.end is not None:
            start, end = annotation.start, annotation.end
        elif target is not None:
            start, end = target.start, target.end
        else:
            return
        if not written.note and not written.tags:
            screen.say("nothing was written")
            return
        screen.sheet.selected = None
        notes.annotate(start, end, colour=screen.colour, note=written.note, tags=written.tags)
        screen.say("note kept" if written.note else "tags kept")
