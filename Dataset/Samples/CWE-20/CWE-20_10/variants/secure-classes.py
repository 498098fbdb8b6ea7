import copy
import json


class Moored:
    name = "moored"

    def open(self, ferry):
        ferry.phase = Boarding()

    def cast_off(self, ferry):
        ferry.trips.append(ferry.aboard)
        ferry.phase = Crossing()


class Boarding:
    name = "boarding"
    undone = None

    def on(self, ferry, count):
        if not isinstance(count, int) or isinstance(count, bool) or count <= 0 or ferry.aboard + count > ferry.places:
            raise ValueError("on")
        self.undone = ferry.aboard
        ferry.aboard += count

    def off(self, ferry, count):
        if not isinstance(count, int) or isinstance(count, bool) or count <= 0 or count > ferry.aboard:
            raise ValueError("off")
        self.undone = ferry.aboard
        ferry.aboard -= count

    def undo(self, ferry):
        if self.undone is None:
            raise ValueError("undo")
        ferry.aboard, self.undone = self.undone, None

    def close(self, ferry):
        ferry.phase = Moored()


class Crossing:
    name = "crossing"

    def land(self, ferry):
        ferry.phase, ferry.bank = Moored(), "south" if ferry.bank == "north" else "north"


EVENTS = {"open": (Moored.open, Moored), "cast off": (Moored.cast_off, Moored), "on": (Boarding.on, Boarding), "off": (Boarding.off, Boarding), "undo": (Boarding.undo, Boarding), "close": (Boarding.close, Boarding), "land": (Crossing.land, Crossing)}


class Ferry:
    def __init__(self, places):
        self.places, self.bank, self.aboard, self.trips, self.phase = places, "north", 0, [], Moored()

    def report(self, text):
        later = copy.deepcopy(self)
        try:
            events = json.loads(text)
            if type(events) is not list:
                raise ValueError("no list")
            for event in events:
                if type(event) is not list:
                    raise ValueError("no event")
                happen, phase = EVENTS[event[0]]
                if not isinstance(later.phase, phase):
                    raise ValueError("not now")
                happen(later.phase, later, *event[1:])
        except (TypeError, KeyError, IndexError, RecursionError) as error:
            raise ValueError("no event") from error
        self.__dict__ = later.__dict__

    def status(self):
        return {"state": self.phase.name, "bank": self.bank, "aboard": self.aboard, "trips": [*self.trips]}
