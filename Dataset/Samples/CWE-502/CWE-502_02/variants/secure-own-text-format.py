from urllib.parse import parse_qsl, urlencode

from flask import Flask, Response, abort, jsonify, make_response, request


class Progress:
    def __init__(self, stations=None):
        self.stations = stations or {}

    @classmethod
    def from_cookie(cls, text: str) -> "Progress":
        stations = {}
        for name, value in parse_qsl(text):
            if not value.isdecimal():
                abort(400, "the cookie is damaged")
            stations[name] = int(value)
        return cls(stations)

    def to_cookie(self) -> str:
        return urlencode(self.stations)

    def response(self) -> Response:
        return make_response(jsonify({"stations": self.stations, "points": sum(self.stations.values())}))


def create_app() -> Flask:
    app = Flask("trail")

    @app.post("/answer")
    def answer():
        progress = Progress.from_cookie(request.cookies.get("trail", ""))
        station, points = request.form.get("station"), request.form.get("points", type=int)
        if station is None or points is None or points not in range(11):
            abort(400)
        progress.stations[station] = points
        response = progress.response()
        response.set_cookie("trail", progress.to_cookie(), max_age=86400, httponly=True, samesite="Lax")
        return response

    @app.get("/progress")
    def show():
        return Progress.from_cookie(request.cookies.get("trail", "")).response()

    return app
