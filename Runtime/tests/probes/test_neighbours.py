"""Files beside a file: openers that take one for what it is not, and sound ones."""

import os
import re
import unicodedata
import unittest
from pathlib import Path

import fakes

from probes.grammars import neighbours

PATTERN = re.compile(r"[A-Za-z0-9_-]+")


def listed(folder):
    return {name[:-3] for name in os.listdir(folder) if name.endswith(".py") and PATTERN.fullmatch(name[:-3])}


def opened(folder, name, allowed):
    if not allowed:
        raise ValueError
    return Path(folder, f"{name}.py").read_text()


GAPS = {
    "there": lambda folder, name: opened(folder, name, "/" not in name),
    "a dollar": lambda folder, name: opened(folder, name, re.match(r"[\w-]+$", name)),
    "stripped": lambda folder, name: opened(folder, name, name.strip() in listed(folder)),
    "up to a dot": lambda folder, name: opened(folder, name, name.partition(".")[0] in listed(folder)),
    "up to a blank": lambda folder, name: opened(folder, name, name.split()[0] in listed(folder)),
    "normalised": lambda folder, name: opened(folder, name, unicodedata.normalize("NFKC", name) in listed(folder)),
    "a beginning": lambda folder, name: opened(folder, name, any(name.startswith(one) for one in listed(folder))),
    "an end": lambda folder, name: opened(folder, name, any(name.endswith(one) for one in listed(folder))),
    "letters only": lambda folder, name: opened(folder, name, re.sub(r"\W", "", name) in listed(folder)),
    "the ending taken off": lambda folder, name: opened(folder, name, name.removesuffix(".py") in listed(folder)),
    "no slash and no dot": lambda folder, name: opened(folder, name, not set("./") & set(name)),
    "anywhere": lambda folder, name: opened(folder, name, PATTERN.search(name)),
}


class Neighbours(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        self.folder = self.box.path("rack")
        for path, _ in neighbours.files("louder", "py"):
            self.box.write(f"rack/{path}", "stranger")
        self.box.write("rack/louder.py", "own")

    def strangers(self, reader):
        names = [name for _, name in neighbours.files("louder", "py")]
        return [name for name in names if fakes.attempt(reader, self.folder, name).value == "stranger"]

    def test_every_planted_gap_is_found(self) -> None:
        self.assertEqual([name for name, reader in GAPS.items() if not self.strangers(reader)], [])

    def test_a_listing_has_none_of_them(self) -> None:
        self.assertEqual(listed(self.folder), {"louder"})
        self.assertEqual(self.strangers(lambda folder, name: opened(folder, name, name in listed(folder))), [])

    def test_folders_and_names_meet_in_one_key(self) -> None:
        keys = {
            "underscores": lambda folder, name: re.sub(r"\W+", "_", f"{folder}_{name}"),
            "hyphens": lambda folder, name: f"{folder}-{name}".replace("/", "-"),
            "nothing between": lambda folder, name: folder.replace("/", "") + name,
            "no signs": lambda folder, name: re.sub("[^a-z0-9]", "", folder) + ":" + name,
            "capitals": lambda folder, name: folder.lower().replace(" ", "_") + ":" + name,
            "the last folder": lambda folder, name: os.path.basename(folder) + "/" + name,
            "the beginning": lambda folder, name: folder[:64] + "/" + name,
            "ASCII": lambda folder, name: folder.encode("ascii", "ignore") + b"/" + name.encode(),
            "the name": lambda folder, name: name,
            "dots": lambda folder, name: f"{folder}.{name}".replace("/", "."),
        }
        pairs = list(neighbours.meeting("rack", "hum"))
        for what, key in keys.items():
            self.assertTrue(any(key(*one) == key(*other) for one, other in pairs), what)
        self.assertTrue(all(one != other for one, other in pairs))
        self.assertTrue(all(PATTERN.fullmatch(name) or "." in name for pair in pairs for _, name in pair))

    def test_folders_stand_where_an_import_or_a_run_looks(self) -> None:
        found = set(neighbours.folders("louder", "py"))
        self.assertLessEqual({"louder/__init__.py", "louder.py/__main__.py"}, found)


if __name__ == "__main__":
    unittest.main()
