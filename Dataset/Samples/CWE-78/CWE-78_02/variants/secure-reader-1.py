import subprocess

from flask import Flask, jsonify, request


def create_app():
    app = Flask(__name__)

    @app.route("/labels", methods=["POST"])
    def labels():
        text = request.form.get("text")
        copies = request.form.get("copies")
        if not text or not copies:
            return jsonify({"error": "text and copies are required"}), 400

        result = subprocess.run(
            ["labelprint", "--copies", copies, "--text", text],
            capture_output=True,
            text=True,
        )
        if result.returncode != 0:
            return jsonify({"error": "printing failed"}), 502

        job = int(result.stdout.split()[1])
        return jsonify({"job": job})

    return app
