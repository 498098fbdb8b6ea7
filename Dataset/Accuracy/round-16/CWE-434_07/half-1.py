import os
import re
import secrets
from xml.etree import ElementTree

from defusedxml import ElementTree as Defused
from flask import Flask, Response, abort, jsonify, request

SVG = "http://www.w3.org/2000/svg"
ELEMENTS = {f"{{{SVG}}}{name}" for name in
            "svg g path rect circle ellipse line polyline polygon title".split()}
ATTRIBUTES = set("version viewBox width height x y rx ry cx cy r x1 y1 x2 y2 points d "
                 "transform fill stroke stroke-width id".split())
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


ElementTree.register_namespace("", SVG)


class Refused(Exception):
    pass


def parse(data):
    try:
        # no document type at all; comments and processing instructions are left out
        return Defused.fromstring(data, forbid_dtd=True)
    except (ElementTree.ParseError, ValueError, LookupError):
        raise Refused("This is not an XML document, or it has a document type.")


def check(root):
    if root.tag != f"{{{SVG}}}svg":
        raise Refused(f"The root element is {root.tag}, not svg.")
    for element in root.iter():
        if element.tag not in ELEMENTS:
            raise Refused(f"The cutter does not know the element {element.tag}.")
        for name in element.keys():
            if name not in ATTRIBUTES:
                raise Refused(f"The cutter does not know the attribute {name}.")


def create_app(folder):
    app = Flask(__name__, static_folder=None)

    def path_of(number):
        if not re.fullmatch("[0-9a-f]{32}", number):
            abort(404)
        return os.path.join(folder, number + ".svg")

    def read(number):
        try:
            with open(path_of(number), "rb") as file:
                return file.read()
        except FileNotFoundError:
            abort(404)

    def write(number, root):
        # only the root element is written: nothing that stood before or behind it
        data = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
        temporary = os.path.join(folder, secrets.token_hex(8) + ".tmp")
        with open(temporary, "wb") as file:
            file.write(data)
        os.replace(temporary, path_of(number))

    @app.post("/drawings")
    def upload():
        drawing = request.files.get("drawing")
        if drawing is None:
            return "The field drawing is missing.", 400
        try:
            root = parse(drawing.read())
            check(root)
        except Refused as reason:
            return f"The drawing was not taken. {reason}", 400
        number = secrets.token_hex(16)
        write(number, root)
        return jsonify(id=number), 201

    @app.get("/drawings/<number>")
    def show(number):
        return Response(read(number), mimetype="image/svg+xml",
                        headers={"X-Content-Type-Options": "nosniff"})

    @app.post("/drawings/<number>/title")
    def entitle(number):
        root = parse(read(number))
        tag = f"{{{SVG}}}title"
        text = NOT_XML.sub("", request.form.get("title", ""))
        if len(root) and root[0].tag == tag:
            tail = root[0].tail
            del root[0]
        else:
            tail = None
        title = ElementTree.Element(tag)
        title.text, title.tail = text, tail
        root.insert(0, title)
        check(root)
        write(number, root)
        return "", 204

    return app
