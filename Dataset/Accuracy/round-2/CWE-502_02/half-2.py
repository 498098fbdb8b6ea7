import base64
import json

from flask import Flask, abort, jsonify, request

EMPTY = {"stations": {}, "points": 0}


def load(cookie):
    """JSON makes plain values only; what does not look like a trail is no cookie."""
    try:
        trail = json.loads(base64.urlsafe_b64decode(cookie.encode("ascii")))
        stations = trail["stations"]
        if set(trail) != set(EMPTY) or not isinstance(stations, dict) or len(stations) > 20:
            return dict(EMPTY)
        for name, points in stations.items():
            if not name or type(points) is not int or not 0 <= points <= 10:
                return dict(EMPTY)
        return trail
    except (ValueError, KeyError, TypeError, RecursionError):
        return dict(EMPTY)


def dump(trail):
    return base64.urlsafe_b64encode(json.dumps(trail, separators=(",", ":")).encode()).decode()


def create_app():
    app = Flask(__name__)

    @app.post("/answer")
    def answer():
        station, points = request.form.get("station"), request.form.get("points", "")
        if not station or not points.isascii() or not points.isdigit() or len(points) > 2 or int(points) > 10:
            abort(400)
        stations = {**load(request.cookies.get("trail", ""))["stations"], station: int(points)}
        if len(stations) > 20:
            abort(400)
        trail = {"stations": stations, "points": sum(stations.values())}
        response = jsonify(trail)
        response.set_cookie("trail", dump(trail), httponly=True, samesite="Lax")
        return response

    @app.get("/progress")
    def progress():
        return jsonify(load(request.cookies.get("trail", "")))

    return app
