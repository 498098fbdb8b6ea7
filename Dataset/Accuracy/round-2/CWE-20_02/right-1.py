import itertools
import threading
from dataclasses import asdict, dataclass, field

from flask import Flask, request
from flask.views import MethodView
from werkzeug.exceptions import BadRequest, NotFound

PRICES = {"lake": 2400, "wood": 1800}


@dataclass(frozen=True)
class Booking:
    pitch: str
    nights: int
    adults: int
    children: int
    number: int = 0
    total: int = field(init=False)

    def __post_init__(self):
        if not isinstance(self.pitch, str) or self.pitch not in PRICES:
            raise NotFound("no such pitch")
        if {type(self.nights), type(self.adults), type(self.children)} != {int}:
            raise BadRequest("whole numbers only")
        if not (1 <= self.nights <= 28 and self.adults >= 1 and self.children >= 0
                and self.adults + self.children <= 6):
            raise BadRequest("the camp site does not offer this")
        price = PRICES[self.pitch] + self.adults * 900 + self.children * 400
        object.__setattr__(self, "total", price * self.nights)


class Bookings(MethodView):
    def __init__(self, store, numbers, lock):
        self.store, self.numbers, self.lock = store, numbers, lock

    def get(self):
        return [asdict(booking) for booking in self.store]

    def post(self):
        try:
            wish = request.get_json()
        except RecursionError:
            raise BadRequest from None
        if not isinstance(wish, dict):
            raise BadRequest
        fields = {name: wish.get(name) for name in ("pitch", "nights", "adults", "children")}
        Booking(**fields)
        with self.lock:
            booking = Booking(number=next(self.numbers), **fields)
            self.store.append(booking)
        return {"number": booking.number, "total": booking.total}, 201


def create_app():
    app = Flask(__name__)
    app.add_url_rule("/bookings", view_func=Bookings.as_view("bookings", [], itertools.count(1), threading.Lock()))
    return app
