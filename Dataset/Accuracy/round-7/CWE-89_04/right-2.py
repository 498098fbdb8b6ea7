"""SQLite is asked for the stock only; all conditions are met in Python."""
import operator
import re
import sqlite3
from contextlib import closing
from dataclasses import asdict, dataclass

from flask import Flask, abort, jsonify, request

KINDS = {"": operator.eq, "__min": operator.ge, "__max": operator.le, "__contains": operator.contains}


@dataclass(frozen=True)
class Machine:
    id: int
    maker: str | None
    model: str | None
    year: int | None
    price: int | None


def condition(name, text):
    """A function that says whether a machine meets the condition."""
    match = re.fullmatch(r"(maker|model)(|__min|__max|__contains)|(year|price)(|__min|__max)", name)
    if match is None:
        abort(400)
    field, kind = match[1] or match[3], match[2] or match[4] or ""
    value = text
    if match[3]:
        if not re.fullmatch(r"[+-]?[0-9]{1,4000}", text):
            abort(400)
        value = int(text)
    fits = KINDS[kind]

    def met(machine):
        own = getattr(machine, field)
        return own is not None and fits(own, value)
    return met


def create_app(db_path):
    app = Flask(__name__)

    def stock():
        conditions = [condition(*pair) for pair in request.args.items(multi=True)]
        with closing(sqlite3.connect(db_path)) as db:
            rows = db.execute("SELECT id, maker, model, year, price FROM machines "
                              "WHERE sold = 0 ORDER BY id")
            machines = [Machine(*row) for row in rows]
        return [m for m in machines if all(met(m) for met in conditions)]

    @app.get("/machines")
    def machines():
        return jsonify([asdict(m) for m in stock()])

    @app.get("/summary")
    def summary():
        found = stock()
        prices = [m.price for m in found if m.price is not None]
        return jsonify(count=len(found), lowest=min(prices, default=None),
                       highest=max(prices, default=None))

    return app
