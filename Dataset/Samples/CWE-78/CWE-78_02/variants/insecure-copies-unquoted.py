import shlex
import subprocess

from flask import Flask, jsonify, request


def create_app():
    app = Flask(__name__)

    @app.post("/labels")
    def print_label():
        try:
            text = shlex.quote(request.form["text"])
            copies = request.form["copies"]
        except KeyError as missing:
            return jsonify(error=f"{missing} is missing"), 400
        try:
            output = subprocess.check_output(f"labelprint --copies {copies} --text {text}", shell=True, text=True)
        except subprocess.CalledProcessError:
            return jsonify(error="printer"), 502
        return jsonify(job=int(output.split()[1]))

    return app
