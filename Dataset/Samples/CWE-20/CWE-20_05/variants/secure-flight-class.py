from flask import Flask, jsonify, request


class Flight:
    def __init__(self, places, kilograms):
        self.places, self.kilograms = places, kilograms
        self.guests = []

    def add(self, name, weight):
        if not isinstance(name, str) or not name or name in [guest["name"] for guest in self.guests]:
            raise ValueError("not a name, or on the list already")
        if not isinstance(weight, int) or isinstance(weight, bool) or not 20 <= weight <= 150:
            raise ValueError("not a weight that we take")
        self.guests.append({"name": name, "weight": weight})

    def total(self):
        return sum(guest["weight"] for guest in self.guests)


def create_app(flights):
    app = Flask(__name__)
    schedule = {name: Flight(**limits) for name, limits in flights.items()}

    @app.errorhandler(KeyError)
    def not_found(error):
        return jsonify(error=str(error)), 404

    @app.errorhandler(ValueError)
    def bad(error):
        return jsonify(error=str(error)), 400

    @app.route("/flights/<flight>/passengers", methods=["POST"])
    def enter(flight):
        flight = schedule[flight]
        body = request.get_json()
        if not isinstance(body, dict):
            raise ValueError("not a group")
        names, weights = body.get("names"), body.get("weights")
        if not isinstance(names, list) or not isinstance(weights, list) or not 0 < len(names) == len(weights):
            raise ValueError("the lists do not fit together")
        before = flight.guests.copy()
        try:
            for name, weight in zip(names, weights, strict=True):
                flight.add(name, weight)
            if len(flight.guests) > flight.places or flight.total() > flight.kilograms:
                raise OverflowError
        except Exception as error:
            flight.guests[:] = before
            if isinstance(error, OverflowError):
                return jsonify(error="full"), 409
            raise
        return jsonify(places=flight.places - len(flight.guests), kilograms=flight.kilograms - flight.total()), 201

    @app.route("/flights/<flight>")
    def show(flight):
        return jsonify(passengers=schedule[flight].guests, kilograms=schedule[flight].total())

    @app.route("/flights/<flight>/passengers/<name>", methods=["DELETE"])
    def leave(flight, name):
        guests = schedule[flight].guests
        guests.remove(next((guest for guest in guests if guest["name"] == name), None) or {}[name])
        return "", 204

    return app
