"""Who knows objects by where they lie in memory takes new ones for those that are gone."""

import textwrap
import unittest

import fakes

from probes import heirs

HUB = """
import weakref
class Hub:
    def __init__(self):
        self.open, self.known, self.lines = 0, {known}, []
    def connect(self):
        return Line(self)
class Line:
    def __init__(self, hub):
        self.hub = hub
        {made}
    def login(self):
        {login}
    def turn(self):
        if {asked}:
            self.hub.open += 1
        else:
            raise PermissionError
"""
#: What is known, what a new line does, what a login does, and who is asked.
GAPS = {
    "a set of ids": ("set()", "pass", "self.hub.known.add(id(self))", "id(self) in self.hub.known"),
    "a dict by id": ("{}", "pass", "self.hub.known[id(self)] = 'ada'", "self.hub.known.get(id(self))"),
    "a text with the id": ("set()", "pass", "self.hub.known.add(object.__repr__(self))", "object.__repr__(self) in self.hub.known"),
    "a hash": ("set()", "pass", "self.hub.known.add(hash(self))", "hash(self) in self.hub.known"),
}
SOUND = {
    "in the line": ("0", "self.mine = False", "self.mine = True", "self.mine"),
    "lines that stay": ("set()", "pass", "self.hub.known.add(self)", "self in self.hub.known"),
    "weak": ("weakref.WeakSet()", "pass", "self.hub.known.add(self)", "self in self.hub.known"),
    "an id that is taken back": ("set()", "self.hub.known.discard(id(self))", "self.hub.known.add(id(self))", "id(self) in self.hub.known"),
}


def seen(parts):
    known, made, login, asked = parts
    source = textwrap.dedent(HUB).format(known=known, made=made, login=login, asked=asked)
    fakes.load(source)
    return heirs.seen("hub.connect()", "one.login()", "one.turn()", "hub.open", setup="hub = solution.Hub()")


class Heirs(fakes.ProbeTest):
    def test_gaps_are_found(self):
        for name, parts in GAPS.items():
            with self.subTest(name):
                self.assertNotEqual(seen(parts), [0, 0, 0])

    def test_sound_programs_are_not(self):
        for name, parts in SOUND.items():
            with self.subTest(name):
                self.assertEqual(seen(parts), [0, 0, 0])


if __name__ == "__main__":
    unittest.main()
