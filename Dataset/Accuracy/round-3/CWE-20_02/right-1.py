import itertools
import threading
from dataclasses import asdict, dataclass, field

from flask import Flask, jsonify, request
from werkzeug.exceptions import BadRequest, NotFound

RATES = {"lake": 2400, "wood": 1800}


@dataclass(frozen=True)
class Stay:
    pitch: str
    nights: int
    adults: int
    children: int
    total: int = field(init=False)

    def __post_init__(self):
        if not isinstance(self.pitch, str) or self.pitch not in RATES:
            raise NotFound("no such pitch")
        for value in (self.nights, self.adults, self.children):
            if not isinstance(value, int) or isinstance(value, bool):
                raise BadRequest("whole numbers only")
        if self.nights not in range(1, 29) or self.adults < 1 or self.children < 0 \
                or self.adults + self.children > 6:
            raise BadRequest("not offered")
        nightly = RATES[self.pitch] + 900 * self.adults + 400 * self.children
        object.__setattr__(self, "total", self.nights * nightly)


class Book:
    def __init__(self):
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._stays = {}

    def enter(self, stay):
        with self._lock:
            number = next(self._numbers)
            self._stays[number] = stay
        return number

    def __iter__(self):
        with self._lock:
            rows = list(self._stays.items())
        return ({"number": number, **asdict(stay)} for number, stay in rows)


def create_app():
    app = Flask(__name__)
    book = Book()

    @app.post("/bookings")
    def post():
        sent = request.get_json()
        if not isinstance(sent, dict):
            raise BadRequest("object expected")
        stay = Stay(*map(sent.get, ("pitch", "nights", "adults", "children")))
        return {"number": book.enter(stay), "total": stay.total}, 201

    @app.get("/bookings")
    def get():
        return jsonify(list(book))

    return app
