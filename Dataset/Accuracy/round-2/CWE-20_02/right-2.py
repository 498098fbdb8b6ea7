import json
from functools import wraps
from threading import RLock

from flask import Flask, Response, request

RULES = (
    (404, lambda b: b["pitch"] not in ("lake", "wood")),
    (400, lambda b: any(isinstance(b[k], bool) or not isinstance(b[k], int) for k in ("nights", "adults", "children"))),
    (400, lambda b: b["nights"] < 1 or b["nights"] > 28),
    (400, lambda b: b["adults"] < 1 or b["children"] < 0 or b["adults"] + b["children"] > 6),
)


def refuse(text):
    raise ValueError(text)


def as_json(view):
    @wraps(view)
    def answer(*args):
        body, status = view(*args)
        return Response(json.dumps(body, allow_nan=False), status, mimetype="application/json")
    return answer


def create_app():
    app = Flask(__name__)
    book, lock = {}, RLock()

    @app.route("/bookings", methods=["POST"])
    @as_json
    def post():
        try:
            sent = json.loads(request.get_data(), parse_constant=refuse)
            wish = {key: sent[key] for key in ("pitch", "nights", "adults", "children")}
        except (ValueError, KeyError, TypeError, IndexError, RecursionError):
            return {"error": "not a booking"}, 400
        for status, broken in RULES:
            if broken(wish):
                return {"error": "refused"}, status
        a_night = {"lake": 2400, "wood": 1800}[wish["pitch"]] + 900 * wish["adults"] + 400 * wish["children"]
        with lock:
            number = len(book) + 1
            book[number] = {"number": number, **wish, "total": a_night * wish["nights"]}
        return {k: book[number][k] for k in ("number", "total")}, 201

    @app.route("/bookings", methods=["GET"])
    @as_json
    def get():
        with lock:
            return list(book.values()), 200

    return app
