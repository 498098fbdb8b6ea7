import re
import uuid
from pathlib import Path
from threading import RLock

from flask import Flask, Response, request
from lxml import etree

NS = "{http://www.w3.org/2000/svg}"
ELEMENTS = frozenset(NS + name for name in (
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title"))
ATTRIBUTES = frozenset((
    "version", "viewBox", "width", "height", "x", "y", "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2",
    "points", "d", "transform", "fill", "stroke", "stroke-width", "id"))
NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
PLAIN = {"Content-Type": "text/plain; charset=utf-8", "X-Content-Type-Options": "nosniff"}


class Refused(Exception):
    pass


def read_drawing(data):
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        raise Refused("This is no XML document.") from None
    info = root.getroottree().docinfo
    if info.internalDTD is not None or info.doctype:
        raise Refused("Drawings with a document type are not taken.")
    if root.tag != NS + "svg":
        raise Refused("The root element is not svg.")
    for element in root.iter():
        if element.tag not in ELEMENTS:
            raise Refused("There is an element in it that the cutter does not understand.")
        if not ATTRIBUTES.issuperset(element.keys()):
            raise Refused("There is an attribute in it that the cutter does not understand.")
    return root


def write_drawing(root):
    encoding = root.getroottree().docinfo.encoding or "UTF-8"
    # of the root only: nothing that stood before or behind it
    return etree.tostring(root, encoding=encoding, xml_declaration=True, with_tail=False)


class Gallery:
    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        self.lock = RLock()

    def _file(self, number):
        if not re.fullmatch(r"[0-9a-f]{32}", number):
            raise KeyError(number)
        return self.folder / (number + ".svg")

    def add(self, data):
        root = read_drawing(data)
        number = uuid.uuid4().hex
        self._put(number, root)
        return number

    def get(self, number):
        try:
            return self._file(number).read_bytes()
        except FileNotFoundError:
            raise KeyError(number) from None

    def _put(self, number, root):
        draft = self.folder / (number + ".part")
        draft.write_bytes(write_drawing(root))
        draft.replace(self._file(number))

    def entitle(self, number, text):
        with self.lock:
            root = read_drawing(self.get(number))
            title = root.makeelement(NS + "title", nsmap={None: NS[1:-1]})
            title.text = NOT_XML.sub("\ufffd", text)
            if len(root) and root[0].tag == NS + "title":
                title.tail = root[0].tail
                root.replace(root[0], title)
            else:
                root.insert(0, title)
            self._put(number, root)


def create_app(folder):
    app = Flask(__name__, static_folder=None)
    gallery = Gallery(folder)

    @app.errorhandler(Refused)
    def refused(error):
        return str(error), 400, PLAIN

    @app.errorhandler(KeyError)
    def unknown(error):
        return "There is no such drawing.", 404, PLAIN

    @app.post("/drawings")
    def upload():
        if "drawing" not in request.files:
            raise Refused("There is no drawing.")
        return {"id": gallery.add(request.files["drawing"].read())}, 201

    @app.get("/drawings/<number>")
    def show(number):
        return Response(gallery.get(number), mimetype="image/svg+xml",
                        headers={"X-Content-Type-Options": "nosniff"})

    @app.post("/drawings/<number>/title")
    def title(number):
        gallery.get(number)
        if "title" not in request.form:
            raise Refused("There is no title.")
        gallery.entitle(number, request.form["title"])
        return "", 204

    return app
