import operator
import sqlite3
from contextlib import closing
from dataclasses import asdict, dataclass
from enum import Enum

from flask import Flask, request
from flask.views import MethodView


@dataclass(frozen=True)
class Machine:
    id: int
    maker: str
    model: str
    year: int
    price: int


class Kind(Enum):
    EQUAL = "", operator.eq
    MIN = "__min", operator.ge
    MAX = "__max", operator.le
    CONTAINS = "__contains", operator.contains

    def __init__(self, ending, test):
        self.ending, self.test = ending, test


SEARCHABLE = {"maker": str, "model": str, "year": int, "price": int}
PARAMETERS = {
    field + kind.ending: (operator.attrgetter(field), kind.test, type_)
    for field, type_ in SEARCHABLE.items() for kind in Kind
    if kind is not Kind.CONTAINS or type_ is str
}


def holds(test, present, wanted):
    return present is not None and test(present, wanted)


class View(MethodView):
    def __init__(self, db_path):
        self.db_path = db_path

    def stock(self):
        with closing(sqlite3.connect(self.db_path)) as con:
            for row in con.execute("SELECT id, maker, model, year, price FROM machines WHERE sold = 0 ORDER BY id"):
                yield Machine(*row)

    def get(self):
        try:
            wanted = [(get, test, type_(value)) for get, test, type_, value in (
                (*PARAMETERS[name], value) for name, value in request.args.items(multi=True))]
        except (KeyError, ValueError):
            return {"error": "unknown condition"}, 400
        return self.answer([machine for machine in self.stock()
                            if all(holds(test, get(machine), value) for get, test, value in wanted)])


class Machines(View):
    def answer(self, found):
        return [asdict(machine) for machine in found]


class Summary(View):
    def answer(self, found):
        prices = [machine.price for machine in found if machine.price is not None]
        return {"count": len(found), "lowest": min(prices, default=None), "highest": max(prices, default=None)}


def create_app(db_path):
    app = Flask(__name__)
    app.add_url_rule("/machines", view_func=Machines.as_view("machines", db_path))
    app.add_url_rule("/summary", view_func=Summary.as_view("summary", db_path))
    return app
