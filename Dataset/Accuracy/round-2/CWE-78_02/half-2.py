import os
import re
import shlex
from functools import wraps

from flask import Flask, abort, request


def label_fields(view):
    """Only complete labels with 1 to 50 copies get to the view."""
    @wraps(view)
    def wrapper():
        form = request.form
        if "text" not in form or "copies" not in form or "\0" in form["text"]:
            abort(400)
        if not re.fullmatch("[0-9]{1,2}", form["copies"]) or not 1 <= int(form["copies"]) <= 50:
            abort(400)
        return view(**{name: request.values[name] for name in ("text", "copies")})
    return wrapper


def create_app():
    app = Flask(__name__)

    @app.route("/labels", methods=["POST"])
    @label_fields
    def labels(text, copies):
        with os.popen(f"labelprint --copies {copies} --text {shlex.quote(text)}") as printer:
            output = printer.read()
            failed = printer.close() is not None
        found = re.search(r"job (\d+)", output)
        if failed or not found:
            abort(502)
        return {"job": int(found.group(1))}

    return app
