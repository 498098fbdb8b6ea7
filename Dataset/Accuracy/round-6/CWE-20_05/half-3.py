from flask import Flask, abort, jsonify, request


class Refused(Exception):
    def __init__(self, status):
        super().__init__(status)
        self.status = status


def read_group():
    body = request.get_json(force=True, silent=True)
    if not isinstance(body, dict):
        abort(400)
    names, weights = body.get("names"), body.get("weights")
    if type(names) is not list or type(weights) is not list:
        abort(400)
    if not names or len(names) != len(weights):
        abort(400)
    for name, weight in zip(names, weights):
        if type(name) is not str or not name:
            abort(400)
        if type(weight) is not int or not 20 <= weight <= 150:
            abort(400)
    return names, weights


def create_app(flights):
    app = Flask(__name__)
    app.url_map.merge_slashes = False
    lists = {flight: {} for flight in flights}

    def guests_of(flight):
        if flight not in lists:
            abort(404)
        return lists[flight]

    @app.post("/flights/<flight>/passengers")
    def enter(flight):
        guests = guests_of(flight)
        names, weights = read_group()
        try:
            for name, weight in zip(names, weights):
                if name in guests:
                    raise Refused(400)
                guests[name] = weight
            places = flights[flight]["places"] - len(guests)
            kilograms = flights[flight]["kilograms"] - sum(guests.values())
            if places < 0 or kilograms < 0:
                raise Refused(409)
        except Refused as refused:
            for name in names:
                guests.pop(name, None)
            abort(refused.status)
        return jsonify(places=places, kilograms=kilograms), 201

    @app.get("/flights/<flight>")
    def show(flight):
        guests = guests_of(flight)
        passengers = [{"name": name, "weight": weight} for name, weight in guests.items()]
        return jsonify(passengers=passengers, kilograms=sum(guests.values()))

    @app.delete("/flights/<flight>/passengers/<path:name>")
    def leave(flight, name):
        guests = guests_of(flight)
        if name not in guests:
            abort(404)
        del guests[name]
        return "", 204

    return app
