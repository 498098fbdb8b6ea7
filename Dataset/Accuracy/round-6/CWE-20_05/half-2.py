from flask import Flask, jsonify, request

WEIGHTS = range(20, 151)


def problem_of(names, weights, taken):
    if not isinstance(names, list) or not isinstance(weights, list):
        return "names and weights must be lists"
    if len(names) == 0 or len(names) != len(weights):
        return "names and weights must be equally long and not empty"
    seen = set(taken)
    for name, weight in zip(names, weights):
        if not isinstance(name, str) or name == "":
            return "a name must be a text that is not empty"
        if name in seen:
            return f"{name} is there already"
        if weight not in WEIGHTS:
            return "a weight must be from 20 to 150 kg"
        seen.add(name)
    return None


def create_app(flights):
    app = Flask(__name__)
    app.url_map.merge_slashes = False
    lists = {flight: {} for flight in flights}

    @app.post("/flights/<flight>/passengers")
    def enter(flight):
        if flight not in lists:
            return jsonify(error="no such flight"), 404
        guests, limits = lists[flight], flights[flight]
        data = request.get_json(force=True, silent=True)
        if not isinstance(data, dict):
            return jsonify(error="not a JSON object"), 400
        names, weights = data.get("names"), data.get("weights")
        problem = problem_of(names, weights, guests)
        if problem:
            return jsonify(error=problem), 400
        places = limits["places"] - len(guests) - len(names)
        kilograms = limits["kilograms"] - sum(guests.values()) - sum(weights)
        if places < 0 or kilograms < 0:
            return jsonify(error="the flight is full"), 409
        guests.update(zip(names, weights))
        return jsonify(places=places, kilograms=kilograms), 201

    @app.get("/flights/<flight>")
    def show(flight):
        if flight not in lists:
            return jsonify(error="no such flight"), 404
        guests = lists[flight]
        return jsonify(
            passengers=[{"name": n, "weight": w} for n, w in guests.items()],
            kilograms=sum(guests.values()),
        )

    @app.delete("/flights/<flight>/passengers/<path:name>")
    def leave(flight, name):
        if lists.get(flight, {}).pop(name, None) is None:
            return jsonify(error="no such guest"), 404
        return "", 204

    return app
