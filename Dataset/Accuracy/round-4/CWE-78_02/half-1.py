import re
import subprocess
from flask import Flask, abort, jsonify, request

SCRIPT = r'''
[[ "$1" -ge 1 && "$1" -le 50 ]] || exit 64
exec labelprint --copies "$1" --text "$2"
'''


def create_app():
    app = Flask(__name__)

    @app.post("/labels")
    def labels():
        text = request.form.get("text")
        copies = request.form.get("copies")
        if text is None or copies is None or "\0" in text + copies:
            abort(400)
        # the fields are arguments of the script, never part of it
        done = subprocess.run(["bash", "-c", SCRIPT, "labels", copies, text],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8")
        if done.returncode == 64:
            abort(400)
        job = re.search(r"job (\d+)", done.stdout)
        if done.returncode != 0 or job is None:
            abort(502)
        return jsonify(job=int(job[1]))

    return app
