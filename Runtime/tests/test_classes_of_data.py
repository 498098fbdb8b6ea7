import unittest

from support import Worker

CHECKS = """
from harness import solution
import harness

def test_what_a_class_makes_has_its_methods():
    plate = solution.Plate("a")
    assert plate.script() == "a"
    assert plate.add("b").add("c").script() == "abc"
    assert type(plate) is harness.Remote

def test_a_class_in_the_place_of_a_function_makes_data():
    assert solution.make_row("a", 2) == ("a", 2)
    assert solution.make_text("a") == "<a>"

def test_what_a_function_returns_is_data():
    assert solution.rows() == [("a", 1)]
"""

SOLUTION = """
import collections

class Plate({base}):
    def __new__(cls, *parts):
        plate = super().__new__(cls, {start})
        plate.parts = list(parts)
        return plate

    def __init__(self, *parts):
        super().__init__()

    def add(self, part):
        self.parts.append(part)
        return self

    def script(self):
        return "".join(self.parts)

Row = collections.namedtuple("Row", "name count")
make_row = Row

class make_text(str):
    def __new__(cls, text):
        return super().__new__(cls, f"<{{text}}>")

def rows():
    return [Row("a", 1)]
"""


class ClassesOfData(unittest.TestCase):
    """A class that the Problem asks for may be derived from any builtin type."""

    def test_derived_from_every_plain_type(self) -> None:
        worker = Worker()
        self.addCleanup(worker.close)
        checks = [{"kind": "functional", "path": "f.py", "source": CHECKS}]
        for base, start in (
            ("tuple", "parts"), ("list", ""), ("dict", ""), ("set", ""), ("frozenset", ""), ("str", "'text'"),
            ("bytes", "b'x'"), ("bytearray", ""), ("int", "7"), ("float", "0.5"), ("object", ""),
        ):  # fmt: skip
            with self.subTest(base):
                result = worker.run(solution=SOLUTION.format(base=base, start=start), checks=checks)
                found = {check["name"]: (check["status"], check.get("message")) for check in result["checks"]}
                self.assertEqual({status for status, _ in found.values()}, {"passed"}, found)


if __name__ == "__main__":
    unittest.main()
