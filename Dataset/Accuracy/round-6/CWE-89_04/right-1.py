import functools
import operator
import re
import sqlite3
from dataclasses import asdict, dataclass
from typing import Callable, Optional

from flask import Flask, jsonify, request
from werkzeug.exceptions import BadRequest


@dataclass(frozen=True)
class Machine:
    id: int
    maker: Optional[str]
    model: Optional[str]
    year: Optional[int]
    price: Optional[int]


def whole(text: str) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,4000}", text.strip()):
        raise BadRequest("whole number expected")
    return int(text)


def test(field: str, compare: Callable, convert: Callable) -> Callable:
    def make(raw):
        wanted = convert(raw)

        def holds(machine):
            have = getattr(machine, field)
            return have is not None and compare(have, wanted)

        return holds

    return make


TESTS = {
    field + suffix: test(field, compare, convert)
    for field, convert in (("maker", str), ("model", str), ("year", whole), ("price", whole))
    for suffix, compare in (("", operator.eq), ("__min", operator.ge), ("__max", operator.le), ("__contains", operator.contains))
    if convert is str or suffix != "__contains"
}


def filtered(view):
    @functools.wraps(view)
    def wrapper():
        checks = []
        for name, values in request.args.lists():
            if name not in TESTS or len(values) != 1:
                raise BadRequest("no such condition, or given twice")
            checks.append(TESTS[name](values[0]))
        return view(lambda machine: all(check(machine) for check in checks))

    return wrapper


def create_app(db_path):
    app = Flask(__name__)

    def stock():
        db = sqlite3.connect(db_path)
        try:
            yield from (Machine(*row) for row in db.execute(
                "SELECT id, maker, model, year, price FROM machines WHERE sold = 0 ORDER BY id"))
        finally:
            db.close()

    @app.get("/machines")
    @filtered
    def machines(wanted):
        return jsonify([asdict(machine) for machine in filter(wanted, stock())])

    @app.get("/summary")
    @filtered
    def summary(wanted):
        found = list(filter(wanted, stock()))
        prices = [machine.price for machine in found if machine.price is not None]
        return jsonify(count=len(found), lowest=min(prices, default=None), highest=max(prices, default=None))

    return app
