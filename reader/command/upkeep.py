"""`undo`, `check`, `backups`, `purge`, `config`: the store looked after from the shell."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotations.text import clean
from reader.command.outcome import is_saved
from reader.errors import CallError

if TYPE_CHECKING:
    from annotations.store import Store
    from reader.command.settings import Settings


def undo(article: str | None, settings: Settings) -> int:
    """Take back the last change, of one article or of all; says what it was."""
    with settings.store_at_hand() as store:
        undone = store.undo(article_id(store, article) if article is not None else None)
        if undone is None:
            print("nothing to undo")
            return 1
        if not is_saved(store):
            return 1
        print(clean(f"undid: {undone.label}"))
        for kept in undone.kept:
            print(clean(f"kept: {kept}"))
        return 0


def check(repair: bool, settings: Settings) -> int:
    """Verify the store and say what is wrong; with `repair`, mend it first."""
    from annotations.inspection import inspect

    if repair:
        with settings.store_at_hand() as store:
            for line in store.repair():
                print(clean(line))
    seen = inspect(settings.store_path)
    for notice in seen.notices:
        print(clean(notice), file=sys.stderr)
    for finding in seen.findings:
        print(clean(f"{finding.where}: {finding.what}"))
    if not seen.findings:
        print(f"{settings.store_path}: {_count(seen.annotations, seen.articles)}, nothing wrong")
    return 1 if seen.findings else 0


def backups(restore: str | None, settings: Settings) -> int:
    """List the kept copies, or go back to one."""
    with settings.store_at_hand() as store:
        if restore is not None:
            store.restore(restore)
            if not is_saved(store):
                return 1
            print(
                f"went back to {restore}: {_count(len(store.annotations()), len(store.articles()))}; 'pullquote undo' takes that back"
            )
            return 0
        kept = store.backups()
        for copy in kept:
            holds = "damaged" if copy.annotations is None else f"{copy.annotations} annotations"
            print(f"{copy.name}  {copy.time}  {holds}")
        if not kept:
            print("no copies kept yet")
        return 0


def purge(before: str | None, dry_run: bool, settings: Settings) -> int:
    """Drop tombstones, old journal segments, and texts that no note needs."""
    date = None
    if before is not None:
        try:
            date = datetime.fromisoformat(before)
        except ValueError as error:
            raise CallError(f"--before {before}: not a date; write it as 2026-01-31") from error
        date = date if date.tzinfo else date.replace(tzinfo=UTC)
    with settings.store_at_hand() as store:
        purged = store.purge(date, dry_run)
        if not dry_run and not is_saved(store):
            return 1
        verb = "would drop" if dry_run else "dropped"
        what = f"{purged.rows} deleted rows, {purged.journals} old journals, {purged.texts} texts"
        print(f"{verb} {what} ({purged.size / 1000:.0f} kB of files)")
        return 0


def config(path: bool, defaults: bool, settings: Settings) -> int:
    """Say where the settings are, what they are by default, or what is wrong with them."""
    from reader.config import defaults as default_text
    from reader.places import config_path

    where = config_path(settings.config)
    if path:
        print(where)
    elif defaults:
        print(default_text(), end="")
    elif _check_values(settings):
        print(f"{where}: {'nothing wrong' if where.exists() else 'not there; the defaults hold'}")
    else:
        return 1
    return 0


def _check_values(settings: Settings) -> bool:
    """Nothing is wrong with the settings; else it is named: keys that clash or do nothing, a format or theme there is not."""
    from reader.exchange import FORMATS
    from reader.ui.keymap import Keymap
    from reader.ui.theme import theme_names

    wanted = settings.configuration
    keymap = Keymap(wanted.keys)
    problems = list(keymap.problems)
    if wanted.export.format not in FORMATS:
        problems.append(f"export.format: {wanted.export.format!r} is not one of {', '.join(FORMATS)}")
    if wanted.reader.theme not in ("", *theme_names()):
        problems.append(f"reader.theme: {wanted.reader.theme!r} is not one of {', '.join(theme_names())}")
    for sentence in (*problems, *keymap.taken):
        print(clean(sentence), file=sys.stderr)
    return not problems and not wanted.problems


def article_id(store: Store, article: str) -> str:
    """The id of an article that the store knows, by the file or URL it was read from, or its text.

    Raises:
        CallError: the store knows no such article.
    """
    from reader.errors import SourceError
    from reader.reference import uri_of

    ref = store.find(uri=uri_of(article), url=article)
    if ref is None:
        from reader.document import load

        try:
            document = load(article)
        except SourceError:
            raise CallError(f"no annotations on {article}, and it cannot be read") from None
        ref = store.find(uri=uri_of(article), sha256=document.sha256, url=document.metadata.url)
    if ref is None:
        raise CallError(f"no annotations on {article}")
    return ref.id


def _count(notes: int, articles: int) -> str:
    return f"{notes} annotation{'s' * (notes != 1)} on {articles} article{'s' * (articles != 1)}"
