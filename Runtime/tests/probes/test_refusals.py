"""A refusal that leaves a trace is found, whatever it has set aside or counted; sound programs refuse what they always refuse."""

import unittest

import fakes

from probes.machines import refusals

SOURCE = """
class Sound:
    def __init__(self): self.names, self.room = set(), 3
    def put(self, name, size=1):
        if not name.isalpha() or name in self.names or not 0 < size <= self.room: raise ValueError(name)
        self.names.add(name); self.room -= size
class GapReserved(Sound):
    def put(self, name, size=1):
        if not name.isalpha() or name in self.names: raise ValueError(name)
        self.names.add(name)
        if not 0 < size <= self.room: raise ValueError(size)
        self.room -= size
class GapRoom(Sound):
    def put(self, name, size=1):
        self.room -= max(size, 0)
        if self.room < 0 or size < 1 or not name.isalpha() or name in self.names: raise ValueError(name)
        self.names.add(name)
class GapCounted(Sound):
    failures = 0
    def put(self, name, size=1):
        if self.failures > 1: raise ValueError("too often")
        try: super().put(name, size)
        except ValueError:
            self.failures += 1
            raise
class GapRemembered(Sound):
    def __init__(self): super().__init__(); self.refused = set()
    def put(self, name, size=1):
        if name in self.refused: raise ValueError(name)
        try: super().put(name, size)
        except ValueError:
            self.refused.add(name)
            raise
class GapShut(Sound):
    shut = False
    def put(self, name, size=1):
        if self.shut: raise RuntimeError("shut")
        if not name.isalpha(): self.shut = True
        super().put(name, size)
"""


class Refusals(fakes.ProbeTest):
    def test_traces_are_found(self) -> None:
        solution = fakes.load(SOURCE)
        for name in ("Sound", "GapReserved", "GapRoom", "GapCounted", "GapRemembered", "GapShut"):
            with self.subTest(name):
                self.assertEqual(bool(self.ledger(getattr(solution, name)).trace), name != "Sound")

    def test_nothing_is_asked_where_nothing_was_refused(self) -> None:
        solution = fakes.load(SOURCE)
        made = []
        ledger = refusals.Ledger(lambda: made.append(1) or solution.Sound(), most=2)
        ledger.call("put", "ant")
        ledger.call("put", "b 1", asks=False)
        self.assertEqual(len(made), 1)
        for _ in range(5):
            ledger.call("put", "ant")
        self.assertEqual(len(made), 3)

    def ledger(self, make) -> refusals.Ledger:
        ledger = refusals.Ledger(make)
        for name, size in (("ant", 1), ("b 1", 1), ("bee", 9), ("ant", 1), ("bee", 1), ("cat", 2), ("cat", 1), ("dog", 1)):
            ledger.call("put", name, size)
        return ledger


if __name__ == "__main__":
    unittest.main()
