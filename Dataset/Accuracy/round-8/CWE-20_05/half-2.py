import threading

from flask import Flask, request
from werkzeug.exceptions import BadRequest, Conflict, NotFound
from werkzeug.routing import BaseConverter


class AnyName(BaseConverter):
    regex = r"(?s:.+)"
    part_isolating = False


class Flight:
    def __init__(self, places, kilograms):
        self.places = places
        self.kilograms = kilograms
        self.guests = []
        self.lock = threading.Lock()

    def check(self, body):
        if not isinstance(body, dict):
            raise BadRequest()
        names, weights = body.get("names"), body.get("weights")
        if type(names) is not list or type(weights) is not list or not names or len(names) != len(weights):
            raise BadRequest()
        seen = {guest["name"] for guest in self.guests}
        for name in names:
            if type(name) is not str or name == "" or name in seen:
                raise BadRequest()
            seen.add(name)
        for weight in weights:
            if type(weight) is not int or weight < 20 or weight > 150:
                raise BadRequest()
        return [{"name": name, "weight": weight} for name, weight in zip(names, weights)]

    def left(self):
        return {
            "places": self.places - len(self.guests),
            "kilograms": self.kilograms - sum(guest["weight"] for guest in self.guests),
        }

    def board(self, group):
        with self.lock:
            left = self.left()
            if len(group) > left["places"] or sum(guest["weight"] for guest in group) > left["kilograms"]:
                raise Conflict()
            self.guests = self.guests + group
            return self.left()

    def leave(self, name):
        with self.lock:
            rest = [guest for guest in self.guests if guest["name"] != name]
            if len(rest) == len(self.guests):
                raise NotFound()
            self.guests = rest


def create_app(flights):
    app = Flask(__name__)
    app.url_map.merge_slashes = False
    app.url_map.converters["any_name"] = AnyName
    known = {key: Flight(value["places"], value["kilograms"]) for key, value in flights.items()}

    def find(key):
        if key not in known:
            raise NotFound()
        return known[key]

    @app.post("/flights/<key>/passengers")
    def post(key):
        flight = find(key)
        group = flight.check(request.get_json(silent=True))
        return flight.board(group), 201

    @app.get("/flights/<key>")
    def get(key):
        guests = find(key).guests
        return {"passengers": guests, "kilograms": sum(guest["weight"] for guest in guests)}

    @app.delete("/flights/<key>/passengers/<any_name:name>")
    def delete(key, name):
        find(key).leave(name)
        return "", 204

    return app
