import json
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class _Now:
    state: str = "moored"
    bank: str = "north"
    aboard: int = 0
    trips: tuple = ()
    undo: int | None = None  # how many were aboard before the last on or off


def _people(args):
    (number,) = args
    # bool is an int for Python, but not for us
    if type(number) is not int or number < 1:
        raise ValueError("not a number of people")
    return number


class Ferry:
    def __init__(self, places):
        self._places = places
        self._now = _Now()

    def report(self, text):
        if not isinstance(text, str):
            raise ValueError("a report is a text")
        try:
            events = json.loads(text)
        except RecursionError:
            raise ValueError("a report is not as deep as that") from None
        if not isinstance(events, list):
            raise ValueError("a report is a list")
        now = self._now
        for event in events:
            try:
                name, *args = event
            except TypeError:
                raise ValueError("an event is a list") from None
            now = self._after(now, name, args)
        self._now = now  # only if all of them were right

    def _after(self, now, name, args):
        if name in ("on", "off"):
            if now.state != "boarding":
                raise ValueError("nobody can go on or off now")
            change = _people(args) if name == "on" else -_people(args)
            aboard = now.aboard + change
            if not 0 <= aboard <= self._places:
                raise ValueError("so many people do not fit")
            return replace(now, aboard=aboard, undo=now.aboard)

        if args:
            raise ValueError("there is a value too many")
        if name == "undo" and now.undo is not None:
            return replace(now, aboard=now.undo, undo=None)
        if name == "open" and now.state == "moored":
            return replace(now, state="boarding", undo=None)
        if name == "close" and now.state == "boarding":
            return replace(now, state="moored", undo=None)
        if name == "cast off" and now.state == "moored":
            return replace(now, state="crossing", trips=now.trips + (now.aboard,), undo=None)
        if name == "land" and now.state == "crossing":
            other = "south" if now.bank == "north" else "north"
            return replace(now, state="moored", bank=other, undo=None)
        raise ValueError("no event, or not now")

    def status(self):
        now = self._now
        return {"state": now.state, "bank": now.bank, "aboard": now.aboard,
                "trips": list(now.trips)}
