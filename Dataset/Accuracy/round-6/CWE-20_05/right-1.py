import json
import threading
from dataclasses import asdict, dataclass

from flask import Flask, Response, request
from flask.views import MethodView


@dataclass(frozen=True)
class Guest:
    name: str
    weight: int

    def __post_init__(self):
        match self.name, self.weight:
            case str(name), int(weight) if name and type(weight) is int and 20 <= weight <= 150:
                return
        raise ValueError("unacceptable guest")


def group_from(raw):
    match json.loads(raw):
        case {"names": list(names), "weights": list(weights)} if names:
            group = tuple(Guest(*pair) for pair in zip(names, weights, strict=True))
        case _:
            raise ValueError("unacceptable group")
    if len(frozenset(guest.name for guest in group)) < len(group):
        raise ValueError("a name twice")
    return group


def answer(status, value=None):
    text = "" if value is None else json.dumps(value)
    return Response(text, status, mimetype="application/json")


def create_app(flights):
    app = Flask("balloon")
    app.url_map.merge_slashes = False
    limits = {name: (facts["places"], facts["kilograms"]) for name, facts in flights.items()}
    lists = dict.fromkeys(limits, ())
    lock = threading.Lock()

    class Passengers(MethodView):
        def dispatch_request(self, flight, **rest):
            if flight not in limits:
                return answer(404)
            with lock:
                return super().dispatch_request(flight=flight, **rest)

    class Group(Passengers):
        def post(self, flight):
            try:
                group = group_from(request.get_data())
            except (ValueError, RecursionError):
                return answer(400)
            if {guest.name for guest in group} & {guest.name for guest in lists[flight]}:
                return answer(400)
            together = lists[flight] + group
            places = limits[flight][0] - len(together)
            kilograms = limits[flight][1] - sum(guest.weight for guest in together)
            if min(places, kilograms) < 0:
                return answer(409)
            lists[flight] = together
            return answer(201, {"places": places, "kilograms": kilograms})

    class Whole(Passengers):
        def get(self, flight):
            return answer(200, {
                "passengers": [asdict(guest) for guest in lists[flight]],
                "kilograms": sum(guest.weight for guest in lists[flight]),
            })

    class One(Passengers):
        def delete(self, flight, name):
            staying = tuple(guest for guest in lists[flight] if guest.name != name)
            if staying == lists[flight]:
                return answer(404)
            lists[flight] = staying
            return answer(204)

    app.add_url_rule("/flights/<flight>/passengers", view_func=Group.as_view("group"))
    app.add_url_rule("/flights/<flight>", view_func=Whole.as_view("whole"))
    app.add_url_rule("/flights/<flight>/passengers/<path:name>", view_func=One.as_view("one"))
    return app
