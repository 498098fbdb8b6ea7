import pathlib
import secrets

from flask import Flask, Response, abort, jsonify, request
from lxml import etree

NAME = "{http://www.w3.org/2000/svg}title"
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def create_app(folder):
    app = Flask(__name__, static_folder=None)
    shelf = pathlib.Path(folder)

    def load(number):
        if not set(number) <= set("0123456789abcdef"):
            abort(404)
        try:
            return (shelf / number).read_bytes()
        except OSError:
            abort(404)

    @app.route("/drawings", methods=["POST"])
    def upload():
        file = request.files.get("drawing")
        if file is None:
            return "the field `drawing` is missing", 400
        number = secrets.token_hex(8)
        (shelf / number).write_bytes(file.read())
        return jsonify({"id": number}), 201

    @app.route("/drawings/<number>")
    def show(number):
        return Response(load(number), mimetype="image/svg+xml", headers={
            "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
            "X-Content-Type-Options": "nosniff",
        })

    @app.route("/drawings/<number>/title", methods=["POST"])
    def entitle(number):
        root = etree.fromstring(load(number), PARSER)
        first = next(root.iterchildren(tag=etree.Element), None)
        if first is not None and first.tag == NAME:
            root.remove(first)
        title = etree.Element(NAME, nsmap={None: "http://www.w3.org/2000/svg"})
        title.text = request.form["title"]
        root.insert(0, title)
        (shelf / number).write_bytes(etree.tostring(root))
        return "", 204

    return app
