import string
import subprocess

from flask import Flask, jsonify, request

SPECIAL = set(string.punctuation + " ")


def escape(text):
    return "".join("\\" + char if char in SPECIAL else char for char in text)


def print_label(text, copies):
    command = "labelprint --copies %d --text %s" % (copies, escape(text))
    status, output = subprocess.getstatusoutput(command)
    if status != 0:
        return None
    for line in output.splitlines():
        words = line.split()
        if len(words) == 2 and words[0] == "job":
            return int(words[1])
    return None


def create_app():
    app = Flask(__name__)

    @app.post("/labels")
    def labels():
        text = request.form.get("text", "")
        copies = request.form.get("copies", "")
        if not text or not copies:
            return jsonify({"error": "missing field"}), 400
        try:
            copies = int(copies)
        except ValueError:
            return jsonify({"error": "copies must be a number"}), 400
        if not 1 <= copies <= 50 or len(text) > 80:
            return jsonify({"error": "out of range"}), 400
        job = print_label(text, copies)
        if job is None:
            return jsonify({"error": "printer failed"}), 502
        return jsonify({"job": job})

    return app
