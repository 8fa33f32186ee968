"""Files are written whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from azkz_desktop import saving
from azkz_desktop.saving import SavingError, save_bytes, save_text, saving_to, write_all


class Tiny:
    """A disk with room for *room* bytes that takes three bytes at a time."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.held = b""

    def write(self, data: bytes) -> int:
        taken = data[: min(3, self.room - len(self.held))]
        self.held += taken
        return len(taken)


def test_a_short_write_is_gone_on_with() -> None:
    disk = Tiny(100)
    write_all(disk, b"0123456789")
    assert disk.held == b"0123456789"


def test_a_full_disk_that_does_not_say_so_is_found_out() -> None:
    with pytest.raises(OSError) as caught:
        write_all(Tiny(7), b"0123456789")
    assert caught.value.errno == errno.ENOSPC


def test_the_text_is_there_afterwards(tmp_path: Path) -> None:
    path = tmp_path / "Bakı, Ақтау.txt"
    save_text(path, "Əliyev\n")
    assert path.read_bytes() == "Əliyev\n".encode()
    assert os.listdir(tmp_path) == [path.name]  # noqa: PTH208 - hidden files too


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("")
    save_text(tmp_path / "new", "")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_save_leaves_the_mask_that_all_threads_share_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def umask(mask: int) -> int:
        asked.append(mask)
        return 0o22

    monkeypatch.setattr(os, "umask", umask)
    save_text(tmp_path / "new", "")
    assert asked == []


def test_an_old_file_keeps_its_permissions_and_a_link_stays_a_link(tmp_path: Path) -> None:
    path = tmp_path / "old"
    path.write_text("old")
    path.chmod(0o640)
    link = tmp_path / "link"
    link.symlink_to(path)
    save_text(link, "new")
    assert link.is_symlink()
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_failure_in_the_middle_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    path.write_text("kept")
    with pytest.raises(SavingError, match=r"the disk is full\. The file .* is unchanged"):
        half_written(path)
    assert path.read_text() == "kept"
    assert list(tmp_path.iterdir()) == [path]


def half_written(path: Path) -> None:
    with saving_to(path) as file:
        file.write(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")


def test_what_is_no_trouble_of_the_disk_comes_through_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyError), saving_to(tmp_path / "new"):
        raise KeyError("painter")
    assert list(tmp_path.iterdir()) == []


def test_what_the_check_raises_leaves_the_old_file_though_all_was_written(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    found: list[str] = []
    path.write_text("kept")

    def check() -> None:
        (beside,) = set(tmp_path.iterdir()) - {path}
        found.append(beside.read_text())
        raise KeyError("given up")

    with pytest.raises(KeyError):
        save_text(path, "new", check)
    assert found == ["new"]
    assert path.read_text() == "kept"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_device_is_said_and_stays_a_device() -> None:
    with pytest.raises(SavingError, match="the disk is full"):
        save_text(Path("/dev/full"), "text")
    assert Path("/dev/full").is_char_device()


@pytest.mark.parametrize(
    ("place", "why"),
    [("nowhere/out.csv", "its folder does not exist"), (".", "it is a folder")],
)
def test_a_place_that_cannot_be_is_said(tmp_path: Path, place: str, why: str) -> None:
    with pytest.raises(SavingError) as caught:
        save_text(tmp_path / place, "text")
    assert str(caught.value) == f"“{tmp_path / place}” was not written: {why}."


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(SavingError, match="its folder cannot be written to"):
        save_text(tmp_path / "out", "text")
    tmp_path.chmod(0o700)


def test_every_refusal_of_the_system_has_its_words(tmp_path: Path) -> None:
    said = saving.sentence(tmp_path / "out", OSError(errno.EROFS, "Read-only file system"))
    assert "the disk can only be read" in said
    other = saving.sentence(tmp_path / "out", OSError(errno.EIO, "Input/output error"))
    assert other.endswith("was not written: Input/output error.")


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    data = bytes(range(256)) * 10_000
    save_bytes(tmp_path / "out", data)
    assert (tmp_path / "out").read_bytes() == data
