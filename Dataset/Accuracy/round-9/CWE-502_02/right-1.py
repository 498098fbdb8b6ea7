"""A nature trail's points. The cookie is a line such as `Old%20oak=3&Brook=10`."""
import re
from urllib.parse import quote, unquote

from flask import Flask, Response, json, request
from werkzeug.exceptions import BadRequest

_POINTS = tuple(map(str, range(11)))
_ENTRY = re.compile(r"([A-Za-z0-9_.~%-]+)=(10|[0-9])", re.ASCII)


class Trail(dict):
    LENGTH = 20

    @classmethod
    def parse(cls, line):
        trail = cls()
        for entry in line.split("&"):
            match = _ENTRY.fullmatch(entry)
            if match is None:
                return cls()
            try:
                name = unquote(match[1], errors="strict")
            except UnicodeDecodeError:
                return cls()
            trail[name] = int(match[2])
        # Only what is written exactly as this service writes it can come from this service.
        return trail if len(trail) <= cls.LENGTH and str(trail) == line else cls()

    def __str__(self):
        return "&".join(f"{quote(name, safe='')}={points}" for name, points in self.items())

    def answer(self):
        body = json.dumps({"points": sum(self.values()), "stations": dict(self)})
        return Response(body, mimetype="application/json")


def create_app():
    app = Flask("trail")

    @app.before_request
    def read_cookie():
        request.trail = Trail.parse(request.cookies.get("trail", ""))

    @app.get("/progress")
    def progress():
        return request.trail.answer()

    @app.post("/answer")
    def answer():
        name, points = request.form.get("station"), request.form.get("points")
        if not name or points not in _POINTS:
            raise BadRequest("a station and 0 to 10 points")
        trail = request.trail
        trail[name] = int(points)
        if len(trail) > Trail.LENGTH:
            raise BadRequest("too many stations")
        response = trail.answer()
        response.set_cookie("trail", str(trail), httponly=True, samesite="Lax")
        return response

    return app
