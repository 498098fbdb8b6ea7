from flask import Flask, abort, jsonify, request

ALLOWED = range(20, 151)


def create_app(flights):
    app = Flask(__name__)
    app.url_map.merge_slashes = False
    lists = {flight: {} for flight in flights}

    def get_list(flight):
        if flight not in lists:
            abort(404)
        return lists[flight]

    @app.post("/flights/<flight>/passengers")
    def enter(flight):
        passengers = get_list(flight)
        body = request.get_json(silent=True)
        if not isinstance(body, dict):
            abort(400)
        names, weights = body.get("names"), body.get("weights")
        if not (isinstance(names, list) and isinstance(weights, list)):
            abort(400)
        if len(names) != len(weights) or len(names) < 1:
            abort(400)
        if not all(isinstance(name, str) and name for name in names):
            abort(400)
        if len(set(names)) != len(names) or not passengers.keys().isdisjoint(names):
            abort(400)
        if any(isinstance(weight, bool) or weight not in ALLOWED for weight in weights):
            abort(400)
        places = flights[flight]["places"] - len(passengers) - len(names)
        kilograms = flights[flight]["kilograms"] - sum(passengers.values()) - sum(weights)
        if places < 0 or kilograms < 0:
            abort(409)
        passengers.update(zip(names, weights))
        return jsonify(places=places, kilograms=kilograms), 201

    @app.get("/flights/<flight>")
    def show(flight):
        passengers = get_list(flight)
        return jsonify(passengers=[{"name": n, "weight": w} for n, w in passengers.items()],
                       kilograms=sum(passengers.values()))

    @app.delete("/flights/<flight>/passengers/<path:name>")
    def leave(flight, name):
        if get_list(flight).pop(name, None) is None:
            abort(404)
        return "", 204

    return app
