import re
import subprocess

from flask import Flask, jsonify, request

COPIES = re.compile(r"[1-9]|[1-4][0-9]|50")
JOB = re.compile(r"job ([0-9]+)")


def _good_text(text):
    # one line of at most 80 characters, and nothing exec() cannot take
    if not text or len(text) > 80 or "\0" in text:
        return False
    return text.splitlines() == [text]


def create_app():
    app = Flask(__name__)

    @app.post("/labels")
    def print_label():
        text = request.form.get("text")
        copies = request.form.get("copies")
        if text is None or copies is None:
            return jsonify(error="field missing"), 400
        if not COPIES.fullmatch(copies):
            return jsonify(error="copies must be from 1 to 50"), 400
        if not _good_text(text):
            return jsonify(error="text must be one line, 80 characters"), 400

        try:
            done = subprocess.run(
                ["labelprint", "--copies", copies, "--text", text],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                encoding="utf-8",
                errors="replace",
                timeout=60,
            )
        except (OSError, subprocess.TimeoutExpired, UnicodeError):
            return jsonify(error="printer not available"), 502

        job = JOB.search(done.stdout)
        if done.returncode != 0 or job is None:
            return jsonify(error="printer refused the job"), 502
        return jsonify(job=int(job.group(1)))

    return app
