import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field

from flask import Flask, Response, request
from flask.views import MethodView
from werkzeug.exceptions import BadRequest, Conflict, NotFound


@dataclass(frozen=True)
class Guest:
    name: str
    weight: int

    def __post_init__(self):
        match self.name:
            case str() if self.name:
                try:
                    self.name.encode("utf-8")
                except UnicodeEncodeError:
                    raise BadRequest("this name cannot be written")
            case _:
                raise BadRequest("a name is a text that is not empty")
        match self.weight:
            case bool():
                raise BadRequest("a weight is a number")
            case int() if 20 <= self.weight <= 150:
                pass
            case _:
                raise BadRequest("a weight is from 20 to 150")


@dataclass
class Basket:
    places: int
    kilograms: int
    guests: list = field(default_factory=list)
    lock: threading.RLock = field(default_factory=threading.RLock)

    @property
    def load(self):
        return sum(g.weight for g in self.guests)

    @contextmanager
    def boarding(self):
        """Hands out a draft; it becomes the list if the block ends well."""
        with self.lock:
            draft = list(self.guests)
            yield draft
            if len({g.name for g in draft}) != len(draft):
                raise BadRequest("a name is there twice")
            if len(draft) > self.places or sum(g.weight for g in draft) > self.kilograms:
                raise Conflict("not enough left")
            self.guests = draft


def answer(value, status=200):
    return Response(json.dumps(value), status, mimetype="application/json")


def group_of(raw):
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        raise BadRequest("no JSON")
    match body:
        case {"names": list(names), "weights": list(weights)} if names and len(names) == len(weights):
            return [*map(Guest, names, weights)]
    raise BadRequest("two lists of the same length are needed")


class FlightView(MethodView):
    init_every_request = False

    def __init__(self, baskets):
        self.baskets = baskets

    def basket(self, flight):
        try:
            return self.baskets[flight]
        except KeyError:
            raise NotFound() from None

    def get(self, flight):
        basket = self.basket(flight)
        with basket.lock:
            return answer({"passengers": [vars(g) for g in basket.guests], "kilograms": basket.load})


class PassengerView(FlightView):
    get = None
    methods = {"POST", "DELETE"}

    def post(self, flight):
        basket = self.basket(flight)
        group = group_of(request.get_data())
        with basket.lock:
            with basket.boarding() as draft:
                draft += group
            return answer({"places": basket.places - len(basket.guests),
                           "kilograms": basket.kilograms - basket.load}, 201)

    def delete(self, flight, name):
        basket = self.basket(flight)
        with basket.lock:
            kept = [g for g in basket.guests if g.name != name]
            if len(kept) == len(basket.guests):
                raise NotFound()
            basket.guests = kept
        return Response(status=204)


def create_app(flights):
    app = Flask(__name__)
    app.url_map.merge_slashes = False
    baskets = {name: Basket(**{k: f[k] for k in ("places", "kilograms")}) for name, f in flights.items()}
    app.add_url_rule("/flights/<flight>", view_func=FlightView.as_view("flight", baskets))
    passengers = PassengerView.as_view("passengers", baskets)
    app.add_url_rule("/flights/<flight>/passengers", view_func=passengers, methods=["POST"])
    app.add_url_rule("/flights/<flight>/passengers/<path:name>", view_func=passengers, methods=["DELETE"])
    return app
