from flask import Flask, jsonify, request

PITCHES = {"lake": 2400, "wood": 1800}


def create_app():
    app = Flask(__name__)
    bookings = []

    def whole(value, low, high):
        return type(value) is int and low <= value <= high

    @app.post("/bookings")
    def book():
        order = request.get_json(silent=True)
        if not isinstance(order, dict):
            return jsonify(error="a JSON object is needed"), 400
        pitch = order.get("pitch")
        if not isinstance(pitch, str) or pitch not in PITCHES:
            return jsonify(error="no such pitch"), 404
        nights, adults, children = (order.get(key) for key in ("nights", "adults", "children"))
        if not (whole(nights, 1, 28) and whole(adults, 1, 6) and whole(children, 0, 5)):
            return jsonify(error="bad numbers"), 400
        if adults + children > 6:
            return jsonify(error="too many people"), 400
        total = nights * (PITCHES[pitch] + 900 * adults + 400 * children)
        booking = {"number": len(bookings) + 1, "total": total}
        booking.update(order)
        bookings.append(booking)
        return jsonify(number=booking["number"], total=booking["total"]), 201

    @app.get("/bookings")
    def all_bookings():
        return jsonify(bookings)

    return app
