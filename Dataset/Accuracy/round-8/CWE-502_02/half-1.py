import base64
import binascii
import re

from flask import Flask, abort, jsonify, request
from flask.json.tag import TaggedJSONSerializer

_format = TaggedJSONSerializer()


def _write(stations):
    text = _format.dumps(list(stations.items()))
    return base64.urlsafe_b64encode(text.encode("utf-8")).decode("ascii")


def _read(value):
    """The stations of a cookie; none if it is not one of ours."""
    try:
        raw = base64.b64decode(value.encode("ascii"), altchars=b"-_", validate=True)
        entries = _format.loads(raw.decode("utf-8"))
        stations = {}
        for station, points in entries:
            if not isinstance(station, str) or not station or station in stations:
                return {}
            if not isinstance(points, int) or not 0 <= points <= 10:
                return {}
            stations[station] = points
    except (ValueError, TypeError, KeyError, binascii.Error, RecursionError):
        return {}
    return stations if len(stations) <= 20 else {}


def create_app():
    app = Flask(__name__)

    def progress(stations):
        return jsonify(stations=stations, points=sum(stations.values()))

    @app.post("/answer")
    def answer():
        station, points = request.form.get("station", ""), request.form.get("points", "")
        if not station or not re.fullmatch(r"[0-9]|10", points):
            abort(400)
        stations = _read(request.cookies.get("trail", ""))
        stations[station] = int(points)
        if len(stations) > 20:
            abort(400)
        response = progress(stations)
        response.set_cookie("trail", _write(stations), httponly=True, samesite="Lax")
        return response

    @app.get("/progress")
    def show():
        return progress(_read(request.cookies.get("trail", "")))

    return app
