"""Who writes a file in its place while a program reads it is shown both halves; a new file and a lock prevent that."""

import unittest

import fakes

from probes import midway

SOURCE = """
import os, shutil, subprocess, tempfile, threading
from pathlib import Path
LOCK = threading.Lock()
path = "place/x.env"
def start():
    {start}
def change(text):
    {change}
"""
START = "subprocess.run(['/bin/sh', './go.sh'], cwd='place')"
IN_PLACE = (
    "open(path, 'w').write(text)",
    "Path(path).write_text(text)",
    "open(path, 'r+').write(text)",
    "open(path + '.new', 'w').write(text); shutil.copyfile(path + '.new', path)",
    "fd = os.open(path, os.O_WRONLY | os.O_TRUNC); os.write(fd, text.encode()); os.close(fd)",
    "os.truncate(path, 0); open(path, 'a').write(text)",
)
ASIDE = (
    "open(path + '.new', 'w').write(text); os.replace(path + '.new', path)",
    "os.remove(path); open(path, 'w').write(text)",
    "fd, new = tempfile.mkstemp(dir='place'); os.write(fd, text.encode()); os.rename(new, path)",
)


class Midway(fakes.ProbeTest):
    def seen(self, change: str, start: str = START) -> bytes | None:
        fakes.load(SOURCE.format(start=start, change=change.replace("; ", "\n    ")))
        fakes.harness.box.write("place/x.env", "a" * 12_000)
        fakes.harness.box.write("place/go.sh", "true")
        there = fakes.harness.box.path("place")
        found = midway.read_across("solution.start()", "solution.change(text)", "place", "go.sh", "x.env",
            setup=f"solution.path = {there + '/x.env'!r}\nplace = {there!r}", text="b" * 14_000)
        self.assertEqual(fakes.harness.box.text("place/go.sh"), "true")
        return found

    def start(self) -> str:
        return START.replace("'place'", "os.path.dirname(path)")

    def test_half_old_and_half_new_is_seen_where_it_is_written_in_place(self) -> None:
        for change in IN_PLACE:
            seen = self.seen(change.replace("'place'", "os.path.dirname(path)"), self.start()) or b""
            self.assertEqual((seen[:9], seen[-9:]), (b"a" * 9, b"b" * 9), change)

    def test_a_new_file_leaves_the_reader_the_old_one(self) -> None:
        for change in ASIDE:
            seen = self.seen(change.replace("'place'", "os.path.dirname(path)"), self.start())
            self.assertEqual(seen, b"a" * 12_000, change)

    def test_who_waits_for_the_end_changes_nothing_meanwhile(self) -> None:
        start = "with LOCK: " + self.start()
        self.assertIsNone(self.seen("LOCK.acquire(); open(path, 'w').write(text); LOCK.release()", start))

    def test_what_is_not_started_was_not_read(self) -> None:
        self.assertIsNone(self.seen(IN_PLACE[0], "raise OSError"))


if __name__ == "__main__":
    unittest.main()
