import base64
import io
import pickle
import re
from dataclasses import dataclass, field

from flask import Flask, jsonify, request


@dataclass
class Trail:
    stations: dict = field(default_factory=dict)

    def valid(self):
        return (type(self.stations) is dict and len(self.stations) <= 20
                and all(type(s) is str and s and type(p) is int and 0 <= p <= 10 for s, p in self.stations.items()))


class TrailUnpickler(pickle.Unpickler):
    """Reads nothing but what this program itself defines."""

    def find_class(self, module, name):
        if module == __name__:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} does not belong in a trail")


def read_cookie(value):
    try:
        trail = TrailUnpickler(io.BytesIO(base64.urlsafe_b64decode(value))).load()
        if type(trail) is Trail and trail.valid():
            return trail
    except Exception:
        pass
    return Trail()


def answer(trail):
    return jsonify(stations=trail.stations, points=sum(trail.stations.values()))


def create_app():
    app = Flask(__name__)

    @app.post("/answer")
    def post():
        trail = read_cookie(request.cookies.get("trail", ""))
        station, points = request.form.get("station", ""), request.form.get("points", "")
        if not station or not re.fullmatch(r"[0-9]|10", points):
            return jsonify(error="station and points from 0 to 10"), 400
        trail.stations[station] = int(points)
        if not trail.valid():
            return jsonify(error="a trail has up to 20 stations"), 400
        response = answer(trail)
        response.set_cookie("trail", base64.urlsafe_b64encode(pickle.dumps(trail)).decode(), httponly=True)
        return response

    @app.get("/progress")
    def progress():
        return answer(read_cookie(request.cookies.get("trail", "")))

    return app
