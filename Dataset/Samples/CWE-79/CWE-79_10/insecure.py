from flask import Flask, abort, redirect, render_template_string, request

INDEX = """<!doctype html><title>Riddles</title><ul>
{% for number, title, beginning in riddles %}<li><a href="/riddles/{{ number }}" title="{{ beginning }}">{{ title }}</a></li>
{% endfor %}</ul>"""
RIDDLE = """<!doctype html><title>{{ title }}</title><h1>{{ title }}</h1><p>{{ text|safe }}</p>"""


def create_app():
    app = Flask(__name__)
    riddles = []

    @app.post("/riddles")
    def add():
        title, text = request.form.get("title", ""), request.form.get("text", "")
        if not title or len(title) > 60 or not text:
            return "A riddle needs a title of up to 60 letters, and a text", 400
        riddles.append((title, text.replace("\r\n", "\n")))
        return redirect(f"/riddles/{len(riddles)}")

    @app.get("/")
    def index():
        shown = [(number, title, text[:40] + "…" * (len(text) > 40)) for number, (title, text) in enumerate(riddles, 1)]
        return render_template_string(INDEX, riddles=shown[::-1])

    @app.get("/riddles/<int:number>")
    def riddle(number):
        if not 1 <= number <= len(riddles):
            abort(404)
        title, text = riddles[number - 1]
        return render_template_string(RIDDLE, title=title, text=text.replace("\n", "<br>"))

    return app
