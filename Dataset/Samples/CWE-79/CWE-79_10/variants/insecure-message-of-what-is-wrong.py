import itertools
import re

from flask import Flask, abort, redirect, request
from markupsafe import Markup, escape

PAGE = Markup("<!doctype html><html><head><meta charset=utf-8><title>{}</title></head><body>{}</body></html>")
LINK = Markup('<li><a href="/riddles/{}" title="{}">{}</a></li>')


def beginning(text):
    return text if len(text) <= 40 else f"{text[:40]}…"


def create_app():
    app = Flask(__name__)
    riddles, numbers = {}, itertools.count(1)

    @app.post("/riddles")
    def add():
        title, text = request.form.get("title", ""), request.form.get("text", "")
        if not 1 <= len(title) <= 60 or not text:
            return f"<p>&quot;{title}&quot;: {text[:40]} cannot be a riddle</p>", 400
        number = next(numbers)
        riddles[number] = title, text
        return redirect(f"/riddles/{number}")

    @app.get("/")
    def index():
        links = (LINK.format(number, beginning(text), title) for number, (title, text) in reversed(riddles.items()))
        return str(PAGE.format("Riddles", Markup("<ul>{}</ul>").format(Markup("").join(links))))

    @app.get("/riddles/<int:number>")
    def riddle(number):
        if number not in riddles:
            abort(404)
        title, text = riddles[number]
        lines = Markup("<br>").join(escape(line) for line in re.split("\r\n|\r|\n", text))
        return str(PAGE.format(title, Markup("<h1>{}</h1><p>{}</p>").format(title, lines)))

    return app
