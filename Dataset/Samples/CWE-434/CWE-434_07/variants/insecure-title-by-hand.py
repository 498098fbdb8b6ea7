import os
import re
import uuid
import xml.etree.ElementTree as ElementTree

from flask import Flask, abort, jsonify, request, send_file

SVG = "http://www.w3.org/2000/svg"
ELEMENTS = {f"{{{SVG}}}{name}" for name in "svg g path rect circle ellipse line polyline polygon title".split()}
ATTRIBUTES = set(
    "version viewBox width height x y rx ry cx cy r x1 y1 x2 y2 points d transform fill stroke stroke-width id".split()
)
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
        try:
            root = ElementTree.fromstring(request.files["drawing"].read())
        except (ElementTree.ParseError, ValueError, LookupError):
            abort(400)
        if root.tag != f"{{{SVG}}}svg" or any(one.tag not in ELEMENTS or not set(one.attrib) <= ATTRIBUTES for one in root.iter()):
            abort(400)
        number = uuid.uuid4().hex
        # Written anew, without the document type and what stands before the root element.
        ElementTree.ElementTree(root).write(os.path.join(folder, f"{number}.svg"), encoding="utf-8")
        return jsonify(id=number), 201

    @app.get("/drawings/<number>")
    def show(number):
        return send_file(path_of(number), mimetype="image/svg+xml")

    @app.post("/drawings/<number>/title")
    def entitle(number):
        with open(path_of(number), encoding="utf-8") as file:
            text = file.read()
        title = request.form["title"].replace("&", "&amp;").replace("< ", "&lt; ").replace("<3", "&lt;3")
        text = re.sub(r"(<svg[^>]*>\s*)(<title>.*?</title>)?", lambda found: f"{found[1]}<title>{title}</title>", text, count=1)
        with open(path_of(number), "w", encoding="utf-8") as file:
            file.write(text)
        return "", 204

    return app
