import json
from functools import reduce
from typing import NamedTuple


class _Moment(NamedTuple):
    places: int
    state: str = "moored"
    bank: str = "north"
    aboard: int = 0
    trips: tuple = ()
    undo: object = None        # the number aboard to which an undo goes back


class Nonsense(ValueError):
    pass


def _step(now, event):
    if type(event) is not list or not event or type(event[0]) is not str:
        raise Nonsense("not an event")
    rest = event[1:]
    key = (now.state, event[0], len(rest))
    if key == ("moored", "open", 0):
        return now._replace(state="boarding", undo=None)
    if key == ("boarding", "close", 0):
        return now._replace(state="moored", undo=None)
    if key == ("moored", "cast off", 0):
        return now._replace(state="crossing", trips=now.trips + (now.aboard,), undo=None)
    if key == ("crossing", "land", 0):
        return now._replace(state="moored", bank={"north": "south"}.get(now.bank, "north"), undo=None)
    if key == ("boarding", "undo", 0) and now.undo is not None:
        return now._replace(aboard=now.undo, undo=None)
    if key in (("boarding", "on", 1), ("boarding", "off", 1)):
        number = rest[0]
        if type(number) is int:
            room = now.places - now.aboard if event[0] == "on" else now.aboard
            if 1 <= number <= room:
                sign = 1 if event[0] == "on" else -1
                return now._replace(aboard=now.aboard + sign * number, undo=now.aboard)
    raise Nonsense("this cannot be")


class Ferry:
    def __init__(self, places):
        self.__now = _Moment(places)

    def report(self, text):
        if not isinstance(text, str):
            raise Nonsense("not a text")
        try:
            events = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise Nonsense("not JSON") from error
        if type(events) is not list:
            raise Nonsense("not a list")
        self.__now = reduce(_step, events, self.__now)

    def status(self):
        now = self.__now
        return dict(state=now.state, bank=now.bank, aboard=now.aboard, trips=[*now.trips])
