import functools
import logging
import sqlite3
import threading
import uuid

from flask import Flask, g, jsonify, request

log = logging.getLogger("balloon")

SCHEMA = """
CREATE TABLE guest (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    flight TEXT NOT NULL,
    name TEXT NOT NULL CHECK (typeof(name) = 'text' AND name <> ''),
    weight INTEGER NOT NULL CHECK (typeof(weight) = 'integer' AND weight BETWEEN 20 AND 150),
    UNIQUE (flight, name)
)"""


def problems(body):
    """Yields what is wrong with a group; nothing if all is well."""
    if type(body) is not dict:
        yield "no object"
        return
    lists = [body.get("names"), body.get("weights")]
    if [type(x) for x in lists] != [list, list]:
        yield "no lists"
        return
    names, weights = lists
    if not len(names) == len(weights) >= 1:
        yield "lengths"
    yield from (f"name {i}" for i, n in enumerate(names) if type(n) is not str or not n
                or any("\ud800" <= c <= "\udfff" for c in n))
    yield from (f"weight {i}" for i, w in enumerate(weights) if type(w) is not int or w not in range(20, 151))


def create_app(flights):
    app = Flask(f"balloon-{uuid.uuid4().hex}")
    app.url_map.merge_slashes = False
    limits = {k: (v["places"], v["kilograms"]) for k, v in flights.items()}
    db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    db.execute(SCHEMA)
    mutex = threading.Lock()

    def rows(flight):
        return db.execute("SELECT name, weight FROM guest WHERE flight = ? ORDER BY place", (flight,)).fetchall()

    def for_flight(view):
        @functools.wraps(view)
        def inner(flight, **rest):
            if flight not in limits:
                return jsonify(error="unknown flight"), 404
            body = request.get_json(silent=True, force=True) if request.method == "POST" else None
            with mutex:
                g.body = body
                return view(flight, **rest)
        return inner

    @app.post("/flights/<flight>/passengers")
    @for_flight
    def enter(flight):
        wrong = list(problems(g.body))
        if wrong:
            log.info("refused: %s", wrong)
            return jsonify(error="invalid", where=wrong), 400
        db.execute("BEGIN IMMEDIATE")
        try:
            db.executemany("INSERT INTO guest (flight, name, weight) VALUES (?, ?, ?)",
                           ((flight, n, w) for n, w in zip(g.body["names"], g.body["weights"], strict=True)))
        except sqlite3.IntegrityError:
            db.execute("ROLLBACK")
            return jsonify(error="twice"), 400
        except BaseException:
            db.execute("ROLLBACK")
            raise
        now = rows(flight)
        left = dict(places=limits[flight][0] - len(now), kilograms=limits[flight][1] - sum(w for _, w in now))
        if min(left.values()) < 0:
            db.execute("ROLLBACK")
            return jsonify(error="full"), 409
        db.execute("COMMIT")
        return left, 201

    @app.get("/flights/<flight>")
    @for_flight
    def show(flight):
        now = rows(flight)
        return {"passengers": [dict(zip(("name", "weight"), r)) for r in now], "kilograms": sum(w for _, w in now)}

    @app.delete("/flights/<flight>/passengers/<path:name>")
    @for_flight
    def leave(flight, name):
        gone = db.execute("DELETE FROM guest WHERE flight = ? AND name = ?", (flight, name)).rowcount
        return ("", 204) if gone else ("", 404)

    return app
