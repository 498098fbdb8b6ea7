import os
import re
from xml.etree import ElementTree as ET

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from flask import Flask, abort, jsonify, request, send_file

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = "svg g path rect circle ellipse line polyline polygon title".split()
ATTRIBUTES = """version viewBox width height x y rx ry cx cy r x1 y1 x2 y2 points d
transform fill stroke stroke-width id""".split()
ET.register_namespace("", SVG[1:-1])


class NoDrawing(Exception):
    pass


def clean(element):
    """Leaves out whatever the cutter does not understand."""
    for name in list(element.attrib):
        if name not in ATTRIBUTES:
            del element.attrib[name]
    for child in list(element):
        if child.tag.startswith(SVG) and child.tag[len(SVG):] in ELEMENTS:
            clean(child)
        else:
            element.remove(child)


def load(path):
    try:
        with open(path, "rb") as file:
            root = fromstring(file.read(), forbid_dtd=True)
    except (ET.ParseError, DefusedXmlException) as error:
        raise NoDrawing from error
    if root.tag != SVG + "svg":
        raise NoDrawing
    return root


def save(path, root):
    clean(root)
    with open(path + ".new", "wb") as file:
        file.write(ET.tostring(root, encoding="utf-8", xml_declaration=True))
    os.replace(path + ".new", path)


def create_app(folder):
    app = Flask(__name__, static_folder=None)
    folder = os.path.abspath(folder)

    def path_of(number):
        path = os.path.join(folder, f"{number}.svg")
        if not re.fullmatch("[1-9][0-9]*", number) or not os.path.exists(path):
            abort(404)
        return path

    def reserve():
        """A number of its own for this upload, also if there are several at once."""
        number = len(os.listdir(folder)) + 1
        while True:
            try:
                return number, open(os.path.join(folder, f"{number}.svg"), "xb")
            except FileExistsError:
                number += 1

    @app.post("/drawings")
    def upload():
        drawing = request.files.get("drawing")
        if drawing is None:
            abort(400)
        number, file = reserve()
        with file:
            drawing.save(file)
        path = file.name
        try:
            save(path, load(path))
        except NoDrawing:
            os.remove(path)
            abort(400)
        return jsonify(id=str(number)), 201

    @app.get("/drawings/<number>")
    def show(number):
        return send_file(path_of(number), mimetype="image/svg+xml", max_age=0)

    @app.post("/drawings/<number>/title")
    def entitle(number):
        path = path_of(number)
        root = load(path)
        text = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", request.form.get("title", ""))
        if not len(root) or root[0].tag != SVG + "title":
            root.insert(0, ET.Element(SVG + "title"))
        tail = root[0].tail
        root[0].clear()
        root[0].text, root[0].tail = text, tail
        save(path, root)
        return "", 204

    return app
