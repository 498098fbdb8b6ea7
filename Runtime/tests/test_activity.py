"""What a process leaves running is waited for, and what runs for good is not waited for again."""

import subprocess
import sys
import time
import unittest
from typing import Any

import support  # noqa: F401
from tester import activity
from tester.activity import Activity

#: Does what it is told, line by line, and says when it is done.
PROGRAM = """
import os, subprocess, sys, threading, time
for line in sys.stdin:
    exec(line)
    print("done", flush=True)
"""
FOR_GOOD = "threading.Thread(target=threading.Event().wait, daemon=True).start()"


class ActivityTest(unittest.TestCase):
    def setUp(self) -> None:
        pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self.process = subprocess.Popen([sys.executable, "-c", PROGRAM], **pipes)
        self.addCleanup(self.process.communicate)
        self.tell("pass")
        self.activity = Activity(self.process.pid)

    def tell(self, line: str) -> None:
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        self.process.stdout.readline()

    def is_at_rest(self) -> bool:
        return not self.activity._tasks() - self.activity._others

    def test_nothing_is_left(self) -> None:
        self.assertTrue(self.activity._is_alone())

    def test_threads_and_children_and_their_children_are_waited_for(self) -> None:
        for line in (
            "threading.Thread(target=time.sleep, args=[0.3]).start()",
            "subprocess.Popen(['sleep', '0.3'])",
            "subprocess.Popen(['sh', '-c', 'sh -c \"sleep 0.3; true\"; true'])",
        ):
            with self.subTest(line):
                self.tell(line)
                self.assertFalse(self.is_at_rest())
                self.activity.wait()
                self.assertTrue(self.is_at_rest())

    def test_a_thread_for_good_is_waited_for_once_and_once_more_at_the_end(self) -> None:
        self.tell(FOR_GOOD)
        waits = []
        for _ in range(2):
            left = self.activity._left
            self.activity.wait()
            waits.append(left - self.activity._left >= activity._LONGEST_WAIT)
        self.activity.forget_lasting()
        left = self.activity._left
        self.activity.wait()
        waits.append(left - self.activity._left >= activity._LONGEST_WAIT)
        self.assertEqual(waits, [True, False, True])

    def test_all_waits_together_are_bounded(self) -> None:
        for _ in range(6):
            self.tell(FOR_GOOD)
            self.activity.wait()
        self.assertLess(self.activity._left, activity._LONGEST_WAIT)
        left = self.activity._left
        self.tell(FOR_GOOD)
        self.activity.wait()
        self.assertEqual(max(left, 0), max(self.activity._left, 0))

    def test_a_process_that_has_ended_is_at_rest(self) -> None:
        self.process.kill()
        self.process.wait()
        self.activity.wait()


if __name__ == "__main__":
    unittest.main()
