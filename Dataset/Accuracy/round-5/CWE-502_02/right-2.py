import base64
import json
from contextlib import suppress
from functools import wraps

from flask import Flask, jsonify, request


def pack(stations):
    return base64.urlsafe_b64encode(json.dumps(list(stations.items())).encode()).decode()


def pairs(value):
    with suppress(ValueError, RecursionError, TypeError):
        for name, points in json.loads(base64.urlsafe_b64decode(value)):
            yield name, points
        return
    yield None, None


def unpack(value):
    found = {}
    for name, points in pairs(value):
        match name, points:
            case str(), int() if not isinstance(points, bool) and 0 <= points <= 10:
                found[name] = points
            case _:
                return {}
    return found if pack(found) == value else {}


def with_trail(view):
    @wraps(view)
    def wrapper():
        value = request.cookies.get("trail")
        stations = {} if value is None else unpack(value)
        before = dict(stations)
        problem = view(stations)
        if problem:
            return jsonify(error=problem), 400
        response = jsonify({"stations": stations, "points": sum(stations.values())})
        if request.method == "POST":
            response.set_cookie("trail", pack(stations), httponly=True)
        else:
            assert stations == before
        return response
    return wrapper


def create_app():
    app = Flask(__name__)

    @app.route("/answer", methods=["POST"])
    @with_trail
    def answer(stations):
        try:
            points = int(request.form["points"])
        except ValueError:
            return "points must be a whole number"
        if points not in range(11):
            return "points must be from 0 to 10"
        stations[request.form["station"]] = points

    @app.route("/progress", methods=["GET"])
    @with_trail
    def progress(stations):
        pass

    return app
