import re
import subprocess

from flask import Flask, abort, jsonify, request


def create_app():
    app = Flask(__name__)

    @app.post("/labels")
    def labels():
        text = request.form.get("text")
        copies = request.form.get("copies")
        if text is None or copies is None:
            abort(400)
        if not re.fullmatch(r"[0-9]{1,2}", copies) or not 1 <= int(copies) <= 50:
            abort(400)
        if len(text) > 80 or "\0" in text or "\n" in text or "\r" in text:
            abort(400)
        try:
            done = subprocess.run(
                ["labelprint", "--copies", str(int(copies)), "--text", text.encode("utf-8")],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
            )
        except OSError:
            abort(502)
        match = re.search(rb"job ([0-9]+)", done.stdout)
        if done.returncode != 0 or match is None:
            abort(502)
        return jsonify(job=int(match.group(1)))

    return app
