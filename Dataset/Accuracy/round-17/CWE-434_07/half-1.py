"""Gallery of drawings for the laser cutter."""
import os
import re
import secrets
import tempfile

from defusedxml import DefusedXmlException, ElementTree
from flask import Flask, Response, abort, jsonify, request
from lxml import etree

SVG = "http://www.w3.org/2000/svg"
ELEMENTS = set("svg g path rect circle ellipse line polyline polygon title".split())
ATTRIBUTES = set("version viewBox width height x y rx ry cx cy r x1 y1 x2 y2 points d "
                 "transform fill stroke stroke-width id".split())
TITLE = f"{{{SVG}}}title"


class Refused(Exception):
    """The upload is no drawing for the cutter."""


def checked(element):
    """A fresh copy of the element that holds what is listed and nothing else."""
    namespace, _, name = element.tag.rpartition("}")
    if namespace != "{" + SVG or name not in ELEMENTS:
        raise Refused(f"The cutter does not know the element {element.tag}.")
    copy = etree.Element(element.tag, nsmap={None: SVG})
    for attribute, value in element.attrib.items():
        if attribute not in ATTRIBUTES:
            raise Refused(f"The cutter does not know the attribute {attribute}.")
        copy.set(attribute, value)
    copy.text = element.text
    for child in element:
        inner = checked(child)
        inner.tail = child.tail
        copy.append(inner)
    return copy


def read(data):
    # Comments and processing instructions are left out by this parser.
    try:
        root = ElementTree.fromstring(data, forbid_dtd=True, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        raise Refused("A drawing has no document type.") from None
    except (ElementTree.ParseError, ValueError, LookupError):
        raise Refused("This is no XML.") from None
    if root.tag != f"{{{SVG}}}svg":
        raise Refused("A drawing has the root element svg.")
    try:
        return checked(root)
    except RecursionError:
        raise Refused("The drawing is nested too deeply.") from None


def create_app(folder):
    app = Flask(__name__)
    folder = os.path.abspath(folder)

    def path(number):
        if not re.fullmatch(r"[0-9a-f]{32}", number):
            abort(404)
        place = os.path.join(folder, number + ".svg")
        if not os.path.isfile(place):
            abort(404)
        return place

    def store(root, place):
        data = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
            file.write(data)
        os.replace(file.name, place)

    @app.errorhandler(Refused)
    def refused(error):
        return str(error), 400

    @app.after_request
    def harden(answer):
        answer.headers["X-Content-Type-Options"] = "nosniff"
        return answer

    @app.post("/drawings")
    def upload():
        if "drawing" not in request.files:
            raise Refused("There is no field drawing.")
        root = read(request.files["drawing"].read())
        number = secrets.token_hex(16)
        store(root, os.path.join(folder, number + ".svg"))
        return jsonify(id=number), 201

    @app.get("/drawings/<number>")
    def drawing(number):
        with open(path(number), "rb") as file:
            answer = Response(file.read(), content_type="image/svg+xml")
        answer.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
        return answer

    @app.post("/drawings/<number>/title")
    def title(number):
        place = path(number)
        text = request.form.get("title")
        if text is None:
            raise Refused("There is no field title.")
        with open(place, "rb") as file:
            root = read(file.read())
        new = etree.Element(TITLE, nsmap={None: SVG})
        try:
            new.text = text
        except ValueError:
            raise Refused("The title has characters that XML does not know.") from None
        if len(root) and root[0].tag == TITLE:
            new.tail = root[0].tail
            root.remove(root[0])
        root.insert(0, new)
        store(root, place)
        return "", 204

    return app
