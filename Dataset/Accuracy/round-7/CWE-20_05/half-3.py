from flask import Flask, jsonify, request


class Flight:
    def __init__(self, places, kilograms):
        self.places = places
        self.kilograms = kilograms
        self.passengers = []

    def left(self):
        return (self.places - len(self.passengers),
                self.kilograms - sum(weight for _, weight in self.passengers))


def valid(body, taken):
    if not isinstance(body, dict):
        return False
    names, weights = body.get("names"), body.get("weights")
    if type(names) is not list or type(weights) is not list:
        return False
    if not names or len(names) != len(weights):
        return False
    if any(type(name) is not str or not name for name in names):
        return False
    if len(set(names)) < len(names) or taken.intersection(names):
        return False
    return all(type(weight) is int and 20 <= weight <= 150 for weight in weights)


def create_app(flights):
    app = Flask(__name__)
    app.url_map.merge_slashes = False
    board = {name: Flight(f["places"], f["kilograms"]) for name, f in flights.items()}

    @app.post("/flights/<flight>/passengers")
    def enter(flight):
        entry = board.get(flight)
        if entry is None:
            return jsonify(error="no such flight"), 404
        places, kilograms = entry.left()
        taken = {name for name, _ in entry.passengers}
        body = request.get_json(silent=True)
        if not valid(body, taken):
            return jsonify(error="invalid group"), 400
        places -= len(body["names"])
        kilograms -= sum(body["weights"])
        if places < 0 or kilograms < 0:
            return jsonify(error="not enough left"), 409
        entry.passengers.extend(zip(body["names"], body["weights"]))
        return jsonify(places=places, kilograms=kilograms), 201

    @app.get("/flights/<flight>")
    def show(flight):
        entry = board.get(flight)
        if entry is None:
            return jsonify(error="no such flight"), 404
        return jsonify(passengers=[{"name": n, "weight": w} for n, w in entry.passengers],
                       kilograms=sum(w for _, w in entry.passengers))

    @app.delete("/flights/<flight>/passengers/<path:name>")
    def leave(flight, name):
        entry = board.get(flight)
        if entry is None:
            return jsonify(error="no such flight"), 404
        kept = [p for p in entry.passengers if p[0] != name]
        if len(kept) == len(entry.passengers):
            return jsonify(error="no such guest"), 404
        entry.passengers = kept
        return "", 204

    return app
