import os
import re
import secrets
import threading

from flask import Flask, Response, abort, jsonify, request
from lxml import etree

SVG = "http://www.w3.org/2000/svg"
ELEMENTS = {f"{{{SVG}}}{name}" for name in
            "svg g path rect circle ellipse line polyline polygon title".split()}
ATTRIBUTES = set("""version viewBox width height x y rx ry cx cy r x1 y1 x2 y2 points d
                    transform fill stroke stroke-width id""".split())
TITLE = f"{{{SVG}}}title"
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def copied(source):
    """A new element with what the cutter understands of `source`, and nothing else."""
    element = etree.Element(source.tag, nsmap={None: SVG})
    for name, value in source.attrib.items():
        if name in ATTRIBUTES:
            element.set(name, value)
    element.text = source.text
    for child in source:
        if isinstance(child.tag, str) and child.tag in ELEMENTS:
            new = copied(child)
            new.tail = child.tail
            element.append(new)
        elif child.tail:
            if len(element):
                element[-1].tail = (element[-1].tail or "") + child.tail
            else:
                element.text = (element.text or "") + child.tail
    return element


def parse(data):
    """The root of the cleaned drawing; ValueError if the data are no drawing."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
                             remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from None
    if root.tag != f"{{{SVG}}}svg":
        raise ValueError("the root element is not svg")
    return copied(root)


def create_app(folder):
    app = Flask(__name__, static_folder=None)
    folder = os.path.abspath(folder)
    lock = threading.Lock()

    def path(number):
        if not re.fullmatch(r"[0-9a-f]{24}", number):
            abort(404)
        return os.path.join(folder, number + ".svg")

    def save(number, root):
        draft = path(number) + ".new"
        with open(draft, "wb") as file:
            file.write(etree.tostring(root, encoding="UTF-8", xml_declaration=True))
        os.replace(draft, path(number))

    def load(number):
        try:
            with open(path(number), "rb") as file:
                return file.read()
        except FileNotFoundError:
            abort(404)

    @app.post("/drawings")
    def upload():
        drawing = request.files.get("drawing")
        if drawing is None:
            return "The field drawing is missing.", 400
        try:
            root = parse(drawing.read())
        except ValueError:
            return f"{drawing.filename} is no SVG drawing that we can read.", 400
        number = secrets.token_hex(12)
        save(number, root)
        return jsonify(id=number), 201

    @app.get("/drawings/<number>")
    def show(number):
        answer = Response(load(number), content_type="image/svg+xml")
        answer.headers["X-Content-Type-Options"] = "nosniff"
        return answer

    @app.post("/drawings/<number>/title")
    def entitle(number):
        with lock:
            root = parse(load(number))
            if "title" not in request.form:
                abort(400)
            title = etree.Element(TITLE, nsmap={None: SVG})
            title.text = ILLEGAL.sub("", request.form["title"])
            if len(root) and root[0].tag == TITLE:
                title.tail = root[0].tail
                root[0] = title
            else:
                root.insert(0, title)
            save(number, root)
        return "", 204

    return app
