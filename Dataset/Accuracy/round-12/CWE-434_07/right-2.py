"""Gallery of drawings, which are delivered as they are but under a policy by
which a browser runs nothing in them: no scripts, no style sheets, nothing
loaded from anywhere, and a sandbox of their own around it all. Document types
are refused."""
import os
import sqlite3
import uuid
from contextlib import closing

from flask import Flask, abort, g, make_response, request
from lxml import etree

SVG = "{http://www.w3.org/2000/svg}"
POLICY = "default-src 'none'; script-src 'none'; style-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; sandbox"


def parse(data):
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
                             remove_comments=True, remove_pis=True, strip_cdata=True)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("document type")
    if root.tag != SVG + "svg":
        raise ValueError("not an svg")
    return root


def printable(text):
    for sign in text:
        code = ord(sign)
        xml = code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or code > 0xFFFF
        yield sign if xml else "\N{REPLACEMENT CHARACTER}"


def create_app(folder):
    app = Flask(__name__)
    file = os.path.abspath(os.path.join(folder, "drawings.sqlite"))

    def connection():
        if "db" not in g:
            g.db = sqlite3.connect(file)
        return g.db

    with closing(sqlite3.connect(file)) as db, db:
        db.execute("CREATE TABLE IF NOT EXISTS drawing (id TEXT PRIMARY KEY, svg BLOB NOT NULL)")

    @app.teardown_appcontext
    def close(_):
        if "db" in g:
            g.pop("db").close()

    @app.after_request
    def guard(answer):
        answer.headers["Content-Security-Policy"] = POLICY
        answer.headers["X-Content-Type-Options"] = "nosniff"
        return answer

    def load(name):
        for svg, in connection().execute("SELECT svg FROM drawing WHERE id = ?", (name,)):
            return svg
        abort(404)

    @app.post("/drawings")
    def upload():
        if (part := request.files.get("drawing")) is None:
            abort(400)
        try:
            svg = etree.tostring(parse(part.read()), encoding="UTF-8", xml_declaration=True)
        except (etree.LxmlError, ValueError, LookupError, SyntaxError):
            abort(400)
        name = str(uuid.uuid4())
        with connection() as db:
            db.execute("INSERT INTO drawing VALUES (?, ?)", (name, svg))
        return {"id": name}, 201

    @app.get("/drawings/<name>")
    def drawing(name):
        answer = make_response(load(name))
        answer.headers["Content-Type"] = "image/svg+xml"
        return answer

    @app.post("/drawings/<name>/title")
    def title(name):
        root = parse(load(name))
        new = etree.Element(SVG + "title", nsmap={None: SVG[1:-1]})
        new.text = "".join(printable(request.form.get("title", "")))
        if len(root) and root[0].tag == new.tag:
            new.tail = root[0].tail
            root[0] = new
        else:
            new.tail, root.text = root.text, None
            root.insert(0, new)
        with connection() as db:
            db.execute("UPDATE drawing SET svg = ? WHERE id = ?", (etree.tostring(root, encoding="UTF-8"), name))
        return "", 204

    return app
