"""Limits strike what a program does, not what the machine does to it."""

import os
import socket
import time
import unittest
from unittest import mock

import support
from jail import effort, monitor
from jail.settings import SLOWEST, Limits
from tester import context
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

#: Computes, sleeps, or does neither for so many seconds.
SOLUTION = """
import time

def compute(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
    return True

def sleep(seconds):
    time.sleep(seconds)
    return True

def endless():
    while True:
        yield 1
"""
CHECK = """
from harness import solution
"""


def checks(*bodies: str) -> list[dict[str, str]]:
    source = CHECK + "".join(f"def test_{number}():\n    {body}\n" for number, body in enumerate(bodies))
    return [{"kind": "functional", "path": "f.py", "source": source}]


class LookTest(unittest.TestCase):
    def test_what_a_process_does_is_seen(self) -> None:
        before = effort.look([os.getpid()])
        end = time.process_time() + 0.3
        while time.process_time() < end:
            pass
        after = effort.look([os.getpid()])
        self.assertTrue(after.is_active)
        self.assertGreater(after.computed - before.computed, 0.2)
        self.assertGreaterEqual(after.waited_since(before), 0)

    def test_a_child_and_a_thread_count(self) -> None:
        child = os.fork()
        if child == 0:
            while True:
                pass
        time.sleep(0.5)
        seen = effort.look([os.getpid()])
        os.kill(child, 9)
        os.waitpid(child, 0)
        self.assertIn(f"{child}/{child}", seen.waited)

    def test_processes_that_are_gone_do_nothing(self) -> None:
        for roots in ([], [2**22 + 1]):
            self.assertEqual(effort.look(roots), effort.Look())


class MonitorTest(unittest.TestCase):
    def reason(self, sleep: float, active: float) -> str:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        pid = os.fork()
        if pid == 0:
            time.sleep(sleep)
            os._exit(0)
        with ours, theirs:
            limits = Limits(wall_seconds=1, cpu_seconds=1)
            return monitor.watch(pid, ours, limits, lambda: [], active=lambda: active).reason

    def test_an_idle_run_is_ended_at_its_limit(self) -> None:
        self.assertEqual(self.reason(60, active=0), "wall")

    def test_a_run_that_computed_or_had_to_wait_gets_that_time(self) -> None:
        self.assertEqual(self.reason(1.3, active=100), "exit")

    def test_no_run_gets_time_without_end(self) -> None:
        self.assertEqual(self.reason(60, active=100), "wall")


class AlarmTest(unittest.TestCase):
    def spend(self, look: effort.Look, cpu: float = 1.0, seconds: float = 1.6) -> None:
        """So much time as the limit of a check is, and as the tester sees it."""
        with mock.patch.object(effort, "look", side_effect=lambda roots: look):
            with mock.patch.object(context.current, "cpu_seconds", cpu), alarm(1):
                time.sleep(seconds)

    def test_a_check_that_could_have_gone_on_takes_too_long(self) -> None:
        with self.assertRaisesRegex(CheckTimeout, "took longer than 1 s") as struck:
            self.spend(effort.Look())
        self.assertEqual(struck.exception.limit, "check")

    def test_a_check_whose_processes_want_the_processor_does_not(self) -> None:
        self.spend(effort.Look(is_active=True), cpu=5)

    def test_however_slow_the_machine_there_is_an_end(self) -> None:
        with self.assertRaisesRegex(CheckTimeout, "though it could have computed"):
            self.spend(effort.Look(is_active=True), cpu=0.1, seconds=20)

    def test_a_check_that_computes_too_long_is_told_so(self) -> None:
        with self.assertRaisesRegex(CheckTimeout, "processor time limit of 0.3 s") as struck:
            with mock.patch.object(context.current, "cpu_seconds", 0.3), alarm(60):
                while True:
                    pass
        self.assertEqual(struck.exception.limit, "cpu")


class RunTest(unittest.TestCase):
    def test_limits_are_those_of_one_check(self) -> None:
        limits = {"cpuSeconds": 2, "checkSeconds": 2, "wallSeconds": 600}
        for level in (3, 2):
            worker = support.Worker(level=level)
            self.addCleanup(worker.close)
            for body in ("assert solution.compute(1)", "assert solution.sleep(1)"):
                with self.subTest(body, level=level):
                    result = worker.run(solution=SOLUTION, checks=checks(*[body] * 4), limits=limits)
                    self.assertEqual({check["status"] for check in result["checks"]}, {"passed"}, result)

    def test_the_check_that_struck_names_the_limit(self) -> None:
        limits = {"cpuSeconds": 1, "checkSeconds": 1}
        for level in (3, 2):
            worker = support.Worker(level=level)
            self.addCleanup(worker.close)
            for body, limit, message in (
                ("solution.compute(60)", "cpu", "processor time limit of 1 s"),
                ("[0 for one in solution.endless()]", "cpu", "processor time limit of 1 s"),
                ("solution.sleep(60)", "check", "took longer than 1 s"),
            ):
                with self.subTest(body, level=level):
                    result = worker.run(solution=SOLUTION, checks=checks("pass", body, "pass"), limits=limits)
                    self.assertEqual((result["ending"], result["limit"]), ("limit", limit))
                    self.assertEqual(result["detail"], f"functional/test_1: {message}")
                    found = [(check["status"], check["limit"], check["message"]) for check in result["checks"]]
                    self.assertEqual(
                        found, [("passed", None, None), ("failed", limit, message), ("not-run", None, None)]
                    )

    def test_strong_hashing_has_the_memory_that_it_needs(self) -> None:
        solution = "import hashlib\ndef digest(n):\n    made = hashlib.scrypt(b'x', salt=b'y' * 16, n=n, r=8, p=1,"
        solution += " maxmem=1 << 30)\n    return len(made)\n"
        bodies = [f"assert solution.digest({n}) == 64" for n in (1 << 14, 1 << 15, 1 << 17)]
        for level in (3, 2):
            worker = support.Worker(level=level)
            self.addCleanup(worker.close)
            result = worker.run(solution=solution, checks=checks(*bodies))
            self.assertEqual({check["status"] for check in result["checks"]}, {"passed"}, result)

    def test_the_last_bounds_follow_the_limits(self) -> None:
        limits = Limits(cpu_seconds=10, check_seconds=3, wall_seconds=20)
        self.assertEqual(limits.longest_check, 3 + SLOWEST * 10)
        self.assertGreaterEqual(limits.longest_run, 2 * limits.longest_check)
        self.assertGreaterEqual(limits.whole_cpu_seconds, limits.longest_run)


class SolutionProcessTest(unittest.TestCase):
    def test_the_tester_knows_which_process_the_solution_is(self) -> None:
        for level in (3, 2):
            worker = support.Worker(level=level)
            files = [{"kind": "functional", "path": "f.py", "source": KNOWS_ITS_SOLUTION}]
            result = worker.run(solution="", checks=files)
            worker.close()
            with self.subTest(level):
                self.assertEqual([(one["status"], one["message"]) for one in result["checks"]], [("passed", None)])


if __name__ == "__main__":
    unittest.main()
