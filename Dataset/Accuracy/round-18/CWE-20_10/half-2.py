import json

_FORMS = {"open": 0, "on": 1, "off": 1, "close": 0, "cast off": 0, "land": 0, "undo": 0}


class Ferry:
    def __init__(self, places):
        self._places = places
        self._state = "moored"
        self._bank = "north"
        self._aboard = 0
        self._trips = []
        self._log = []  # the events that count, in their order

    def report(self, text):
        events = self._parse(text)
        before = self._state, self._bank, self._aboard, len(self._trips), len(self._log)
        try:
            for name, *value in events:
                self._happen(name, *value)
        except ValueError:
            # the whole report counts for nothing
            self._state, self._bank, self._aboard, trips, log = before
            del self._trips[trips:]
            del self._log[log:]
            raise

    @staticmethod
    def _parse(text):
        if not isinstance(text, str):
            raise ValueError("a report is a text")
        try:
            events = json.loads(text)
        except RecursionError:
            raise ValueError("too deep") from None
        if type(events) is not list:
            raise ValueError("a report is a list")
        for event in events:
            if type(event) is not list or not event or type(event[0]) is not str:
                raise ValueError("an event is a list that begins with its name")
            if _FORMS.get(event[0]) != len(event) - 1:
                raise ValueError("no such event")
            for number in event[1:]:
                if type(number) is not int or number < 1:
                    raise ValueError("not a number of people")
        return events

    def _happen(self, name, number=0):
        if name == "undo":
            if not self._log or self._log[-1][0] not in ("on", "off"):
                raise ValueError("nothing to take back")
            # the one that is taken back makes room for the undo
            last, number = self._log.pop()
            self._aboard += -number if last == "on" else number
            self._log.append(("undo", 0))
            return
        if name in ("on", "off"):
            self._need("boarding")
            aboard = self._aboard + (number if name == "on" else -number)
            if not 0 <= aboard <= self._places:
                raise ValueError("so many do not fit")
            self._aboard = aboard
        elif name == "open":
            self._need("moored")
            self._state = "boarding"
        elif name == "close":
            self._need("boarding")
            self._state = "moored"
        elif name == "cast off":
            self._need("moored")
            self._state = "crossing"
            self._trips.append(self._aboard)
        else:
            self._need("crossing")
            self._state = "moored"
            self._bank = "south" if self._bank == "north" else "north"
        self._log.append((name, number))

    def _need(self, state):
        if self._state != state:
            raise ValueError("not now")

    def status(self):
        return {"state": self._state, "bank": self._bank, "aboard": self._aboard,
                "trips": list(self._trips)}
