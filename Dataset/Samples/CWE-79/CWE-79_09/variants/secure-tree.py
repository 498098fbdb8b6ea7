"""Pages as trees, written out by lxml."""
import os
from urllib.parse import quote, urlsplit

import flask
from lxml import etree
from lxml.builder import E


def clean(text):
    """XML holds no control characters."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in text)


def answer(title, *content, status=200):
    page = E.html(E.head(E.meta(charset="utf-8"), E.title(title)), E.body(*content))
    return flask.Response(
        "<!DOCTYPE html>" + etree.tostring(page, method="html", encoding="unicode"), status, mimetype="text/html"
    )


def web_address(text):
    try:
        return urlsplit(text).scheme in ("http", "https") and text.startswith(("http://", "https://"))
    except ValueError:
        return False


def create_app(folder):
    app = flask.Flask(__name__)
    app.visits = []

    def header(name):
        return clean(flask.request.headers.get(name, ""))

    def back():
        referer = header("Referer")
        return E.a("Back", href=referer if web_address(referer) else "/")

    def known(name):
        return name in os.listdir(folder)

    def unknown(name):
        return answer("404", E.p(f"There is no plan {clean(name)}."), back(), status=404)

    @app.get("/")
    def start():
        names = sorted(os.listdir(folder))
        return answer("Plans", E.ul(*(E.li(E.a(clean(name), href=f"/plans/{quote(name)}")) for name in names)))

    @app.get("/plans/<name>")
    def plan(name):
        if not known(name):
            return unknown(name)
        app.visits.append((clean(name), header("Referer"), header("User-Agent")))
        del app.visits[:-40]
        return answer(clean(name), E.h1(clean(name)), E.img(src=f"/files/{quote(name)}", alt=clean(name)), back())

    @app.get("/files/<name>")
    def file(name):
        if not known(name):
            return unknown(name)
        return flask.send_from_directory(folder, name, as_attachment=True)

    @app.get("/visits")
    def visits():
        def cell(referer):
            return E.td(E.a(referer, href=referer)) if web_address(referer) else E.td(referer)

        rows = (E.tr(E.td(name), cell(referer), E.td(agent)) for name, referer, agent in reversed(app.visits))
        return answer("Visits", E.table(*rows))

    return app
