import re
import subprocess

from flask import Flask, jsonify, request


def quoted(text):
    """In double quotes the shell still looks for these, so they get a backslash."""
    return '"' + re.sub(r'(["$`])', r"\\\1", text) + '"'


def create_app():
    app = Flask(__name__)

    @app.post("/labels")
    def print_label():
        text, copies = request.form.get("text"), request.form.get("copies")
        if text is None or copies is None or "\0" in text:
            return jsonify(error="text and copies"), 400
        if not re.fullmatch(r"[1-9][0-9]?", copies) or int(copies) > 50:
            return jsonify(error="copies from 1 to 50"), 400
        done = subprocess.run(f"labelprint --copies {int(copies)} --text {quoted(text)}", shell=True,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True)
        job = re.search(r"\bjob ([0-9]+)", done.stdout)
        if done.returncode != 0 or job is None:
            return jsonify(error="the printer refused the job"), 502
        return jsonify(job=int(job[1]))

    return app
