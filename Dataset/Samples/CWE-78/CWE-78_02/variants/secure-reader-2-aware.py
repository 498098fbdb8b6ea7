import re
import subprocess

from flask import Flask, request


def create_app():
    app = Flask(__name__)

    @app.post("/labels")
    def print_label():
        text = request.form.get("text")
        copies = request.form.get("copies")
        if text is None or copies is None:
            return {"error": "field missing"}, 400
        if not re.fullmatch(r"[0-9]{1,2}", copies) or not 1 <= int(copies) <= 50:
            return {"error": "copies must be a whole number from 1 to 50"}, 400
        if "\0" in text:  # cannot be part of an argument
            return {"error": "bad text"}, 400

        command = ["labelprint", "--copies", str(int(copies)), "--text", text]
        try:
            output = subprocess.check_output(
                command, stdin=subprocess.DEVNULL, shell=False
            )
        except (subprocess.CalledProcessError, OSError):
            return {"error": "the printer did not accept the job"}, 502

        match = re.search(rb"job ([0-9]+)", output)
        if match is None:
            return {"error": "unexpected answer of the printer"}, 502
        return {"job": int(match.group(1))}

    return app
