from flask import Flask, jsonify, request

NIGHTLY = {"lake": 2400, "wood": 1800}
LIMITS = {"nights": (1, 28), "adults": (1, 6), "children": (0, 5)}


def valid(data):
    return isinstance(data, dict) and all(
        type(data.get(field)) is int and low <= data[field] <= high
        for field, (low, high) in LIMITS.items())


def create_app():
    app = Flask(__name__)
    bookings = []

    @app.route("/bookings", methods=["POST"])
    def book():
        data = request.get_json(force=True, silent=True)
        if not valid(data):
            return jsonify(error="invalid booking"), 400
        pitch = data.get("pitch")
        if not isinstance(pitch, str) or pitch not in NIGHTLY:
            return jsonify(error="no such pitch"), 404
        booking = {"number": len(bookings) + 1, "pitch": pitch}
        booking.update((field, data[field]) for field in LIMITS)
        per_night = NIGHTLY[pitch] + 900 * data["adults"] + 400 * data["children"]
        booking["total"] = per_night * data["nights"]
        bookings.append(booking)
        return jsonify(number=booking["number"], total=booking["total"]), 201

    @app.route("/bookings", methods=["GET"])
    def listing():
        return jsonify(bookings)

    return app
