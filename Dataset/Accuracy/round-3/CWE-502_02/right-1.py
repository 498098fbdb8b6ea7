import base64
import json
from collections import UserDict

from flask import Flask, request
from werkzeug.exceptions import BadRequest


class Trail(UserDict):
    LIMIT = 20

    def __setitem__(self, station, points):
        if type(station) is not str or type(points) is not int or points not in range(11):
            raise ValueError("station or points")
        super().__setitem__(station, points)
        if len(self.data) > self.LIMIT:
            raise ValueError("too many stations")

    def __str__(self):
        text = json.dumps(list(self.data.items()), ensure_ascii=False, separators=(",", ":"))
        return base64.urlsafe_b64encode(text.encode("utf-8")).decode("ascii")

    @classmethod
    def parse(cls, cookie):
        """The only cookies that count are those that are spelt exactly as this class spells them."""
        try:
            pairs = json.loads(base64.urlsafe_b64decode(cookie.encode("ascii")))
            trail = cls()
            for station, points in pairs:
                trail[station] = points
            if str(trail) != cookie:
                raise ValueError("not one of ours")
        except (ValueError, TypeError, RecursionError):
            return cls()
        return trail

    def report(self):
        return {"stations": self.data, "points": sum(self.data.values())}


def create_app():
    app = Flask(__name__)

    @app.post("/answer")
    def answer():
        trail = Trail.parse(request.cookies.get("trail", ""))
        try:
            points = request.form["points"]
            if not points.isascii() or not points.isdigit():
                raise ValueError(points)
            trail[request.form["station"]] = int(points)
        except ValueError as error:
            raise BadRequest() from error
        response = app.make_response(trail.report())
        response.set_cookie("trail", str(trail), httponly=True, samesite="Lax")
        return response

    @app.get("/progress")
    def progress():
        return Trail.parse(request.cookies.get("trail", "")).report()

    return app
