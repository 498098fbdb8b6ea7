import unittest

import fakes

from probes import canary, database

SOURCE = """
import ctypes
def careless(buffer, at, data):
    buffer[at:at + len(data)] = data
def one_by_one(buffer, at, data):
    for i, byte in enumerate(data):
        buffer[at + i] = byte
def careful(buffer, at, data):
    if at < 0 or at + len(data) > len(buffer):
        raise ValueError("does not fit")
    buffer[at:at + len(data)] = data
def move(address, at, data):
    ctypes.memmove(address + at, data, len(data))
def read(buffer, length):
    return bytes(buffer[:length])
def base(view, data):
    whole = view.obj
    whole[64 + 12:64 + 12 + len(data)] = data
def put_file(file, at, data):
    file.seek(at)
    file.write(data)
class Record:
    def __init__(self, buffer):
        self.buffer = buffer
    def put(self, at, data):
        self.buffer[at:at + len(data)] = data
"""


class Regions(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        fakes.load(SOURCE)

    def put(self, function: str, kind: str, at: int, data: bytes = b"A" * 8) -> canary.CanaryRun:
        return canary.call(f"solution.{function}(buffer, at, data)", buffer=canary.Region(16, kind), at=at, data=data)

    def test_a_result_of_a_subclass_arrives_as_what_it_is_based_on(self) -> None:
        fakes.load(
            "import collections\nclass Text(str):\n    pass\nclass Rows(list):\n    pass\n"
            "def rows():\n    return Rows([Text('a'), collections.OrderedDict(k=Text('v')), collections.Counter()])\n"
        )
        found = canary.call("solution.rows()").outcome.value
        self.assertEqual(found, ["a", {"k": "v"}, {}])
        self.assertEqual([type(found), *map(type, found), type(found[1]["k"])], [list, str, dict, dict, str])

    def test_a_write_that_fills_the_region_exactly_is_no_overrun(self) -> None:
        for kind in ("bytearray", "memoryview", "mmap"):
            run = self.put("careless", kind, 8)
            region = run.regions["buffer"]
            self.assertIsNone(run.outcome.error, kind)
            self.assertFalse(region.overrun, kind)
            self.assertEqual(region.content, bytes(8) + b"A" * 8)

    def test_growth_of_a_bytearray_shows(self) -> None:
        region = self.put("careless", "bytearray", 12).regions["buffer"]
        self.assertTrue(region.grew and region.overrun)
        self.assertFalse(self.put("careful", "bytearray", 12).regions["buffer"].changed)

    def test_writes_around_the_window_show_by_side(self) -> None:
        region = canary.call("solution.base(view, data)", view=canary.Region(16, "memoryview"), data=b"A" * 8).regions[
            "view"
        ]
        self.assertTrue(region.after_changed and not region.before_changed and region.overrun)
        for at, side in ((12, "after_changed"), (-4, "before_changed")):
            region = self.put("move", "pointer", at).regions["buffer"]
            self.assertTrue(getattr(region, side), at)
        self.assertFalse(self.put("move", "pointer", 8).regions["buffer"].overrun)

    def test_files_grow(self) -> None:
        self.assertTrue(self.put("put_file", "file", 12).regions["buffer"].grew)
        self.assertFalse(self.put("put_file", "file", 8).regions["buffer"].grew)

    def test_arrays_of_all_kinds_can_be_written(self) -> None:
        for kind in canary.KINDS:
            if kind not in ("pointer", "file", "ctypes"):
                self.assertEqual(self.put("one_by_one", kind, 0).regions["buffer"].content[:8], b"A" * 8, kind)

    def test_errors_are_outcomes_and_setup_makes_objects(self) -> None:
        self.assertEqual(self.put("careful", "bytearray", -1).outcome.error, "ValueError")
        run = canary.call("r.put(14, data)", setup="r = solution.Record(b)", b=canary.Region(16), data=b"1234")
        self.assertTrue(run.regions["b"].overrun)

    def test_stale_data_is_recognised(self) -> None:
        for kind in ("bytearray", "memoryview", "mmap", "ctypes"):
            slab = canary.Slab(64, b"hello", kind)
            run = canary.call("solution.read(buffer, n)", buffer=slab, n=40)
            self.assertTrue(database.leaks(run.outcome, slab.secret), kind)
            self.assertFalse(
                database.leaks(canary.call("solution.read(buffer, n)", buffer=slab, n=5).outcome, slab.secret)
            )

    def test_a_region_must_hold_its_content(self) -> None:
        with self.assertRaises(ValueError):
            canary.Region(2, content=b"abc")
        with self.assertRaises(ValueError):
            canary.Slab(8, b"12345678")


if __name__ == "__main__":
    unittest.main()
