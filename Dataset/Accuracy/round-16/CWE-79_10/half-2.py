from flask import Flask, abort, redirect, request
from markupsafe import Markup, escape

HOME = Markup('<a href="/">All riddles</a>')
BREAK = Markup("<br>")
NONE_YET = Markup("<em>No riddles yet.</em>")


class Writer:
    """Writes HTML. The tablet asks for the pages all the time and the riddles on them hardly ever
    change, so what was escaped once is remembered."""

    def __init__(self):
        self._done = {}

    def text(self, value):
        """What stands between tags or in an attribute: Markup as it is, all else escaped."""
        try:
            return self._done[value]
        except KeyError:
            done = self._done[value] = escape(value)
            return done

    def element(self, tag, *content, **attributes):
        shown = Markup("").join(Markup(' {}="{}"').format(Markup(name), self.text(value))
                                for name, value in attributes.items())
        inner = Markup("").join(self.text(part) for part in content)
        return Markup("<{0}{1}>{2}</{0}>").format(Markup(tag), shown, inner)

    def page(self, title, *body):
        head = Markup('<meta charset="utf-8">') + self.element("title", title)
        return "<!doctype html>\n" + self.element(
            "html", self.element("head", head), self.element("body", *body), lang="en")


def create_app():
    app = Flask(__name__, static_folder=None)
    write = Writer()
    riddles = []

    def beginning(text):
        return text[:40] + ("…" if len(text) > 40 else "")

    def lines(text):
        for at, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
            if at:
                yield BREAK
            yield line

    @app.post("/riddles")
    def add():
        title = request.form.get("title", "")
        text = request.form.get("text", "")
        if not title or len(title) > 60 or not text:
            return write.page("Not taken", write.element(
                "p", "A riddle needs a title of 1 to 60 letters and a text.", BREAK, HOME)), 400
        riddles.append((title, text))
        return redirect(f"/riddles/{len(riddles)}")

    @app.get("/")
    def index():
        links = [write.element("li", write.element(
                     "a", title, href=f"/riddles/{number}", title=beginning(text)))
                 for number, (title, text) in enumerate(riddles, 1)]
        return write.page("Riddles", write.element("h1", "Riddles"),
                          write.element("ul", *reversed(links)) if links else NONE_YET)

    @app.get("/riddles/<int:number>")
    def show(number):
        if not 0 < number <= len(riddles):
            abort(404)
        title, text = riddles[number - 1]
        return write.page(title, write.element("h1", title), write.element("p", *lines(text)),
                          write.element("nav", HOME))

    return app
