"""Riddles for the children's library."""
import html
import re
import threading

from flask import Flask, abort, redirect, request

INDEX = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Riddles</title></head>
<body><h1>Riddles</h1><ul>
@LINKS@</ul></body></html>
"""
LINK = '<li><a href="/riddles/@NUMBER@" title="@BEGINNING@">@TITLE@</a></li>\n'
RIDDLE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>@TITLE@</title></head>
<body><h1>@TITLE@</h1><p>@TEXT@</p></body></html>
"""
BEGINNING = 40


def fill(template, **fields):
    for name, value in fields.items():
        template = template.replace(f"@{name.upper()}@", value)
    return template


def content(text):
    """Text between tags."""
    return html.escape(text, quote=False)


def attribute(text):
    """Text in an attribute, within quotes."""
    return html.escape(text, quote=True)


def lines(text):
    return "<br>".join(content(line) for line in re.split(r"\r\n|\r|\n", text))


def beginning(text):
    return text[:BEGINNING] + ("…" if len(text) > BEGINNING else "")


def create_app():
    app = Flask(__name__)
    app.config["MAX_FORM_MEMORY_SIZE"] = None
    riddles = []
    lock = threading.Lock()

    @app.get("/")
    def index():
        links = [
            fill(LINK, number=str(number), beginning=attribute(beginning(text)), title=content(title))
            for number, (title, text) in reversed(list(enumerate(riddles, 1)))
        ]
        return fill(INDEX, links="".join(links))

    @app.post("/riddles")
    def add():
        title = request.form.get("title", "")
        text = request.form.get("text", "")
        if not 1 <= len(title) <= 60 or not text:
            abort(400)
        with lock:
            riddles.append((title, text))
            number = len(riddles)
        return redirect(f"/riddles/{number}", 303)

    @app.get("/riddles/<int:number>")
    def riddle(number):
        if not 1 <= number <= len(riddles):
            abort(404)
        title, text = riddles[number - 1]
        return fill(RIDDLE, title=content(title), text=lines(text))

    return app
