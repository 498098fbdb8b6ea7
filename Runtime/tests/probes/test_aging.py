"""Races in which time goes by find locks that are given up or taken for old, and processes that share nothing."""

import textwrap
import unittest

import fakes

from probes import interleave
from probes.machines import orders
from probes.machines.machine import Step

COUNTER = """
import multiprocessing, os, queue, sqlite3, threading, time
from contextlib import contextmanager, suppress
SHARED, MODULE = multiprocessing.Lock(), threading.Lock()
{lock}
def add(path):
    with lock(path):
        with open(path) as file:
            count = int(file.read())
        with open(path, "w") as file:
            file.write(str(count + 1))
    return True
"""
FILE = """
@contextmanager
def lock(path):
    since = time.monotonic()
    while True:
        try:
            os.close(os.open(path + ".lock", os.O_CREAT | os.O_EXCL))
            break
        except FileExistsError:
            {wait}
            time.sleep(0.05)
    try:
        yield
    finally:
        with suppress(FileNotFoundError):
            os.unlink(path + ".lock")
"""
IN_MEMORY = """
HELD = {held}
@contextmanager
def lock(path):
    entered = {enter}
    {late}
    try:
        yield
    finally:
        if entered:
            HELD.release()
"""
AGED = "\n" + " " * 12 + "if time.time() - os.path.getmtime(path + '.lock') > 30: os.unlink(path + '.lock')"
OVER = "if time.monotonic() - since > 10: "
LATE = "if not entered: raise TimeoutError"


def in_memory(held: str, enter: str, late: str = "pass") -> str:
    return IN_MEMORY.format(held=held, enter=enter, late=late)


WAITS = "HELD.acquire(timeout=5)"
FLAWED = {
    "taken for old": FILE.format(wait=AGED),
    "given up": FILE.format(wait=OVER + "break"),
    "a lock of the module": in_memory("MODULE", WAITS),
    "a lock of its own": in_memory("threading.Lock()", "HELD.acquire(True, 30)"),
    "a semaphore": in_memory("threading.Semaphore(1)", WAITS),
}
SOUND = {
    "waits on": FILE.format(wait="pass"),
    "says that it is late": FILE.format(wait=OVER + "raise TimeoutError"),
    "a lock in memory": in_memory("threading.RLock()", "HELD.acquire()"),
    "late": in_memory("MODULE", WAITS, LATE),
    "a semaphore, late": in_memory("threading.Semaphore(1)", WAITS, LATE),
}


class Aging(fakes.ProbeTest):
    def sums(self, lock: str, **how) -> set[str]:
        fakes.load(COUNTER.format(lock=textwrap.dedent(lock)))
        runs = interleave.race(
            setup="open(path, 'w').write('0')",
            steps=["solution.add(path)"] * 2,
            after="open(path).read()",
            path=self.box.path("count"),
            **how,
        )
        return {run.after for run in runs if all(outcome.returned for outcome in run.outcomes)}

    def test_a_lock_that_does_not_outlast_a_pause_is_found(self) -> None:
        for name, lock in FLAWED.items():
            self.assertIn("1", self.sums(lock, ages=True, most=30), name)

    def test_a_lock_that_outlasts_it_is_not(self) -> None:
        for name, lock in SOUND.items():
            self.assertLessEqual(self.sums(lock, ages=True, most=30), {"2"}, name)

    def test_clocks_and_locks_are_as_before_when_it_is_over(self) -> None:
        import threading
        import time

        before = time.time, time.sleep, threading.Lock, threading.RLock
        self.sums(FLAWED["given up"], ages=True, most=4)
        self.assertEqual((time.time, time.sleep, threading.Lock, threading.RLock), before)

    def test_programs_that_were_started_apart_share_no_lock_in_memory(self) -> None:
        shared = in_memory("SHARED", "HELD.acquire()")
        self.assertEqual(self.sums(shared), {"2"})
        self.assertIn("1", self.sums(shared, processes=True))
        self.assertEqual(self.sums(FILE.format(wait="pass"), processes=True), {"2"})


class Cup:
    def __init__(self) -> None:
        self.taken = False

    def take(self) -> bool:
        free, self.taken = not self.taken, True
        return free

    def seen(self) -> bool:
        return self.taken


class GivingUp(fakes.ProbeTest):
    def test_a_step_that_gives_up_is_one_that_was_not_taken(self) -> None:
        source = """
        import threading
        class Cup:
            def __init__(self):
                self.lock, self.taken = threading.Lock(), False
            def take(self):
                if not self.lock.acquire(timeout=3):
                    return {late}
                free, self.taken = not self.taken, True
                self.lock.release()
                return free
        """
        race = orders.Race((Step("take", ()),) * 2, (("ages", True),))
        for late, right in (("False", True), ("None", True), ("True", False)):
            fakes.load(textwrap.dedent(source).format(late=late))
            found = orders.unexplained(race, "subject = solution.Cup()", "subject.taken", Cup, Cup.seen)
            self.assertEqual(not found, right, late)


if __name__ == "__main__":
    unittest.main()
