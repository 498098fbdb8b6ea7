"""The ferry as an automaton: a report is folded over an immutable moment."""
import json
from functools import reduce
from typing import NamedTuple, Optional


class Moment(NamedTuple):
    state: str
    bank: str
    aboard: int
    journey: Optional[tuple]        # linked list of the trips: (people, earlier ones)
    earlier: Optional["Moment"]     # what an undo leads back to


class ReportError(ValueError):
    pass


OTHER = {"north": "south", "south": "north"}


class Ferry:
    __slots__ = ("_places", "_moment")

    def __init__(self, places):
        self._places = places
        self._moment = Moment("moored", "north", 0, None, None)

    def report(self, text):
        try:
            parsed = json.JSONDecoder(parse_constant=self._refuse, parse_float=self._refuse).decode(text)
        except (RecursionError, TypeError, AttributeError) as error:
            raise ReportError("no report") from error
        match parsed:
            case [*events] if isinstance(parsed, list):
                self._moment = reduce(self._next, events, self._moment)
            case _:
                raise ReportError("a report is a list")

    @staticmethod
    def _refuse(text):
        raise ReportError(f"{text!r} is no number of people")

    def _next(self, moment, event):
        state, bank, aboard, journey, earlier = moment
        match (state, event):
            case ("moored", ["open"]):
                return Moment("boarding", bank, aboard, journey, None)
            case ("boarding", ["close"]):
                return Moment("moored", bank, aboard, journey, None)
            case ("moored", ["cast off"]):
                return Moment("crossing", bank, aboard, (aboard, journey), None)
            case ("crossing", ["land"]):
                return Moment("moored", OTHER[bank], aboard, journey, None)
            case ("boarding", [("on" | "off") as way, int(number)]) if number is not True and number >= 1:
                total = aboard + number if way == "on" else aboard - number
                if total in range(self._places + 1):
                    return Moment(state, bank, total, journey, moment._replace(earlier=None))
            case (_, ["undo"]) if earlier is not None:
                return earlier
        raise ReportError("this cannot be now")

    def status(self):
        trips, rest = [], self._moment.journey
        while rest:
            people, rest = rest
            trips.insert(0, people)
        return dict(zip(("state", "bank", "aboard", "trips"), (*self._moment[:3], trips)))
