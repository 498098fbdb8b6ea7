import unicodedata

from flask import Flask, abort, jsonify, request


def normal(name):
    return unicodedata.normalize("NFC", name)


def create_app(flights):
    app = Flask(__name__)
    app.url_map.merge_slashes = False
    lists = {flight: [] for flight in flights}

    def passengers_of(flight):
        if flight not in lists:
            abort(404)
        return lists[flight]

    def checked_group(present):
        body = request.get_json(force=True, silent=True)
        if not isinstance(body, dict):
            abort(400)
        names, weights = body.get("names"), body.get("weights")
        if not isinstance(names, list) or not isinstance(weights, list):
            abort(400)
        if not names or len(names) != len(weights):
            abort(400)
        if not all(isinstance(name, str) and name for name in names):
            abort(400)
        if not all(type(weight) is int and 20 <= weight <= 150 for weight in weights):
            abort(400)
        if len(set(names)) != len(names):
            abort(400)
        taken = {guest["name"] for guest in present}
        if any(normal(name) in taken for name in names):
            abort(400)
        return [{"name": normal(n), "weight": w} for n, w in zip(names, weights)]

    @app.post("/flights/<flight>/passengers")
    def enter(flight):
        present = passengers_of(flight)
        group = checked_group(present)
        together = present + group
        places = flights[flight]["places"] - len(together)
        kilograms = flights[flight]["kilograms"] - sum(g["weight"] for g in together)
        if places < 0 or kilograms < 0:
            abort(409)
        present.extend(group)
        return jsonify(places=places, kilograms=kilograms), 201

    @app.get("/flights/<flight>")
    def show(flight):
        present = passengers_of(flight)
        return jsonify(passengers=present, kilograms=sum(g["weight"] for g in present))

    @app.delete("/flights/<flight>/passengers/<path:name>")
    def leave(flight, name):
        present = passengers_of(flight)
        for position, guest in enumerate(present):
            if guest["name"] == normal(name):
                del present[position]
                return "", 204
        abort(404)

    return app
