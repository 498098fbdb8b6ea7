import logging
from urllib.parse import parse_qsl, urlencode

from flask import Blueprint, Flask, abort, jsonify, request

log = logging.getLogger(__name__)
trail = Blueprint("trail", __name__)
POINTS = {str(n): n for n in range(11)}


class Trail(dict):
    """What a visitor has collected; in the cookie it is a query string: Old+oak=3&Fuchsbau=10"""

    @classmethod
    def from_cookie(cls):
        value = request.cookies.get("trail")
        if value is None:
            return cls()
        try:
            pairs = parse_qsl(value, keep_blank_values=True, strict_parsing=True, errors="strict")
            found = cls((name, POINTS[points]) for name, points in pairs)
        except (ValueError, KeyError) as error:
            log.warning("cookie ignored: %s", type(error).__name__)
            return cls()
        if found.to_cookie() != value:
            log.warning("cookie ignored: not in the form that is set here")
            return cls()
        return found

    def to_cookie(self):
        return urlencode(self)

    def response(self):
        return jsonify(stations=dict(self), points=sum(self.values()))


@trail.post("/answer")
def answer():
    station = request.form["station"]
    points = POINTS.get(request.form["points"].strip())
    if points is None:
        abort(400)
    collected = Trail.from_cookie()
    collected[station] = points
    response = collected.response()
    response.set_cookie("trail", collected.to_cookie(), httponly=True, samesite="Lax")
    return response


@trail.get("/progress")
def progress():
    return Trail.from_cookie().response()


def create_app():
    app = Flask(__name__)
    app.register_blueprint(trail)
    return app
