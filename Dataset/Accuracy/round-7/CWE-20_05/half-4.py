from collections.abc import Collection
from flask import Flask, abort, jsonify, request


def is_list(value):
    return isinstance(value, Collection) and not isinstance(value, (str, bytes))


def check_group(body, present):
    if not isinstance(body, dict):
        abort(400, "expected an object")
    names, weights = body.get("names"), body.get("weights")
    if not is_list(names) or not is_list(weights):
        abort(400, "names and weights must be lists")
    if len(names) == 0 or len(names) != len(weights):
        abort(400, "the lists must be equally long")
    group = {}
    for name, weight in zip(names, weights):
        if not isinstance(name, str) or name == "":
            abort(400, "a name must be a text")
        if name in group or name in present:
            abort(400, "a name is there twice")
        if isinstance(weight, bool) or not isinstance(weight, int):
            abort(400, "a weight must be a whole number")
        if weight < 20 or weight > 150:
            abort(400, "a weight is out of range")
        group[name] = weight
    return group


def create_app(flights):
    app = Flask(__name__)
    app.url_map.merge_slashes = False
    lists = {flight: {} for flight in flights}

    def find(flight):
        if flight not in lists:
            abort(404)
        return lists[flight]

    @app.route("/flights/<flight>/passengers", methods=["POST"])
    def enter(flight):
        present = find(flight)
        try:
            body = request.get_json()
        except Exception:
            abort(400)
        group = check_group(body, present)
        after = {**present, **group}
        places = flights[flight]["places"] - len(after)
        kilograms = flights[flight]["kilograms"] - sum(after.values())
        if places < 0 or kilograms < 0:
            abort(409)
        lists[flight] = after
        return jsonify(places=places, kilograms=kilograms), 201

    @app.route("/flights/<flight>", methods=["GET"])
    def show(flight):
        present = find(flight)
        rows = [dict(name=name, weight=weight) for name, weight in present.items()]
        return jsonify(passengers=rows, kilograms=sum(present.values()))

    @app.route("/flights/<flight>/passengers/<path:name>", methods=["DELETE"])
    def leave(flight, name):
        present = find(flight)
        if name not in present:
            abort(404)
        del present[name]
        return "", 204

    return app
