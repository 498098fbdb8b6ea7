"""Riddles for the tablet in the reading corner."""
import html
import re

from flask import Flask, Response, abort, redirect, request

LIST = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Riddles</title></head>
<body><h1>Riddles</h1>
<form action="/riddles" method="post"><input name="title"><textarea name="text"></textarea><button>Ask</button></form>
<ul>
[[rows]]
</ul></body></html>
"""
ROW = '<li><a href="/riddles/[[number]]" title="[[begin]]">[[title]]</a></li>'
RIDDLE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>%s</title></head>
<body><h1>%s</h1>
<p>%s</p>
<a href="/">All riddles</a></body></html>
"""
WRONG = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Not yet</title></head>
<body><p>A title has 1 to 60 letters, and a riddle needs a text.</p></body></html>
"""
BREAK = re.compile(r"\r\n|\r|\n")


def between(text):
    """Typed text between tags, where quotes are letters like others."""
    return html.escape(text, quote=False)


def inside(text):
    """Typed text in an attribute in double quotes."""
    return html.escape(text, quote=True)


def fill(template, **fields):
    for name, value in fields.items():
        template = template.replace(f"[[{name}]]", value)
    return template


def create_app():
    app = Flask(__name__)
    riddles = []

    @app.post("/riddles")
    def new():
        title, text = request.form.get("title", ""), request.form.get("text", "")
        if not 1 <= len(title) <= 60 or not text:
            return Response(WRONG, status=400, mimetype="text/html")
        riddles.append((title, text))
        return redirect(f"/riddles/{len(riddles)}")

    @app.get("/")
    def index():
        rows = []
        for number in range(len(riddles), 0, -1):
            title, text = riddles[number - 1]
            # cut first and escape then: half an entity is none
            begin = inside(text[:40] + ("…" if len(text) > 40 else ""))
            rows.append(fill(ROW, number=str(number), begin=begin, title=between(title)))
        head, foot = LIST.split("[[rows]]")
        return head + "\n".join(rows) + foot

    @app.get("/riddles/<int:number>")
    def riddle(number):
        if not 1 <= number <= len(riddles):
            abort(404)
        title, text = riddles[number - 1]
        lines = "<br>".join(between(line) for line in BREAK.split(text))
        return RIDDLE % (between(title), between(title), lines)

    return app
