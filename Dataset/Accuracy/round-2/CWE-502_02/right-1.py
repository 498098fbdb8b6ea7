import base64
import json
from dataclasses import dataclass, field
from functools import reduce

from flask import Flask, make_response, request
from werkzeug.exceptions import BadRequest


@dataclass(frozen=True)
class Trail:
    answers: dict = field(default_factory=dict)

    def __post_init__(self):
        if type(self.answers) is not dict or len(self.answers) > 20:
            raise ValueError("not a trail")
        for station, points in self.answers.items():
            if not station or type(points) is not int or points not in range(11):
                raise ValueError("not a station with its points")

    def plus(self, station, points):
        return Trail({**self.answers, station: points})

    def cookie(self):
        text = json.dumps(self.answers, ensure_ascii=False, separators=(",", ":"))
        return base64.urlsafe_b64encode(text.encode("utf-8")).decode("ascii").rstrip("=")

    @classmethod
    def from_cookie(cls, value):
        """The trail whose cookie is just this value, letter by letter; otherwise an empty one."""
        try:
            trail = cls(json.loads(base64.urlsafe_b64decode(value + "=" * (-len(value) % 4))))
            if trail.cookie() != value:
                raise ValueError("not a cookie of ours")
        except (ValueError, RecursionError):
            return cls()
        return trail

    def progress(self):
        return {"stations": self.answers, "points": reduce(int.__add__, self.answers.values(), 0)}


def create_app():
    app = Flask(__name__)

    def collected():
        return Trail.from_cookie(request.cookies.get("trail", ""))

    @app.route("/answer", methods=["POST"])
    def answer():
        try:
            points = [str(n) for n in range(11)].index(request.form["points"].strip())
            trail = collected().plus(request.form["station"], points)
        except ValueError as error:
            raise BadRequest(str(error)) from error
        response = make_response(trail.progress())
        response.set_cookie("trail", trail.cookie(), httponly=True, samesite="Lax")
        return response

    app.add_url_rule("/progress", "progress", lambda: collected().progress(), methods=["GET"])
    return app
