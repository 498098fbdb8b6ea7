"""Gallery of drawings for the laser cutter."""
import re
import secrets
from pathlib import Path
from xml.etree import ElementTree

import defusedxml.ElementTree
from flask import Flask, Response, abort, jsonify, request

SVG = "http://www.w3.org/2000/svg"
ELEMENTS = {f"{{{SVG}}}{name}" for name in
            "svg g path rect circle ellipse line polyline polygon title".split()}
ATTRIBUTES = set("version viewBox width height x y rx ry cx cy r x1 y1 x2 y2 points d "
                 "transform fill stroke stroke-width id".split())
TITLE = f"{{{SVG}}}title"
ID = re.compile(r"[A-Za-z0-9._-]+")
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

ElementTree.register_namespace("", SVG)


def checked(data):
    """The drawing, written anew from what was read, or ValueError.

    Nothing of the upload itself is kept: no document type, no processing
    instruction, no encoding, only elements and attributes that the cutter knows.
    """
    try:
        root = defusedxml.ElementTree.fromstring(data, forbid_dtd=True)
    except (ElementTree.ParseError, LookupError, RecursionError) as error:
        raise ValueError("not an XML document") from error
    if root.tag != f"{{{SVG}}}svg":
        raise ValueError("not a drawing")
    for element in root.iter():
        if element.tag not in ELEMENTS or not ATTRIBUTES.issuperset(element.attrib):
            raise ValueError("the cutter does not understand this drawing")
    return ElementTree.tostring(root, encoding="utf-8")


def with_title(data, text):
    root = ElementTree.fromstring(data)
    title = ElementTree.Element(TITLE)
    title.text = NOT_XML.sub("", text)
    if len(root) and root[0].tag == TITLE:
        title.tail = root[0].tail
        root.remove(root[0])
    root.insert(0, title)
    return ElementTree.tostring(root, encoding="utf-8")


class Gallery:
    """ID is the drawing as it was uploaded and checked, ID.title what a member
    has typed as its title, if somebody has."""

    def __init__(self, folder):
        self.folder = Path(folder).resolve()

    def path(self, number):
        path = self.folder / number
        if not ID.fullmatch(number) or not path.is_file():
            abort(404)
        return path

    def add(self, data):
        number = secrets.token_hex(8)
        with open(self.folder / number, "xb") as file:
            file.write(data)
        return number

    def drawing(self, number):
        path = self.path(number)
        data = path.read_bytes()
        title = path.with_name(number + ".title")
        if title.exists():
            data = with_title(data, title.read_text(encoding="utf-8"))
        return data

    def name(self, number, text):
        path = self.path(number)
        path.with_name(number + ".title").write_text(text, encoding="utf-8")


def create_app(folder):
    app = Flask(__name__)
    gallery = Gallery(folder)

    @app.post("/drawings")
    def upload():
        if "drawing" not in request.files:
            abort(400)
        try:
            data = checked(request.files["drawing"].read())
        except ValueError:
            abort(400)
        return jsonify(id=gallery.add(data)), 201

    @app.get("/drawings/<number>")
    def show(number):
        answer = Response(gallery.drawing(number), content_type="image/svg+xml")
        answer.headers["X-Content-Type-Options"] = "nosniff"
        return answer

    @app.post("/drawings/<number>/title")
    def title(number):
        gallery.name(number, request.form.get("title", ""))
        return "", 204

    return app
