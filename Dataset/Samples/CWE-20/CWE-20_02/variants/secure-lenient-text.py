import re

from flask import Flask, jsonify, request


def whole(value):
    """An int from a JSON integer or from a text of plain digits, as some form libraries send it."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{1,3}", value):
        return int(value)
    raise ValueError(f"not a whole number: {value!r}")


def create_app():
    app = Flask(__name__)
    pitches = {"lake": 2400, "wood": 1800}
    bookings = []

    @app.errorhandler(ValueError)
    def refuse(error):
        return jsonify(error=str(error)), 400

    @app.post("/bookings")
    def post_booking():
        data = request.get_json()
        pitch = data.get("pitch")
        if pitch not in pitches:
            return jsonify(error="pitch"), 404
        nights = whole(data.get("nights"))
        adults = whole(data.get("adults"))
        children = whole(data.get("children"))
        if not 1 <= nights <= 28:
            raise ValueError("nights out of range")
        if adults < 1 or children < 0 or not adults + children <= 6:
            raise ValueError("people out of range")
        total = nights * pitches[pitch] + nights * adults * 900 + nights * children * 400
        bookings.append(dict(number=len(bookings) + 1, pitch=pitch, nights=nights, adults=adults,
                             children=children, total=total))
        return jsonify(number=len(bookings), total=total), 201

    @app.get("/bookings")
    def get_bookings():
        return jsonify(bookings)

    return app
