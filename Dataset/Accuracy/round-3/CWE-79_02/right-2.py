import re

from flask import Flask, request
from flask.views import MethodView
from markupsafe import Markup
from werkzeug.exceptions import UnprocessableEntity
from werkzeug.utils import redirect


class Member:
    __slots__ = ("name", "instrument", "website")
    ADDRESS = re.compile(r"(?:http|https)://[!-~\u00a1-\U0010ffff]+")

    def __init__(self, form):
        for slot in self.__slots__:
            setattr(self, slot, form.get(slot, ""))
        if self.website and not self.ADDRESS.fullmatch(self.website):
            raise UnprocessableEntity("the website must begin with http:// or https://")

    def __html__(self):
        text = Markup("{}").format(self.name)
        if self.website:
            text = Markup('<a href="{}" rel="noopener nofollow">{}</a>').format(self.website, text)
        return Markup('<li style="white-space: pre-wrap">{} <em>{}</em></li>').format(text, self.instrument)


class Members(MethodView):
    init_every_request = False

    def __init__(self):
        self.everybody = []

    def post(self):
        self.everybody.append(Member(request.form))
        return redirect("/")

    def get(self):
        only = request.args.get("instrument")
        head = Markup("") if only is None else Markup('<h2 style="white-space: pre-wrap">{}</h2>').format(only)
        rows = Markup("").join(m for m in self.everybody if only is None or m.instrument == only)
        return Markup('<!doctype html>\n<meta charset="utf-8">\n<title>Play together</title>\n{}<ol>{}</ol>\n').format(head, rows)


def create_app():
    app = Flask(__name__)
    view = Members.as_view("members")
    app.add_url_rule("/members", view_func=view, methods=["POST"])
    app.add_url_rule("/", view_func=view, methods=["GET"])
    return app
