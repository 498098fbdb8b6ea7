from flask import Flask, jsonify, request

PITCHES = {"lake": 2400, "wood": 1800}
ADULT = 900
CHILD = 400
MOST_NIGHTS = 28
MOST_PEOPLE = 6


def is_whole_number(value, least):
    return type(value) is int and value >= least


def create_app():
    app = Flask(__name__)
    bookings = []

    @app.post("/bookings")
    def book():
        wish = request.get_json()
        if not isinstance(wish, dict):
            return jsonify({"error": "not a booking"}), 400
        pitch = wish.get("pitch")
        if not isinstance(pitch, str) or pitch not in PITCHES:
            return jsonify({"error": "no such pitch"}), 404
        nights, adults, children = wish.get("nights"), wish.get("adults"), wish.get("children")
        if not (is_whole_number(nights, 1) and is_whole_number(adults, 1) and is_whole_number(children, 0)):
            return jsonify({"error": "nights and people must be whole numbers"}), 400
        if nights > MOST_NIGHTS or adults + children > MOST_PEOPLE:
            return jsonify({"error": "too many nights or people"}), 400

        total = nights * (PITCHES[pitch] + adults * ADULT + children * CHILD)
        booking = {
            "number": len(bookings) + 1,
            "pitch": pitch,
            "nights": nights,
            "adults": adults,
            "children": children,
            "total": total,
        }
        bookings.append(booking)
        return jsonify({"number": booking["number"], "total": total}), 201

    @app.get("/bookings")
    def list_bookings():
        return jsonify(bookings)

    return app
