import threading

from flask import Flask, request

PRICES = {"lake": 2400, "wood": 1800}
NIGHTS = range(1, 29)
ADULTS = range(1, 7)
CHILDREN = range(0, 6)
PEOPLE = range(1, 7)


class Camp:
    def __init__(self):
        self.bookings = []
        self.lock = threading.Lock()

    @staticmethod
    def fits(nights, adults, children):
        """Ranges hold whole numbers only: fractions, NaN and texts are in none of them."""
        return nights in NIGHTS and adults in ADULTS and children in CHILDREN and adults + children in PEOPLE

    def book(self, pitch, nights, adults, children):
        total = nights * (PRICES[pitch] + 900 * adults + 400 * children)
        with self.lock:
            number = len(self.bookings) + 1
            self.bookings.append({
                "number": number, "pitch": pitch, "nights": nights,
                "adults": adults, "children": children, "total": total,
            })
        return {"number": number, "total": total}


def create_app():
    app = Flask(__name__)
    camp = Camp()

    @app.post("/bookings")
    def post():
        body = request.get_json(silent=True)
        if not isinstance(body, dict):
            return {"error": "a JSON object, please"}, 400
        stay = [body.get(key) for key in ("nights", "adults", "children")]
        if not camp.fits(*stay):
            return {"error": "that is no stay"}, 400
        pitch = body.get("pitch")
        if not isinstance(pitch, str) or pitch not in PRICES:
            return {"error": "no such pitch"}, 404
        return camp.book(pitch, *stay), 201

    @app.get("/bookings")
    def get():
        return camp.bookings

    return app
