import html
import re
from flask import Flask, redirect, request

PAGE = "<!doctype html>\n<meta charset=utf-8>\n<title>Players</title>\n%s<ul>\n%s\n</ul>\n"
LINKED = '<li><a href="[website]">[name]</a>, [instrument]</li>'
PLAIN = "<li>[name], [instrument]</li>"


def text(value):
    return html.escape(value, quote=False)


def attribute(value):
    return html.escape(value, quote=True)


def item(member):
    line = LINKED if member["website"] else PLAIN
    line = line.replace("[website]", attribute(member["website"]))
    line = line.replace("[instrument]", text(member["instrument"]))
    return line.replace("[name]", text(member["name"]))


def create_app():
    app = Flask(__name__)
    members = []

    @app.post("/members")
    def add():
        member = {key: request.form.get(key, "") for key in ("name", "instrument", "website")}
        if member["website"] and not re.fullmatch(r"https?://\S+", member["website"], re.I):
            return "bad website", 400
        members.append(member)
        return redirect("/")

    @app.get("/")
    def index():
        wanted = request.args.get("instrument")
        head = "" if wanted is None else f"<h2>{text(wanted)}</h2>\n"
        shown = (m for m in members if wanted is None or m["instrument"] == wanted)
        return PAGE % (head, "\n".join(map(item, shown)))

    return app
