from flask import Flask, jsonify, request

PITCHES = {"lake": 2400, "wood": 1800}
ADULT = 900
CHILD = 400


def _whole(value, low, high):
    """Only plain digits: no sign, no fraction, no NaN, no true or false."""
    return str(value).isdecimal() and low <= int(value) <= high


def create_app():
    app = Flask(__name__)
    bookings = []

    @app.post("/bookings")
    def book():
        wish = request.get_json(silent=True)
        if not isinstance(wish, dict):
            return jsonify(error="a JSON object is needed"), 400
        pitch = wish.get("pitch")
        if not isinstance(pitch, str) or pitch not in PITCHES:
            return jsonify(error="no such pitch"), 404

        nights = wish.get("nights")
        adults = wish.get("adults")
        children = wish.get("children")
        if not (_whole(nights, 1, 28) and _whole(adults, 1, 6) and _whole(children, 0, 5)):
            return jsonify(error="nights, adults or children do not fit"), 400
        adults, children = int(adults), int(children)
        if adults + children > 6:
            return jsonify(error="too many people"), 400

        per_night = PITCHES[pitch] + ADULT * adults + CHILD * children
        booking = {
            "number": len(bookings) + 1,
            "pitch": pitch,
            "nights": nights,
            "adults": adults,
            "children": children,
            "total": nights * per_night,
        }
        bookings.append(booking)
        return jsonify(number=booking["number"], total=booking["total"]), 201

    @app.get("/bookings")
    def all_bookings():
        return jsonify(bookings)

    return app
