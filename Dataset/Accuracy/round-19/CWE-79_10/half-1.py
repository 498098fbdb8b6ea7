from functools import lru_cache

from flask import Flask, abort, redirect, request
from markupsafe import Markup, escape


@lru_cache(maxsize=4096)
def show(value, breaks):
    """What was typed, as HTML; what is Markup is HTML already."""
    if breaks:
        value = value.replace("\r\n", "\n").replace("\r", "\n")
        return Markup("<br>").join(escape(line) for line in value.split("\n"))
    return escape(value)


def element(tag, content, **attributes):
    more = "".join(f' {name}="{show(value, False)}"' for name, value in attributes.items())
    return Markup(f"<{tag}{more}>{show(content, False)}</{tag}>")


def page(title, *parts):
    body = Markup("\n").join(parts)
    return ('<!doctype html>\n<html><head><meta charset="utf-8">'
            f'{element("title", title)}</head>\n<body>\n{body}\n</body></html>\n')


FORM = Markup('<form action="/riddles" method="post"><input name="title" maxlength="60">'
              '<textarea name="text"></textarea><button>Ask</button></form>')


def create_app():
    app = Flask(__name__)
    riddles = []

    @app.get("/")
    def index():
        links = []
        for number in range(len(riddles), 0, -1):
            title, text = riddles[number - 1]
            start = text[:40] + ("…" if len(text) > 40 else "")
            start = start.replace("\r\n", " ").replace("\r", " ").replace("\n", " ")
            links.append(element("li", element("a", title, href=f"/riddles/{number}", title=start)))
        return page("Riddles", element("ul", Markup("\n").join(links)), FORM)

    @app.post("/riddles")
    def add():
        title = request.form.get("title", "")
        text = request.form.get("text", "")
        if not 1 <= len(title) <= 60 or not text:
            return page("Riddles", element("p", "A riddle needs a title of 1 to 60 letters and a text."), FORM), 400
        riddles.append((title, text))
        return redirect(f"/riddles/{len(riddles)}")

    @app.get("/riddles/<int:number>")
    def riddle(number):
        if not 1 <= number <= len(riddles):
            abort(404)
        title, text = riddles[number - 1]
        return page(title, element("h1", title), element("p", show(text, True)))

    return app
