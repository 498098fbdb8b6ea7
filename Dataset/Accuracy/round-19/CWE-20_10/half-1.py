import json

NORTH, SOUTH = "north", "south"


class Ferry:
    def __init__(self, places):
        if type(places) is not int or places < 1:
            raise ValueError("places must be an int of at least 1")
        self._places = places
        self._now = ("moored", NORTH, 0, (), None)

    def report(self, text):
        if not isinstance(text, str):
            raise ValueError("a report is a text")
        try:
            events = json.loads(text)
        except RecursionError:
            raise ValueError("nested too deeply") from None
        if not isinstance(events, list):
            raise ValueError("a report is a list of events")
        now = self._now
        for event in events:
            now = self._after(now, event)
        self._now = now

    def _after(self, now, event):
        state, bank, aboard, trips, last = now
        try:
            name, *values = event
        except (TypeError, ValueError):
            raise ValueError("not an event") from None
        if not isinstance(name, str):
            raise ValueError("not an event")

        if name in ("on", "off"):
            if len(values) != 1 or type(values[0]) is not int or values[0] < 1:
                raise ValueError("a whole number of at least 1 is needed")
            if state != "boarding":
                raise ValueError("the gate is closed")
            change = values[0] if name == "on" else -values[0]
            if not 0 <= aboard + change <= self._places:
                raise ValueError("so many people cannot be")
            return state, bank, aboard + change, trips, change

        if values:
            raise ValueError("this event has no value")
        if name == "open" and state == "moored":
            return "boarding", bank, aboard, trips, None
        if name == "close" and state == "boarding":
            return "moored", bank, aboard, trips, None
        if name == "cast off" and state == "moored":
            return "crossing", bank, aboard, trips + (aboard,), None
        if name == "land" and state == "crossing":
            return "moored", SOUTH if bank == NORTH else NORTH, aboard, trips, None
        if name == "undo" and last is not None:
            return state, bank, aboard - last, trips, None
        raise ValueError("no such event now")

    def status(self):
        state, bank, aboard, trips, _ = self._now
        return {"state": state, "bank": bank, "aboard": aboard, "trips": list(trips)}
