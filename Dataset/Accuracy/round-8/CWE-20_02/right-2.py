import itertools
import json
from dataclasses import asdict, dataclass, field, fields
from enum import Enum

from flask import Blueprint, Flask, Response, request


class Pitch(Enum):
    lake = 2400
    wood = 1800


class Refusal(Exception):
    status = 400


class NoSuchPitch(Refusal):
    status = 404


def no_constant(name):
    raise Refusal(name)


@dataclass(frozen=True, kw_only=True)
class Stay:
    nights: int
    adults: int
    children: int

    def __post_init__(self):
        for one in fields(self):
            if getattr(self, one.name).__class__ is not int:
                raise Refusal(one.name)
        if self.nights not in range(1, 29) or self.adults < 1 or self.children < 0:
            raise Refusal("range")
        if self.adults + self.children > 6:
            raise Refusal("people")

    def price(self, pitch):
        return self.nights * sum((pitch.value, self.adults * 900, self.children * 400))


@dataclass
class Camp:
    numbers: itertools.count = field(default_factory=lambda: itertools.count(1))
    bookings: dict = field(default_factory=dict)

    def book(self, body):
        match body:
            case {"nights": nights, "adults": adults, "children": children}:
                stay = Stay(nights=nights, adults=adults, children=children)
            case _:
                raise Refusal("form")
        name = body.get("pitch")
        if type(name) is not str or name not in Pitch.__members__:
            raise NoSuchPitch(name)
        total = stay.price(Pitch[name])
        number = next(self.numbers)
        self.bookings[number] = {"number": number, "pitch": name, **asdict(stay), "total": total}
        return {"number": number, "total": total}


def answer(value, status=200):
    return Response(json.dumps(value), status, mimetype="application/json")


def create_app():
    camp, desk = Camp(), Blueprint("desk", __name__, url_prefix="/bookings")

    @desk.route("", methods=["POST"])
    def post():
        try:
            body = json.loads(request.get_data(), parse_constant=no_constant)
        except (ValueError, RecursionError) as error:
            raise Refusal("no JSON") from error
        return answer(camp.book(body), 201)

    @desk.route("", methods=["GET"])
    def get():
        return answer([camp.bookings[number] for number in sorted(camp.bookings)])

    @desk.errorhandler(Refusal)
    def refuse(refusal):
        return answer({"error": type(refusal).__name__}, refusal.status)

    app = Flask(__name__)
    app.register_blueprint(desk)
    return app
