import json
import sqlite3
import uuid
from contextlib import closing
from pathlib import Path
from xml.parsers import expat

from flask import Flask, request
from werkzeug.exceptions import BadRequest, NotFound

SPACE = "http://www.w3.org/2000/svg"
TAGS = frozenset("svg g path rect circle ellipse line polyline polygon title".split())
NAMES = frozenset("version viewBox width height x y rx ry cx cy r x1 y1 x2 y2 points d transform "
                  "fill stroke stroke-width id".split())


class Reader:
    """Reads a drawing event by event into ["tag", {attributes}, [children and texts]]."""

    def __init__(self):
        self.root, self._open = None, []
        parser = self._parser = expat.ParserCreate(namespace_separator="\n")
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.StartDoctypeDeclHandler = self.doctype

    def read(self, data):
        try:
            self._parser.Parse(data, True)
        except (expat.ExpatError, ValueError, LookupError) as problem:
            raise BadRequest("not readable") from problem
        return self.root

    def doctype(self, name, system, public, subset):
        if subset:
            raise BadRequest("no entities, please")

    def start(self, name, attributes):
        space, _, tag = name.rpartition("\n")
        if space != SPACE or tag not in TAGS or len(self._open) > 200:
            raise BadRequest("an element that the cutter does not understand")
        node = [tag, {key: value for key, value in attributes.items() if key in NAMES}, []]
        if self._open:
            self._open[-1][2].append(node)
        elif tag != "svg":
            raise BadRequest("no svg")
        else:
            self.root = node
        self._open.append(node)

    def end(self, name):
        self._open.pop()

    def text(self, text):
        self._open[-1][2].append(text)


def _safe(text):
    """Letters, digits and blanks as they are, all else as a number; what XML cannot hold is left out."""
    for letter in text:
        code = ord(letter)
        if letter.isascii() and (letter.isalnum() or letter in " .,-"):
            yield letter
        elif code in (9, 10, 13) or 32 <= code < 0xD800 or 0xDFFF < code < 0xFFFE or code > 0xFFFF:
            yield "&#%d;" % code


def _written(node, root=True):
    if isinstance(node, str):
        yield from _safe(node)
        return
    tag, attributes, inside = node
    yield "<" + tag
    if root:
        yield ' xmlns="%s"' % SPACE
    for name, value in attributes.items():
        yield " %s='" % name
        yield from _safe(value)
        yield "'"
    yield ">"
    for child in inside:
        yield from _written(child, False)
    yield "</%s>" % tag


class Gallery:
    def __init__(self, folder):
        self._file = Path(folder).absolute() / "gallery.sqlite"
        with self._base() as base, base:
            base.execute("create table if not exists drawing (id text primary key, tree text not null)")

    def _base(self):
        return closing(sqlite3.connect(self._file, timeout=30, isolation_level="IMMEDIATE"))

    def add(self, tree):
        name = str(uuid.uuid4())
        with self._base() as base, base:
            base.execute("insert into drawing values (?, ?)", (name, json.dumps(tree)))
        return name

    @staticmethod
    def _tree(base, name):
        row = base.execute("select tree from drawing where id = ?", (name,)).fetchone()
        if row is None:
            raise NotFound()
        return json.loads(row[0])

    def get(self, name):
        with self._base() as base:
            return self._tree(base, name)

    def entitle(self, name, text):
        with self._base() as base, base:
            base.execute("begin immediate")
            tree = self._tree(base, name)
            inside = tree[2]
            first = next((n for n, one in enumerate(inside) if not isinstance(one, str)), None)
            if first is not None and inside[first][0] == "title":
                del inside[first]
            inside.insert(0, ["title", {}, [text]])
            base.execute("update drawing set tree = ? where id = ?", (json.dumps(tree), name))


def create_app(folder):
    gallery = Gallery(folder)
    app = Flask("gallery", static_folder=None)

    @app.route("/drawings", methods=["POST"])
    def add():
        if "drawing" not in request.files:
            raise BadRequest("no drawing")
        return {"id": gallery.add(Reader().read(request.files["drawing"].read()))}, 201

    @app.route("/drawings/<name>")
    def see(name):
        body = "".join(_written(gallery.get(name))).encode("ascii")
        return body, 200, {"Content-Type": "image/svg+xml",
                           "Content-Security-Policy": "default-src 'none'; sandbox",
                           "X-Content-Type-Options": "nosniff"}

    @app.route("/drawings/<name>/title", methods=["POST"])
    def entitle(name):
        gallery.entitle(name, request.form.get("title", ""))
        return app.response_class(status=204)

    return app
