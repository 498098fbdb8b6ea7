import json


class Ferry:
    """What the cable ferry is doing, as told by its crew's phone."""

    def __init__(self, places):
        if type(places) is not int or places < 1:
            raise ValueError("a ferry needs places")
        self._places = places
        self._now = {"state": "moored", "bank": "north", "aboard": 0, "trips": (), "last": 0}

    def report(self, text):
        try:
            events = json.loads(text)
        except (ValueError, TypeError, RecursionError) as error:
            raise ValueError("no JSON") from error
        if type(events) is not list:
            raise ValueError("no list of events")
        draft = dict(self._now)          # all values are immutable
        for event in events:
            self._apply(draft, event)
        self._now = draft

    def _apply(self, now, event):
        if type(event) is not list or not event or type(event[0]) is not str:
            raise ValueError("no event")
        name, values = event[0], event[1:]
        if name in ("on", "off"):
            if len(values) != 1 or type(values[0]) is not int or values[0] < 1:
                raise ValueError("no number of people")
            self._need(now, "boarding")
            change = values[0] if name == "on" else -values[0]
            aboard = now["aboard"] + change
            if not 0 <= aboard <= self._places:
                raise ValueError("people do not fit")
            now["aboard"] = aboard
            now["last"] = change
            return
        if values:
            raise ValueError("too many values")
        if name == "open":
            self._need(now, "moored")
            now["state"] = "boarding"
        elif name == "close":
            self._need(now, "boarding")
            now["state"] = "moored"
        elif name == "cast off":
            self._need(now, "moored")
            now["state"] = "crossing"
            now["trips"] += (now["aboard"],)
            now["last"] = 0              # nothing to take back once they are gone
        elif name == "land":
            self._need(now, "crossing")
            now["state"] = "moored"
            now["bank"] = "south" if now["bank"] == "north" else "north"
        elif name == "undo":
            self._need(now, "boarding")
            if not now["last"]:
                raise ValueError("nothing to take back")
            now["aboard"] -= now["last"]
            now["last"] = 0
        else:
            raise ValueError("unknown event")

    @staticmethod
    def _need(now, state):
        if now["state"] != state:
            raise ValueError("not at this time")

    def status(self):
        now = self._now
        return {"state": now["state"], "bank": now["bank"],
                "aboard": now["aboard"], "trips": list(now["trips"])}
