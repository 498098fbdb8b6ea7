"""The pages are trees, written out as HTML."""
import xml.etree.ElementTree as ET

from flask import Flask, abort, redirect, request


def page(title):
    root = ET.Element("html")
    ET.SubElement(ET.SubElement(root, "head"), "title").text = title
    return root, ET.SubElement(root, "body")


def written(root):
    return "<!doctype html>" + ET.tostring(root, encoding="unicode", method="html")


def create_app():
    app = Flask("riddles")
    titles, texts = [], []

    @app.post("/riddles")
    def add():
        title, text = request.form.get("title", ""), request.form.get("text", "")
        if not title or not text or len(title) > 60:
            abort(400, "Not a riddle")
        titles.append(title)
        texts.append(text)
        return redirect(f"/riddles/{len(texts)}", 303)

    @app.get("/")
    def index():
        root, body = page("Riddles")
        for place in range(len(titles) - 1, -1, -1):
            text = texts[place]
            link = ET.SubElement(ET.SubElement(body, "div"), "a", href=f"/riddles/{place + 1}", title=text[:40] + "…" * (len(text) > 40))
            link.text = titles[place]
        return written(root)

    @app.get("/riddles/<int:number>")
    def show(number):
        if not 1 <= number <= len(titles):
            abort(404)
        root, body = page(titles[number - 1])
        ET.SubElement(body, "h1").text = titles[number - 1]
        paragraph = ET.SubElement(body, "p")
        paragraph.text, *rest = texts[number - 1].replace("\r\n", "\n").split("\n")
        for line in rest:
            ET.SubElement(paragraph, "br").tail = line
        return written(root)

    return app
