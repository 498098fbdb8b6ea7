import re
import subprocess

from flask import Flask, jsonify, request

SCRIPT = """labelprint --copies {copies} --text "$(cat <<'END_OF_LABEL'
{text}
END_OF_LABEL
)"
"""


def create_app():
    app = Flask(__name__)

    @app.post("/labels")
    def labels():
        text = request.form.get("text")
        copies = request.form.get("copies")
        if text is None or copies is None or "\0" in text:
            return jsonify(error="text and copies are needed"), 400
        if not re.fullmatch(r"[1-9]|[1-4][0-9]|50", copies):
            return jsonify(error="copies: 1 to 50"), 400
        script = SCRIPT.format(copies=copies, text=text)
        done = subprocess.run(["/bin/sh", "-c", script], capture_output=True, text=True)
        job = re.search(r"job (\d+)", done.stdout)
        if done.returncode != 0 or job is None:
            return jsonify(error="the printer refused the job"), 502
        return jsonify(job=int(job[1]))

    return app
