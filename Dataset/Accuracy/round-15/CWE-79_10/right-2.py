"""Jinja with templates from a dictionary, and whatever is no plain letter as a reference."""
from flask import Flask, make_response, request
from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

TEMPLATES = {
    "frame": "<!doctype html><html><head><meta charset=utf-8>"
             "<title>{% block name %}{% endblock %}</title></head><body>{% block body %}{% endblock %}</body></html>",
    "list": "{% extends 'frame' %}{% block name %}Riddles{% endblock %}{% block body %}"
            "{% for r in riddles|reverse %}<p><a href=\"/riddles/{{ r.number }}\" "
            "title=\"{{ r.text|start }}\">{{ r.title|signs }}</a></p>\n{% endfor %}{% endblock %}",
    "one": "{% extends 'frame' %}{% block name %}{{ r.title|signs }}{% endblock %}{% block body %}"
           "<h1>{{ r.title|signs }}</h1><p>"
           "{% for line in r.text|lines %}{% if not loop.first %}<br>{% endif %}{{ line|signs }}{% endfor %}"
           "</p>{% endblock %}",
    "none": "{% extends 'frame' %}{% block name %}Sorry{% endblock %}{% block body %}<p>{{ why }}</p>{% endblock %}",
}


def signs(text):
    """All but letters, digits and blanks as numeric references: there is nothing to read in it."""
    def one(sign):
        if sign.isalnum() or sign == " ":
            return sign
        return f"&#{ord(sign)};" if sign.isprintable() or sign in "\r\n\t" else sign if ord(sign) > 159 else "\ufffd"
    return Markup("".join(map(one, text)))


class Riddle:
    def __init__(self, number, title, text):
        if not title or title[60:] or not text:
            raise ValueError("A title has 1 to 60 letters, and a text at least one.")
        self.number, self.title, self.text = number, title, text


def create_app():
    app = Flask(__name__, static_folder=None)
    templates = Environment(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    templates.filters.update(
        signs=signs,
        start=lambda text: signs(text[:40] + ("…" if text[40:] else "")),
        lines=lambda text: text.replace("\r\n", "\n").replace("\r", "\n").split("\n"),
    )
    riddles = []

    def html(name, status=200, **fields):
        return make_response(templates.get_template(name).render(fields), status)

    @app.route("/")
    def everything():
        return html("list", riddles=riddles)

    @app.route("/riddles", methods=["POST"])
    def typed():
        try:
            riddle = Riddle(len(riddles) + 1, *(request.form.get(name, "") for name in ("title", "text")))
        except ValueError as error:
            return html("none", 400, why=str(error))
        riddles.append(riddle)
        answer = make_response("", 302)
        answer.headers["Location"] = f"/riddles/{riddle.number}"
        return answer

    @app.route("/riddles/<number>")
    def one(number):
        for riddle in riddles:
            if str(riddle.number) == number:
                return html("one", r=riddle)
        return html("none", 404, why="There is no such riddle.")

    return app
