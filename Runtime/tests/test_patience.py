"""Time in which there was no processor for a run is not held against it, within bounds."""

import os
import socket
import time
import unittest
from unittest import mock

import support
from jail import monitor, patience
from jail.settings import Limits
from tester.alarm import alarm
from tester.outcomes import CheckTimeout

KNOWS_ITS_SOLUTION = """
from harness import testify
from tester import context

def test_the_solution_is_known():
    pid, = context.current.solution_processes
    with open(f"/proc/{pid}/stat") as file:
        assert file.read().split()[1] == "(known)"

def setup():
    testify("import ctypes; ctypes.CDLL(None).prctl(15, b'known')")
"""


class PatienceTest(unittest.TestCase):
    def test_the_extension_is_bounded(self) -> None:
        for limit, waited, expected in ((10, 3, 3), (10, 100, 20), (20, 100, 30), (5, 0, 0), (5, -1, 0)):
            self.assertEqual(patience.extension(limit, waited), expected)

    def test_processes_that_are_gone_have_waited_for_nothing(self) -> None:
        self.assertEqual(patience.waited([]), 0)
        self.assertEqual(patience.waited([2**22 + 1]), 0)
        self.assertGreaterEqual(patience.waited([os.getpid()]), 0)


class MonitorTest(unittest.TestCase):
    def reason(self, sleep: float, waited: float) -> str:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        pid = os.fork()
        if pid == 0:
            time.sleep(sleep)
            os._exit(0)
        with ours, theirs:
            limits = Limits(wall_seconds=1)
            return monitor.watch(pid, ours, limits, lambda: [], waited=lambda: waited).reason

    def test_a_run_that_had_the_processor_is_ended_at_its_limit(self) -> None:
        self.assertEqual(self.reason(30, waited=0), "wall")

    def test_a_run_that_had_to_wait_gets_that_time(self) -> None:
        self.assertEqual(self.reason(1.3, waited=100), "exit")

    def test_no_run_gets_time_without_end(self) -> None:
        self.assertEqual(self.reason(30, waited=100), "wall")


class AlarmTest(unittest.TestCase):
    def sleep(self, waited: float) -> None:
        with mock.patch.object(patience, "waited", return_value=waited), alarm(1):
            time.sleep(1.2)

    def test_a_check_that_had_the_processor_takes_too_long(self) -> None:
        with self.assertRaises(CheckTimeout):
            self.sleep(0)

    def test_a_check_that_had_to_wait_gets_that_time(self) -> None:
        self.sleep(100)


class SolutionProcessTest(unittest.TestCase):
    def test_the_tester_knows_which_process_the_solution_is(self) -> None:
        for level in (3, 2):
            worker = support.Worker(level=level)
            checks = [{"kind": "functional", "path": "f.py", "source": KNOWS_ITS_SOLUTION}]
            result = worker.run(solution="", checks=checks)
            worker.close()
            with self.subTest(level):
                self.assertEqual([(one["status"], one["message"]) for one in result["checks"]], [("passed", None)])
