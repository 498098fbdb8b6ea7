"""Pages flow out of generators. Of a text, each sign that is not a plain letter or digit is written as a number."""
import mimetypes
import os
import string

from flask import Flask, request
from werkzeug.routing import BaseConverter

_NUMBERS = {ord(c): f"&#{ord(c)};" for c in map(chr, range(1, 128)) if c not in string.ascii_letters + string.digits}
_NUMBERS[0] = "\ufffd"
_NUMBERS.update({n: "\ufffd" for n in range(0xd800, 0xe000)})
_HEX = {n: "%%%02X" % n for n in range(256)}


class Text(str):
    def __format__(self, _):
        return self.translate(_NUMBERS)


def _escaped_path(name):
    return Text("".join(map(_HEX.get, os.fsencode(name))))


def _web(address):
    return address[:7] == "http://" or address[:8] == "https://"


class AnyName(BaseConverter):
    """Slashes and line breaks, too."""
    regex = "(?s:.+)"
    part_isolating = False


def create_app(folder):
    app = Flask(__name__, static_folder=None)
    app.url_map.converters["any_name"] = AnyName
    log = []

    def page(title, *parts, status=200):
        def flow():
            yield f"<!DOCTYPE html><html><head><title>{Text(title)}</title></head><body>"
            for part in parts:
                yield from part
            yield "</body></html>"
        return app.response_class((s.encode() for s in flow()), status, content_type="text/html; charset=utf-8")

    def header(name):
        return Text(request.headers.get(name, ""))

    def back():
        referer = header("Referer")
        return [f"<div><a rel=nofollow href='{referer if _web(referer) else Text('/')}'>Back</a></div>"]

    def existing(function):
        def answer(name):
            if name in os.listdir(folder):
                return function(Text(name))
            return page("404", [f"<p>There is no plan {Text(name)}.</p>"], back(), status=404)
        return answer

    def index():
        names = sorted(os.listdir(folder))
        return page("Plans", ["<ul>"], (f'<li><a href="/plans/{_escaped_path(n)}">{Text(n)}</a></li>' for n in names),
                    ["</ul>"])

    @existing
    def plan(name):
        log.insert(0, (name, header("Referer"), header("User-Agent")))
        del log[40:]
        return page(name, [f"<h1>{name}</h1>", f'<img src="/files/{_escaped_path(name)}" alt="{name}">'], back())

    @existing
    def picture(name):
        with open(os.path.join(folder, name), "rb") as file:
            content = file.read()
        kind = mimetypes.guess_type("x" + os.path.splitext(name)[1])[0] or ""
        return content, {"Content-Type": kind if kind in ("image/png", "image/jpeg") else "application/octet-stream",
                         "Content-Disposition": "attachment", "X-Content-Type-Options": "nosniff"}

    def visits():
        def rows():
            for name, referer, agent in tuple(log):
                cell = f"<a href='{referer}'>{referer}</a>" if _web(referer) else f"{referer}"
                yield f"<tr><td>{name}</td><td>{cell}</td><td>{agent}</td></tr>"
        return page("Visits", ["<table><tbody>"], rows(), ["</tbody></table>"])

    for rule, view in (("/", index), ("/plans/<any_name:name>", plan), ("/files/<any_name:name>", picture),
                       ("/visits", visits)):
        app.add_url_rule(rule, rule, view)
    return app
