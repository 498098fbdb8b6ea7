import os
import subprocess

from flask import Flask, jsonify, request

COMMAND = 'labelprint --copies "$LABEL_COPIES" --text "$LABEL_TEXT"'


def create_app():
    app = Flask(__name__)

    @app.post("/labels")
    def print_label():
        fields = {name: request.form.get(name, "").strip() for name in ("text", "copies")}
        if not all(fields.values()):
            return jsonify({"error": "missing field"}), 400
        try:
            copies = int(fields["copies"])
            # The shell expands variables, but it does not interpret what they hold.
            environment = {**os.environ, "LABEL_TEXT": fields["text"], "LABEL_COPIES": str(copies)}
            result = subprocess.run(COMMAND, shell=True, env=environment, stdout=subprocess.PIPE, check=True)
        except ValueError:
            return jsonify({"error": "invalid field"}), 400
        except subprocess.CalledProcessError as error:
            return jsonify({"error": f"labelprint ended with {error.returncode}"}), 502
        return jsonify({"job": int(result.stdout.decode().split()[-1])})

    return app
