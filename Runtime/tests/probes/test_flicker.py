"""Whoever looks and reads by paths is found, however often it looks; whoever goes down from folder to folder is not."""

import unittest

import fakes

from probes import flicker

SETUP = """
import os, shutil, tempfile
if "top" in globals():
    shutil.rmtree(top)
top = tempfile.mkdtemp()
def put(path, text):
    os.makedirs(os.path.dirname(os.path.join(top, path)), exist_ok=True)
    with open(os.path.join(top, path), "w") as file:
        file.write(text)
put("house/Ada/a/b/x.txt", "mine")
put("office/x.txt", "hidden")
put("office/b/x.txt", "hidden")
def link(name, target):
    os.rename(os.path.join(top, "house/Ada", name), os.path.join(top, "house/Ada/aside"))
    os.symlink(os.path.join(top, target), os.path.join(top, "house/Ada", name))
def back(name):
    os.remove(os.path.join(top, "house/Ada", name))
    os.rename(os.path.join(top, "house/Ada/aside"), os.path.join(top, "house/Ada", name))
"""
LOOKING = """
import os
from os.path import islink, join
def ways(top):
    return [join(top, "house/Ada", one) for one in ("a", "a/b", "a/b/x.txt")]
"""
GAPS = {
    "looked at before": "def page(top):\n    return None if any(map(islink, ways(top))) else open(ways(top)[2]).read()",
    "looked at afterwards": "def page(top):\n    text = open(ways(top)[2]).read()\n    return None if any(map(islink, ways(top))) else text",
    "before and after": "def page(top):\n    if any(map(islink, ways(top))): return\n    text = open(ways(top)[2]).read()\n    return None if any(map(islink, ways(top))) else text",
    "three times": "def page(top):\n    if any(map(islink, ways(top) * 3)): return\n    text = open(ways(top)[2]).read()\n    return None if any(map(islink, ways(top) * 2)) else text",
    "the same numbers": "def page(top):\n    now = lambda: [os.lstat(one).st_ino for one in ways(top)]\n    before = now()\n    if any(map(islink, ways(top))): return\n    with open(ways(top)[2]) as file:\n        if os.fstat(file.fileno()).st_ino == before[-1] and now() == before: return file.read()",
    "the whole way": "def page(top):\n    if os.path.realpath(ways(top)[2]) != os.path.realpath(top) + '/house/Ada/a/b/x.txt': return\n    return open(ways(top)[2]).read()",
    "the last part only": "def page(top):\n    with os.fdopen(os.open(ways(top)[2], os.O_NOFOLLOW)) as file: return file.read()",
}
SOUND = """
def page(top):
    at = os.open(join(top, "house/Ada"), os.O_RDONLY)
    for part in ("a", "b", "x.txt"):
        os.lstat(join(top, "house/Ada/a"))
        at, before = os.open(part, os.O_RDONLY | os.O_NOFOLLOW, dir_fd=at), at
        os.close(before)
    with os.fdopen(at) as file:
        return file.read()
"""


class Flicker(fakes.ProbeTest):
    def told(self, source, name, target):
        fakes.load(LOOKING + source)
        return flicker.told("solution.page(top)", f"link({name!r}, {target!r})", f"back({name!r})", name.rpartition("/")[2], "hidden", setup=SETUP)

    def test_each_gap_is_found(self) -> None:
        for gap, source in GAPS.items():
            self.assertTrue(self.told(source, "a", "office"), gap)

    def test_other_parts(self) -> None:
        for name, target in (("a/b", "office"), ("a/b/x.txt", "office/x.txt")):
            self.assertTrue(self.told(GAPS["before and after"], name, target), name)

    def test_one_that_goes_down_step_by_step_raises_no_alarm(self) -> None:
        for name, target in (("a", "office"), ("a/b", "office"), ("a/b/x.txt", "office/x.txt")):
            self.assertFalse(self.told(SOUND, name, target), name)


if __name__ == "__main__":
    unittest.main()
