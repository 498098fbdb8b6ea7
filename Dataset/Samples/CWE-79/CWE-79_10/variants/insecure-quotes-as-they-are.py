import html

from flask import Flask, abort, redirect, request


def page(title, content):
    return f"<!doctype html><html><head><title>{title}</title></head><body>{content}</body></html>"


def shown(text):
    return html.escape(text, quote=False)


def link(number, title, text):
    beginning = text[:40] + ("…" if len(text) > 40 else "")
    return f'<a href="/riddles/{number}" title="{shown(beginning)}">{shown(title)}</a> '


def lines(text):
    return shown(text).replace("\r\n", "<br>")


def create_app():
    app = Flask(__name__)
    riddles = []

    @app.post("/riddles")
    def add():
        title, text = request.form.get("title", ""), request.form.get("text", "")
        if not title or len(title) > 60 or not text:
            abort(400)
        riddles.append((title, text))
        return redirect(f"/riddles/{len(riddles)}")

    @app.get("/")
    def index():
        return page("Riddles", "".join(reversed([link(number, *one) for number, one in enumerate(riddles, 1)])))

    @app.get("/riddles/<int:number>")
    def riddle(number):
        if not 0 < number <= len(riddles):
            abort(404)
        title, text = riddles[number - 1]
        return page(shown(title), f"<h1>{shown(title)}</h1><p>{lines(text)}</p>")

    return app
