from urllib.parse import urlsplit

from flask import Flask, redirect, request
from markupsafe import Markup

PAGE = Markup(
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Players</title>'
    "<style>h2, li span, li a {{ white-space: pre-wrap }}</style></head>\n"
    "<body>\n{heading}<ul>\n{items}</ul>\n</body></html>\n"
)
HEADING = Markup("<h2>{}</h2>\n")
LINKED = Markup('<li><a href="{website}" rel="nofollow noopener">{name}</a> <span>{instrument}</span></li>\n')
UNLINKED = Markup("<li><span>{name}</span> <span>{instrument}</span></li>\n")


def is_web_address(text):
    if not text.lower().startswith(("http://", "https://")):
        return False
    if any(c.isspace() or not c.isprintable() for c in text):
        return False
    try:
        return bool(urlsplit(text).hostname)
    except ValueError:
        return False


def create_app():
    app = Flask(__name__)
    members = []

    @app.post("/members")
    def add_member():
        name = request.form.get("name", "")
        instrument = request.form.get("instrument", "")
        website = request.form.get("website", "").strip()
        if not is_web_address(website):
            website = ""  # shown without a link
        members.append({"name": name, "instrument": instrument, "website": website})
        return redirect("/", code=303)

    @app.get("/")
    def show():
        wanted = request.args.get("instrument")
        heading = "" if wanted is None else HEADING.format(wanted)
        items = Markup("").join(
            # Markup.format escapes every value
            (LINKED if m["website"] else UNLINKED).format(**m)
            for m in members
            if wanted is None or m["instrument"] == wanted
        )
        return str(PAGE.format(heading=heading, items=items))

    @app.after_request
    def no_scripts(response):
        response.headers["Content-Security-Policy"] = "script-src 'none'; base-uri 'none'"
        return response

    return app
