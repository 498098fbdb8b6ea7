import itertools
import json
import os
from xml.sax.saxutils import escape, quoteattr

from flask import Flask, Response, request
from lxml import etree

SVG = "http://www.w3.org/2000/svg"
SHAPES = "svg g path rect circle ellipse line polyline polygon title".split()
DATA = (
    "version viewBox width height x y rx ry cx cy r x1 y1 x2 y2 points d transform fill stroke stroke-width id".split()
)


def understood(element):
    """The element as a list: name, attributes, text, children."""
    attributes = {name: element.get(name) for name in DATA if element.get(name) is not None}
    children = [one for one in element if isinstance(one.tag, str)]
    kept = [one for one in children if etree.QName(one).namespace == SVG and etree.QName(one).localname in SHAPES]
    return [etree.QName(element).localname, attributes, element.text or "", [understood(one) for one in kept]]


def drawn(drawing, begin=f' xmlns="{SVG}"'):
    name, attributes, text, children = drawing
    values = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{begin}{values}>{escape(text)}{''.join(drawn(child, '') for child in children)}</{name}>"


def create_app(folder):
    app = Flask(__name__)

    def place(number):
        return os.path.join(folder, f"{number}.json")

    def load(number):
        if not number.isdigit() or not os.path.exists(place(number)):
            return None
        with open(place(number), encoding="utf-8") as file:
            return json.load(file)

    def store(number, drawing):
        with open(place(number), "w", encoding="utf-8") as file:
            json.dump(drawing, file)

    @app.post("/drawings")
    def upload():
        if "drawing" not in request.files:
            return {"error": "no drawing"}, 400
        parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
        try:
            root = etree.fromstring(request.files["drawing"].read(), parser)
        except etree.XMLSyntaxError:
            return {"error": "no XML"}, 400
        if root.tag != f"{{{SVG}}}svg":
            return {"error": "no drawing"}, 400
        number = next(str(number) for number in itertools.count(1) if not os.path.exists(place(number)))
        store(number, understood(root))
        return {"id": number}, 201

    @app.get("/drawings/<number>")
    def show(number):
        drawing = load(number)
        if drawing is None:
            return {"error": "unknown"}, 404
        return Response(drawn(drawing), content_type="image/svg+xml")

    @app.post("/drawings/<number>/title")
    def entitle(number):
        drawing = load(number)
        if drawing is None:
            return {"error": "unknown"}, 404
        children = drawing[3]
        if children and children[0][0] == "title":
            children.pop(0)
        children.insert(0, ["title", {}, request.form["title"], []])
        store(number, drawing)
        return "", 204

    return app
