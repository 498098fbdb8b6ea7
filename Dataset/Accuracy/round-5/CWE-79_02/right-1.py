import xml.etree.ElementTree as ET
from collections import namedtuple

from flask import Flask, Response, request

Member = namedtuple("Member", "name instrument website")


def element(parent, tag, text=None, **attributes):
    child = ET.SubElement(parent, tag, attributes)
    child.text = text
    return child


def linkable(website):
    scheme, _, rest = website.partition(":")
    return scheme.lower() in {"http", "https"} and rest.startswith("//")


def page(members, instrument):
    html = ET.Element("html", lang="en")
    head = element(html, "head")
    element(head, "meta", charset="utf-8")
    element(head, "title", "Musicians")
    body = element(html, "body")
    if instrument is not None:
        element(body, "h2", instrument)
    items = element(body, "ul")
    for member in members:
        line = element(items, "li")
        if member.website:
            element(line, "a", member.name, href=member.website, rel="noopener").tail = " "
        else:
            element(line, "span", member.name).tail = " "
        element(line, "span", member.instrument)
    # the serialiser escapes texts and attributes
    return "<!DOCTYPE html>\n" + ET.tostring(html, encoding="unicode", method="html")


def create_app():
    app = Flask(__name__)
    members = []

    def add():
        member = Member(*(request.form.get(field, "") for field in Member._fields))
        members.append(member if linkable(member.website) else member._replace(website=""))
        return Response(status=303, headers={"Location": "/"})

    def index():
        instrument = request.args.get("instrument")
        chosen = filter(lambda m: instrument is None or m.instrument == instrument, members)
        return Response(page(chosen, instrument), mimetype="text/html")

    app.add_url_rule("/members", view_func=add, methods=["POST"])
    app.add_url_rule("/", view_func=index)
    return app
