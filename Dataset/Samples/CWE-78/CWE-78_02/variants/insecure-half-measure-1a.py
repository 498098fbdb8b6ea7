import re
import shlex
import subprocess

from flask import Flask, jsonify, request


def create_app():
    app = Flask(__name__)

    @app.route("/labels", methods=["POST"])
    def labels():
        text = request.form.get("text")
        copies = request.form.get("copies")
        if text is None or copies is None:
            return jsonify(error="text and copies are needed"), 400

        command = f"labelprint --copies {copies} --text {shlex.quote(text)}"
        result = subprocess.run(command, shell=True, capture_output=True, text=True)
        if result.returncode != 0:
            return jsonify(error="the printer did not accept the job"), 502

        match = re.search(r"job (\d+)", result.stdout)
        return jsonify(job=int(match.group(1)))

    return app
