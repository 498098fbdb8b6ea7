from urllib.parse import urlsplit

from flask import Flask, abort, redirect, request
from markupsafe import Markup


def _is_web_address(text):
    if any(ord(c) <= 32 or ord(c) == 127 for c in text):
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return (parts.scheme in ("http", "https") and bool(parts.netloc)
            and text.lower().startswith(("http://", "https://")))


def _item(member):
    name, instrument, website = member
    if website:
        name = Markup('<a href="{}" rel="nofollow noopener">{}</a>').format(website, name)
    # Markup.format escapes every argument that is not Markup itself
    return Markup("<li>{}, <span>{}</span></li>\n").format(name, instrument)


def create_app():
    app = Flask(__name__)
    members = []

    @app.post("/members")
    def add_member():
        name = request.form.get("name", "")
        instrument = request.form.get("instrument", "")
        website = request.form.get("website", "")
        if website and not _is_web_address(website):
            abort(400, "The website must begin with http:// or https://")
        members.append((name, instrument, website))
        return redirect("/", code=303)

    @app.get("/")
    def show():
        wanted = request.args.get("instrument")
        heading = Markup("")
        shown = members
        if wanted is not None:
            heading = Markup("<h2>{}</h2>\n").format(wanted)
            shown = [m for m in members if m[1] == wanted]
        items = Markup("").join(_item(m) for m in shown)
        page = Markup('<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
                      "<title>Musicians</title></head>\n<body>\n{}<ul>\n{}</ul>\n</body></html>\n")
        return str(page.format(heading, items))

    return app
