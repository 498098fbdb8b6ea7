"""Riddles for the children's library."""
import re

from flask import Flask, abort, redirect, request, url_for

SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def esc(text):
    """Text for HTML, between tags and in quoted attributes."""
    return text.translate(SIGNS)


def page(title, body):
    return (f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{esc(title)}</title></head>\n'
            f"<body>\n{body}\n</body>\n</html>\n")


def form(title="", text=""):
    """The form, with what has been typed so far."""
    return ("<form method='post' action='/riddles'>"
            f"<input name='title' maxlength='60' value='{esc(title)}'>"
            f"<textarea name='text'>\n{esc(text)}</textarea>"
            "<button>Ask</button></form>")


def create_app():
    app = Flask(__name__)
    app.config["MAX_FORM_MEMORY_SIZE"] = None
    riddles = {}

    @app.get("/")
    def index():
        links = []
        for number in sorted(riddles, reverse=True):
            title, text = riddles[number]
            hint = text if len(text) <= 40 else text[:40] + "…"
            links.append(f'<li><a href="/riddles/{number}" title="{esc(hint)}">{esc(title)}</a></li>')
        return page("Riddles", "<ul>\n" + "\n".join(links) + "\n</ul>\n")

    @app.post("/riddles")
    def ask():
        title, text = request.form.get("title", ""), request.form.get("text", "")
        if not title or len(title) > 60 or not text:
            # so that nobody has to type everything once more
            return page("Not yet", "<p>A title has 1 to 60 letters, and a text at least one.</p>" + form(title, text)), 400
        number = len(riddles) + 1
        riddles[number] = title, text
        return redirect(url_for("show", number=number))

    @app.get("/riddles/<int:number>")
    def show(number):
        if number not in riddles:
            abort(404)
        title, text = riddles[number]
        lines = re.split("\r\n|\r|\n", text)
        return page(title, f"<h1>{esc(title)}</h1>\n<p>{'<br>'.join(map(esc, lines))}</p>")

    return app
