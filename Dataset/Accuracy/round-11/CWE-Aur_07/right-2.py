"""Visits are rows of a data base in memory, under a hash of their id; passwords are hashed, too."""
import hashlib
import json
import secrets
import sqlite3
from contextlib import contextmanager
from threading import RLock

from flask import Blueprint, Flask, abort, after_this_request, jsonify, request
from werkzeug.exceptions import HTTPException
from werkzeug.security import check_password_hash, generate_password_hash

METHOD = "pbkdf2:sha256:1000"


def create_app(accounts):
    db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    db.executescript("""
        CREATE TABLE account (name TEXT PRIMARY KEY, hash TEXT, address TEXT);
        CREATE TABLE visit (nr INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT UNIQUE, name TEXT);
        CREATE TABLE tile (nr INTEGER PRIMARY KEY AUTOINCREMENT, visit INTEGER, text TEXT);
        CREATE TABLE orders (nr INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, tiles TEXT);
    """)
    db.executemany("INSERT INTO account VALUES (?, ?, ?)", [
        (name, generate_password_hash(a["password"], METHOD), json.dumps(a["address"]))
        for name, a in accounts.items()])
    lock = RLock()

    def key(id):
        return hashlib.blake2b(id.encode("utf-8", "replace")).hexdigest()

    def new_id():
        id = secrets.token_hex(16)

        @after_this_request
        def hand_out(response):
            response.set_cookie("visit", id, httponly=True, samesite="Strict", path="/")
            return response
        return key(id)

    def visit():
        return db.execute("SELECT nr, name FROM visit WHERE key = ?",
                          (key(request.cookies.get("visit", "")),)).fetchone() or (None, None)

    def begin(name=None):
        return db.execute("INSERT INTO visit (key, name) VALUES (?, ?)", (new_id(), name)).lastrowid

    def end(nr):
        db.execute("DELETE FROM tile WHERE visit = ?", (nr,))
        db.execute("DELETE FROM visit WHERE nr = ?", (nr,))

    def member():
        nr, name = visit()
        return (nr, name) if name is not None else abort(401)

    def tiles(nr):
        return [t for t, in db.execute("SELECT text FROM tile WHERE visit = ? ORDER BY nr", (nr,))]

    def check(name, password):
        row = isinstance(name, str) and db.execute("SELECT hash FROM account WHERE name = ?", (name,)).fetchone()
        if not row or not isinstance(password, str) or not check_password_hash(row[0], password):
            abort(403)

    @contextmanager
    def body():
        """The whole body is read before anything is looked up."""
        data = request.get_json(force=True, silent=True)
        with lock:
            yield data if isinstance(data, dict) else {}

    shop = Blueprint("shop", __name__)

    @shop.get("/box")
    def look():
        with lock:
            return jsonify(tiles(visit()[0]))

    @shop.post("/box")
    def put():
        with body() as data:
            if not isinstance(data.get("tile"), str):
                abort(400)
            nr = visit()[0] or begin()
            db.execute("INSERT INTO tile (visit, text) VALUES (?, ?)", (nr, data["tile"]))
            return jsonify(tiles(nr))

    @shop.post("/login")
    def login():
        with body() as data:
            name = data.get("name")
            check(name, data.get("password"))
            old, _ = visit()
            new = begin(name)
            db.execute("UPDATE tile SET visit = ? WHERE visit = ?", (new, old))
            end(old)
            return {"name": name}

    @shop.post("/logout")
    def logout():
        with lock:
            end(visit()[0])
            begin()
            return {}

    @shop.get("/me")
    def me():
        with lock:
            _, name = member()
            address, = db.execute("SELECT address FROM account WHERE name = ?", (name,)).fetchone()
            made = db.execute("SELECT nr, tiles FROM orders WHERE name = ? ORDER BY nr", (name,))
            return {"name": name, "address": json.loads(address),
                    "orders": [{"order": nr, "tiles": json.loads(text)} for nr, text in made]}

    @shop.post("/order")
    def order():
        with lock:
            nr, name = member()
            box = tiles(nr)
            db.execute("DELETE FROM tile WHERE visit = ?", (nr,))
            number = db.execute("INSERT INTO orders (name, tiles) VALUES (?, ?)", (name, json.dumps(box))).lastrowid
            return {"order": number, "tiles": box}

    @shop.post("/password")
    def password():
        with body() as data:
            nr, name = member()
            check(name, data.get("old"))
            if not isinstance(data.get("new"), str):
                abort(400)
            db.execute("UPDATE account SET hash = ? WHERE name = ?",
                       (generate_password_hash(data["new"], METHOD), name))
            for other, in db.execute("SELECT nr FROM visit WHERE name = ? AND nr <> ?", (name, nr)).fetchall():
                end(other)
            return {}

    app = Flask("tiles")
    app.register_blueprint(shop)
    app.register_error_handler(HTTPException, lambda error: (jsonify(error=error.name), error.code))
    return app
