"""Sample boxes, with the visits in an SQLite database in memory. It knows the
ids only as digests; the one row of a visit gets another digest at each login,
and all that a request does with it lies in one transaction."""
import hashlib
import json
import sqlite3
import threading
from base64 import b32encode
from contextlib import contextmanager
from os import urandom

from flask import Flask, Response, request
from flask.json import dumps
from werkzeug.exceptions import BadRequest, Forbidden, Unauthorized

SCHEMA = """
CREATE TABLE account (name TEXT PRIMARY KEY, salt BLOB, digest BLOB, address TEXT);
CREATE TABLE visit (key INTEGER PRIMARY KEY, id BLOB UNIQUE NOT NULL, name TEXT REFERENCES account);
CREATE TABLE tile (place INTEGER PRIMARY KEY AUTOINCREMENT, visit INTEGER NOT NULL, json TEXT NOT NULL);
CREATE TABLE purchase (number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, json TEXT NOT NULL);
CREATE TRIGGER gone AFTER DELETE ON visit BEGIN DELETE FROM tile WHERE visit = old.key; END;
"""


def digest(text):
    return hashlib.sha3_256(text.encode("utf-8", "surrogatepass")).digest()


def stretched(password, salt):
    return hashlib.pbkdf2_hmac("sha256", password.encode("utf-8", "surrogatepass"), salt, 20_000)


class Shop:
    def __init__(self, accounts):
        self.lock = threading.Lock()
        self.db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self.db.executescript(SCHEMA)
        for name, account in accounts.items():
            self.db.execute("INSERT INTO account VALUES (?, NULL, NULL, ?)", (name, json.dumps(account["address"])))
            self.set_password(name, account["password"])

    @contextmanager
    def transaction(self):
        with self.lock:
            self.db.execute("BEGIN")
            try:
                yield
            except BaseException:
                self.db.execute("ROLLBACK")
                raise
            self.db.execute("COMMIT")

    def set_password(self, name, password):
        salt = urandom(16)
        self.db.execute("UPDATE account SET salt = ?, digest = ? WHERE name = ?",
                        (salt, stretched(password, salt), name))

    def right(self, name, password):
        row = self.db.execute("SELECT salt, digest FROM account WHERE name = ?", (name,)).fetchone()
        return row is not None and stretched(password, row[0]) == row[1]

    def visit(self, cookie):
        """Key and account of the visit with this cookie, or two times None."""
        if cookie is None:
            return None, None
        return self.db.execute("SELECT key, name FROM visit WHERE id = ?", (digest(cookie),)).fetchone() or (None, None)

    def begin(self, name=None):
        cookie = b32encode(urandom(20)).decode().lower()
        key = self.db.execute("INSERT INTO visit (id, name) VALUES (?, ?)", (digest(cookie), name)).lastrowid
        return key, cookie

    def box(self, key):
        return [json.loads(tile) for tile, in
                self.db.execute("SELECT json FROM tile WHERE visit = ? ORDER BY place", (key,))]


def create_app(accounts):
    app, shop = Flask(__name__), Shop(accounts)

    def read(**kinds):
        data = request.get_json()
        if not isinstance(data, dict):
            raise BadRequest
        for name, kind in kinds.items():
            if name not in data or not isinstance(data[name], kind):
                raise BadRequest(name)
            yield data[name]

    def answer(value, cookie=None):
        response = Response(dumps(value), mimetype="application/json")
        response.headers["Cache-Control"] = "no-store"
        if cookie is not None:
            response.set_cookie("visit", cookie, httponly=True, samesite="Lax", path="/")
        return response

    def member():
        key, name = shop.visit(request.cookies.get("visit"))
        if name is None:
            raise Unauthorized
        return key, name

    @app.route("/box", methods=["GET", "POST"])
    def box():
        tile = list(read(tile=object)) if request.method == "POST" else []
        cookie = None
        with shop.transaction():
            key, _ = shop.visit(request.cookies.get("visit"))
            if tile and key is None:
                key, cookie = shop.begin()
            for one in tile:
                shop.db.execute("INSERT INTO tile (visit, json) VALUES (?, ?)", (key, json.dumps(one)))
            return answer(shop.box(key), cookie)

    @app.post("/login")
    def login():
        name, password = read(name=str, password=str)
        with shop.transaction():
            if not shop.right(name, password):
                raise Forbidden
            old, _ = shop.visit(request.cookies.get("visit"))
            new, cookie = shop.begin(name)
            shop.db.execute("UPDATE tile SET visit = ? WHERE visit = ?", (new, old))
            shop.db.execute("DELETE FROM visit WHERE key = ?", (old,))
        return answer({"name": name}, cookie)

    @app.post("/logout")
    def logout():
        with shop.transaction():
            key, _ = shop.visit(request.cookies.get("visit"))
            shop.db.execute("DELETE FROM visit WHERE key = ?", (key,))
            _, cookie = shop.begin()
        return answer({}, cookie)

    @app.get("/me")
    def me():
        with shop.transaction():
            _, name = member()
            address, = shop.db.execute("SELECT address FROM account WHERE name = ?", (name,)).fetchone()
            orders = shop.db.execute("SELECT number, json FROM purchase WHERE name = ? ORDER BY number", (name,))
            return answer({"name": name, "address": json.loads(address), "orders": [
                {"order": number, "tiles": json.loads(tiles)} for number, tiles in orders]})

    @app.post("/order")
    def order():
        with shop.transaction():
            key, name = member()
            tiles = shop.box(key)
            number = shop.db.execute("INSERT INTO purchase (name, json) VALUES (?, ?)",
                                     (name, json.dumps(tiles))).lastrowid
            shop.db.execute("DELETE FROM tile WHERE visit = ?", (key,))
        return answer({"order": number, "tiles": tiles})

    @app.post("/password")
    def password():
        with shop.transaction():
            member()
        old, new = read(old=str, new=str)
        with shop.transaction():
            key, name = member()
            if not shop.right(name, old):
                raise Forbidden
            shop.set_password(name, new)
            shop.db.execute("DELETE FROM visit WHERE name = ? AND key <> ?", (name, key))
        return answer({})

    return app
