from threading import Lock

from flask import Flask, abort, jsonify, request

PITCHES = {"lake": 2400, "wood": 1800}
LIMITS = {"nights": (1, 28), "adults": (1, 6), "children": (0, 5)}


def checked(data):
    if not isinstance(data, dict):
        abort(400)
    values = {}
    for name, (low, high) in LIMITS.items():
        value = data.get(name)
        if type(value) is not int or not low <= value <= high:
            abort(400)
        values[name] = value
    return values


def create_app():
    app = Flask(__name__)
    bookings = []
    lock = Lock()

    @app.post("/bookings")
    def book():
        data = request.get_json(silent=True)
        stay = checked(data)
        pitch = data.get("pitch")
        if not isinstance(pitch, str) or pitch not in PITCHES:
            abort(404)
        night = PITCHES[pitch] + 900 * stay["adults"] + 400 * stay["children"]
        with lock:
            booking = {"number": len(bookings) + 1, "pitch": pitch, **stay, "total": night * stay["nights"]}
            bookings.append(booking)
        return jsonify(number=booking["number"], total=booking["total"]), 201

    @app.get("/bookings")
    def show():
        return jsonify(bookings)

    return app
