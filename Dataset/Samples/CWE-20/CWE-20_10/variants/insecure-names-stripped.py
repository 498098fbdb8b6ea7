import json

MOVES = {
    ("moored", "open"): "boarding",
    ("boarding", "close"): "moored",
    ("moored", "cast off"): "crossing",
    ("crossing", "land"): "moored",
}
BANKS = {"north": "south", "south": "north"}


class Ferry:
    def __init__(self, places):
        self.places = places
        self.now = {"state": "moored", "bank": "north", "aboard": 0, "trips": [], "before": None}

    def report(self, text):
        events = json.loads(text)
        if not isinstance(events, list):
            raise ValueError("a report is a list")
        now = {**self.now, "trips": list(self.now["trips"])}
        for event in events:
            if not isinstance(event, list) or not event or not isinstance(event[0], str):
                raise ValueError(f"this is no event: {event}")
            self._happen(now, *event)
        self.now = now

    def _happen(self, now, name, *values):
        name = name.strip().lower()
        if name in ("on", "off"):
            if now["state"] != "boarding" or len(values) != 1 or type(values[0]) is not int or values[0] < 1:
                raise ValueError(f"nobody can go {name}")
            aboard = now["aboard"] + values[0] if name == "on" else now["aboard"] - values[0]
            if not 0 <= aboard <= self.places:
                raise ValueError(f"there cannot be {aboard} people aboard")
            now["before"], now["aboard"] = now["aboard"], aboard
            return
        if values:
            raise ValueError(f"{name} has no values")
        if name == "undo":
            if now["before"] is None:
                raise ValueError("there is nothing to take back")
            now["aboard"] = now["before"]
        elif (now["state"], name) in MOVES:
            now["state"] = MOVES[now["state"], name]
            if name == "cast off":
                now["trips"].append(now["aboard"])
            elif name == "land":
                now["bank"] = BANKS[now["bank"]]
        else:
            raise ValueError(f"{name} cannot be now")
        now["before"] = None

    def status(self):
        return {"state": self.now["state"], "bank": self.now["bank"], "aboard": self.now["aboard"], "trips": list(self.now["trips"])}
