"""The diaries as a blueprint of class-based views; each diary is an object that sees its own rows only."""

import sqlite3

import flask
from flask.views import MethodView
from werkzeug.exceptions import BadRequest, HTTPException, NotFound, Unauthorized


class Diary:
    """The entries of one member."""

    def __init__(self, link, member):
        self._link, self._member = link, member

    @classmethod
    def opened_by(cls, link, token):
        rows = link.execute("SELECT id FROM members WHERE token IS NOT NULL AND token = ?", (token,))
        for (member,) in rows.fetchmany(1):
            return cls(link, member)
        raise Unauthorized("This token is not known.")

    def __iter__(self):
        yield from self._rows("", {})

    def _rows(self, more, values):
        query = f"SELECT id, text FROM entries WHERE member_id = :member {more} ORDER BY id"
        for number, text in self._link.execute(query, {"member": self._member, **values}):
            yield {"id": number, "text": text}

    def __getitem__(self, number):
        for entry in self._rows("AND id = :number", {"number": number}):
            return entry
        raise NotFound("There is no such entry.")

    def __setitem__(self, number, text):
        self._one("UPDATE entries SET text = :text WHERE id = :number AND member_id = :member",
                  number, text=text)

    def __delitem__(self, number):
        self._one("DELETE FROM entries WHERE id = :number AND member_id = :member", number)

    def _one(self, statement, number, **values):
        if self._link.execute(statement, {"member": self._member, "number": number, **values}).rowcount < 1:
            raise NotFound("There is no such entry.")

    def append(self, text):
        done = self._link.execute(
            "INSERT INTO entries (member_id, text) VALUES (:member, :text)",
            {"member": self._member, "text": text},
        )
        return {"id": done.lastrowid, "text": text}


class _View(MethodView):
    init_every_request = True

    def __init__(self, db_path):
        self._path = db_path

    def dispatch_request(self, **arguments):
        link = sqlite3.connect(self._path, timeout=20)
        try:
            with link:
                given = flask.request.authorization
                if given is None or given.type != "bearer" or not given.token:
                    raise Unauthorized("A token is missing.")
                self.diary = Diary.opened_by(link, given.token)
                return super().dispatch_request(**arguments)
        except OverflowError:                      # an id that no database can have
            raise NotFound("There is no such entry.") from None
        finally:
            link.close()

    def text(self):
        match flask.request.get_json(silent=True):
            case {"text": str(text)}:
                return text
        raise BadRequest('The body is {"text": "..."}.')


class Entries(_View):
    def get(self):
        return [*self.diary]

    def post(self):
        return self.diary.append(self.text()), 201


class Entry(_View):
    def get(self, number):
        return self.diary[number]

    def put(self, number):
        self.diary[number]                         # 404 goes before 400
        self.diary[number] = self.text()
        return self.diary[number]

    def delete(self, number):
        del self.diary[number]
        return flask.current_app.response_class(status=204)


def create_app(db_path):
    app = flask.Flask("diary")
    routes = flask.Blueprint("entries", __name__, url_prefix="/entries")
    routes.add_url_rule("", view_func=Entries.as_view("all", db_path))
    routes.add_url_rule("/<int:number>", view_func=Entry.as_view("one", db_path))
    app.register_blueprint(routes)
    app.register_error_handler(
        HTTPException, lambda problem: ({"error": problem.description}, problem.code)
    )
    return app
