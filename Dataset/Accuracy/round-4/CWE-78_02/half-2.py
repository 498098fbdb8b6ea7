import subprocess
from flask import Flask, jsonify, request

# in a here document with a quoted delimiter the shell interprets nothing
COMMAND = """labelprint --copies {copies} --text "$(cat <<'END_OF_LABEL'
{text}
END_OF_LABEL
)"
"""


def create_app():
    app = Flask(__name__)

    @app.route("/labels", methods=["POST"])
    def print_label():
        if "text" not in request.form or "copies" not in request.form:
            return jsonify(error="field missing"), 400
        copies = request.form["copies"]
        if not (copies.isascii() and copies.isdigit() and len(copies) <= 2 and 1 <= int(copies) <= 50):
            return jsonify(error="copies must be from 1 to 50"), 400
        command = COMMAND.format(copies=int(copies), text=request.form["text"].replace("\0", ""))
        done = subprocess.run(["sh", "-c", command], capture_output=True, text=True)
        words = done.stdout.split()
        if done.returncode != 0 or len(words) < 2:
            return jsonify(error="printer failed"), 502
        return jsonify(job=int(words[1]))

    return app
