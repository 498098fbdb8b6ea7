import json
from decimal import Decimal
from typing import NamedTuple


class BadReport(ValueError):
    pass


class Scene(NamedTuple):
    """One moment of the ferry. Moments are never changed, only followed by others."""
    step: str = "moored"
    side: int = 0
    people: int = 0
    journeys: tuple = ()
    earlier: "Scene | None" = None       # what an undo goes back to


def follow(scene, event, places):
    match event:
        case ["open"] if scene.step == "moored":
            return scene._replace(step="boarding", earlier=None)
        case ["close"] if scene.step == "boarding":
            return scene._replace(step="moored", earlier=None)
        case ["cast off"] if scene.step == "moored":
            return scene._replace(step="crossing", journeys=scene.journeys + (scene.people,), earlier=None)
        case ["land"] if scene.step == "crossing":
            return scene._replace(step="moored", side=1 - scene.side, earlier=None)
        case ["on" | "off" as way, n] if scene.step == "boarding":
            if isinstance(n, Decimal) and n.is_finite() and 1 <= n <= places and n == n.to_integral_value():
                n = int(n)
            if type(n) is int and n >= 1:
                people = scene.people + n if way == "on" else scene.people - n
                if 0 <= people <= places:
                    return scene._replace(people=people, earlier=scene._replace(earlier=None))
        case ["undo"] if scene.earlier is not None:
            return scene.earlier
    raise BadReport("this cannot be")


class Ferry:
    def __init__(self, places):
        self.__places = places
        self.__scene = Scene()

    def report(self, text):
        try:
            events = json.loads(text, parse_float=Decimal)
        except Exception as error:
            raise BadReport("cannot be read") from error
        if not isinstance(events, list):
            raise BadReport("a list of events is needed")
        scene = self.__scene
        for event in events:
            scene = follow(scene, event, self.__places)
        self.__scene = scene

    def status(self):
        scene = self.__scene
        return dict(zip(("state", "bank", "aboard", "trips"),
                        (scene.step, ("north", "south")[scene.side], scene.people, [*scene.journeys])))
