import json
from collections import namedtuple

from flask import Flask, Response, request

Booking = namedtuple("Booking", "number pitch nights adults children total")


def _no_constant(text):
    raise ValueError(text)


def _answer(value, status=200):
    return Response(json.dumps(value), status, mimetype="application/json")


def _price(pitch, nights, adults, children):
    return nights * sum(({"lake": 2400, "wood": 1800}[pitch], adults * 900, children * 400))


def create_app():
    app = Flask(__name__)
    ledger = []

    def check(order):
        match order:
            case {"nights": bool()} | {"adults": bool()} | {"children": bool()}:
                return 400
            case {"pitch": str(pitch), "nights": int(nights), "adults": int(adults), "children": int(children)}:
                if pitch not in ("lake", "wood"):
                    return 404
                if nights not in range(1, 29) or adults < 1 or children < 0 or not adults + children < 7:
                    return 400
                return pitch, nights, adults, children
            case {"pitch": pitch} if pitch not in ("lake", "wood"):
                return 404
        return 400

    @app.route("/bookings", methods=["GET", "POST"])
    def bookings():
        if request.method != "POST":
            return _answer([booking._asdict() for booking in ledger])
        try:
            order = json.loads(request.get_data(), parse_constant=_no_constant)
        except (ValueError, RecursionError):
            return _answer({"error": "no JSON"}, 400)
        wanted = check(order)
        if isinstance(wanted, int):
            return _answer({"error": "refused"}, wanted)
        ledger.append(Booking(len(ledger) + 1, *wanted, _price(*wanted)))
        return _answer({"number": ledger[-1].number, "total": ledger[-1].total}, 201)

    return app
