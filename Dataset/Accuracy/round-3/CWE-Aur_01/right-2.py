import sqlite3
from contextlib import closing

import flask
from werkzeug.routing import IntegerConverter

SCHEMA = """
CREATE TEMP VIEW mine AS SELECT id, text FROM entries WHERE member_id = me();
CREATE TEMP TRIGGER put_mine INSTEAD OF UPDATE ON mine BEGIN
    UPDATE entries SET text = NEW.text WHERE id = OLD.id AND member_id = me();
END;
CREATE TEMP TRIGGER drop_mine INSTEAD OF DELETE ON mine BEGIN
    DELETE FROM entries WHERE id = OLD.id AND member_id = me();
END;
"""


class EntryId(IntegerConverter):
    def __init__(self, url_map):
        super().__init__(url_map, max=2**63 - 1)


def create_app(db_path):
    app = flask.Flask("diary")
    app.url_map.converters["entry"] = EntryId

    def entry(number):
        found = flask.g.db.execute("SELECT id, text FROM mine WHERE id = ?", (number,)).fetchone()
        return dict(found) if found else flask.abort(404)

    def sent_text():
        body = flask.request.get_json(force=True, silent=True)
        text = body.get("text") if isinstance(body, dict) else None
        return text if isinstance(text, str) else flask.abort(400)

    def list_entries():
        return flask.jsonify([dict(row) for row in flask.g.db.execute("SELECT id, text FROM mine ORDER BY id")])

    def add_entry():
        cursor = flask.g.db.execute("INSERT INTO entries (member_id, text) VALUES (me(), ?)", (sent_text(),))
        return entry(cursor.lastrowid), 201

    def replace_entry(number):
        entry(number)
        flask.g.db.execute("UPDATE mine SET text = ? WHERE id = ?", (sent_text(), number))
        return entry(number)

    def remove_entry(number):
        entry(number)
        flask.g.db.execute("DELETE FROM mine WHERE id = ?", (number,))
        return flask.Response(status=204)

    def authorized(view):
        def guarded(**values):
            with closing(sqlite3.connect(db_path)) as db, db:
                db.row_factory = sqlite3.Row
                credentials = flask.request.authorization
                if credentials is None or credentials.type != "bearer" or not credentials.token:
                    return flask.Response(status=401, headers={"WWW-Authenticate": "Bearer"})
                member = db.execute("SELECT id FROM members WHERE token IS ?", (credentials.token,)).fetchone()
                if member is None:
                    return flask.Response(status=401, headers={"WWW-Authenticate": "Bearer"})
                db.create_function("me", 0, lambda: member["id"])
                db.executescript(SCHEMA)
                flask.g.db = db
                return view(**values)
        return guarded

    for rule, method, view in (
        ("/entries", "GET", list_entries),
        ("/entries", "POST", add_entry),
        ("/entries/<entry:number>", "GET", entry),
        ("/entries/<entry:number>", "PUT", replace_entry),
        ("/entries/<entry:number>", "DELETE", remove_entry),
    ):
        app.add_url_rule(rule, view.__name__, authorized(view), methods=[method])
    return app
