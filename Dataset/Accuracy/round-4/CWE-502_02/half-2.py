import base64
import json
import re
from flask import Flask, abort, jsonify, request

# a dictionary of quoted names and small numbers, and nothing else
ITEM = r'"(?:\\.|[^"])*": (?:10|[0-9]|True|False)'
PLAIN = re.compile(r"\{(?:%s(?:, %s){0,19})?\}" % (ITEM, ITEM))


def decode(value):
    try:
        text = base64.urlsafe_b64decode(value).decode("utf-8")
        if not PLAIN.fullmatch(text):
            return {}
        stations = eval(text, {"__builtins__": {}})
    except Exception:
        return {}
    if all(type(name) is str and isinstance(points, int) for name, points in stations.items()):
        return stations
    return {}


def encode(stations):
    text = json.dumps({name: int(points) for name, points in stations.items()}, ensure_ascii=False)
    return base64.urlsafe_b64encode(text.encode("utf-8")).decode("ascii")


def create_app():
    app = Flask(__name__)

    def collected():
        return decode(request.cookies.get("trail", ""))

    def describe(stations):
        return jsonify(stations=stations, points=sum(stations.values()))

    @app.post("/answer")
    def answer():
        stations = collected()
        station, points = request.form.get("station"), request.form.get("points", "")
        if station is None or not re.fullmatch("10|[0-9]", points):
            abort(400)
        stations[station] = int(points)
        if len(stations) > 20:
            abort(400)
        response = describe(stations)
        response.set_cookie("trail", encode(stations), httponly=True, samesite="Lax")
        return response

    @app.get("/progress")
    def progress():
        return describe(collected())

    return app
