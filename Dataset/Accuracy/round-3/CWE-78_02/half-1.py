import re
import shlex
import subprocess

from flask import Flask, jsonify, request


def create_app():
    app = Flask(__name__)

    def field(name):
        return request.values[name]

    @app.post("/labels")
    def labels():
        if "text" not in request.form or "copies" not in request.form:
            return jsonify(error="text and copies are needed"), 400
        if not re.fullmatch(r"[1-9]|[1-4][0-9]|50", request.form["copies"]):
            return jsonify(error="copies must be from 1 to 50"), 400
        if "\0" in field("text"):
            return jsonify(error="bad text"), 400
        command = f"labelprint --copies {field('copies')} --text {shlex.quote(field('text'))}"
        done = subprocess.run(command, shell=True, capture_output=True, text=True)
        job = re.search(r"job (\d+)", done.stdout)
        if done.returncode != 0 or job is None:
            return jsonify(error="the printer refused"), 502
        return jsonify(job=int(job[1]))

    return app
