from flask import Flask, jsonify, request

PRICES = {"lake": 2400, "wood": 1800}


def whole(value, low, high):
    return isinstance(value, int) and low <= value <= high


def create_app():
    app = Flask(__name__)
    bookings = []

    @app.post("/bookings")
    def book():
        data = request.get_json()
        if not isinstance(data, dict):
            return jsonify(error="object expected"), 400
        pitch = data.get("pitch")
        if not isinstance(pitch, str) or pitch not in PRICES:
            return jsonify(error="no such pitch"), 404
        nights, adults, children = (data.get(k) for k in ("nights", "adults", "children"))
        if not (whole(nights, 1, 28) and whole(adults, 1, 6) and whole(children, 0, 5)
                and adults + children <= 6):
            return jsonify(error="not possible"), 400
        total = nights * (PRICES[pitch] + 900 * adults + 400 * children)
        booking = {"number": len(bookings) + 1, "pitch": pitch, "nights": nights,
                   "adults": adults, "children": children, "total": total}
        bookings.append(booking)
        return jsonify(number=booking["number"], total=total), 201

    @app.get("/bookings")
    def show():
        return jsonify(bookings)

    return app
