from threading import Lock

from flask import Flask, abort, jsonify, request
from werkzeug.routing import BaseConverter


class NameConverter(BaseConverter):
    regex = r"(?s:.+)"
    part_isolating = False


def group_of(data, on_list):
    """The checked names and weights of a group; answers with 400 if there is anything wrong."""
    if not isinstance(data, dict):
        abort(400)
    names, weights = data.get("names"), data.get("weights")
    if not isinstance(names, list) or not isinstance(weights, list):
        abort(400)
    if not names or len(names) != len(weights):
        abort(400)
    for name in names:
        if not isinstance(name, str) or not name.strip() or name in on_list:
            abort(400)
    if len(set(names)) != len(names):
        abort(400)
    for weight in weights:
        if type(weight) is not int or not 20 <= weight <= 150:
            abort(400)
    return [(name.strip(), weight) for name, weight in zip(names, weights)]


def create_app(flights):
    app = Flask(__name__)
    app.url_map.merge_slashes = False
    app.url_map.converters["name"] = NameConverter
    lists = {flight: [] for flight in flights}
    lock = Lock()

    def list_of(flight):
        if flight not in lists:
            abort(404)
        return lists[flight]

    def total(passengers):
        return sum(weight for _, weight in passengers)

    @app.post("/flights/<flight>/passengers")
    def enter(flight):
        passengers = list_of(flight)
        data = request.get_json(silent=True)
        with lock:
            group = group_of(data, {name for name, _ in passengers})
            places = flights[flight]["places"] - len(passengers) - len(group)
            kilograms = flights[flight]["kilograms"] - total(passengers) - total(group)
            if places < 0 or kilograms < 0:
                abort(409)
            passengers.extend(group)
        return jsonify(places=places, kilograms=kilograms), 201

    @app.get("/flights/<flight>")
    def show(flight):
        with lock:
            passengers = list(list_of(flight))
        return jsonify(
            passengers=[{"name": name, "weight": weight} for name, weight in passengers],
            kilograms=total(passengers),
        )

    @app.delete("/flights/<flight>/passengers/<name:name>")
    def leave(flight, name):
        passengers = list_of(flight)
        with lock:
            for entry in passengers:
                if entry[0] == name:
                    passengers.remove(entry)
                    return "", 204
        abort(404)

    return app
