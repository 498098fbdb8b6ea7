from dataclasses import dataclass

from flask import Flask, redirect, render_template_string, request, url_for

INDEX = """<!doctype html>
<html lang="en"><head><title>Riddles</title></head><body>
{% for riddle in riddles|reverse %}
<p><a href="/riddles/{{ riddle.number }}" title="{{ riddle.text[:40] }}{% if riddle.text|length > 40 %}…{% endif %}">{{ riddle.title }}</a></p>
{% endfor %}
</body></html>"""
SHOW = """<!doctype html>
<html lang="en"><head><title>{{ riddle.title }}</title></head><body>
<h1>{{ riddle.title }}</h1>
<p>{% for line in riddle.text.replace("\\r\\n", "\\n").split("\\n") %}{% if not loop.first %}<br>{% endif %}{{ line }}{% endfor %}</p>
</body></html>"""


@dataclass
class Riddle:
    number: int
    title: str
    text: str


def create_app():
    app = Flask(__name__)
    riddles = []

    @app.route("/riddles", methods=["POST"])
    def create():
        title, text = (request.form.get(name) or "" for name in ("title", "text"))
        if len(title) not in range(1, 61) or text == "":
            return render_template_string("{{ title }} cannot be a riddle", title=title), 400
        riddles.append(Riddle(len(riddles) + 1, title, text))
        return redirect(url_for("show", number=len(riddles)))

    @app.route("/")
    def index():
        return render_template_string(INDEX, riddles=riddles)

    @app.route("/riddles/<int:number>")
    def show(number):
        for riddle in riddles:
            if riddle.number == number:
                return render_template_string(SHOW, riddle=riddle)
        return "No such riddle", 404

    return app
