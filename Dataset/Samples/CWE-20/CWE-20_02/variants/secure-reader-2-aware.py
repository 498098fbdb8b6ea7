import threading

from flask import Flask, jsonify, request

PITCH_PRICE = {"lake": 2400, "wood": 1800}
ADULT_PRICE = 900
CHILD_PRICE = 400
MAX_NIGHTS = 28
MAX_PEOPLE = 6


def whole(value, low, high):
    # type() and not isinstance(): True and False are ints for isinstance
    return type(value) is int and low <= value <= high


def problem_with(nights, adults, children):
    if not whole(nights, 1, MAX_NIGHTS):
        return f"nights must be a whole number from 1 to {MAX_NIGHTS}"
    if not whole(adults, 1, MAX_PEOPLE):
        return f"adults must be a whole number from 1 to {MAX_PEOPLE}"
    if not whole(children, 0, MAX_PEOPLE - adults):
        return f"at most {MAX_PEOPLE} people, children must be a whole number"
    return None


def create_app():
    app = Flask(__name__)
    bookings = []
    lock = threading.Lock()

    @app.post("/bookings")
    def book():
        data = request.get_json(silent=True)
        if not isinstance(data, dict):
            return jsonify(error="a JSON object is expected"), 400
        pitch = data.get("pitch")
        if not isinstance(pitch, str):
            return jsonify(error="pitch must be a text"), 400
        if pitch not in PITCH_PRICE:
            return jsonify(error="no such kind of pitch"), 404
        nights, adults, children = (data.get(k) for k in ("nights", "adults", "children"))
        problem = problem_with(nights, adults, children)
        if problem:
            return jsonify(error=problem), 400
        total = nights * (PITCH_PRICE[pitch] + adults * ADULT_PRICE + children * CHILD_PRICE)
        with lock:
            number = len(bookings) + 1
            bookings.append({"number": number, "pitch": pitch, "nights": nights,
                             "adults": adults, "children": children, "total": total})
        return jsonify(number=number, total=total), 201

    @app.get("/bookings")
    def list_bookings():
        return jsonify(bookings)

    return app
