import os
import subprocess

from flask import Flask, request

COMMAND = 'exec labelprint --copies "$LABEL_COPIES" --text "$LABEL_TEXT"'
COPIES = {str(number): number for number in range(1, 51)}


def one_line(text):
    return len(text) <= 80 and "\0" not in text and len(text.splitlines()) <= 1 and not text.endswith(("\r", "\n"))


def create_app():
    app = Flask(__name__)

    @app.post("/labels")
    def labels():
        form = request.form
        if "text" not in form or form.get("copies") not in COPIES or not one_line(form["text"]):
            return {"error": "bad request"}, 400
        printed = subprocess.run(
            COMMAND,
            shell=True,
            env=dict(os.environ, LABEL_COPIES=form["copies"], LABEL_TEXT=form["text"]),
            stdout=subprocess.PIPE,
        )
        words = printed.stdout.decode(errors="replace").split()
        if printed.returncode or words[:1] != ["job"]:
            return {"error": "printer"}, 502
        return {"job": int(words[1])}

    return app
