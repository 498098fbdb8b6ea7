from flask import Flask, jsonify, request
from werkzeug.exceptions import BadRequest, Conflict, NotFound


class Flight:
    def __init__(self, places, kilograms):
        self.places = places
        self.kilograms = kilograms
        self.guests = {}

    @property
    def left(self):
        return {
            "places": self.places - len(self.guests),
            "kilograms": self.kilograms - sum(self.guests.values()),
        }

    def parse(self, body):
        if not isinstance(body, dict):
            raise BadRequest("a JSON object is needed")
        names, weights = body.get("names"), body.get("weights")
        if not (isinstance(names, list) and isinstance(weights, list) and names):
            raise BadRequest("names and weights must be lists")
        if not all(isinstance(name, str) and name for name in names):
            raise BadRequest("names must be texts")
        if not all(type(weight) is int and 20 <= weight <= 150 for weight in weights):
            raise BadRequest("weights must be whole numbers from 20 to 150")
        group = dict(zip(names, weights))
        if len(group) != len(names):
            raise BadRequest("each guest needs one name and one weight")
        if group.keys() & self.guests.keys():
            raise BadRequest("a guest is on the list already")
        return group

    def enter(self, group):
        left = self.left
        if len(group) > left["places"] or sum(group.values()) > left["kilograms"]:
            raise Conflict("the flight is full")
        self.guests.update(group)


def create_app(flights):
    app = Flask(__name__)
    app.url_map.merge_slashes = False
    all_flights = {
        name: Flight(limits["places"], limits["kilograms"])
        for name, limits in flights.items()
    }

    def find(name):
        try:
            return all_flights[name]
        except KeyError:
            raise NotFound from None

    @app.post("/flights/<flight>/passengers")
    def enter(flight):
        flight = find(flight)
        flight.enter(flight.parse(request.get_json(force=True, silent=True)))
        return jsonify(flight.left), 201

    @app.get("/flights/<flight>")
    def show(flight):
        guests = find(flight).guests
        return jsonify(
            passengers=[{"name": n, "weight": w} for n, w in guests.items()],
            kilograms=sum(guests.values()),
        )

    @app.delete("/flights/<flight>/passengers/<path:name>")
    def leave(flight, name):
        if find(flight).guests.pop(name, None) is None:
            raise NotFound
        return "", 204

    return app
