"""A folder as Windows has it: who overwrites a file whose name differs in its letters is found."""

import os
import unittest

import fakes

from probes import folded

SOURCE = """
import io, os, pathlib, tempfile
from os import replace, path as p
def numbered(name):
    stem, ending = os.path.splitext(name)
    yield name
    yield from (f"{stem}-{n}{ending}" for n in range(2, 99))
def gap_exact(folder, name, data):
    name = next(one for one in numbered(name) if one not in os.listdir(folder))
    with open(os.path.join(folder, name), "wb") as file: file.write(data)
def gap_first_folded(folder, name, data):
    there = os.listdir(folder)
    if name.lower() in map(str.lower, there):
        name = next(one for one in numbered(name) if one != name and one not in there)
    pathlib.Path(folder, name).write_bytes(data)
def gap_replaced(folder, name, data):
    name = next(one for one in numbered(name) if one not in os.listdir(folder))
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file: file.write(data)
    replace(file.name, os.path.join(folder, name))
def gap_remembered(folder, name, data, seen={}):
    name = next(one for one in numbered(name) if one not in seen.setdefault(folder, set()))
    seen[folder].add(name)
    os.close(os.open(os.path.join(folder, name), os.O_CREAT | os.O_TRUNC | os.O_WRONLY))
    with io.open(os.path.join(folder, name), "wb") as file: file.write(data)
def sound_folded(folder, name, data):
    there = {one.lower() for one in os.listdir(folder)}
    name = next(one for one in numbered(name) if one.lower() not in there)
    with open(os.path.join(folder, name), "wb") as file: file.write(data)
def sound_asked(folder, name, data):
    name = next(one for one in numbered(name) if not p.exists(p.join(folder, one)))
    with open(p.join(folder, name), "wb") as file: file.write(data)
def sound_path(folder, name, data):
    next(one for name in numbered(name) if not (one := pathlib.Path(folder) / name).exists()).write_bytes(data)
def sound_exclusive(folder, name, data):
    for one in numbered(name):
        try:
            with open(os.path.join(folder, one), "xb") as file: file.write(data)
        except FileExistsError: continue
        return
def sound_descriptor(folder, name, data):
    for one in numbered(name):
        try: number = os.open(os.path.join(folder, one), os.O_CREAT | os.O_EXCL | os.O_WRONLY)
        except FileExistsError: continue
        os.write(number, data)
        return os.close(number)
def sound_renamed(folder, name, data):
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file: file.write(data)
    for one in numbered(name):
        try: return os.rename(file.name, os.path.join(folder, one))
        except FileExistsError: continue
def sound_linked(folder, name, data):
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file: file.write(data)
    for one in numbered(name):
        try: return os.link(file.name, os.path.join(folder, one))
        except FileExistsError: continue
        finally: pass
"""


class Folded(fakes.ProbeTest):
    def test_every_planted_gap_is_found_and_nothing_else(self) -> None:
        fakes.load(SOURCE)
        for name in [line.split()[1].partition("(")[0] for line in SOURCE.splitlines() if line.startswith(("def gap", "def sound"))]:
            folder = self.box.path(name)
            os.mkdir(folder)
            expression = f"[solution.{name}(folder, one, str(turn).encode()) for turn, one in enumerate(names)]"
            told, _ = folded.call(expression, folder=folder, names=["YOKE.INI", "yoke-2.ini", "YOKE.INI", "Yoke.ini"])
            self.assertTrue(told.returned, (name, told))
            held = {open(os.path.join(folder, one), "rb").read() for one in os.listdir(folder)}
            self.assertEqual(held != {b"0", b"1", b"2", b"3"}, name.startswith("gap"), name)

    def test_all_is_as_it_was_afterwards(self) -> None:
        fakes.load("")
        before = (open, os.open, os.stat, os.rename)
        folded.call("1 / 0", folder=self.box.path("."))
        self.assertEqual(before, (open, os.open, os.stat, os.rename))


if __name__ == "__main__":
    unittest.main()
