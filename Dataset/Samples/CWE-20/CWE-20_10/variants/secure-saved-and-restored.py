import json


class Ferry:
    def __init__(self, places):
        self.places = places
        self.row = ("moored", "north", 0, (), None)

    def report(self, text):
        row = self.row
        try:
            events = json.loads(text)
            assert isinstance(events, list)
            for event in events:
                assert isinstance(event, list)
                self.event(*event)
        except BaseException as error:
            self.row = row
            raise ValueError("the report cannot be right") from error

    def event(self, name, *number):
        state, bank, aboard, trips, last = self.row
        if name in {"on", "off"}:
            (count,) = number
            if state != "boarding" or isinstance(count, bool) or count not in range(1, self.places + 1):
                raise ValueError(name)
            count = int(count)
            now = aboard + (count if name == "on" else -count)
            if now not in range(self.places + 1):
                raise ValueError(now)
            self.row = (state, bank, now, trips, aboard)
            return
        if number:
            raise ValueError(number)
        if name == "undo" and last is not None:
            self.row = (state, bank, last, trips, None)
        elif (state, name) == ("moored", "open"):
            self.row = ("boarding", bank, aboard, trips, None)
        elif (state, name) == ("boarding", "close"):
            self.row = ("moored", bank, aboard, trips, None)
        elif (state, name) == ("moored", "cast off"):
            self.row = ("crossing", bank, aboard, (*trips, aboard), None)
        elif (state, name) == ("crossing", "land"):
            self.row = ("moored", "north" if bank == "south" else "south", aboard, trips, None)
        else:
            raise ValueError(name)

    def status(self):
        state, bank, aboard, trips, _ = self.row
        return dict(state=state, bank=bank, aboard=aboard, trips=list(trips))
