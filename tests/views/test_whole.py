"""Files that commands write: whole or not at all, and nothing else is put out of its place."""

from __future__ import annotations

import os
import threading

import pytest

from onrecord.errors import SettingsError
from onrecord.views import whole


def test_a_writing_that_fails_leaves_what_was_there(tmp_path) -> None:
    """The old file stands, and no part of the new one lies beside it."""
    path = tmp_path / "map.svg"
    path.write_text("old")

    def pieces():
        yield b"new"
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        whole.write(path, pieces())
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["map.svg"]


def test_a_link_is_followed(tmp_path) -> None:
    """What a link leads to is written, and the link stays one."""
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to("real.json")
    whole.write(tmp_path / "link.json", [b"new"])
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_text() == "new"


def test_what_is_no_file_is_written_to_and_stays_what_it_is(tmp_path) -> None:
    """A pipe, as /dev/stdout may be one, is not replaced by a file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    came: list[bytes] = []
    reader = threading.Thread(target=lambda: came.append(pipe.read_bytes()), daemon=True)
    reader.start()
    whole.write(pipe, [b"a", b"b"])
    reader.join(20)
    assert came == [b"ab"]
    assert pipe.is_fifo()
    assert [one.name for one in tmp_path.iterdir()] == ["pipe"]


def test_a_folder_is_refused_in_words(tmp_path) -> None:
    """A folder where a file should be, and a file where a folder should be."""
    with pytest.raises(SettingsError, match="is a folder: give the name of a file"):
        whole.write(tmp_path, [b""])
    (tmp_path / "file").write_text("")
    with pytest.raises(SettingsError, match="must be a folder, and is a file"):
        whole.write_all(tmp_path / "file", [])
