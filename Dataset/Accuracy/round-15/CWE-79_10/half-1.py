"""Riddles for the tablet in the reading corner."""
import re
from html import escape

from flask import Flask, abort, redirect, request

LIST = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Riddles</title></head>
<body>
<h1>Riddles</h1>
<ul>
{links}
</ul>
</body>
</html>
"""
LINK = '<li><a href="/riddles/{number}" title="{beginning}">{title}</a></li>'
RIDDLE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title></head>
<body>
<h1>{title}</h1>
<p>{text}</p>
<a href="/">All riddles</a>
</body>
</html>
"""
REFUSED = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>No riddle</title></head>
<body><p>A riddle has a title of 1 to 60 letters, and a text.</p></body>
</html>
"""


def fill(template, **fields):
    for name, value in fields.items():
        template = template.replace("{" + name + "}", value)
    return template


def content(text):
    """Text between tags; quotes stay what they are there."""
    return escape(text, quote=False)


def attribute(text):
    """Text between the quotes of an attribute."""
    return escape(text, quote=True)


def lines(text):
    return re.sub(r"\r\n|\r|\n", "<br>", content(text))


def beginning(text):
    return text[:40] + ("…" if len(text) > 40 else "")


def create_app():
    app = Flask(__name__)
    riddles = []

    @app.get("/")
    def index():
        links = [
            fill(LINK, number=str(number), beginning=attribute(beginning(text)), title=content(title))
            for number, (title, text) in enumerate(riddles, 1)
        ]
        return LIST.replace("{links}", "\n".join(reversed(links)))

    @app.post("/riddles")
    def add():
        title, text = request.form.get("title", ""), request.form.get("text", "")
        if not 1 <= len(title) <= 60 or not text:
            return REFUSED, 400
        riddles.append((title, text))
        return redirect(f"/riddles/{len(riddles)}")

    @app.get("/riddles/<int:number>")
    def show(number):
        if not 1 <= number <= len(riddles):
            abort(404)
        title, text = riddles[number - 1]
        return fill(RIDDLE, text=lines(text), title=content(title))

    return app
