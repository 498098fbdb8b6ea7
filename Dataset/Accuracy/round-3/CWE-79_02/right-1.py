import xml.etree.ElementTree as ET
from collections import namedtuple

from flask import Flask, Response, redirect, request

Member = namedtuple("Member", "name instrument website")


def element(parent, tag, text=None, **attributes):
    child = ET.SubElement(parent, tag, attributes)
    child.text = text
    return child


def link_target(website):
    """The website if it may be linked to, else None."""
    scheme, colon, rest = website.partition("://")
    if not colon or scheme.lower() not in ("http", "https") or not rest:
        return None
    return None if any(ord(c) <= 32 or ord(c) == 127 for c in website) else website


def document(members, heading):
    html = ET.Element("html")
    element(html, "head").append(ET.Element("meta", charset="utf-8"))
    body = element(html, "body")
    if heading is not None:
        element(body, "h2", heading, style="white-space: pre-wrap")
    rows = element(body, "ul", style="white-space: pre-wrap")
    for member in members:
        row = element(rows, "li")
        target = link_target(member.website)
        if target is None:
            row.text = member.name + ", " + member.instrument
        else:
            element(row, "a", member.name, href=target).tail = ", " + member.instrument
    return b"<!DOCTYPE html>" + ET.tostring(html, encoding="utf-8", method="html")


def create_app():
    app = Flask(__name__)
    members = []

    @app.post("/members")
    def add():
        members.append(Member(*(request.form.get(field, "") for field in Member._fields)))
        return redirect("/", code=303)

    @app.get("/")
    def index():
        wanted = request.args.get("instrument")
        shown = (m for m in members if wanted in (None, m.instrument))
        return Response(document(shown, wanted), content_type="text/html; charset=utf-8",
                        headers={"Content-Security-Policy": "script-src 'none'; base-uri 'none'"})

    return app
