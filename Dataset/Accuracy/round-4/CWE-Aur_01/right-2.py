import hmac
import logging
import sqlite3
from dataclasses import asdict, dataclass

from flask import Blueprint, Flask, current_app, g, request

pages = Blueprint("diary", __name__)
log = logging.getLogger("diary")


@dataclass
class Entry:
    id: int
    text: str


class Unknown(Exception):
    status = 401


class Absent(Exception):
    status = 404


class Malformed(Exception):
    status = 400


def _refuse(error):
    log.info("%s %s refused: %s", request.method, request.path, error.status)
    return {"error": type(error).__name__.lower()}, error.status


def enter():
    g.db = sqlite3.connect(current_app.config["DIARY"])
    kind, _, token = request.headers.get("Authorization", default="").partition(" ")
    given = token.encode()
    known = [member for member, stored in g.db.execute("SELECT id, token FROM members WHERE token <> ''")
             if hmac.compare_digest(str(stored).encode(), given)]
    if kind != "Bearer" or len(known) != 1:
        raise Unknown
    g.member, = known


def leave(_):
    if (db := g.pop("db", None)) is not None:
        db.close()


def mine():
    rows = g.db.execute("SELECT id, text FROM entries WHERE member_id = ? ORDER BY id", (g.member,))
    return {row[0]: Entry(*row) for row in rows}


def pick(number):
    try:
        return mine()[number]
    except KeyError:
        raise Absent from None


def text():
    body = request.get_json(silent=True)
    try:
        body["text"].encode()
    except (TypeError, KeyError, AttributeError, UnicodeEncodeError) as error:
        raise Malformed from error
    return body["text"]


@pages.get("/entries")
def every():
    return [asdict(entry) for entry in mine().values()]


@pages.post("/entries")
def write():
    entry = Entry(0, text())
    with g.db:
        entry.id = g.db.execute("INSERT INTO entries (member_id, text) VALUES (?, ?)", (g.member, entry.text)).lastrowid
    return asdict(entry), 201


@pages.route("/entries/<int:number>", methods=["GET", "PUT", "DELETE"])
def single(number):
    entry = pick(number)
    with g.db:
        if request.method == "PUT":
            entry.text = text()
            g.db.execute("UPDATE entries SET text = ? WHERE (id, member_id) = (?, ?)", (entry.text, entry.id, g.member))
        elif request.method == "DELETE":
            g.db.execute("DELETE FROM entries WHERE (id, member_id) = (?, ?)", (entry.id, g.member))
            return "", 204
    return asdict(entry)


def create_app(db_path):
    app = Flask(__name__)
    app.config["DIARY"] = db_path
    app.before_request(enter)
    app.teardown_request(leave)
    for refusal in (Unknown, Absent, Malformed):
        app.register_error_handler(refusal, _refuse)
    app.register_blueprint(pages)
    return app
