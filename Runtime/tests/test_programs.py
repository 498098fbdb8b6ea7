"""What a fake program reports is what the tester reads, and nothing else is read."""

import unittest

import support
from tester.programs import behaviour, parsed

CHECK = """
from harness import program, solution

def test_call():
    program("mark", stdout="täglich\\n", exit_code=7, code="import json; print(json.dumps(7), argv, stdin)")
    answer = solution.call(["mark", "ä", "", "a b", "c\\nd"], "in\\0put")
    assert answer == [7, "7 ['mark', 'ä', '', 'a b', 'c\\\\nd'] b'in\\\\x00put'\\ntäglich\\n"], answer
    call, = program("mark").calls
    assert call.argv == ["mark", "ä", "", "a b", "c\\nd"], call
    assert (call.stdin, call.cwd) == (b"in\\0put", "/box/work"), call
    assert call.environment == {"PATH": "/box/bin", "A": "b=c", "PWD": "/box/work"}, call  # the last is the shell's

def test_bytes_that_are_no_text():
    program("mark2")
    solution.call([b"mark2", b"\\xff"], "")
    call, = program("mark2").calls
    assert call.argv == ["mark2", "\\ufffd"], call
"""
SOLUTION = """
import subprocess

def call(argv, stdin):
    done = subprocess.run(argv, input=stdin.encode(), stdout=subprocess.PIPE, env={"PATH": "/box/bin", "A": "b=c"})
    return [done.returncode, done.stdout.decode()]
"""


def report(*fields: bytes) -> bytes:
    return b"".join(len(one).to_bytes(4, "big") + one for one in fields)


class ReportTest(unittest.TestCase):
    def test_a_call_is_seen_as_it_was_made(self) -> None:
        worker = support.Worker()
        result = worker.run(solution=SOLUTION, checks=[{"kind": "functional", "path": "f.py", "source": CHECK}])
        worker.close()
        self.assertEqual([(one["status"], one["message"]) for one in result["checks"]], [("passed", None)] * 2)

    def test_fields(self) -> None:
        call = parsed(report(b"/box", b"in", b"2", b"a", b"", b"A=b=c", b"B="))
        self.assertEqual((call.argv, call.environment), (["a", ""], {"A": "b=c", "B": ""}))

    def test_anything_else_is_refused(self) -> None:
        good = report(b"/box", b"in", b"1", b"a")
        for bad in (b"", good[:-1], good + b"\0", report(b"/", b"", b"x", b"a"), report(b"/", b"", b"1", b"a", b"no")):
            with self.subTest(bad), self.assertRaises((ValueError, IndexError)):
                parsed(bad)

    def test_an_answer(self) -> None:
        self.assertEqual(behaviour(-1, "ä", "x"), b"\xff\xff\xff\xff\0\0\0\2\xc3\xa4x")
