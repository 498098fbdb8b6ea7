import re
from dataclasses import dataclass

from flask import Flask, abort, current_app, redirect, request
from flask.views import MethodView
from markupsafe import Markup


@dataclass(frozen=True)
class Member:
    name: str
    instrument: str
    website: str = ""

    def __post_init__(self):
        if not re.fullmatch(r"((?i:https?)://.*)?", self.website, re.DOTALL):
            raise ValueError("website")

    def __html__(self):
        label = Markup("<a href='{0.website}'>{0.name}</a>" if self.website else "{0.name}").format(self)
        return Markup("<li>%s, %s</li>\n") % (label, self.instrument)


class Members(MethodView):
    init_every_request = False

    def post(self):
        try:
            member = Member(**{k: request.form.get(k, "") for k in ("name", "instrument", "website")})
        except ValueError as error:
            abort(400, f"bad field: {error}")
        current_app.extensions["members"].append(member)
        return redirect("/", 303)


class Index(MethodView):
    def get(self):
        return self.page(**request.args.to_dict()), {"Content-Security-Policy": "script-src 'none'"}

    def page(self, /, instrument=None, **_):
        def parts():
            yield Markup("<!doctype html>\n<title>Musicians</title>\n")
            if instrument is not None:
                yield Markup("<h2>%s</h2>\n") % instrument
            yield Markup("<ul>\n")
            for member in current_app.extensions["members"]:
                if instrument in (None, member.instrument):
                    yield member
            yield Markup("</ul>\n")

        return Markup("").join(parts())


def create_app():
    app = Flask(__name__)
    app.extensions["members"] = []
    app.add_url_rule("/members", view_func=Members.as_view("members"))
    app.add_url_rule("/", view_func=Index.as_view("index"))
    return app
