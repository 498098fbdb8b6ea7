import sqlite3
from contextlib import closing
from functools import wraps
from threading import RLock

from flask import Flask, jsonify, request

SCHEMA = """
CREATE TABLE guest (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    flight TEXT NOT NULL,
    name BLOB NOT NULL CHECK (length(name) > 0),
    weight INTEGER NOT NULL CHECK (typeof(weight) = 'integer' AND weight BETWEEN 20 AND 150),
    UNIQUE (flight, name)
)
"""


class Full(Exception):
    pass


def blob(name):
    return name.encode("utf-8", "surrogatepass")


def create_app(flights):
    app = Flask(__name__)
    app.url_map.merge_slashes = False
    database = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    database.execute(SCHEMA)
    lock = RLock()

    def for_a_known_flight(view):
        @wraps(view)
        def guarded(flight, **arguments):
            if flight not in flights:
                return jsonify({}), 404
            with lock, closing(database.cursor()) as cursor:
                cursor.execute("BEGIN")
                try:
                    result = view(cursor, flight, **arguments)
                except (AssertionError, ValueError, RecursionError, sqlite3.IntegrityError):
                    cursor.execute("ROLLBACK")
                    return jsonify({}), 400
                except Full:
                    cursor.execute("ROLLBACK")
                    return jsonify({}), 409
                except BaseException:
                    cursor.execute("ROLLBACK")
                    raise
                cursor.execute("COMMIT")
                return result

        return guarded

    def left(cursor, flight):
        cursor.execute("SELECT count(*), total(weight) FROM guest WHERE flight = ?", [flight])
        count, weight = cursor.fetchone()
        facts = flights[flight]
        return {"places": facts["places"] - count, "kilograms": facts["kilograms"] - int(weight)}

    def group():
        body = app.json.loads(request.get_data())
        if type(body) is not dict or not {"names", "weights"} <= body.keys():
            raise ValueError("no such group")
        columns = body["names"], body["weights"]
        if {type(column) for column in columns} != {list} or [] in columns:
            raise ValueError("no lists")
        for name, weight in zip(*columns, strict=True):
            if (type(name), type(weight)) != (str, int) or abs(weight) > 1000:
                raise ValueError("no guest")
            yield blob(name), weight

    @app.post("/flights/<flight>/passengers", endpoint="enter")
    @for_a_known_flight
    def enter(cursor, flight):
        for name, weight in list(group()):
            cursor.execute(
                "INSERT INTO guest (flight, name, weight) VALUES (?, ?, ?)", [flight, name, weight]
            )
        rest = left(cursor, flight)
        if any(value < 0 for value in rest.values()):
            raise Full
        return rest, 201

    @app.get("/flights/<flight>", endpoint="show")
    @for_a_known_flight
    def show(cursor, flight):
        rows = cursor.execute(
            "SELECT name, weight FROM guest WHERE flight = ? ORDER BY number", [flight]
        ).fetchall()
        return {
            "passengers": [
                {"name": name.decode("utf-8", "surrogatepass"), "weight": weight}
                for name, weight in rows
            ],
            "kilograms": sum(weight for _, weight in rows),
        }

    @app.delete("/flights/<flight>/passengers/<path:name>", endpoint="leave")
    @for_a_known_flight
    def leave(cursor, flight, name):
        cursor.execute("DELETE FROM guest WHERE flight = ? AND name = ?", [flight, blob(name)])
        return "", (204 if cursor.rowcount else 404)

    return app
