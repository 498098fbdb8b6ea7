import os
import re
import secrets
import threading
from xml.etree import ElementTree

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from flask import Flask, Response, abort, jsonify, request

SVG = "http://www.w3.org/2000/svg"
ELEMENTS = {f"{{{SVG}}}{name}" for name in
            "svg g path rect circle ellipse line polyline polygon title".split()}
ATTRIBUTES = set("""version viewBox width height x y rx ry cx cy r x1 y1 x2 y2 points d
                    transform fill stroke stroke-width id""".split())
TITLE = f"{{{SVG}}}title"
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

ElementTree.register_namespace("", SVG)


class Refused(ValueError):
    pass


def checked(data):
    """The drawing, without comments and instructions, if all in it is on our lists."""
    try:
        root = fromstring(data, forbid_dtd=True)
    except DefusedXmlException:
        raise Refused("A drawing has no document type.") from None
    except (ElementTree.ParseError, ValueError, LookupError):
        raise Refused("This is no XML that we can read.") from None
    if root.tag != f"{{{SVG}}}svg":
        raise Refused(f"A drawing begins with svg, not with {root.tag}.")
    for element in root.iter():
        if element.tag not in ELEMENTS:
            raise Refused(f"The cutter does not know the element {element.tag}.")
        for name in element.attrib:
            if name not in ATTRIBUTES:
                raise Refused(f"The cutter does not know the attribute {name}.")
    return root


def create_app(folder):
    folder = os.path.abspath(folder)
    app = Flask(__name__, static_folder=None)
    changing = threading.Lock()

    def place(number):
        if not re.fullmatch("[0-9a-f]{32}", number):
            abort(404)
        path = os.path.join(folder, number + ".svg")
        if not os.path.isfile(path):
            abort(404)
        return path

    def save(path, root):
        draft = path + ".draft"
        with open(draft, "wb") as file:
            file.write(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))
        os.replace(draft, path)

    @app.errorhandler(Refused)
    def refused(error):
        return str(error), 400

    @app.post("/drawings")
    def upload():
        file = request.files.get("drawing")
        if file is None:
            abort(400)
        root = checked(file.read())
        number = secrets.token_hex(16)
        save(os.path.join(folder, number + ".svg"), root)
        return jsonify(id=number), 201

    @app.get("/drawings/<number>")
    def show(number):
        with open(place(number), "rb") as file:
            answer = Response(file.read(), content_type="image/svg+xml")
        answer.headers["X-Content-Type-Options"] = "nosniff"
        return answer

    @app.post("/drawings/<number>/title")
    def name(number):
        path = place(number)
        text = NO_XML.sub("", request.form.get("title", ""))
        with changing:
            with open(path, "rb") as file:
                root = fromstring(file.read())
            if len(root) and root[0].tag == TITLE:
                tail = root[0].tail
                del root[0]
            else:
                tail = None
            title = ElementTree.Element(TITLE)
            title.text, title.tail = text, tail
            root.insert(0, title)
            save(path, root)
        return "", 204

    return app
