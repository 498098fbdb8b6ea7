import subprocess

from flask import Flask, jsonify, request


def quote(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def create_app():
    app = Flask(__name__)

    @app.route("/labels", methods=["POST"])
    def print_label():
        if "text" not in request.form or "copies" not in request.form:
            return "missing field", 400
        try:
            copies = int(request.form["copies"])
        except ValueError:
            return "copies must be a number", 400
        status, output = subprocess.getstatusoutput(
            f"labelprint --copies {copies} --text {quote(request.form['text'])}"
        )
        if status != 0:
            return "printer error", 502
        return jsonify({"job": int(output.split()[1])})

    return app
