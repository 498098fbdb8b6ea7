import functools
import sqlite3

from flask import Blueprint, Flask, current_app, jsonify, make_response, request

diary = Blueprint("diary", __name__)


def database():
    connection = sqlite3.connect(current_app.config["DATABASE"], isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


def for_member(view):
    """Passes the database and the member's id to the view; without a known token the view is not reached."""

    @functools.wraps(view)
    def wrapped(**arguments):
        if request.authorization is None or request.authorization.type != "bearer":
            return make_response(jsonify(message="log in first"), 401)
        with database() as db:
            member = db.execute("SELECT id FROM members WHERE token = ?", (request.authorization.token,)).fetchone()
            if member is None:
                return make_response(jsonify(message="log in first"), 401)
            return view(db, member["id"], **arguments)

    return wrapped


def own_entry(view):
    @functools.wraps(view)
    def wrapped(db, member_id, entry_id):
        entry = db.execute("SELECT * FROM entries WHERE id = ?", (entry_id,)).fetchone()
        if entry is None or entry["member_id"] != member_id:
            return make_response(jsonify(message="no such entry"), 404)
        return view(db, entry)

    return wrapped


@diary.get("/entries")
@for_member
def entries(db, member_id):
    rows = db.execute("SELECT * FROM entries WHERE member_id = ? ORDER BY id", (member_id,)).fetchall()
    return jsonify([{"id": row["id"], "text": row["text"]} for row in rows])


@diary.post("/entries")
@for_member
def new_entry(db, member_id):
    text = request.json["text"]
    number = db.execute("INSERT INTO entries (member_id, text) VALUES (?, ?)", (member_id, text)).lastrowid
    return jsonify(id=number, text=text), 201


@diary.get("/entries/<int:entry_id>")
@for_member
@own_entry
def entry(db, found):
    return jsonify(id=found["id"], text=found["text"])


@diary.put("/entries/<int:entry_id>")
@for_member
@own_entry
def change(db, found):
    db.execute("UPDATE entries SET text = ? WHERE id = ?", (request.json["text"], found["id"]))
    return jsonify(id=found["id"], text=request.json["text"])


@diary.delete("/entries/<int:entry_id>")
@for_member
@own_entry
def remove(db, found):
    db.execute("DELETE FROM entries WHERE id = ?", (found["id"],))
    return "", 204


def create_app(db_path):
    app = Flask(__name__)
    app.config["DATABASE"] = db_path
    app.register_blueprint(diary)
    return app
