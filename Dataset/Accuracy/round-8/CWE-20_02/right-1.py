from threading import Lock

from flask import Flask, abort, jsonify, request

PITCHES = {"lake": 2400, "wood": 1800}


def is_whole(value):
    return isinstance(value, int) and not isinstance(value, bool)


def create_app():
    app = Flask(__name__)
    bookings = []
    lock = Lock()

    @app.post("/bookings")
    def book():
        try:
            data = request.get_json(silent=True)
        except RecursionError:
            data = None
        if not isinstance(data, dict):
            abort(400)
        nights, adults, children = data.get("nights"), data.get("adults"), data.get("children")
        if not is_whole(nights) or not is_whole(adults) or not is_whole(children):
            abort(400)
        if not 1 <= nights <= 28 or adults < 1 or children < 0 or adults + children > 6:
            abort(400)
        pitch = data.get("pitch")
        if not isinstance(pitch, str) or pitch not in PITCHES:
            abort(404)
        total = nights * (PITCHES[pitch] + 900 * adults + 400 * children)
        with lock:
            number = len(bookings) + 1
            bookings.append(
                dict(number=number, pitch=pitch, nights=nights, adults=adults, children=children, total=total)
            )
        return jsonify(number=number, total=total), 201

    @app.get("/bookings")
    def show():
        with lock:
            return jsonify(list(bookings))

    return app
