from dataclasses import asdict, dataclass, field
from itertools import count

from flask import Flask, jsonify, request
from flask.views import MethodView


class Rejected(Exception):
    def __init__(self, status):
        self.status = status


@dataclass(frozen=True, kw_only=True)
class Stay:
    pitch: str
    nights: int
    adults: int
    children: int
    total: int = field(init=False)

    RATES = {"lake": 24_00, "wood": 18_00}

    def __post_init__(self):
        if not isinstance(self.pitch, str) or self.pitch not in self.RATES:
            raise Rejected(404)
        if {type(self.nights), type(self.adults), type(self.children)} != {int}:
            raise Rejected(400)
        if not (1 <= self.nights <= 28 and self.adults >= 1 and self.children >= 0
                and self.adults + self.children <= 6):
            raise Rejected(400)
        cents = self.nights * (self.RATES[self.pitch] + 900 * self.adults + 400 * self.children)
        object.__setattr__(self, "total", cents)


class Bookings(MethodView):
    init_every_request = False

    def __init__(self):
        self.stays = {}
        self.numbers = count(1)

    def get(self):
        return jsonify([{"number": n, **asdict(stay)} for n, stay in self.stays.items()])

    def post(self):
        body = request.get_json(silent=True)
        if not isinstance(body, dict):
            raise Rejected(400)
        stay = Stay(**{key: body.get(key) for key in ("pitch", "nights", "adults", "children")})
        number = next(self.numbers)
        self.stays[number] = stay
        return {"number": number, "total": stay.total}, 201


def create_app():
    app = Flask("campsite")
    app.add_url_rule("/bookings", view_func=Bookings.as_view("bookings"))
    app.register_error_handler(Rejected, lambda error: ({"error": "refused"}, error.status))
    return app
