import os
import re
import threading

from flask import Flask, Response, abort, jsonify, request
from lxml import etree

SVG = "http://www.w3.org/2000/svg"
ELEMENTS = {f"{{{SVG}}}{name}" for name in
            "svg g path rect circle ellipse line polyline polygon title".split()}
ATTRIBUTES = set("version viewBox width height x y rx ry cx cy r x1 y1 x2 y2 points d "
                 "transform fill stroke stroke-width id".split())
ID = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _parser():
    return etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True,
                           remove_comments=True, remove_pis=True)


def _checked(path):
    """The root of the drawing in this file; ValueError if there is more in it than the cutter understands."""
    try:
        tree = etree.parse(path, _parser())
    except etree.XMLSyntaxError:
        raise ValueError("no XML") from None
    if tree.docinfo.doctype or tree.docinfo.internalDTD is not None:
        raise ValueError("a document type")
    root = tree.getroot()
    if root.tag != f"{{{SVG}}}svg":
        raise ValueError("no svg")
    for node in root.iter():
        if not isinstance(node.tag, str) or node.tag not in ELEMENTS:
            raise ValueError("an element that the cutter does not understand")
        if not set(node.attrib) <= ATTRIBUTES:
            raise ValueError("an attribute that the cutter does not understand")
    return root


def _write(path, root):
    """Writes the drawing anew from its tree, in UTF-8, in one step."""
    part = path + ".new"
    with open(part, "wb") as file:
        file.write(etree.tostring(root, encoding="UTF-8", xml_declaration=True, with_tail=False))
    os.replace(part, path)


def create_app(folder):
    app = Flask(__name__)
    folder = os.path.abspath(folder)
    lock = threading.Lock()

    def new_id():
        """The next number that no file has yet; an empty file keeps the place."""
        numbers = [int(name.split(".")[0]) for name in os.listdir(folder) if name.split(".")[0].isdecimal()]
        return f"{max(numbers, default=0) + 1}.svg"

    def path_of(drawing):
        path = os.path.join(folder, drawing)
        if not ID.fullmatch(drawing) or not os.path.isfile(path):
            abort(404)
        return path

    @app.post("/drawings")
    def upload():
        file = request.files.get("drawing")
        if file is None:
            abort(400)
        with lock:
            drawing = new_id()
            path = os.path.join(folder, drawing)
            part = path + ".part"
            file.save(part)
        try:
            root = _checked(part)
        except ValueError as error:
            return jsonify(error=str(error)), 400
        _write(path, root)
        os.remove(part)
        return jsonify(id=drawing), 201

    @app.get("/drawings/<drawing>")
    def show(drawing):
        with open(path_of(drawing), "rb") as file:
            data = file.read()
        return Response(data, content_type="image/svg+xml", headers={"X-Content-Type-Options": "nosniff"})

    @app.post("/drawings/<drawing>/title")
    def title(drawing):
        path = path_of(drawing)
        text = request.form.get("title")
        if text is None:
            abort(400)
        with lock:
            try:
                root = _checked(path)
            except ValueError:
                abort(404)
            if len(root) and root[0].tag == f"{{{SVG}}}title":
                old = root[0]
                tail = old.tail
                root.remove(old)
            else:
                tail = None
            new = etree.Element(f"{{{SVG}}}title", nsmap={None: SVG})
            new.text = NO_XML.sub("\ufffd", text)
            new.tail = tail
            root.insert(0, new)
            _write(path, root)
        return "", 204

    return app
