from flask import Flask, abort, redirect, render_template_string, request, url_for
from markupsafe import Markup, escape

LIST = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Riddles</title></head>
<body><h1>Riddles</h1>
<ul>
{% for riddle in riddles %}<li><a href="{{ url_for('show', number=riddle.number) }}" title="{{ riddle.beginning }}">{{ riddle.title }}</a></li>
{% endfor %}</ul>
</body></html>
"""

RIDDLE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ riddle.title }}</title></head>
<body><h1>{{ riddle.title }}</h1>
<p>{{ riddle.lines }}</p>
</body></html>
"""

# Stands for a line break while the rest is escaped. It is a code point that Unicode keeps free
# for private use: no keyboard has it.
BREAK = "\ue000"


class Riddle:
    def __init__(self, number, title, text):
        self.number = number
        self.title = title
        self.text = text

    @property
    def beginning(self):
        start = self.text[:40]
        return start + "…" if len(self.text) > 40 else start

    @property
    def lines(self):
        """The text, escaped, with its line breaks as elements."""
        text = self.text
        for ending in ("\r\n", "\r", "\n"):
            text = text.replace(ending, BREAK)
        return Markup(str(escape(text)).replace(BREAK, "<br>"))


def create_app():
    app = Flask(__name__, static_folder=None)
    riddles = []

    @app.post("/riddles")
    def add():
        title, text = request.form.get("title", ""), request.form.get("text", "")
        if not 1 <= len(title) <= 60 or not text:
            abort(400, "A riddle has a title of 1 to 60 letters, and a text.")
        riddles.append(Riddle(len(riddles) + 1, title, text))
        return redirect(url_for("show", number=len(riddles)))

    @app.get("/")
    def index():
        return render_template_string(LIST, riddles=riddles[::-1])

    @app.get("/riddles/<int:number>")
    def show(number):
        if not 1 <= number <= len(riddles):
            abort(404)
        return render_template_string(RIDDLE, riddle=riddles[number - 1])

    return app
