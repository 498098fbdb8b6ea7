import os
import re
import shlex

from flask import Flask, abort, request


def run(arguments):
    with os.popen(shlex.join(arguments)) as pipe:
        output = pipe.read()
    return output


def create_app() -> Flask:
    app = Flask("labels")

    @app.route("/labels", methods=["POST"])
    def labels():
        try:
            text, copies = request.form["text"], int(request.form["copies"])
        except (KeyError, ValueError):
            abort(400)
        if copies < 1 or copies > 50 or len(text) > 80:
            abort(422)
        match = re.search(r"job (\d+)", run(["labelprint", "--copies", str(copies), "--text", text]))
        if match is None:
            abort(502)
        return {"job": int(match.group(1))}

    return app


if __name__ == "__main__":
    create_app().run(debug=False)
