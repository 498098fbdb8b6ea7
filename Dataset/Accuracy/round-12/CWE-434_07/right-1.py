"""Gallery of drawings. A drawing is kept as what the cutter understands of it:
a flat list of beginnings, texts and ends, as JSON lines. What is shown is
written from this list, by a writer that knows no other names than the allowed
ones. Whatever else an upload holds is left out."""
import io
import json
import pathlib
import re
import threading
import time
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import BadRequest, NotFound

SPACE = "http://www.w3.org/2000/svg"
TAGS = tuple("svg g path rect circle ellipse line polyline polygon title".split())
NAMES = tuple("version viewBox width height x y rx ry cx cy r x1 y1 x2 y2 points d "
              "transform fill stroke stroke-width id".split())


class Reader:
    """Reads an upload with expat and notes what is known."""

    def __init__(self):
        self.steps, self.foreign, self.depth = [], 0, 0
        parser = self.parser = expat.ParserCreate(namespace_separator="\n")
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.StartDoctypeDeclHandler = self.doctype

    def doctype(self, *_):
        raise BadRequest("no document types, please")

    def start(self, name, attributes):
        space, _, local = name.rpartition("\n")
        known = space == SPACE and local in TAGS
        if not self.depth and not (known and local == "svg"):
            raise BadRequest("the root is not svg")
        self.depth += 1
        if self.foreign or not known:
            self.foreign += 1
        else:
            self.steps.append([TAGS.index(local), {NAMES.index(key): value for key, value
                                                   in attributes.items() if key in NAMES}])

    def end(self, _):
        self.depth -= 1
        if self.foreign:
            self.foreign -= 1
        else:
            self.steps.append(None)

    def text(self, data):
        if not self.foreign:
            self.steps.append(data)

    def read(self, data):
        try:
            self.parser.Parse(data, True)
        except (expat.ExpatError, LookupError, ValueError):
            raise BadRequest("this is no XML") from None
        return self.steps


def write(steps):
    out, open_tags = io.StringIO(), []
    for step in steps:
        match step:
            case None:
                out.write(f"</{open_tags.pop()}>")
            case str():
                out.write(escape(step, {"\r": "&#13;"}))
            case [tag, attributes]:
                tag = TAGS[tag]
                out.write("<" + tag)
                if not open_tags:
                    out.write(f' xmlns="{SPACE}"')
                for name, value in attributes.items():
                    out.write(f" {NAMES[int(name)]}={quoteattr(value)}")
                out.write(">")
                open_tags.append(tag)
    return out.getvalue().encode("ascii", "xmlcharrefreplace")


def entitle(steps, text):
    text = "".join(c for c in text if c in "\t\n\r" or " " <= c < "\ud800" or "\udfff" < c < "\ufffe" or c > "\uffff")
    title = TAGS.index("title")
    begin = 1
    while isinstance(steps[begin], str):
        begin += 1
    if steps[begin] is not None and steps[begin][0] == title:
        end, depth = begin, 0
        while True:
            if steps[end] is None:
                depth -= 1
            elif not isinstance(steps[end], str):
                depth += 1
            end += 1
            if not depth:
                break
    else:
        end = begin
    return steps[:begin] + [[title, {}], text, None] + steps[end:]


class Shelf:
    def __init__(self, folder):
        self.folder, self.lock = pathlib.Path(folder).absolute(), threading.Lock()

    def new(self, steps):
        with self.lock:
            while True:
                number = f"d-{time.time_ns()}"
                try:
                    with open(self.folder / f"{number}.steps", "x") as file:
                        json.dump(steps, file)
                    return number
                except FileExistsError:
                    continue

    def get(self, number):
        if not re.fullmatch(r"d-[0-9]+", number, re.ASCII):
            raise NotFound
        try:
            return json.loads((self.folder / f"{number}.steps").read_text())
        except OSError:
            raise NotFound from None

    def change(self, number, how):
        with self.lock:
            steps = how(self.get(number))
            (self.folder / f"{number}.steps").write_text(json.dumps(steps))


def create_app(folder):
    app, shelf = Flask(__name__), Shelf(folder)

    @app.route("/drawings", methods=["POST"])
    def add():
        if "drawing" not in request.files:
            raise BadRequest("a drawing, please")
        return jsonify({"id": shelf.new(Reader().read(request.files["drawing"].stream.read()))}), 201

    @app.route("/drawings/<string:number>")
    def show(number):
        return Response([write(shelf.get(number))], headers={"Content-Type": "image/svg+xml"})

    @app.route("/drawings/<string:number>/title", methods=["POST"])
    def title(number):
        shelf.change(number, lambda steps: entitle(steps, request.form.get("title", "")))
        return Response(status=204)

    return app
