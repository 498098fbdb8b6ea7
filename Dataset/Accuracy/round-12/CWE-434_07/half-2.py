"""Gallery of drawings for the laser cutter."""
import json
import os
import re
import uuid
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import defusedxml
from defusedxml.ElementTree import fromstring
from flask import Flask, abort, request

NAMESPACE = "{http://www.w3.org/2000/svg}"
ELEMENTS = frozenset(NAMESPACE + name for name in (
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title"))
ATTRIBUTES = frozenset((
    "version", "viewBox", "width", "height", "x", "y", "rx", "ry", "cx", "cy", "r", "x1", "y1",
    "x2", "y2", "points", "d", "transform", "fill", "stroke", "stroke-width", "id"))

# Where the title belongs in a stored drawing. Titles change often; the drawing
# is only read as XML the first time that it gets one.
SLOT = "{{title}}"

ET.register_namespace("", NAMESPACE[1:-1])


def read(data):
    """The drawing that was uploaded; ValueError if there is more in it than
    the cutter understands. Comments and instructions are not read at all."""
    try:
        root = fromstring(data, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except (ET.ParseError, LookupError, defusedxml.DefusedXmlException) as error:
        raise ValueError(str(error)) from error
    if root.tag != NAMESPACE + "svg":
        raise ValueError("the root is no svg")
    for element in root.iter():
        if element.tag not in ELEMENTS or not element.attrib.keys() <= ATTRIBUTES:
            raise ValueError(f"not for the cutter: {element.tag}")
    return root


def with_slot(svg):
    root = ET.fromstring(svg)
    title = ET.Element(NAMESPACE + "title")
    title.text = SLOT
    if len(root) and root[0].tag == title.tag:
        title.tail = root[0].tail
        del root[0]
    root.insert(0, title)
    return ET.tostring(root, encoding="unicode")


def xml_text(text):
    """The text for a place between tags; what XML does not have is left out."""
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "", text)
    return escape(text, {"\r": "&#13;"})


class Drawings:
    def __init__(self, folder):
        self.folder = folder

    def _path(self, number):
        return os.path.join(self.folder, number + ".json")

    def load(self, number):
        if not re.fullmatch("[0-9a-f]{32}", number):
            abort(404)
        try:
            with open(self._path(number), encoding="ascii") as file:
                return json.load(file)
        except FileNotFoundError:
            abort(404)

    def save(self, number, record):
        part = self._path(number) + ".part"
        with open(part, "w", encoding="ascii") as file:
            json.dump(record, file)
        os.replace(part, self._path(number))


def create_app(folder):
    app = Flask(__name__)
    drawings = Drawings(os.path.abspath(folder))

    @app.post("/drawings")
    def add():
        file = request.files.get("drawing")
        if file is None:
            abort(400)
        try:
            svg = ET.tostring(read(file.read()), encoding="unicode")
        except (ValueError, RecursionError):
            abort(400)
        number = uuid.uuid4().hex
        drawings.save(number, {"svg": svg, "title": None})
        return {"id": number}, 201

    @app.get("/drawings/<number>")
    def show(number):
        record = drawings.load(number)
        svg = record["svg"]
        if record["title"] is not None:
            svg = svg.replace(SLOT, xml_text(record["title"]))
        return svg.encode(), 200, {"Content-Type": "image/svg+xml", "X-Content-Type-Options": "nosniff"}

    @app.post("/drawings/<number>/title")
    def title(number):
        record = drawings.load(number)
        if record["title"] is None:
            record["svg"] = with_slot(record["svg"])
        record["title"] = request.form.get("title", "")
        drawings.save(number, record)
        return "", 204

    return app
