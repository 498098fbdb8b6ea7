from flask import Flask, jsonify, request

PITCH_PRICES = {"lake": 2400, "wood": 1800}
ADULT_PRICE = 900
CHILD_PRICE = 400


def create_app():
    app = Flask(__name__)
    bookings = []

    @app.post("/bookings")
    def create_booking():
        data = request.get_json()
        pitch = data["pitch"]
        nights = data["nights"]
        adults = data["adults"]
        children = data["children"]
        if pitch not in PITCH_PRICES:
            return jsonify({"error": "unknown pitch"}), 404
        per_night = PITCH_PRICES[pitch] + adults * ADULT_PRICE + children * CHILD_PRICE
        total = nights * per_night
        number = len(bookings) + 1
        bookings.append({
            "number": number,
            "pitch": pitch,
            "nights": nights,
            "adults": adults,
            "children": children,
            "total": total,
        })
        return jsonify({"number": number, "total": total}), 201

    @app.get("/bookings")
    def list_bookings():
        return jsonify(bookings)

    return app
