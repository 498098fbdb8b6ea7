import json
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from threading import RLock

from flask import Flask, Response, request
from flask.views import MethodView
from werkzeug.routing import BaseConverter


class Problem(Exception):
    def __init__(self, status):
        self.status = status


@contextmanager
def otherwise(status, *errors):
    try:
        yield
    except errors as error:
        raise Problem(status) from error


@dataclass(frozen=True)
class Guest:
    name: str
    weight: int

    def __post_init__(self):
        match self.name, self.weight:
            case (str(name), int(weight)) if name and weight in range(20, 151) and weight is not True:
                return
        raise ValueError("not a guest")


class Basket:
    def __init__(self, places, kilograms):
        self.limits = places, kilograms
        self.guests = ()
        self.lock = RLock()

    @staticmethod
    def left(limits, guests):
        places, kilograms = limits
        return places - len(guests), kilograms - sum(guest.weight for guest in guests)

    def board(self, names, weights):
        with self.lock:
            with otherwise(400, ValueError):
                after = self.guests + tuple(map(Guest, names, weights))
                if len({guest.name for guest in after}) < len(after):
                    raise ValueError("a name twice")
            left = self.left(self.limits, after)
            if min(left) < 0:
                raise Problem(409)
            self.guests = after
            return left

    def drop(self, name):
        with self.lock:
            rest = tuple(guest for guest in self.guests if guest.name != name)
            if rest == self.guests:
                raise Problem(404)
            self.guests = rest


def lists_of(text):
    with otherwise(400, ValueError, RecursionError):
        match json.loads(text):
            case {"names": [_, *_] as names, "weights": [_, *_] as weights} if len(names) == len(weights):
                return names, weights
        raise ValueError("not two lists of the same length")


class Anything(BaseConverter):
    regex, part_isolating = r"(?s:.+)", False


class Front(MethodView):
    """One view for all addresses below /flights/, so that a name may hold slashes as well."""

    def __init__(self, baskets):
        self.baskets = baskets

    def split(self):
        rest = request.path[len("/flights/"):]
        flight, _, tail = rest.partition("/")
        with otherwise(404, KeyError):
            return self.baskets[flight], tail

    def post(self, rest):
        basket, tail = self.split()
        if tail != "passengers":
            raise Problem(404)
        places, kilograms = basket.board(*lists_of(request.get_data()))
        return {"places": places, "kilograms": kilograms}, 201

    def get(self, rest):
        basket, tail = self.split()
        if tail:
            raise Problem(404)
        guests = basket.guests
        return {"passengers": [*map(asdict, guests)], "kilograms": sum(g.weight for g in guests)}

    def delete(self, rest):
        basket, tail = self.split()
        head, slash, name = tail.partition("/")
        if head != "passengers" or not name:
            raise Problem(404)
        basket.drop(name)
        return Response(status=204)


def create_app(flights):
    app = Flask(__name__)
    app.url_map.merge_slashes = False
    app.url_map.converters["anything"] = Anything
    baskets = {flight: Basket(limits["places"], limits["kilograms"]) for flight, limits in flights.items()}
    app.add_url_rule("/flights/<anything:rest>", view_func=Front.as_view("flights", baskets))
    app.register_error_handler(Problem, lambda problem: ("", problem.status))
    return app
