import threading

from flask import Flask, jsonify, request

PITCH_PRICES = {"lake": 2400, "wood": 1800}
ADULT_PRICE = 900
CHILD_PRICE = 400
MAX_NIGHTS = 28
MAX_PEOPLE = 6


def _whole(value, low, high):
    # type() rather than isinstance(): True and False are no whole numbers here
    return type(value) is int and low <= value <= high


def create_app():
    app = Flask(__name__)
    bookings = []
    lock = threading.Lock()

    def refuse(message, status=400):
        return jsonify({"error": message}), status

    @app.post("/bookings")
    def create_booking():
        data = request.get_json(silent=True)
        if not isinstance(data, dict):
            return refuse("a JSON object is required")
        pitch = data.get("pitch")
        if not isinstance(pitch, str):
            return refuse("pitch must be a text")
        if pitch not in PITCH_PRICES:
            return refuse("no such pitch", 404)
        nights, adults, children = (data.get(k) for k in ("nights", "adults", "children"))
        if not _whole(nights, 1, MAX_NIGHTS):
            return refuse("bad nights")
        if not _whole(adults, 1, MAX_PEOPLE):
            return refuse("bad adults")
        if not _whole(children, 0, MAX_PEOPLE - adults):
            return refuse("bad children")
        per_night = PITCH_PRICES[pitch] + adults * ADULT_PRICE + children * CHILD_PRICE
        total = nights * per_night
        with lock:
            number = len(bookings) + 1
            bookings.append({"number": number, "pitch": pitch, "nights": nights,
                             "adults": adults, "children": children, "total": total})
        return jsonify({"number": number, "total": total}), 201

    @app.get("/bookings")
    def list_bookings():
        return jsonify(list(bookings))

    return app
