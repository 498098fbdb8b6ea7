import re
import subprocess

from flask import Flask, abort, request

SPECIAL = set(" \"'`$\\;&|<>()[]{}*?!#~=%^")


def quote(text):
    """Put single quotes round a text with characters that mean something to the shell."""
    if text and not SPECIAL & set(text):
        return text
    return "'" + text.replace("'", "'\\''") + "'"


def create_app():
    app = Flask(__name__)

    @app.route("/labels", methods=["POST"])
    def labels():
        text, copies = request.form.get("text"), request.form.get("copies")
        if text is None or copies is None or "\0" in text:
            abort(400)
        if re.fullmatch("[0-9]{1,2}", copies) is None or not 1 <= int(copies) <= 50:
            abort(400)
        command = "labelprint --copies %d --text %s" % (int(copies), quote(text))
        result = subprocess.run(["/bin/sh", "-c", command], stdout=subprocess.PIPE)
        if result.returncode != 0:
            abort(502)
        return {"job": int(re.search(rb"job (\d+)", result.stdout)[1])}

    return app
