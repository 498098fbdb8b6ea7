# The ferry as a coroutine over the whole log: a report is tried on a replay first.
import decimal
import json


def _number(text):
    try:
        return decimal.Decimal(text)
    except decimal.InvalidOperation:
        raise ValueError("no number") from None


def _constant(text):
    raise ValueError(text)


def _crew(places):
    """A generator that is sent normalised events and answers with a status."""
    status = {"state": "moored", "bank": "north", "aboard": 0, "trips": []}
    back = []
    while True:
        name, *numbers = yield status
        state = status["state"]
        if name == "undo":
            if not back:
                raise ValueError("undo of nothing")
            status["aboard"] -= back.pop()
            continue
        back.clear()
        if name in ("on", "off"):
            if state != "boarding":
                raise ValueError("the gate is closed")
            change = numbers[0] * (1 if name == "on" else -1)
            if not 0 <= status["aboard"] + change <= places:
                raise ValueError("too many or too few")
            status["aboard"] += change
            back.append(change)
            continue
        wanted, status["state"] = {"open": ("moored", "boarding"), "close": ("boarding", "moored"),
                                   "cast off": ("moored", "crossing"), "land": ("crossing", "moored")}[name]
        if state != wanted:
            raise ValueError("not now")
        if name == "cast off":
            status["trips"].append(status["aboard"])
        if name == "land":
            status["bank"] = "north" if status["bank"] == "south" else "south"


class Ferry:
    def __init__(self, places):
        self.places = places
        self.log = ()

    def _normal(self, event):
        if not isinstance(event, list):
            raise ValueError("no event")
        for name in ("open", "close", "cast off", "land", "undo"):
            if event == [name]:
                return (name,)
        if len(event) == 2 and isinstance(event[0], str) and event[0] in ("on", "off"):
            number = event[1]
            if isinstance(number, (int, decimal.Decimal)) and not isinstance(number, bool):
                if 1 <= number <= self.places and int(number) == number:
                    return (event[0], int(number))
        raise ValueError("no event")

    def _replay(self, log):
        crew = _crew(self.places)
        status = next(crew)
        for event in log:
            status = crew.send(event)
        return status

    def report(self, text):
        if not isinstance(text, str):
            raise ValueError("no text")
        try:
            events = json.loads(text, parse_float=_number, parse_constant=_constant)
        except RecursionError:
            raise ValueError("too deep") from None
        if not isinstance(events, list):
            raise ValueError("no list")
        log = self.log + tuple(map(self._normal, events))
        self._replay(log)
        self.log = log

    def status(self):
        return self._replay(self.log)
