import os
import re

from flask import Flask, Response, request

# A label is one line, without anything that means something between double quotes.
LABEL = re.compile(r'^[^"$`\\]*$', re.MULTILINE)


def create_app():
    app = Flask(__name__)

    @app.post("/labels")
    def print_label():
        text, copies = request.form.get("text", ""), request.form.get("copies", "")
        if not copies.isdigit() or not LABEL.match(text):
            return Response("not a label", status=400)
        if "text" not in request.form:
            return Response("no text", status=400)
        pipe = os.popen(f'labelprint --copies {copies} --text "{text}"')
        output = pipe.read()
        if pipe.close():
            return Response("printer error", status=502)
        return {"job": int(output.split(" ")[1])}

    return app
