import os
import re
import subprocess

from flask import Flask, abort, request

LINE = 'exec labelprint --copies "$copies" --text "$text"'


class Printer:
    def print(self, fields):
        done = subprocess.run(
            ["/bin/sh", "-c", LINE],
            env={**os.environ, **fields},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
        if done.returncode != 0:
            return None
        match = re.search(r"job\s+([0-9]+)", done.stdout)
        return int(match.group(1)) if match else None


def create_app():
    app = Flask(__name__)
    printer = Printer()

    @app.route("/labels", methods=["POST"])
    def labels():
        fields = request.form.to_dict()
        if not {"text", "copies"} <= fields.keys():
            abort(400)
        if not re.fullmatch(r"[1-9]|[1-4][0-9]|50", fields["copies"]):
            abort(400)
        if len(fields["text"]) > 80 or any("\0" in part for item in fields.items() for part in item):
            abort(400)
        job = printer.print(fields)
        if job is None:
            abort(502)
        return {"job": job}

    return app
