import re
from functools import wraps

from flask import Flask, g, jsonify, request

# <name as hex of UTF-8>.<points>, joined by "-"
ENTRY = re.compile(r"((?:[0-9a-f]{2})+)\.(10|[0-9])", re.ASCII)
LIMIT = 20


def entries(value):
    """Yields (name, points); raises ValueError for anything that the service does not write."""
    for text in value.split("-"):
        entry = ENTRY.fullmatch(text)
        if entry is None:
            raise ValueError("no entry")
        yield bytes.fromhex(entry[1]).decode("utf-8"), int(entry[2])


def parse(value):
    pairs = list(entries(value))
    stations = dict(pairs)
    if len(pairs) > LIMIT or len(stations) != len(pairs):
        raise ValueError("no trail")
    return stations


def write(stations):
    return "-".join(f"{name.encode('utf-8').hex()}.{points}" for name, points in stations.items())


def with_trail(view):
    @wraps(view)
    def wrapper():
        try:
            g.stations = parse(request.cookies["trail"])
        except (KeyError, ValueError):
            g.stations = {}
        return view()
    return wrapper


def described():
    return jsonify({"points": sum(g.stations.values()), "stations": g.stations})


def create_app():
    app = Flask(__name__)

    @app.post("/answer")
    @with_trail
    def answer():
        station = request.form.get("station", "")
        points = re.fullmatch(r"0*(10|[0-9])", request.form.get("points", ""), re.ASCII)
        if station == "" or points is None:
            return jsonify(error="station and points, please"), 400
        g.stations[station] = int(points[1])
        if len(g.stations) > LIMIT:
            return jsonify(error="the trail has no more stations"), 400
        response = described()
        response.set_cookie("trail", write(g.stations), samesite="Strict", httponly=True)
        return response

    @app.get("/progress")
    @with_trail
    def progress():
        return described()

    return app
