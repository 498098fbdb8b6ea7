import re

from flask import Flask, Response, redirect, request
from markupsafe import Markup, escape


def _page(title, body, status=200):
    page = Markup(
        "<!DOCTYPE html>\n<html>\n<head>\n<title>{}</title>\n</head>\n"
        "<body>\n{}\n</body>\n</html>\n"
    ).format(title, body)
    # The old tablet in the reading corner mixes encodings up, so pages are
    # plain ASCII: all other letters are sent as character references.
    data = str(page).encode("ascii", "xmlcharrefreplace")
    return Response(data, status=status, headers={"Content-Type": "text/html"})


def _beginning(text):
    return text[:40] + "…" if len(text) > 40 else text


def _lines(text):
    return Markup("<br>").join(re.split(r"\r\n|\r|\n", text))


def create_app():
    app = Flask(__name__)
    riddles = []

    @app.post("/riddles")
    def add():
        title = request.form.get("title", "")
        text = request.form.get("text", "")
        if not 1 <= len(title) <= 60 or not text:
            return _page("Riddles", Markup(
                "<p>A riddle needs a title of 1 to 60 letters and a text.</p>"
            ), 400)
        riddles.append((title, text))
        return redirect(f"/riddles/{len(riddles)}")

    @app.get("/")
    def index():
        links = []
        for number in range(len(riddles), 0, -1):
            title, text = riddles[number - 1]
            links.append(Markup(
                '<li><a title="{}" href="/riddles/{}">{}</a></li>'
            ).format(_beginning(text), number, title))
        return _page("Riddles", Markup("<ul>\n{}\n</ul>").format(
            Markup("\n").join(links)))

    @app.get("/riddles/<int:number>")
    def show(number):
        if not 1 <= number <= len(riddles):
            return _page("Riddles", escape("There is no such riddle."), 404)
        title, text = riddles[number - 1]
        return _page(title, Markup("<h1>{}</h1>\n<p>{}</p>").format(
            title, _lines(text)))

    return app
