import re
import shlex
import subprocess

from flask import Flask, abort, request


def create_app():
    app = Flask(__name__)

    @app.route("/labels", methods=["POST"])
    def print_label():
        fields = request.values
        if "text" not in fields or "copies" not in fields or "\0" in fields["text"]:
            abort(400)
        if request.form.get("copies", type=int) not in range(1, 51):
            abort(400)
        command = f"labelprint --copies {fields['copies']} --text {shlex.quote(fields['text'])}"
        status, output = subprocess.getstatusoutput(command)
        job = re.search(r"^job (\d+)", output, re.MULTILINE)
        if status != 0 or job is None:
            abort(502)
        return {"job": int(job.group(1))}

    return app
