from xml.etree import ElementTree as ET
from urllib.parse import urlsplit
from flask import Flask, Response, redirect, request

FIELDS = ("name", "instrument", "website")


def clean(text):
    return "".join(c if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff" else "\ufffd" for c in text)


def linkable(address):
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and address.lower().startswith(parts.scheme + "://")
    except ValueError:
        return False


def draw(members, wanted):
    page = ET.Element("html")
    head = ET.SubElement(page, "head")
    ET.SubElement(head, "meta", charset="utf-8")
    ET.SubElement(head, "title").text = "Musicians"
    body = ET.SubElement(page, "body")
    if wanted is not None:
        ET.SubElement(body, "h2").text = clean(wanted)
    listing = ET.SubElement(body, "ul")
    for name, instrument, website in members:
        line = ET.SubElement(listing, "li")
        if linkable(website):
            link = ET.SubElement(line, "a", href=clean(website), rel="nofollow noopener")
            link.text, link.tail = clean(name), clean(": " + instrument)
        else:
            line.text = clean(f"{name}: {instrument}")
    return "<!DOCTYPE html>\n" + ET.tostring(page, encoding="unicode", method="html")


def create_app():
    app, members = Flask(__name__), []

    @app.route("/members", methods=["POST"])
    def add():
        members.append(tuple(request.form.get(field, "") for field in FIELDS))
        return redirect("/", 303)

    @app.route("/")
    def index():
        wanted = request.args.get("instrument")
        chosen = [m for m in members if wanted in (None, m[1])]
        return Response(draw(chosen, wanted), mimetype="text/html")

    return app
