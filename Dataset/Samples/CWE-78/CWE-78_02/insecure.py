import subprocess

from flask import Flask, jsonify, request


def create_app():
    app = Flask(__name__)

    @app.post("/labels")
    def print_label():
        text = request.form.get("text")
        copies = request.form.get("copies")
        if not text or not copies:
            return jsonify(error="text and copies are needed"), 400

        command = f'labelprint --copies {copies} --text "{text}"'
        result = subprocess.run(command, shell=True, capture_output=True, text=True)
        if result.returncode != 0:
            return jsonify(error="the printer did not accept the job"), 502
        return jsonify(job=int(result.stdout.split()[1]))

    return app
