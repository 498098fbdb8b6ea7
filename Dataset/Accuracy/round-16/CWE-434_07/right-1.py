import json
import sqlite3
import uuid
from contextlib import closing
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from flask import Flask
from flask import request, Response
from lxml import etree

NAMESPACE = "http://www.w3.org/2000/svg"
KNOWN = frozenset("svg g path rect circle ellipse line polyline polygon title".split())
KNOWN_ATTRIBUTES = frozenset(
    "version viewBox width height x y rx ry cx cy r x1 y1 x2 y2 points d transform fill stroke stroke-width id".split())


class NotADrawing(Exception):
    pass


class Recorder:
    """Target of the parser: writes down what is harmless, as a flat list of steps.
    ["+", name, attributes], ["-", name] and ["t", text]."""

    def __init__(self):
        self.steps, self.open, self.hidden = [], [], 0

    def doctype(self, name, public, system):
        raise NotADrawing("document type")

    def start(self, tag, attributes):
        space, _, name = tag.rpartition("}")
        known = space == "{" + NAMESPACE and name in KNOWN
        if not self.open and not self.hidden and not (known and name == "svg"):
            raise NotADrawing("another root")
        if self.hidden or not known:
            self.hidden += 1
            return
        self.open.append(name)
        self.steps.append(["+", name, {a: v for a, v in attributes.items() if a in KNOWN_ATTRIBUTES}])

    def end(self, tag):
        if self.hidden:
            self.hidden -= 1
        else:
            self.steps.append(["-", self.open.pop()])

    def data(self, text):
        if not self.hidden and self.open:
            self.steps.append(["t", text])

    def comment(self, text):
        pass

    def pi(self, target, data=None):
        pass

    def close(self):
        return self.steps


def record(data):
    parser = etree.XMLParser(target=Recorder(), resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(data, parser)
    except Exception as error:
        raise NotADrawing from error


def written(steps):
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    root = True
    for kind, value, *rest in steps:
        if kind == "t":
            yield escape(value, {"\r": "&#13;"})
        elif kind == "-":
            yield f"</{value}>"
        else:
            yield f"<{value}" + (f' xmlns="{NAMESPACE}"' if root else "")
            yield from (f" {a}={quoteattr(v)}" for a, v in rest[0].items())
            yield ">"
            root = False


def printable(text):
    """What XML can hold."""
    return "".join(c for c in text if c in "\t\n\r" or " " <= c < "\ud800" or "\udfff" < c < "\ufffe" or c > "\uffff")


def with_title(steps, text):
    first = next((i for i, step in enumerate(steps) if i and step[0] != "t"), len(steps) - 1)
    rest = steps[1:]
    if steps[first][:2] == ["+", "title"]:
        depth = 0
        for last in range(first, len(steps)):
            depth += {"+": 1, "-": -1}.get(steps[last][0], 0)
            if not depth:
                break
        rest = steps[1:first] + steps[last + 1:]
    return [steps[0], ["+", "title", {}], ["t", printable(text)], ["-", "title"], *rest]


class Gallery:
    def __init__(self, folder):
        self.file = Path(folder).resolve() / "gallery.sqlite"
        with closing(self.connect()) as base, base:
            base.execute("CREATE TABLE IF NOT EXISTS drawing (id TEXT PRIMARY KEY, steps TEXT NOT NULL)")

    def connect(self):
        return sqlite3.connect(self.file, timeout=30)

    def add(self, steps):
        name = f"drawing-{uuid.uuid4()}"
        with closing(self.connect()) as base, base:
            base.execute("INSERT INTO drawing VALUES (?, ?)", (name, json.dumps(steps)))
        return name

    def get(self, name):
        with closing(self.connect()) as base:
            row = base.execute("SELECT steps FROM drawing WHERE id = ?", (name,)).fetchone()
        return row and json.loads(row[0])

    def entitle(self, name, text):
        with closing(self.connect()) as base, base:
            base.execute("BEGIN IMMEDIATE")
            row = base.execute("SELECT steps FROM drawing WHERE id = ?", (name,)).fetchone()
            if row:
                base.execute("UPDATE drawing SET steps = ? WHERE id = ?",
                             (json.dumps(with_title(json.loads(row[0]), text)), name))
        return bool(row)


def create_app(folder):
    app, gallery = Flask("laser", static_folder=None), Gallery(folder)

    def plain(text, status):
        return Response(text, status, mimetype="text/plain")

    def drawings():
        if "drawing" not in request.files:
            return plain("no drawing", 400)
        try:
            steps = record(request.files["drawing"].stream.read())
        except NotADrawing:
            return plain("not a drawing for the cutter", 400)
        return {"id": gallery.add(steps)}, 201

    def drawing(name):
        steps = gallery.get(name)
        if not steps:
            return plain("unknown", 404)
        return Response("".join(written(steps)), content_type="image/svg+xml")

    def title(name):
        if not gallery.entitle(name, request.form.get("title", "")):
            return plain("unknown", 404)
        return "", 204

    app.add_url_rule("/drawings", view_func=drawings, methods=["POST"])
    app.add_url_rule("/drawings/<name>", view_func=drawing, methods=["GET"])
    app.add_url_rule("/drawings/<name>/title", view_func=title, methods=["POST"])
    return app
