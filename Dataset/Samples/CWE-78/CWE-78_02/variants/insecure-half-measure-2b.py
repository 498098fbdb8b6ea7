import os

from flask import Flask, abort, request

# characters that mean something inside double quotes
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "$": "\\$"})


def quoted(text):
    return '"' + text.translate(ESCAPES) + '"'


def run_printer(copies, text):
    pipe = os.popen(f"labelprint --copies {copies:d} --text {quoted(text)}")
    output = pipe.read()
    if pipe.close() is not None:
        return None
    for line in output.splitlines():
        words = line.split()
        if len(words) == 2 and words[0] == "job":
            return int(words[1])
    return None


def create_app():
    app = Flask(__name__)

    @app.post("/labels")
    def labels():
        if "text" not in request.form or "copies" not in request.form:
            abort(400)
        try:
            copies = int(request.form["copies"])
        except ValueError:
            abort(400)
        job = run_printer(copies, request.form["text"])
        if job is None:
            abort(502)
        return {"job": job}

    return app
