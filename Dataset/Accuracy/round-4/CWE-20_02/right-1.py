from dataclasses import asdict, dataclass
from enum import IntEnum
from flask import Flask, jsonify, request
from werkzeug.exceptions import BadRequest, NotFound


class Pitch(IntEnum):
    lake = 2400
    wood = 1800


@dataclass(frozen=True)
class Stay:
    nights: int
    adults: int
    children: int

    def __post_init__(self):
        for value in (self.nights, self.adults, self.children):
            if isinstance(value, bool) or not isinstance(value, int):
                raise BadRequest("whole numbers only")
        if not (0 < self.nights < 29 and self.adults > 0 <= self.children
                and self.adults + self.children < 7):
            raise BadRequest("the camp site does not offer that")


class Ledger:
    def __init__(self):
        self.rows = []

    def enter(self, data):
        if not isinstance(data, dict):
            raise BadRequest("object expected")
        stay = Stay(*map(data.get, ("nights", "adults", "children")))
        kind = data.get("pitch")
        if not isinstance(kind, str) or kind not in Pitch.__members__:
            raise NotFound("no such pitch")
        total = stay.nights * (int(Pitch[kind]) + 900 * stay.adults + 400 * stay.children)
        self.rows.append({"number": len(self.rows) + 1, "pitch": kind, **asdict(stay), "total": total})
        return {key: self.rows[-1][key] for key in ("number", "total")}


def create_app():
    app, ledger = Flask(__name__), Ledger()
    app.add_url_rule("/bookings", "book", methods=["POST"],
                     view_func=lambda: (ledger.enter(request.get_json(force=True, silent=True)), 201))
    app.add_url_rule("/bookings", "list", view_func=lambda: jsonify(ledger.rows), methods=["GET"])
    return app
