"""One fixed statement per address; every condition that was not asked for is NULL."""
import sqlite3
from contextlib import closing
from functools import partial

from flask import Flask, jsonify, request

STOCK = """
WITH found AS (
    SELECT id, maker, model, year, price FROM machines
    WHERE sold = 0
      AND (:maker IS NULL OR maker = :maker)
      AND (:maker__min IS NULL OR maker >= :maker__min)
      AND (:maker__max IS NULL OR maker <= :maker__max)
      AND (:maker__contains IS NULL OR instr(maker, :maker__contains) > 0)
      AND (:model IS NULL OR model = :model)
      AND (:model__min IS NULL OR model >= :model__min)
      AND (:model__max IS NULL OR model <= :model__max)
      AND (:model__contains IS NULL OR instr(model, :model__contains) > 0)
      AND (:year IS NULL OR year = :year)
      AND (:year__min IS NULL OR year >= :year__min)
      AND (:year__max IS NULL OR year <= :year__max)
      AND (:price IS NULL OR price = :price)
      AND (:price__min IS NULL OR price >= :price__min)
      AND (:price__max IS NULL OR price <= :price__max)
)
"""
LIST = STOCK + "SELECT * FROM found ORDER BY id"
SUMMARY = STOCK + "SELECT count(*) AS count, min(price) AS lowest, max(price) AS highest FROM found"


def number(text):
    # SQLite holds 64 bits; what lies beyond is compared as the outermost number
    return max(-(2**63), min(2**63 - 1, int(text)))


CONVERT = {name: str for f in ("maker", "model")
           for name in (f, f + "__min", f + "__max", f + "__contains")}
CONVERT |= {name: number for f in ("year", "price") for name in (f, f + "__min", f + "__max")}


def arguments():
    values = dict.fromkeys(CONVERT)
    for name, texts in request.args.lists():
        (text,) = texts
        values[name] = CONVERT[name](text)
    return values


def create_app(db_path):
    app = Flask(__name__, static_folder=None)

    def answer(statement, shape):
        try:
            values = arguments()
        except (KeyError, ValueError):
            return jsonify(error="such a condition is not known"), 400
        with closing(sqlite3.connect(db_path)) as db:
            db.row_factory = sqlite3.Row
            return jsonify(shape([dict(row) for row in db.execute(statement, values)]))

    app.add_url_rule("/machines", "machines", partial(answer, LIST, list))
    app.add_url_rule("/summary", "summary", partial(answer, SUMMARY, lambda rows: rows[0]))
    return app
