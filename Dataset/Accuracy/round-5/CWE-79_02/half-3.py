from urllib.parse import urlsplit

from flask import Flask, redirect, render_template_string, request
from markupsafe import escape

LAYOUT = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Musicians of {{ request.host }}</title></head>
<body>
%s
<form action="/members" method="post">
<input name="name"> <input name="instrument"> <input name="website"> <button>Add</button>
</form>
</body>
</html>
"""


def item(member):
    name, instrument, website = map(escape, member)
    if website:
        name = f'<a href="{website}">{name}</a>'
    return f"<li>{name} ({instrument})</li>"


def allowed(website):
    try:
        parts = urlsplit(website)
    except ValueError:
        return False
    return website[:4].lower() == "http" and parts.scheme in ("http", "https")


def create_app():
    app = Flask(__name__)
    members = []

    @app.post("/members")
    def add():
        name, instrument, website = (
            request.form.get(field, "") for field in ("name", "instrument", "website")
        )
        members.append((name, instrument, website if allowed(website) else ""))
        return redirect("/")

    @app.get("/")
    def index():
        instrument = request.args.get("instrument")
        heading = "" if instrument is None else f"<h2>{escape(instrument)}</h2>"
        items = "\n".join(item(m) for m in members if instrument is None or m[1] == instrument)
        return render_template_string(LAYOUT % f"{heading}\n<ul>\n{items}\n</ul>")

    return app
