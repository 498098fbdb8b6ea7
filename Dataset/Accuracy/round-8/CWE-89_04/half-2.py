import sqlite3

from flask import Flask, jsonify, request

HIDDEN = {"id", "paid", "sold"}
KINDS = {"": "{} = ?", "min": "{} >= ?", "max": "{} <= ?", "contains": "instr(lower({}), lower(?)) > 0"}


class BadParameter(Exception):
    pass


def columns_of(con):
    """The columns customers may search by, with their types."""
    return {row[1].lower(): row[2] for row in con.execute("PRAGMA table_info(machines)")}


def where_clause(con, args):
    columns = columns_of(con)
    sql, values = "sold = 0", []
    for key, value in args:
        field, _, kind = key.partition("__")
        if field in HIDDEN or field.lower() not in columns:
            raise BadParameter(key)
        if kind not in KINDS or (key.endswith("__") and not kind):
            raise BadParameter(key)
        if columns[field.lower()] == "INTEGER":
            if kind == "contains":
                raise BadParameter(key)
            try:
                value = int(value)
            except ValueError:
                raise BadParameter(key) from None
        sql += " AND " + KINDS[kind].format(field)
        values.append(value)
    return sql, values


def create_app(db_path):
    app = Flask(__name__)

    @app.errorhandler(BadParameter)
    def bad_parameter(error):
        return jsonify(error="no such condition"), 400

    def rows(select, rest=""):
        con = sqlite3.connect(db_path)
        try:
            where, values = where_clause(con, request.args.items(multi=True))
            cursor = con.execute(f"SELECT {select} FROM machines WHERE {where} {rest}", values)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row)) for row in cursor]
        finally:
            con.close()

    @app.route("/machines")
    def machines():
        return jsonify(rows("id, maker, model, year, price", "ORDER BY id"))

    @app.route("/summary")
    def summary():
        return jsonify(rows("COUNT(*) AS count, MIN(price) AS lowest, MAX(price) AS highest")[0])

    return app
