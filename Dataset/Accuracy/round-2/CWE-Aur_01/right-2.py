import json
import logging
import sqlite3

from flask import Blueprint, Flask, Response, current_app, g, request

log = logging.getLogger("diary")
diary = Blueprint("diary", __name__, url_prefix="/entries")


class Refused(Exception):
    def __init__(self, status):
        super().__init__(status)
        self.status = status


def answer(value, status=200):
    return Response(json.dumps(value), status, mimetype="application/json")


def sql(statement, **values):
    return g.database.execute(statement, {**values, "me": g.me}).fetchall()


@diary.before_request
def identify():
    g.database = sqlite3.connect(current_app.config["DIARY"], isolation_level=None)
    g.me = None
    header = request.headers.get("Authorization", "")
    token = header.removeprefix("Bearer ")
    if token and token != header:
        for g.me, in sql("SELECT id FROM members WHERE token IS :token", token=token):
            return
    raise Refused(401)


@diary.teardown_request
def close(_problem):
    database = g.pop("database", None)
    if database is not None:
        database.close()


@diary.app_errorhandler(Refused)
def refuse(problem):
    log.info("%s %s refused with %d", request.method, request.path, problem.status)
    return answer({"status": problem.status}, problem.status)


def text_of_body():
    body = request.get_json(force=True, silent=True)
    try:
        return "" + body["text"]
    except (TypeError, KeyError):
        raise Refused(400) from None


def only(rows):
    for number, text in rows:
        return {"id": number, "text": text}
    raise Refused(404)


@diary.route("", methods=["GET"])
def everything():
    rows = sql("SELECT id, text FROM entries WHERE member_id = :me ORDER BY id")
    return answer([{"id": number, "text": text} for number, text in rows])


@diary.route("", methods=["POST"])
def write():
    g.database.execute("BEGIN IMMEDIATE")
    sql("INSERT INTO entries (member_id, text) VALUES (:me, :text)", text=text_of_body())
    entry = only(sql("SELECT id, text FROM entries WHERE id = last_insert_rowid() AND member_id = :me"))
    g.database.execute("COMMIT")
    return answer(entry, 201)


@diary.route("/<int:number>", methods=["GET", "PUT", "DELETE"])
def single(number):
    if number.bit_length() > 63:
        raise Refused(404)
    where = "WHERE id = :number AND member_id = :me"
    entry = only(sql(f"SELECT id, text FROM entries {where}", number=number))
    if request.method == "PUT":
        entry["text"] = text_of_body()
        sql(f"UPDATE entries SET text = :text {where}", number=number, text=entry["text"])
    elif request.method == "DELETE":
        sql(f"DELETE FROM entries {where}", number=number)
        return Response(status=204)
    return answer(entry)


def create_app(db_path):
    app = Flask(__name__)
    app.config["DIARY"] = db_path
    app.register_blueprint(diary)
    return app
