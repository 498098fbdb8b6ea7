import os
from collections import deque
from urllib.parse import quote

from flask import Flask, Response, request, send_file
from markupsafe import Markup, escape

LAYOUT = Markup("""<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>[title]</title></head>
<body>
[body]
[back]
</body>
</html>
""")

PLAN = Markup("""<h1>{name}</h1>
<p><img alt="{name}" src="/files/{address}"></p>""")
MISSING = Markup("<p>There is no plan {}.</p>")
ITEM = Markup('<li><a href="/plans/{}">{}</a></li>\n')
ROW = Markup("<tr><td>{}</td><td>{}</td><td>{}</td></tr>\n")
LINK = Markup('<a href="{}">{}</a>')


def is_web(address):
    return address.startswith(("http://", "https://"))


def in_address(name):
    return quote(name, safe="", errors="surrogateescape")


def shown(name):
    """A name as text that can be sent, also if it is not UTF-8 on the disk."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def page(title, body, back="", status=200):
    html = LAYOUT
    # Markup.replace escapes whatever is not markup already
    for place, value in (("[title]", title), ("[body]", body), ("[back]", back)):
        html = html.replace(place, escape(value))
    return Response(html, status, mimetype="text/html")


def create_app(folder):
    app = Flask(__name__)
    folder = os.path.abspath(folder)
    visits = deque(maxlen=40)

    def plans():
        return sorted(entry.name for entry in os.scandir(folder) if entry.is_file())

    def find(name):
        """The plan's name as on the disk, or None."""
        for plan in plans():
            if plan == name or shown(plan) == name:
                return plan
        return None

    def back_link():
        came_from = request.headers.get("Referer", "")
        return LINK.format(came_from if is_web(came_from) else "/", "Back")

    def missing(name):
        return page("No plan", MISSING.format(name), back_link(), 404)

    @app.get("/")
    def index():
        items = Markup("").join(ITEM.format(in_address(plan), shown(plan)) for plan in plans())
        return page("Plans", Markup("<ul>\n{}</ul>").format(items))

    @app.get("/plans/<path:name>")
    def plan_page(name):
        plan = find(name)
        if plan is None:
            return missing(name)
        visits.appendleft((shown(plan), request.headers.get("Referer", ""),
                           request.headers.get("User-Agent", "")))
        body = PLAN.format(name=shown(plan), address=in_address(plan))
        return page(shown(plan), body, back_link())

    @app.get("/files/<path:name>")
    def picture(name):
        plan = find(name)
        if plan is None:
            return missing(name)
        return send_file(os.path.join(folder, plan), as_attachment=True, download_name=shown(plan))

    @app.get("/visits")
    def all_visits():
        rows = Markup("").join(
            ROW.format(name, LINK.format(came, came) if is_web(came) else came, agent)
            for name, came, agent in visits)
        return page("Visits", Markup("<table>\n{}</table>").format(rows))

    return app
