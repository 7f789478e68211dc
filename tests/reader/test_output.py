"""Where output goes: a file whole or not at all, links and pipes as they are, a full disk in one sentence."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.cli import _status
from reader.command.output import output
from tests.reader.conftest import ARTICLE


@pytest.mark.parametrize("format", ["table", "json", "jsonl", "csv"])
def test_analyze_writes_a_file_in_every_format(article: Path, tmp_path: Path, format: str) -> None:
    """`analyze -o FILE` works for each format, the one that holds without a word included."""
    out = tmp_path / "out"
    assert _status(["analyze", str(article), "--format", format, "-o", str(out)]) == 0
    assert "Ruth Abara" in out.read_text(encoding="utf-8")


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What a link leads to is written; whoever reads it under its own name sees the new content."""
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    with output(str(tmp_path / "link")) as file:
        file.write(b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    """`-o` may name a pipe or a device: it is written to, never replaced by a file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    seen: list[bytes] = []
    reading = threading.Thread(target=lambda: seen.append(pipe.read_bytes()))
    reading.start()
    with output(str(pipe)) as file:
        file.write(b"words")
    reading.join()
    assert seen == [b"words"]
    assert pipe.is_fifo()


def test_an_output_that_failed_leaves_what_was_there(tmp_path: Path) -> None:
    """A command that breaks off in the middle does not leave half a file, or a temporary one."""
    (tmp_path / "out").write_text("old")

    def break_off() -> None:
        with output(str(tmp_path / "out")) as file:
            file.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("out", "old")]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_full_disk_is_named(article: Path) -> None:
    """Standard output on a full disk ends in one sentence and status 1, not as a fault of the program."""
    with open("/dev/full", "wb") as full:
        found = subprocess.run(
            [sys.executable, "-m", "reader", "analyze", str(article), "--format", "jsonl"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (found.returncode, found.stderr) == (
        1,
        "pullquote: cannot write the output: no space left on device\n",
    )


def test_what_cannot_be_saved_is_not_said_to_be_done(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An import into a store that cannot be written does not say "imported"; status 1, and why."""
    (tmp_path / "annotations.json.lock").mkdir()
    given = '{"type": "Annotation", "target": {"source": "https://post.example/"}}'
    (tmp_path / "theirs.json").write_text(given, encoding="utf-8")
    words = ["import", str(tmp_path / "theirs.json"), "--format", "w3c", "--into", str(article)]
    assert _status(words) == 1
    printed = capsys.readouterr()
    assert (printed.out, printed.err.splitlines()[-1]) == ("", "pullquote: not saved: it is a folder")


def test_a_store_that_cannot_be_read_is_named(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No command takes a store that it could not read for an empty one."""
    assert _status(["notes", "--store", str(tmp_path)]) == 1
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == (
        "",
        f"pullquote: the store {tmp_path}: it cannot be read: it is a folder\n",
    )


def test_a_folder_without_articles_is_named(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Reading a folder in a pipe says that nothing is in it, as analysing it does."""
    for command in ("read", "analyze"):
        assert _status([command, str(tmp_path)]) == 2
        assert capfd.readouterr().err == f"pullquote: no article found in {tmp_path}\n"


def _obey_signals() -> None:
    """A test run in the background of a shell has ctrl+c ignored, which a child would inherit."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(("number", "send"), [(signal.SIGINT, os.killpg), (signal.SIGTERM, os.kill)])
def test_a_signal_ends_quietly(
    tmp_path: Path, jobs: str, number: signal.Signals, send: Callable[[int, int], None]
) -> None:
    """Ended by ctrl+c or by the system, neither the command nor its workers print a traceback or go on."""
    paths = [tmp_path / f"{number}.txt" for number in range(40)]
    for path in paths:
        path.write_text(ARTICLE * 200, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", "analyze", *map(str, paths), "--format", "jsonl", "--jobs", jobs],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=_obey_signals,
    )
    assert process.stdout is not None
    process.stdout.readline()
    send(process.pid, number)
    _, said = process.communicate()
    assert (process.returncode, said.strip()) == (128 + number, b"")


@pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_program_that_is_ended_tidies_up(tmp_path: Path, number: signal.Signals) -> None:
    """Ended while it writes a file, a command leaves no temporary one beside it, and what stood there stays."""
    (tmp_path / "out").write_text("old")
    code = (
        "import sys, time\n"
        "from reader.command.outcome import outcome\n"
        "from reader.command.output import output\n"
        "def work():\n"
        "    with output(sys.argv[1]) as file:\n"
        "        file.write(b'half')\n"
        "        print('writing', flush=True)\n"
        "        time.sleep(60)\n"
        "sys.exit(outcome(work))\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "out")], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"writing\n"
    process.send_signal(number)
    _, said = process.communicate()
    assert (process.returncode, said) == (128 + number, b"")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("out", "old")]
