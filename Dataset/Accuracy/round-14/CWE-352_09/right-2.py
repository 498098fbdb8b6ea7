"""Tickets drawn from the system's randomness; only their hashes are kept, in SQLite."""
import hashlib
import sqlite3
import tempfile
import threading
from email.header import Header
from email.mime.text import MIMEText
from random import SystemRandom
from string import ascii_lowercase, digits

from flask import Flask, jsonify, request, session

_dice = SystemRandom()


def _ticket():
    return "".join(_dice.choices(ascii_lowercase + digits, k=30))


def _digest(ticket):
    return hashlib.blake2b(ticket.encode("utf-8", "replace")).digest()


class Orchard:
    def __init__(self, members, outbox):
        self.outbox, self._lock = outbox, threading.RLock()
        self._db = db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        db.executescript("""
            create table member(name text primary key, password text, reads int default 1);
            create table day(day text primary key);
            create table answer(day text, name text, answer text, primary key (day, name));
            create table ticket(hash blob primary key, name text, day text, does text);""")
        db.executemany("insert into member(name, password) values (?, ?)", members.items())
        self.app = self._application()

    def _do(self, sql, *values):
        with self._lock:
            return self._db.execute(sql, values).fetchall()

    def _new(self, name, day, does):
        ticket = _ticket()
        self._do("insert into ticket values (?, ?, ?, ?)", _digest(ticket), name, day, does)
        return "https://orchard.example/?t=" + ticket

    def invite(self, day):
        self._do("insert or ignore into day values (?)", day)
        for name, in self._do("select name from member where reads"):
            text = (f"Dear {name},\n\nI come: {self._new(name, day, 'yes')}\n"
                    f"I cannot come: {self._new(name, day, 'no')}\n\nThe orchard\n")
            mail = MIMEText(text, "plain", "us-ascii" if text.isascii() else "utf-8")
            mail["To"] = f"{name}@orchard.example"
            mail["Subject"] = day if day.isascii() else Header(day, "utf-8")
            mail["List-Unsubscribe"] = f"<{self._new(name, day, 'leave')}>"
            mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
            with tempfile.NamedTemporaryFile("wb", suffix=".eml", dir=self.outbox, delete=False) as file:
                file.write(mail.as_bytes())

    def _application(self):
        app = Flask(__name__)
        app.secret_key = _ticket()

        def goes_to(path):
            return "", 303, {"Location": path}

        def look_up():
            for row in self._do("select name, day, does from ticket where hash = ?",
                                _digest(request.args.get("t", ""))):
                return row
            return None, None, None

        @app.route("/", methods=["GET", "POST"])
        def link():
            if request.method == "HEAD":
                return ""
            name, day, does = look_up()
            if request.method == "POST":
                if does != "leave" or request.form.get("List-Unsubscribe") != "One-Click":
                    return "no such link", 403
                self._do("update member set reads = 0 where name = ?", name)
                return "done"
            if "name" not in session:
                return goes_to("/login")
            if does in ("yes", "no") and name == session["name"]:
                self._do("insert or replace into answer values (?, ?, ?)", day, name, does)
                return goes_to("/days")
            return "This link is not for you.", 403

        @app.route("/login", methods=["GET", "POST"])
        def login():
            if request.method == "POST":
                row = self._do("select name from member where name = ? and password = ?",
                               request.form.get("name", ""), request.form.get("password", ""))
                if row:
                    session["name"] = row[0][0]
                    return goes_to("/days")
            page = ('<!doctype html><html><body><form method="post" action="/login"><input name="name">'
                    '<input name="password" type="password"><button>in</button></form></body></html>')
            return page, 401 if request.method == "POST" else 200

        @app.route("/days")
        def days():
            result = {day: {} for day, in self._do("select day from day")}
            for day, name, answer in self._do("select * from answer"):
                result[day][name] = answer
            return jsonify(result)

        @app.route("/readers")
        def readers():
            return jsonify(sorted(name for name, in self._do("select name from member where reads")))

        return app
