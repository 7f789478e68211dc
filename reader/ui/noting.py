"""Writing notes: opens the editor on a passage, and puts what comes of it into the session."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotations.anchor import resolve
from annotations.drafts import NoteDraft
from annotations.schema import now
from reader.document.model import Span
from reader.layout.cells import cut

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotations.drafts import Drafts
    from annotations.model import Anchor, Annotation
    from annotations.store import Store
    from reader.ui.screens.note import Written
    from reader.ui.screens.reading import ReadingScreen


def _tags_in_use(store: Store) -> list[str]:
    """The tags of all articles, the most used first."""
    return [tag for tag, _ in store.tags().most_common()]


class Noting:
    """Opens the note editor of a reading screen. A passage is held by its anchor: the article may change meanwhile."""

    def __init__(self, screen: ReadingScreen, drafts: Drafts) -> None:
        self._screen = screen
        self._drafts = drafts

    def waiting(self) -> str:
        """A sentence on the notes that were not finished; empty where there are none. Goes to the newest."""
        found = self._here()
        if not found:
            return ""
        place = self._place(found[0])
        self._screen.sheet.go(min(place.start, len(self._screen.sheet.text)))
        words = cut(" ".join((found[0].note or found[0].tags).split()), 30)
        count = (
            "an unfinished note waits" if len(found) == 1 else f"{len(found)} unfinished notes, the newest"
        )
        return f"{count} here{f': “{words}”' if words else ''}; a goes on with it"

    def write(self, annotation: Annotation | None, target: Span | None, *, tags: bool = False) -> None:
        """Open the editor on an annotation, or on a passage that gets one."""
        from reader.ui.screens.note import NoteEditor

        screen, notes = self._screen, self._screen.session.notes
        draft = self._draft_on(annotation, target)
        if annotation is not None:
            passage, saved = annotation.anchor, (annotation.note, " ".join(annotation.tags))
        elif draft is not None:
            passage, saved = draft.anchor, ("", "")
        elif target is not None:
            passage, saved = notes.anchor(target.start, target.end), ("", "")
        else:
            return
        blank = NoteDraft(notes.ref.uri, annotation.id if annotation else None, passage, "", "")
        was = screen.sheet.text

        def keep(typed: tuple[str, str]) -> str | None:
            if typed != saved:
                return self._drafts.keep(NoteDraft(blank.article, blank.annotation, passage, *typed))
            self._drafts.drop(blank)
            return None

        def done(written: Written | None) -> None:
            if written is not None:
                self._save(annotation, passage, was, written)
                notes.when_saved(
                    *self._until_saved(replace(blank, note=written.note, tags=" ".join(written.tags)))
                )
            elif self._draft_on(annotation, self._place(blank)) is not None:
                screen.say("kept as a draft; a on the same passage goes on with it")
            screen.update()

        typed = (draft.note, draft.tags) if draft is not None else None
        spelled = screen.look.spelled
        editor = NoteEditor(
            passage.exact, saved, notes.tags, keep, draft=typed, tags_first=tags, spelled=spelled
        )
        screen.app.push_screen(editor, done)
        screen.pullquote.keeper.do(_tags_in_use, editor.know, lambda error: None)

    def _until_saved(self, draft: NoteDraft) -> tuple[Callable[[], object], Callable[[], object]]:
        """What is to be done with a draft once its note is saved, and what where that has to wait."""
        moment = now()

        def keep() -> None:
            nonlocal moment
            self._drafts.keep(draft)
            moment = now()

        return lambda: self._drafts.drop(draft, since=moment), keep

    def _here(self) -> tuple[NoteDraft, ...]:
        session = self._screen.session
        return self._drafts.all(session.notes.ref.uri, session.document.sha256)

    def _place(self, draft: NoteDraft) -> Span:
        """Where the passage of a draft stands now, or stood near."""
        found = resolve(self._screen.sheet.text, draft.anchor)
        if found.start is not None and found.end is not None:
            return Span(found.start, found.end)
        near = found.near or 0
        return Span(near, near + 1)

    def _draft_on(self, annotation: Annotation | None, target: Span | None) -> NoteDraft | None:
        """The newest draft on an annotation, or of a new one on a passage that meets this one."""
        for draft in self._here():
            if annotation is not None:
                if draft.annotation == annotation.id:
                    return draft
            elif target is not None and draft.annotation is None:
                place = self._place(draft)
                if place.start < target.end and target.start < place.end:
                    return draft
        return None

    def _save(self, annotation: Annotation | None, passage: Anchor, was: str, written: Written) -> None:
        """Put what was written on the annotation; where that is gone or never was, on the passage."""
        screen, notes = self._screen, self._screen.session.notes
        kept = "note kept" if written.note else "tags kept"
        if annotation is not None and notes.get(annotation.id) is not None:
            notes.edit(annotation.id, note=written.note, tags=written.tags)
            screen.say(kept if written.note or written.tags else "the note is empty now")
        elif not written.note and not written.tags:
            screen.say("nothing was written")
        else:
            screen.sheet.selected = None
            made = notes.annotate_at(passage, was, colour=screen.colour, note=written.note, tags=written.tags)
            lost = made.start is None
            screen.say(f"{kept}; its passage is gone from the article: R shows it" if lost else kept)
