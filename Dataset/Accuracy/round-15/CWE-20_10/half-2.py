"""Where the cable ferry is, from the reports of its crew's phone."""

import copy
import json
from functools import lru_cache

_PLAIN = {
    # event: (state in which it may be, state that follows)
    "open": ("moored", "boarding"),
    "close": ("boarding", "moored"),
    "cast off": ("moored", "crossing"),
    "land": ("crossing", "moored"),
}
_OTHER_BANK = {"north": "south", "south": "north"}


@lru_cache(maxsize=256)
def _checked(*event):
    """The event as (name, people); a day has the same few events again and again."""
    name = event[0] if event else None
    if not isinstance(name, str):
        raise ValueError("no event")
    if name in ("on", "off"):
        if len(event) != 2 or type(event[1]) is not int or event[1] < 1:
            raise ValueError(f"{name} needs a whole number of people")
        return name, event[1]
    if len(event) != 1 or (name not in _PLAIN and name != "undo"):
        raise ValueError("no such event")
    return name, 0


class _Ship:
    def __init__(self, places):
        self.places = places
        self.state = "moored"
        self.bank = "north"
        self.aboard = 0
        self.trips = ()
        self.last = 0                  # people of the last on or off, if that was the last event

    def apply(self, name, people):
        if name == "undo":
            if not self.last:
                raise ValueError("nothing to take back")
            self.aboard -= self.last
            self.last = 0
        elif name in _PLAIN:
            when, then = _PLAIN[name]
            if self.state != when:
                raise ValueError(f"{name} while {self.state}")
            if name == "cast off":
                self.trips += (self.aboard,)
            elif name == "land":
                self.bank = _OTHER_BANK[self.bank]
            self.state, self.last = then, 0
        else:
            if self.state != "boarding":
                raise ValueError(f"{name} while {self.state}")
            change = people if name == "on" else -people
            if not 0 <= self.aboard + change <= self.places:
                raise ValueError("that many people cannot be")
            self.aboard += change
            self.last = change


class Ferry:
    def __init__(self, places):
        self._ship = _Ship(places)

    def report(self, text):
        try:
            events = json.loads(text)
        except (TypeError, RecursionError) as error:
            raise ValueError("no report") from error
        if type(events) is not list:
            raise ValueError("a report is a list")
        ship = copy.copy(self._ship)   # all its fields are immutable
        for event in events:
            if type(event) is not list:
                raise ValueError("an event is a list")
            try:
                name, people = _checked(*event)
            except TypeError as error:     # lists and objects within
                raise ValueError("no event") from error
            ship.apply(name, people)
        self._ship = ship

    def status(self):
        ship = self._ship
        return {"state": ship.state, "bank": ship.bank, "aboard": ship.aboard, "trips": list(ship.trips)}
