import os
import uuid
import xml.etree.ElementTree as ElementTree

from flask import Flask, abort, jsonify, request, send_file

SVG = "http://www.w3.org/2000/svg"
ElementTree.register_namespace("", SVG)


def create_app(folder):
    app = Flask(__name__)
    folder = os.path.abspath(folder)

    def path_of(number):
        path = os.path.join(folder, f"{number}.svg")
        if not os.path.isfile(path):
            abort(404)
        return path

    @app.post("/drawings")
    def upload():
        if "drawing" not in request.files:
            abort(400)
        data = request.files["drawing"].read()
        try:
            root = ElementTree.fromstring(data)
        except ElementTree.ParseError:
            abort(400)
        if root.tag != f"{{{SVG}}}svg":
            abort(400)
        number = uuid.uuid4().hex
        with open(os.path.join(folder, f"{number}.svg"), "wb") as file:
            file.write(data)
        return jsonify(id=number), 201

    @app.get("/drawings/<number>")
    def show(number):
        answer = send_file(path_of(number), mimetype="image/svg+xml")
        answer.headers["Content-Security-Policy"] = "default-src 'self' 'unsafe-inline'; object-src 'none'"
        return answer

    @app.post("/drawings/<number>/title")
    def entitle(number):
        tree = ElementTree.parse(path_of(number))
        root = tree.getroot()
        if len(root) and root[0].tag == f"{{{SVG}}}title":
            root.remove(root[0])
        title = ElementTree.Element(f"{{{SVG}}}title")
        title.text = request.form["title"]
        root.insert(0, title)
        tree.write(path_of(number), encoding="utf-8")
        return "", 204

    return app
