from dataclasses import dataclass
from flask import Flask, abort, redirect, request, stream_with_context
from markupsafe import Markup, escape


def tag(name, content, **attributes):
    pairs = Markup("").join(Markup(' {}="{}"').format(key, value) for key, value in attributes.items())
    return Markup("<{0}{1}>{2}</{0}>").format(name, pairs, content)


@dataclass(frozen=True)
class Member:
    name: str
    instrument: str
    website: str

    def __post_init__(self):
        scheme, colon, _ = self.website.partition("://")
        if self.website and (not colon or scheme.lower() not in ("http", "https")):
            raise ValueError("only http and https")

    def __html__(self):
        who = tag("a", self.name, href=self.website) if self.website else escape(self.name)
        return tag("li", Markup("{} ({})").format(who, tag("span", self.instrument)))


def create_app():
    app = Flask(__name__)
    app.members = []

    @app.post("/members")
    def join():
        form = request.form
        try:
            app.members.append(Member(form.get("name", ""), form.get("instrument", ""), form.get("website", "")))
        except ValueError as problem:
            abort(400, str(problem))
        return redirect("/")

    @app.get("/")
    def show():
        def parts():
            yield Markup("<!doctype html><html><head><meta charset='utf-8'><title>Play together</title></head><body>")
            wanted = request.args.get("instrument")
            if wanted is not None:
                yield tag("h2", wanted)
            yield Markup("<ul>")
            yield from (escape(m) for m in app.members if wanted is None or m.instrument == wanted)
            yield Markup("</ul></body></html>")
        return app.response_class(stream_with_context(map(str, parts())), mimetype="text/html")

    return app
