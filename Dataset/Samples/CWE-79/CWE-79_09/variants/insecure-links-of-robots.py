import os
import re
from collections import deque
from urllib.parse import quote

from flask import Flask, request, send_from_directory
from markupsafe import escape

PAGE = "<!doctype html><html><head><meta charset='utf-8'><title>{title}</title></head><body>{body}</body></html>"


def is_address(text):
    return text.startswith(("http://", "https://"))


def with_links(agent):
    """Robots say in their header where one can read about them."""
    return re.sub(r"https?://[\w.-]+(?:/[\w./-]*)?", r'<a href="\g<0>">\g<0></a>', str(agent))


def create_app(folder):
    app = Flask(__name__)
    visits = deque(maxlen=40)

    def back():
        referer = request.headers.get("Referer", "")
        return f'<a href="{escape(referer) if is_address(referer) else "/"}">Back</a>'

    def there_is(name):
        return name in os.listdir(folder)

    def missing(name):
        return PAGE.format(title="Not here", body=f"<p>There is no plan {escape(name)}.</p>{back()}"), 404

    @app.get("/")
    def index():
        links = (f'<li><a href="/plans/{quote(name)}">{escape(name)}</a></li>' for name in sorted(os.listdir(folder)))
        return PAGE.format(title="Plans", body=f"<ul>{''.join(links)}</ul>")

    @app.get("/plans/<name>")
    def plan(name):
        if not there_is(name):
            return missing(name)
        visits.appendleft((name, request.headers.get("Referer", ""), request.headers.get("User-Agent", "")))
        picture = f'<img src="/files/{quote(name)}" alt="{escape(name)}">'
        return PAGE.format(title=escape(name), body=f"<h1>{escape(name)}</h1>{picture}{back()}")

    @app.get("/files/<name>")
    def file(name):
        if not there_is(name):
            return missing(name)
        return send_from_directory(folder, name, as_attachment=True)

    @app.get("/visits")
    def looks():
        rows = ""
        for name, referer, agent in (map(escape, visit) for visit in visits):
            source = f'<a href="{referer}">{referer}</a>' if is_address(referer) else referer
            rows += f"<tr><td>{name}</td><td>{source}</td><td>{with_links(agent)}</td></tr>"
        return PAGE.format(title="Visits", body=f"<table>{rows}</table>")

    return app
