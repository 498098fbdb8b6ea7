from flask import Flask, abort, jsonify, request

LIGHTEST = 20
HEAVIEST = 150


def read_group(body, known):
    """Names and weights of a group; aborts with 400 if they are not what a group can be."""
    if not isinstance(body, dict):
        abort(400)
    names, weights = body.get("names"), body.get("weights")
    if not isinstance(names, list) or not isinstance(weights, list) or not names or len(names) != len(weights):
        abort(400)
    if not all(isinstance(name, str) and name for name in names):
        abort(400)
    if len(set(names)) != len(names):
        abort(400)
    if not all(type(weight) is int and LIGHTEST <= weight <= HEAVIEST for weight in weights):
        abort(400)
    return dict(zip(names, weights))


def create_app(flights):
    app = Flask(__name__)
    lists = {flight: {} for flight in flights}

    def list_of(flight):
        if flight not in lists:
            abort(404)
        return lists[flight]

    @app.post("/flights/<flight>/passengers")
    def enter(flight):
        guests = list_of(flight)
        group = read_group(request.get_json(), guests.keys())
        places = flights[flight]["places"] - len(guests) - len(group)
        kilograms = flights[flight]["kilograms"] - sum(guests.values()) - sum(group.values())
        if places < 0 or kilograms < 0:
            abort(409)
        guests.update(group)
        return jsonify({"places": places, "kilograms": kilograms}), 201

    @app.get("/flights/<flight>")
    def show(flight):
        guests = list_of(flight)
        passengers = [{"name": name, "weight": weight} for name, weight in guests.items()]
        return jsonify({"passengers": passengers, "kilograms": sum(guests.values())})

    @app.delete("/flights/<flight>/passengers/<name>")
    def leave(flight, name):
        guests = list_of(flight)
        if name not in guests:
            abort(404)
        del guests[name]
        return "", 204

    return app
