"""Another time is seen wherever a program may look for it, and is gone afterwards."""

import time
import unittest

import fakes

from probes import clock

SOURCE = """
import datetime, random, secrets, time
from datetime import date, datetime as moment, timezone
from time import time as now
EXPRESSIONS = (
    lambda: time.time(), lambda: now(), lambda: time.time_ns() / 1e9, lambda: time.monotonic(),
    lambda: time.perf_counter(), lambda: moment.now().timestamp(), lambda: datetime.datetime.now(timezone.utc).timestamp(),
    lambda: moment.utcnow().replace(tzinfo=timezone.utc).timestamp(),
)
def told(): return [look() for look in EXPRESSIONS]
def years(): return [date.today().year, time.gmtime().tm_year, time.localtime().tm_year, moment.today().year]
def is_known(value): return isinstance(value, moment)
def seeded(): return random.Random(time.time_ns()).random()
def drawn(): return secrets.token_hex(8)
def waits():
    end = now() + 0.5
    while now() < end: pass
    return True
"""
MOMENT = 4_000_000_000.5


class Clock(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        fakes.load(SOURCE)

    def test_every_way_of_asking_tells_the_given_time(self) -> None:
        for told in clock.at(MOMENT, "solution.told()").value:
            self.assertTrue(0 < told - MOMENT < 1, told)
        self.assertEqual(clock.at(MOMENT, "solution.years()").value, [2096] * 4)

    def test_the_same_moment_is_the_same_again_and_chance_is_not(self) -> None:
        seeded, drawn = ([clock.at(MOMENT, f"solution.{name}()").value for _ in range(2)] for name in ("seeded", "drawn"))
        self.assertEqual(seeded[0], seeded[1])
        self.assertNotEqual(drawn[0], drawn[1])

    def test_whoever_waits_for_a_time_gets_there(self) -> None:
        self.assertIs(clock.at(MOMENT, "solution.waits()").value, True)

    def test_moments_of_before_are_moments(self) -> None:
        call = "solution.is_known(given)"
        self.assertIs(clock.at(MOMENT, call, setup="import datetime; given = datetime.datetime(2020, 1, 1)").value, True)

    def test_the_time_is_the_real_one_afterwards(self) -> None:
        clock.at(MOMENT, "1 / 0")
        self.assertLess(time.time(), MOMENT)
        self.assertTrue(all(told < MOMENT for told in fakes.harness.solution.told()))


if __name__ == "__main__":
    unittest.main()
