from dataclasses import dataclass

from flask import Flask, Response, request
from flask.views import MethodView
from markupsafe import Markup, escape


@dataclass
class Member:
    name: str
    instrument: str
    website: str = ""

    def __post_init__(self):
        if self.website and not self.website.startswith(("http://", "https://")):
            raise ValueError("website")

    def __html__(self):
        who = escape(self.name)
        if self.website:
            who = Markup('<a href="{}">{}</a>').format(self.website, self.name)
        return Markup("<li>%s: %s</li>") % (who, self.instrument)


class Board(MethodView):
    init_every_request = False

    def __init__(self, members):
        self.members = members

    def get(self):
        wanted = request.args.getlist("instrument")[:1]
        heading = Markup().join(Markup("<h2>{}</h2>").format(w) for w in wanted)
        rows = Markup("\n").join(m for m in self.members if not wanted or m.instrument == wanted[0])
        return f"<!doctype html><meta charset='utf-8'><title>Board</title>{heading}<ul>{rows}</ul>"

    def post(self):
        form = request.form
        try:
            self.members.append(Member(form["name"], form["instrument"], form.get("website", "")))
        except ValueError:
            return Response("Only http and https addresses, please.", 400, mimetype="text/plain")
        return Response(status=303, headers={"Location": "/"})


def create_app():
    app = Flask("board")
    view = Board.as_view("board", [])
    app.add_url_rule("/", view_func=view, methods=["GET"])
    app.add_url_rule("/members", view_func=view, methods=["POST"])
    return app
