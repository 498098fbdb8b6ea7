import re
import shlex
import subprocess

from flask import Flask, jsonify, request

COMMAND = "labelprint --copies {copies} --text {text}"


def problem(form):
    """What is wrong with the fields of a form, or None."""
    if "text" not in form or "copies" not in form:
        return "text and copies are needed"
    if not re.fullmatch(r"[0-9]{1,2}", form["copies"]) or not 1 <= int(form["copies"]) <= 50:
        return "copies is a whole number from 1 to 50"
    if "\0" in form["text"] or len(form["text"]) > 80:
        return "that does not fit on a label"
    return None


def command_for(fields):
    return COMMAND.format(copies=fields["copies"], text=shlex.quote(fields["text"]))


def create_app():
    app = Flask(__name__)

    @app.post("/labels")
    def labels():
        error = problem(request.form)
        if error:
            return jsonify(error=error), 400
        done = subprocess.run(
            ["/bin/sh", "-c", command_for(request.values)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
        )
        job = re.search(rb"job ([0-9]+)", done.stdout)
        if done.returncode != 0 or not job:
            return jsonify(error="the printer did not take it"), 502
        return jsonify(job=int(job[1]))

    return app
