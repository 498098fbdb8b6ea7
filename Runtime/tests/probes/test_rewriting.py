"""A memory of a folder that was written anew since is found, and one that looks again is not."""

import base64
import json
import os
import unittest
from pathlib import Path

import fakes

from probes import rewriting

KEPT: dict = {}


def kept(key, path: str) -> bytes:
    """What the file held when its key was first met."""
    if key not in KEPT:
        KEPT[key] = Path(path).read_bytes()
    return KEPT[key]


def held(key, path: str) -> bytes:
    """What the file holds that was opened when its key was first met."""
    if key not in KEPT:
        KEPT[key] = os.open(path, os.O_RDONLY)
    return os.pread(KEPT[key], 100, 0)


def forget() -> None:
    for value in KEPT.values():
        if isinstance(value, int):
            os.close(value)
    KEPT.clear()


def stamp(path: str, *names: str):
    return (path, *(getattr(os.stat(path), name) for name in names))


STALE = {
    "the path": lambda path: kept(path, path),
    "the real path": lambda path: kept(os.path.realpath(path), path),
    "the size": lambda path: kept(stamp(path, "st_size"), path),
    "the whole second": lambda path: kept((path, int(os.stat(path).st_mtime)), path),
    "the number of the file": lambda path: kept(stamp(path, "st_ino", "st_size"), path),
    "an open file": lambda path: held(path, path),
}
FRESH = {
    "the time": lambda path: kept(stamp(path, "st_ino", "st_mtime_ns"), path),
    "an open file of the same number": lambda path: held(stamp(path, "st_dev", "st_ino"), path),
}


class Rewriting(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        self.addCleanup(forget)

    def stale(self, read, still=False) -> list[str]:
        """The ways after which the program still reads what was there before."""
        found = []
        for way in rewriting.WAYS:
            forget()
            folder = rewriting.Folder({"a.txt": b"one"}, still)
            read(f"{folder.path}/a.txt")
            folder.put({"a.txt": b"two"}, way)
            found += [way] * (read(f"{folder.path}/a.txt") != b"two")
        return found

    def test_who_keeps_too_long_is_found(self) -> None:
        for name, read in STALE.items():
            self.assertTrue(self.stale(read), name)

    def test_who_looks_again_is_not(self) -> None:
        for name, read in FRESH.items():
            self.assertEqual(self.stale(read), [], name)

    def test_one_time_for_both_is_found_by_all_who_compare_times(self) -> None:
        def read_twice(read):
            forget()
            told = []
            for data in (b"one", b"two"):
                Path("a.txt").write_bytes(data)
                rewriting.date("a.txt")
                told.append(read(os.path.abspath("a.txt")))
            return told

        self.assertEqual(read_twice(FRESH["the time"]), [b"one", b"one"])
        self.assertEqual(read_twice(lambda path: Path(path).read_bytes()), [b"one", b"two"])

    def test_who_trusts_a_time_that_stands_still_is_found(self) -> None:
        for name in ("st_ino st_size st_mtime_ns", "st_mtime_ns", "st_dev st_size st_mtime", "st_size st_mode st_mtime_ns"):
            self.assertTrue(self.stale(lambda path, name=name: kept(stamp(path, *name.split()), path), still=True), name)
        self.assertEqual(self.stale(lambda path: Path(path).read_bytes(), still=True), [])

    def test_a_file_can_be_taken_away(self) -> None:
        folder = rewriting.Folder({"a.txt": b"one", "b.txt": b"two"})
        folder.put({"a.txt": None}, "in place")
        self.assertEqual(os.listdir(folder.path), ["b.txt"])
