"""No template: an XML tree is built, and the library writes it as HTML."""
import re
import xml.etree.ElementTree as ET

from flask import Flask, Response
from flask.views import MethodView
from flask import request, url_for
from werkzeug.exceptions import NotFound

# What no tree can hold
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def put(parent, tag, text="", **attributes):
    element = ET.SubElement(parent, tag, attributes)
    element.text = UNFIT.sub("\ufffd", text)
    return element


def page(title, build):
    root = ET.Element("html", lang="en")
    put(put(root, "head"), "title", title)
    build(put(root, "body"))
    # ASCII only, other letters as references. `title` cannot be left to the
    # method "html" alone, which is right for all elements but script and style
    markup = ET.tostring(root, encoding="us-ascii", method="html")
    return b"<!DOCTYPE html>" + markup


class Riddles(MethodView):
    init_every_request = False

    def __init__(self, riddles):
        self.riddles = riddles

    def get(self):
        def build(body):
            menu = put(body, "ol", reversed="reversed")
            for number in sorted(self.riddles, reverse=True):
                title, text = self.riddles[number]
                start = text if len(text) <= 40 else text[:40] + "\u2026"
                start = re.sub(r"[\r\n]", " ", start)
                put(put(menu, "li"), "a", title, href=f"/riddles/{number}", title=UNFIT.sub("\ufffd", start))
        return page("All riddles", build)

    def post(self):
        title = request.form.get("title", default="")
        text = request.form.get("text", default="")
        if len(title) not in range(1, 61) or text == "":
            return Response("This is no riddle.", 400, mimetype="text/plain")
        number = len(self.riddles) + 1
        self.riddles[number] = title, text
        return Response(status=303, headers={"Location": url_for("riddle", number=number)})


def create_app():
    riddles = {}

    def riddle(number):
        if number not in riddles:
            raise NotFound()
        title, text = riddles[number]

        def build(body):
            put(body, "h1", title)
            first, *rest = re.split(r"\r\n|[\r\n]", text)
            paragraph = put(body, "p", first)
            for line in rest:
                put(paragraph, "br").tail = UNFIT.sub("\ufffd", line)
        return page(title, build)

    app = Flask("riddles")
    app.add_url_rule("/", view_func=Riddles.as_view("all", riddles), methods=["GET"])
    app.add_url_rule("/riddles", view_func=Riddles.as_view("new", riddles), methods=["POST"])
    app.add_url_rule("/riddles/<int:number>", "riddle", riddle)
    return app
