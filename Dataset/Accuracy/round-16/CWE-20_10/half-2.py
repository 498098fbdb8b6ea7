import json


def _refuse(name):
    raise ValueError("not a number: " + name)


def _people(value):
    """The number of people, a whole one of at least 1; 3.0 counts as 3."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ValueError("not a number")
    number = int(value)
    if number != value or number < 1:
        raise ValueError("not a number of people")
    return number


class Ferry:
    LENGTH = {"open": 1, "on": 2, "off": 2, "close": 1, "cast off": 1, "land": 1, "undo": 1}

    def __init__(self, places):
        self.places = places
        self._state = "moored"
        self._bank = "north"
        self._aboard = 0
        self._trips = []
        self._undo = None

    def report(self, text):
        before = (self._state, self._bank, self._aboard, list(self._trips), self._undo)
        try:
            events = json.loads(text, parse_constant=_refuse)
            if not isinstance(events, list):
                raise ValueError("not a list")
            for event in events:
                self._happen(event)
        except (ValueError, TypeError, KeyError, IndexError, RecursionError) as error:
            self._state, self._bank, self._aboard, self._trips, self._undo = before
            raise ValueError(f"report refused: {error}") from None

    def _happen(self, event):
        if not isinstance(event, list) or self.LENGTH[event[0]] != len(event):
            raise ValueError("not an event")
        name = event[0]
        if name == "open":
            self._at("moored")
            self._state, self._undo = "boarding", None
        elif name in ("on", "off"):
            self._at("boarding")
            number = _people(event[1])
            after = self._aboard + (number if name == "on" else -number)
            if not 0 <= after <= self.places:
                raise ValueError("they do not fit")
            self._undo, self._aboard = self._aboard, after
        elif name == "close":
            self._at("boarding")
            self._state, self._undo = "moored", None
        elif name == "cast off":
            self._at("moored")
            self._state = "crossing"
            self._trips.append(self._aboard)
        elif name == "land":
            self._at("crossing")
            self._state = "moored"
            self._bank = "south" if self._bank == "north" else "north"
        else:
            if self._undo is None:
                raise ValueError("nothing to undo")
            self._aboard, self._undo = self._undo, None

    def _at(self, state):
        if self._state != state:
            raise ValueError(f"not while {self._state}")

    def status(self):
        return {"state": self._state, "bank": self._bank,
                "aboard": self._aboard, "trips": list(self._trips)}
