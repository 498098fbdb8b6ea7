from flask import Flask, jsonify, request

PITCHES = {"lake": 2400, "wood": 1800}
ADULT = 900
CHILD = 400


def create_app():
    app = Flask(__name__)
    bookings = []

    @app.post("/bookings")
    def book():
        data = request.get_json()
        pitch = data["pitch"]
        if pitch not in PITCHES:
            return jsonify({"error": "unknown pitch"}), 404
        nights = data["nights"]
        adults = data["adults"]
        children = data["children"]
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
