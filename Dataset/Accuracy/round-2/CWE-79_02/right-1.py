import xml.etree.ElementTree as ET
from dataclasses import dataclass

from flask import Flask, Response, redirect, request
from werkzeug.exceptions import UnprocessableEntity


@dataclass(frozen=True)
class Member:
    name: str
    instrument: str
    website: str = ""

    def __post_init__(self):
        if self.website and not self.website.startswith(("http://", "https://")):
            raise UnprocessableEntity("a website begins with http:// or https://")

    def below(self, parent):
        li = ET.SubElement(parent, "li")
        if self.website:
            link = ET.SubElement(li, "a", href=self.website, rel="nofollow")
            link.text, link.tail = self.name, f", {self.instrument}"
        else:
            li.text = f"{self.name}, {self.instrument}"


def page(members, instrument=None):
    html = ET.Element("html", lang="en")
    head = ET.SubElement(html, "head")
    ET.SubElement(head, "meta", charset="utf-8")
    ET.SubElement(head, "title").text = "Musicians"
    body = ET.SubElement(html, "body")
    if instrument is not None:
        ET.SubElement(body, "h2").text = instrument
    ul = ET.SubElement(body, "ul")
    for member in members:
        member.below(ul)
    return "<!DOCTYPE html>\n" + ET.tostring(html, encoding="unicode", method="html")


def create_app():
    app = Flask(__name__)
    members = []

    @app.route("/members", methods=["POST"])
    def add():
        members.append(Member(**{field: request.form.get(field, "") for field in Member.__dataclass_fields__}))
        return redirect("/")

    @app.route("/")
    def index():
        wanted = request.args.get("instrument")
        return Response(page((m for m in members if wanted in (None, m.instrument)), wanted), mimetype="text/html")

    return app
