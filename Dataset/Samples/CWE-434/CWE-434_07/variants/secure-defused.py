import os
import secrets

import defusedxml.ElementTree
from defusedxml.common import DefusedXmlException
from flask import Flask, make_response, request
from xml.etree.ElementTree import ElementTree, ParseError, SubElement, register_namespace

NS = "{http://www.w3.org/2000/svg}"
register_namespace("", NS[1:-1])
ALLOWED = frozenset("version viewBox width height x y rx ry cx cy r x1 y1 x2 y2 points d transform fill stroke".split())


def check(element):
    if not element.tag.startswith(NS) or element.tag[len(NS) :] not in (
        *("svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title"),
    ):
        raise ValueError(element.tag)
    for name in element.attrib:
        if name not in ALLOWED and name not in ("stroke-width", "id"):
            raise ValueError(name)
    for child in element:
        check(child)


def create_app(folder):
    app = Flask("gallery")

    def path(number):
        return os.path.join(folder, os.path.basename(number))

    @app.post("/drawings")
    def add():
        try:
            tree = defusedxml.ElementTree.parse(request.files["drawing"].stream, forbid_dtd=True)
            check(tree.getroot())
        except (KeyError, ParseError, DefusedXmlException, ValueError, LookupError) as error:
            return make_response(f"no drawing: {type(error).__name__}", 400)
        if tree.getroot().tag != NS + "svg":
            return make_response("no drawing", 400)
        number = secrets.token_urlsafe(9)
        tree.write(path(number), encoding="us-ascii")
        return {"id": number}, 201

    @app.get("/drawings/<number>")
    def get(number):
        if number not in os.listdir(folder):
            return make_response("unknown", 404)
        with open(path(number), "rb") as file:
            return file.read(), {"Content-Type": "image/svg+xml"}

    @app.post("/drawings/<number>/title")
    def name(number):
        if number not in os.listdir(folder):
            return make_response("unknown", 404)
        tree = ElementTree(file=path(number))
        root = tree.getroot()
        children = list(root)
        if children and children[0].tag == NS + "title":
            root.remove(children.pop(0))
        title = SubElement(root, NS + "title")
        title.text = request.form.get("title", "")
        root[:] = [title, *children]
        tree.write(path(number), encoding="us-ascii")
        return make_response("", 204)

    return app
