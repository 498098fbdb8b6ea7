"""Whoever leaves half a file where a whole one belongs is found; whoever takes it away, or puts it in place whole, is not."""

import unittest

import fakes

from probes import full

SOURCE = """
import os, shutil, tempfile
def plain(path, data):
    with open(path, "wb") as file:
        file.write(data)
def unbuffered(path, data):
    fd = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
    os.write(fd, data)
    os.close(fd)
def forgiving(path, data):
    try:
        plain(path, data)
    except OSError:
        pass
def copied(path, data):
    with tempfile.TemporaryFile() as spool:
        spool.write(data[:10])
        spool.seek(0)
        with open(path, "wb") as file:
            shutil.copyfileobj(spool, file)
            file.write(data[10:])
def in_parts(path, data):
    for start in range(0, len(data), 100):
        with open(path, "ab") as file:
            file.write(data[start : start + 100])
def taken_away(path, data):
    try:
        plain(path, data)
    except OSError:
        os.unlink(path)
        raise
def put_in_place(path, data):
    with open(path + ".new", "wb") as file:
        file.write(data)
    os.replace(path + ".new", path)
"""


class Full(fakes.ProbeTest):
    def left(self, how: str, most: int) -> bytes:
        fakes.load(SOURCE)
        fakes.harness.box.remove("a.bin")
        path = fakes.harness.box.path("a.bin")
        _, later = full.call(f"solution.{how}(path, data)", most=most, path=path, data=b"x" * 9000, after="solution.plain(path + '.2', data)")
        self.assertIsNone(later.error)
        self.assertEqual(len(fakes.harness.box.read("a.bin.2")), 9000)
        return fakes.harness.box.read("a.bin") if fakes.harness.box.exists("a.bin") else b""

    def test_half_a_file_is_left(self) -> None:
        for how in ("plain", "unbuffered", "forgiving", "copied", "in_parts"):
            self.assertEqual(len(self.left(how, 4000)), 4000, how)

    def test_nothing_or_all_is_left(self) -> None:
        for how in ("taken_away", "put_in_place"):
            self.assertEqual(self.left(how, 4000), b"", how)
            self.assertEqual(len(self.left(how, 9000)), 9000, how)

    def test_what_was_raised_is_told(self) -> None:
        fakes.load(SOURCE)
        told, _ = full.call("solution.plain(path, b'x' * 99)", most=9, path=fakes.harness.box.path("b.bin"))
        self.assertEqual(told.error, "OSError")


if __name__ == "__main__":
    unittest.main()
