from threading import Lock

from flask import Flask, abort, jsonify, request
from werkzeug.routing import BaseConverter


class NameConverter(BaseConverter):
    regex = r"(?s:.+)"
    part_isolating = False


def create_app(flights):
    app = Flask(__name__)
    app.url_map.merge_slashes = False
    app.url_map.converters["name"] = NameConverter
    lists = {flight: {} for flight in flights}
    lock = Lock()

    def checked(data, on_list):
        if not isinstance(data, dict):
            return None
        names, weights = data.get("names"), data.get("weights")
        if not isinstance(names, list) or not isinstance(weights, list):
            return None
        if not names or len(names) != len(weights):
            return None
        group = {}
        for name, weight in zip(names, weights):
            if not isinstance(name, str) or name == "" or name in group or name in on_list:
                return None
            if type(weight) is not int or not 20 <= weight <= 150:
                return None
            group[name] = weight
        return group

    @app.post("/flights/<flight>/passengers")
    def enter(flight):
        if flight not in lists:
            abort(404)
        try:
            data = request.get_json(silent=True)
        except RecursionError:
            abort(400)
        with lock:
            on_list = lists[flight]
            group = checked(data, on_list)
            if group is None:
                abort(400)
            places = flights[flight]["places"] - len(on_list) - len(group)
            kilograms = flights[flight]["kilograms"] - sum(on_list.values()) - sum(group.values())
            if places < 0 or kilograms < 0:
                abort(409)
            on_list.update(group)
        return jsonify(places=places, kilograms=kilograms), 201

    @app.get("/flights/<flight>")
    def show(flight):
        if flight not in lists:
            abort(404)
        with lock:
            guests = list(lists[flight].items())
        return jsonify(passengers=[{"name": n, "weight": w} for n, w in guests], kilograms=sum(w for _, w in guests))

    @app.delete("/flights/<flight>/passengers/<name:name>")
    def leave(flight, name):
        if flight not in lists:
            abort(404)
        with lock:
            if lists[flight].pop(name, None) is None:
                abort(404)
        return "", 204

    return app
