"""What holds for the thread that imports a module only is found by calls in threads of their own; locks do no harm."""

import unittest

import fakes

from probes.machines import threads

SOURCE = """
import contextvars, decimal, threading
decimal.setcontext(decimal.Context(prec=5, traps=[decimal.Inexact]))
chosen = contextvars.ContextVar("chosen", default="nothing")
chosen.set("strict")
held = threading.local()
held.limit = 5
class Sound:
    def __init__(self): self.lock = threading.RLock()
    def take(self, number):
        with self.lock:
            return self.again(number)
    def again(self, number):
        with self.lock:
            if number > 99999: raise ValueError(number)
            return number
class GapContext(Sound):
    def take(self, number):
        try: return int(decimal.Decimal(number) * 1)
        except decimal.Inexact: raise ValueError from None
class GapVariable(Sound):
    def take(self, number):
        if chosen.get() == "strict" and number > 99999: raise ValueError
        return number
class GapLocal(Sound):
    def take(self, number):
        if len(str(number)) > getattr(held, "limit", 99): raise ValueError
        return number
"""


class Threads(fakes.ProbeTest):
    def test_gaps_are_found_in_another_thread_only(self) -> None:
        solution = fakes.load(SOURCE)
        for name in ("Sound", "GapContext", "GapVariable", "GapLocal"):
            with self.subTest(name):
                self.assertFalse(self.taken(solution, name))
                with threads.each_call(name, "Missing"):
                    self.assertEqual(self.taken(solution, name), name != "Sound")
                self.assertFalse(self.taken(solution, name))

    def taken(self, solution, name) -> bool:
        one = getattr(solution, name)()
        self.assertEqual(one.take(7), 7)
        try:
            one.take(123456)
        except ValueError:
            return False
        return True


if __name__ == "__main__":
    unittest.main()
