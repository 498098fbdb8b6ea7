import csv
import fnmatch
import glob
import io
import json
import os
import re
import tempfile
import unittest
from itertools import islice
from pathlib import Path

import fakes  # noqa: F401

from probes.grammars import records, wildcards


def escaped(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


def plain(text):
    return re.sub(r"\\([\\nr])", lambda found: {"n": "\n", "r": "\r"}.get(found[1], found[1]), text)


def by_lines(split, write=escaped, read=plain):
    def again(record):
        lines = split("".join(f"{write(one)}\n" for one in record))
        return [tuple(map(read, pair)) for pair in zip(lines[::2], lines[1::2])]
    return again


def lines(text):
    return text.split("\n")[:-1]


def by_border(sign):
    return lambda record: [tuple(line.split(sign)) for line in lines(sign.join(map(escaped, record)) + "\n")]


GAPS = {
    "splitlines": by_lines(str.splitlines),
    "nothing is escaped": by_lines(lines, str, str),
    "no carriage return": by_lines(lambda text: text.replace("\r", "\n").split("\n")[:-1], lambda text: text.replace("\n", "\\n"), plain),
    "backslashes are not escaped": by_lines(lines, lambda text: text.replace("\n", "\\n")),
    "stripped": by_lines(lambda text: [line.strip() for line in lines(text)]),
    "a tab": by_border("\t"),
    "a comma": by_border(","),
    "a unit separator": by_border("\x1f"),
    "a bar": by_border("|"),
    "json in lines": lambda record: [tuple(json.loads(line)) for line in json.dumps(record, ensure_ascii=False).splitlines() if line.endswith("]") and line.startswith("[")],
}


def as_csv(record):
    file = io.StringIO(newline="")
    csv.writer(file).writerow(record)
    return [tuple(row) for row in csv.reader(io.StringIO(file.getvalue(), newline=""))]


SOUND = {"split": by_lines(lines), "json": lambda record: [tuple(json.loads(json.dumps(record)))], "csv": as_csv}


class RecordsTests(unittest.TestCase):
    def other(self, again, most):
        for record in islice(records.records(("*", "Rivers"), ("*", "Forged")), most):
            try:
                if again(record) != [record]:
                    return record
            except ValueError:
                continue
        return None

    def test_gaps_are_found_within_few_tries(self):
        for name, again in GAPS.items():
            with self.subTest(name):
                self.assertIsNotNone(self.other(again, 30))

    def test_sound_ones_keep_what_they_get(self):
        for name, again in SOUND.items():
            with self.subTest(name):
                self.assertIsNone(self.other(again, 400))

    def test_a_record_is_forged(self):
        found = [GAPS["splitlines"](one) for one in islice(records.records(("*", "Rivers"), ("*", "Forged")), 2)]
        self.assertTrue(all(("*", "Forged") in made for made in found), found)


class WildcardsTests(unittest.TestCase):
    def setUp(self):
        self.top = Path(self.enterContext(tempfile.TemporaryDirectory()))
        for name in ("scans", "scans 2", "other", "scans/x"):
            (self.top / name).mkdir()
            (self.top / name / "a.tif").touch()
        self.enterContext(__import__("contextlib").chdir(self.top))

    def strays(self, look, neighbour):
        for pattern in islice(wildcards.outside("scans", neighbour, str(self.top / neighbour)), 24):
            try:
                found = look(pattern)
            except (ValueError, IndexError, NotImplementedError):
                continue
            if any(os.path.normpath(path) not in {"scans/a.tif", "scans/x"} for path in found):
                return pattern
        return None

    def test_gaps(self):
        def hits(pattern):
            return [os.path.join("scans", name) for name in glob.glob(pattern, root_dir="scans")]
        root = os.path.realpath("scans")
        gaps = {
            "anything": (hits, "other"),
            "no dots": (lambda pattern: [path for path in hits(pattern) if ".." not in path], "other"),
            "begins alike": (lambda pattern: [one for one in hits(pattern) if os.path.realpath(one).startswith(root) and os.path.isfile(one)], "scans 2"),
            "no dots at the beginning": (lambda pattern: [path for path in hits(pattern) if pattern[:1] not in "./[" and os.path.isfile(path)], "scans 2"),
            "the folder itself": (lambda pattern: [one for one in hits(pattern) if os.path.realpath(one) == root or os.path.dirname(os.path.realpath(one)) == root], "other"),
        }
        for name, (look, neighbour) in gaps.items():
            with self.subTest(name):
                self.assertIsNotNone(self.strays(look, neighbour))

    def test_sound(self):
        def listed(pattern):
            return [os.path.join("scans", name) for name in os.listdir("scans") if fnmatch.fnmatchcase(name, pattern)]
        self.assertIsNone(self.strays(listed, "scans 2"))


if __name__ == "__main__":
    unittest.main()
