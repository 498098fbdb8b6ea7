from flask import Flask, jsonify, request

PITCHES = {"lake": 2400, "wood": 1800}
ADULT = 900
CHILD = 400


def create_app():
    app = Flask(__name__)
    bookings = []

    @app.post("/bookings")
    def book():
        wish = request.get_json()
        pitch = wish["pitch"]
        if pitch not in PITCHES:
            return jsonify({"error": "no such pitch"}), 404
        nights, adults, children = wish["nights"], wish["adults"], wish["children"]
        if nights < 1 or nights > 28 or adults < 1 or children < 0 or adults + children > 6:
            return jsonify({"error": "not possible"}), 400

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
