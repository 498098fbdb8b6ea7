import xml.etree.ElementTree as ET
from collections import deque
from urllib.parse import urlsplit

import flask


def linkable(address):
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    plain = not any(c.isspace() or ord(c) < 33 or ord(c) == 127 for c in address)
    return plain and parts.scheme in {"http", "https"} and bool(parts.netloc)


def page(members, heading):
    body = ET.Element("body")
    if heading is not None:
        ET.SubElement(body, "h2").text = heading
    ul = ET.SubElement(body, "ul")
    for name, instrument, website in members:
        li = ET.SubElement(ul, "li")
        holder = ET.SubElement(li, "a", href=website, rel="noopener") if linkable(website) else ET.SubElement(li, "span")
        holder.text, holder.tail = name, " \u2013 "
        ET.SubElement(li, "em").text = instrument
    return "<!doctype html>" + ET.tostring(body, encoding="unicode", short_empty_elements=False)


def create_app():
    app = flask.Flask(__name__)
    members = deque()

    @app.post("/members")
    def add():
        members.append(tuple(flask.request.form.get(f, "") for f in ("name", "instrument", "website")))
        return flask.redirect("/")

    @app.get("/")
    def index():
        wanted = flask.request.args.get("instrument")
        chosen = filter(lambda m: wanted in (None, m[1]), members)
        reply = flask.make_response(page(chosen, wanted))
        reply.headers["Content-Security-Policy"] = "default-src 'self'; script-src 'none'"
        reply.headers["X-Content-Type-Options"] = "nosniff"
        return reply

    return app
