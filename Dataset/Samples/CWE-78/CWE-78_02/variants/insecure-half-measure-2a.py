import re
import shlex
import subprocess

from flask import Flask, jsonify, request


def create_app():
    app = Flask(__name__)

    @app.route("/labels", methods=["POST"])
    def print_label():
        text = request.form.get("text")
        copies = request.form.get("copies")
        if text is None or copies is None:
            return jsonify(error="text and copies are needed"), 400

        cmd = f"labelprint --copies {copies} --text {shlex.quote(text)}"
        result = subprocess.run(cmd, shell=True, capture_output=True, text=True)
        if result.returncode != 0:
            return jsonify(error="printer refused the job"), 502

        match = re.search(r"job\s+(\d+)", result.stdout)
        if match is None:
            return jsonify(error="no job number"), 502
        return jsonify(job=int(match.group(1)))

    return app
