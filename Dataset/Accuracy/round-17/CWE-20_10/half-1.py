import json

_LENGTHS = {"open": 0, "on": 1, "off": 1, "close": 0, "cast off": 0, "land": 0, "undo": 0}
_OTHER = {"north": "south", "south": "north"}


class Ferry:
    def __init__(self, places):
        if isinstance(places, bool) or not isinstance(places, int) or places < 1:
            raise ValueError("places must be a whole number of at least 1")
        self._places = places
        self._now = ("moored", "north", 0, (), None)

    def report(self, text):
        if not isinstance(text, str):
            raise ValueError("a report is a text")
        try:
            events = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise ValueError("no JSON") from error
        if not isinstance(events, list):
            raise ValueError("a report is a list")
        now = self._now
        for event in events:
            now = self._after(now, event)
        self._now = now

    def _after(self, now, event):
        """The state after one event; states are never changed in place."""
        state, bank, aboard, trips, last = now
        try:
            name, *values = event
        except (TypeError, ValueError):
            raise ValueError("no event") from None
        if not isinstance(name, str) or name not in _LENGTHS:
            raise ValueError("unknown event")
        if len(values) != _LENGTHS[name]:
            raise ValueError("too few or too many values")

        if name == "undo":
            if last is None:
                raise ValueError("nothing to take back")
            return (state, bank, aboard - last, trips, None)
        if name in ("on", "off"):
            number = values[0]
            if type(number) is not int or number < 1:
                raise ValueError("no number of people")
            if state != "boarding":
                raise ValueError("the gate is closed")
            change = number if name == "on" else -number
            if not 0 <= aboard + change <= self._places:
                raise ValueError("so many people cannot be")
            return (state, bank, aboard + change, trips, change)

        needed = {"open": "moored", "close": "boarding", "cast off": "moored", "land": "crossing"}[name]
        if state != needed:
            raise ValueError("not at this time")
        if name == "open":
            return ("boarding", bank, aboard, trips, None)
        if name == "close":
            return ("moored", bank, aboard, trips, None)
        if name == "cast off":
            return ("crossing", bank, aboard, trips + (aboard,), None)
        return ("moored", _OTHER[bank], aboard, trips, None)

    def status(self):
        state, bank, aboard, trips, _ = self._now
        return {"state": state, "bank": bank, "aboard": aboard, "trips": list(trips)}
