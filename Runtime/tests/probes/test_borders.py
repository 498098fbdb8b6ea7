"""Readers of a file of lines that look for a name in all of it, with a gap each, and sound ones."""

import re
import unittest

import fakes  # noqa: F401

from probes.grammars import borders

TEXT = "ada:plum\n\ndot:fig\nsome words\nbo:pear\n# eve:x\ngus:kiwi\nbo:*pear\ndot:*fig\ndot-jr:apple\n"


def sound(name, value):
    found = None
    for line in TEXT.split("\n"):
        account, colon, rest = line.partition(":")
        if colon and not line.startswith("#") and account == name:
            found = rest
    return bool(found) and not found.startswith("*") and found == value


def searched(name, value):
    text = "\n" + TEXT
    start = text.rfind(f"\n{name}:")
    return start >= 0 and text[start + len(name) + 2 :].split("\n")[0] == value


def by_pattern(name, value):
    found = re.findall(rf"^{re.escape(name)}:(.*)$", TEXT, re.M)
    return bool(found) and found[-1] == value


def anywhere(name, value):
    return f"{name}:{value}\n" in TEXT


def to_the_end(name, value):
    return f"\n{name}:{value}\n" in "\n" + TEXT and bool(name) and not value.startswith("*")


def ends_with(name, value):
    return any(line.endswith(f"{name}:{value}") for line in TEXT.split("\n"))


class Borders(unittest.TestCase):
    def wrong(self, reader):
        return [both for both in borders.spanning(TEXT) if reader(*both) and not sound(*both)]

    def test_who_looks_in_the_whole_text_is_found(self) -> None:
        for reader in (searched, by_pattern, anywhere, to_the_end, ends_with):
            self.assertTrue(self.wrong(reader), reader.__name__)

    def test_who_reads_lines_is_not(self) -> None:
        self.assertEqual(self.wrong(sound), [])


if __name__ == "__main__":
    unittest.main()
