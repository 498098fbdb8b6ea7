import re
import secrets
from pathlib import Path
from threading import Lock

from flask import Flask, Response, abort, jsonify, request
from lxml import etree

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {SVG + name for name in ("svg", "g", "path", "rect", "circle", "ellipse", "line",
                                    "polyline", "polygon", "title")}
ATTRIBUTES = {"version", "viewBox", "width", "height", "x", "y", "rx", "ry", "cx", "cy", "r",
              "x1", "y1", "x2", "y2", "points", "d", "transform", "fill", "stroke",
              "stroke-width", "id"}
CONTROL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def parse(data):
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True,
                             remove_comments=True, remove_pis=True)
    return etree.fromstring(data, parser)


def copy(source, above=None):
    """Builds the drawing anew, from what the cutter understands; all else stays behind."""
    nsmap = {None: SVG[1:-1]}
    attributes = {name: value for name, value in source.attrib.items() if name in ATTRIBUTES}
    if above is None:
        target = etree.Element(source.tag, attributes, nsmap=nsmap)
    else:
        target = etree.SubElement(above, source.tag, attributes)
    target.text = source.text
    for child in source:
        if child.tag in ELEMENTS:
            copy(child, target).tail = child.tail
        elif child.tail:
            last = target[-1] if len(target) else None
            if last is None:
                target.text = (target.text or "") + child.tail
            else:
                last.tail = (last.tail or "") + child.tail
    return target


def written(root, encoding):
    """The drawing as bytes, in the encoding that its member uses."""
    return etree.tostring(root, encoding=encoding or "UTF-8", xml_declaration=True)


def create_app(folder):
    app = Flask(__name__, static_folder=None)
    home = Path(folder).absolute()
    lock = Lock()

    def file_of(number):
        path = home / f"{number}.svg"
        if re.fullmatch("[0-9a-f]{32}", number) is None or not path.is_file():
            abort(404)
        return path

    @app.post("/drawings")
    def send():
        upload = request.files.get("drawing")
        if upload is None:
            abort(400)
        try:
            root = parse(upload.read())
            info = root.getroottree().docinfo
            if root.tag != SVG + "svg" or info.doctype:
                abort(400)
            data = written(copy(root), info.encoding)
        except (etree.LxmlError, ValueError, LookupError):
            abort(400)
        number = secrets.token_hex(16)
        (home / f"{number}.svg").write_bytes(data)
        return jsonify(id=number), 201

    @app.get("/drawings/<number>")
    def show(number):
        return Response(file_of(number).read_bytes(), mimetype="image/svg+xml",
                        headers={"X-Content-Type-Options": "nosniff"})

    @app.post("/drawings/<number>/title")
    def title(number):
        path = file_of(number)
        with lock:
            root = parse(path.read_bytes())
            new = etree.Element(SVG + "title", nsmap=root.nsmap)
            new.text = CONTROL.sub("", request.form.get("title", ""))
            if len(root) and root[0].tag == new.tag:
                new.tail = root[0].tail
                root[0] = new
            else:
                root.insert(0, new)
            draft = path.with_suffix(".new")
            draft.write_bytes(written(root, root.getroottree().docinfo.encoding))
            draft.replace(path)
        return "", 204

    return app
