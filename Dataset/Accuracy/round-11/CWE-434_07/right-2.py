"""Keeps drawings with everything that is in them, in an SQLite file, and delivers them so that browsers run nothing.

All answers of the application have the content security policy, not only the drawings.
"""
import os
import sqlite3
import unicodedata
from contextlib import closing

from flask import Flask, Response, request
from lxml import etree

POLICY = "default-src 'none'; script-src 'none'; style-src 'none'; base-uri 'none'; form-action 'none'; sandbox"
SVG = "http://www.w3.org/2000/svg"


class GalleryResponse(Response):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.headers["Content-Security-Policy"] = POLICY
        self.headers["X-Content-Type-Options"] = "nosniff"


class Gallery(Flask):
    response_class = GalleryResponse

    def finalize_request(self, *args, **kwargs):
        # answers that Flask makes of exceptions as well
        response = super().finalize_request(*args, **kwargs)
        response.headers["Content-Security-Policy"] = POLICY
        return response


def parsed(data):
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
                             remove_pis=True)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("a document type")
    if etree.QName(root) != etree.QName(SVG, "svg"):
        raise ValueError("not svg")
    return root


def text_for_xml(text):
    def fits(char):
        if char in "\t\n\r":
            return True
        return char >= " " and unicodedata.category(char) != "Cs" and char not in "\ufffe\uffff"
    return "".join(filter(fits, text))


def with_title(root, text):
    title = etree.Element(etree.QName(SVG, "title"), nsmap={None: SVG})
    title.text = text_for_xml(text)
    first = next(root.iterchildren(), None)
    if first is not None and first.tag == title.tag:
        title.tail = first.tail
        root.replace(first, title)
    else:
        root.insert(0, title)
    return root


def create_app(folder):
    app = Gallery("gallery", static_folder=None)
    file = os.path.abspath(os.path.join(folder, "gallery.db"))

    def connect():
        return closing(sqlite3.connect(file, isolation_level=None, timeout=30))

    with connect() as db:
        db.execute("CREATE TABLE IF NOT EXISTS drawing (id INTEGER PRIMARY KEY AUTOINCREMENT, xml TEXT NOT NULL)")

    def stored(db, number):
        if not (number.isascii() and number.isdigit() and len(number) < 18 and str(int(number)) == number):
            return None
        row = db.execute("SELECT xml FROM drawing WHERE id = ?", (int(number),)).fetchone()
        return row and row[0]

    @app.post("/drawings")
    def upload():
        if (drawing := request.files.get("drawing")) is None:
            return "no drawing", 400
        try:
            xml = etree.tostring(parsed(drawing.stream.read()), encoding="unicode", with_tail=False)
        except (etree.LxmlError, ValueError, LookupError):
            return "no drawing", 400
        with connect() as db:
            number = db.execute("INSERT INTO drawing (xml) VALUES (?)", (xml,)).lastrowid
        return {"id": str(number)}, 201

    @app.get("/drawings/<number>")
    def show(number):
        with connect() as db:
            xml = stored(db, number)
        if xml is None:
            return "", 404
        return app.response_class(xml.encode("utf-8"), content_type="image/svg+xml")

    @app.post("/drawings/<number>/title")
    def entitle(number):
        with connect() as db:
            db.execute("BEGIN IMMEDIATE")
            xml = stored(db, number)
            if xml is None:
                return "", 404
            root = with_title(parsed(xml.encode("utf-8")), request.form["title"])
            db.execute("UPDATE drawing SET xml = ? WHERE id = ?",
                       (etree.tostring(root, encoding="unicode"), int(number)))
            db.execute("COMMIT")
        return "", 204

    return app
