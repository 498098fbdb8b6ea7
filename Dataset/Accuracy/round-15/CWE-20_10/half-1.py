"""Where the cable ferry is, from the reports of its crew's phone."""

import json


def _no_constant(text):
    raise ValueError(f"{text} is no number")


def _people(value):
    """The whole number of people in an event; a phone may write 3 as 3.0."""
    if type(value) is float:
        whole = int(value)
        if whole != value:
            raise ValueError("no half people")
        value = whole
    if type(value) is not int or value < 1:
        raise ValueError("not a number of people")
    return value


class Ferry:
    def __init__(self, places):
        self._places = places
        self._state = "moored"
        self._bank = "north"
        self._aboard = 0
        self._trips = []
        self._change = None        # what an undo would take back

    def report(self, text):
        if not isinstance(text, str):
            raise ValueError("a report is a text")
        try:
            events = json.loads(text, parse_constant=_no_constant)
        except RecursionError:
            raise ValueError("nested too deeply") from None
        if not isinstance(events, list):
            raise ValueError("a report is a list of events")
        before = (self._state, self._bank, self._aboard, list(self._trips), self._change)
        try:
            for event in events:
                self._happens(event)
        except ValueError:
            self._state, self._bank, self._aboard, self._trips, self._change = before
            raise

    def _need(self, state):
        if self._state != state:
            raise ValueError(f"not while {self._state}")

    def _happens(self, event):
        if not isinstance(event, list):
            raise ValueError("an event is a list")
        match event:
            case ["open"]:
                self._need("moored")
                self._state, self._change = "boarding", None
            case ["on" | "off" as kind, number]:
                self._need("boarding")
                change = _people(number) if kind == "on" else -_people(number)
                if not 0 <= self._aboard + change <= self._places:
                    raise ValueError("they do not fit")
                self._aboard += change
                self._change = change
            case ["close"]:
                self._need("boarding")
                self._state, self._change = "moored", None
            case ["cast off"]:
                self._need("moored")
                self._state, self._change = "crossing", None
                self._trips.append(self._aboard)
            case ["land"]:
                self._need("crossing")
                self._state, self._change = "moored", None
                self._bank = "south" if self._bank == "north" else "north"
            case ["undo"]:
                if self._change is None:
                    raise ValueError("nothing to take back")
                self._aboard -= self._change
                self._change = None
            case _:
                raise ValueError("no such event")

    def status(self):
        return {"state": self._state, "bank": self._bank,
                "aboard": self._aboard, "trips": list(self._trips)}
