"""Reports that break in the middle: programs that keep half of one, and sound ones."""

import copy
import decimal
import itertools
import json
import unittest

import fakes  # noqa: F401

from probes.grammars import json_values


class Counter:
    """Adds up; `number` reads one number, `waited` are the errors at which everything is undone."""

    def __init__(self, number, waited):
        self.sum, self.number, self.waited = 0, number, waited

    def report(self, text):
        events, before = json.loads(text, parse_constant=self.no_constant), self.sum
        try:
            for event in events:
                self.happens(event)
        except self.waited:
            self.sum = before
            raise ValueError from None

    @staticmethod
    def no_constant(text):
        raise ValueError(text)

    def happens(self, event):
        if not isinstance(event, list) or len(event) != 2 or event[0] != "on":
            raise ValueError
        self.sum += self.number(event[1])


def checked(value):
    if type(value) is not int or not 0 < value < 10:
        raise ValueError
    return value


def whole(value):
    return checked(int(value)) if isinstance(value, float) else checked(value)


def looked_up(value):
    return {1: 1, 2: 2}.get(value) or checked(value)


def by_name(value):
    return checked(int(value.strip()) if not isinstance(value, int) else value)


GAPS = {
    "int of a float": Counter(whole, ValueError),
    "float of an int": Counter(lambda value: checked(value) if type(value) is not int or float(value) < 10 else checked(0), ValueError),
    "a hash": Counter(looked_up, ValueError),
    "compared": Counter(lambda value: checked(value) if value > 0 else checked(0), ValueError),
    "a method": Counter(by_name, ValueError),
    "a decimal": Counter(lambda value: checked(int(decimal.Decimal(value))), (ValueError, TypeError)),
    "a copy": Counter(lambda value: checked(copy.deepcopy(value)), (ValueError, TypeError)),
    "as an index": Counter(lambda value: checked(range(1, 10)[value - 1] if isinstance(value, int) else 0), ValueError),
    "bytes": Counter(lambda value: checked(len(value.to_bytes(8, "big")) and value) if isinstance(value, int) else checked(value), ValueError),
    "unpacked": Counter(lambda value: checked(*[value][: len([value])]) if not isinstance(value, list) else checked(value[0]), ValueError),
    "nothing undone": Counter(checked, ()),
}


class JsonValues(unittest.TestCase):
    def found(self, counter):
        counter.sum = 0
        for text in itertools.islice(json_values.reports([["on", 1]], ("on", "off")), 120):
            try:
                counter.report(text)
            except Exception:
                pass
            if counter.sum:
                return text
        return None

    def test_every_planted_gap_is_found(self):
        self.assertEqual([name for name, counter in GAPS.items() if not self.found(counter)], [])

    def test_who_undoes_it_whatever_comes_is_not(self):
        for number in (checked, whole, by_name):
            self.assertIsNone(self.found(Counter(number, Exception)))


if __name__ == "__main__":
    unittest.main()
