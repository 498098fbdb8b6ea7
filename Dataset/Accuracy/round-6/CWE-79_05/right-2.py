import functools
import json

from flask import Flask, current_app, request

_REFERENCES = {ord(c): f"&#x{ord(c):X};" for c in "<>&\"'`="}

class NoSuch(Exception):
    def __init__(self, status, *words):
        super().__init__(" ".join(words))
        self.status = status


def tag(name, /, *children, **attributes):
    yield f"<{name}"
    for key, value in attributes.items():
        yield f" {key}='{value.translate(_REFERENCES)}'"
    yield ">"
    if name in ("input", "meta"):
        return
    for child in children:
        if isinstance(child, str):
            yield child.translate(_REFERENCES)
        else:
            yield from child
    yield f"</{name}>"


def html(view):
    @functools.wraps(view)
    def wrapped(*args, **kwargs):
        status = 200
        try:
            content = list(view(*args, **kwargs))
        except NoSuch as error:
            content, status = [tag("p", str(error))], error.status
        pieces = tag("html",
                     tag("head", tag("meta", charset="utf-8"), tag("title", "Record library")),
                     tag("body", *content))
        headers = {
            "Content-Type": "text/html; charset=utf-8",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "default-src 'none'; form-action 'self'; base-uri 'none'",
        }
        return "<!doctype html>" + "".join(pieces), status, headers
    return wrapped


def selection(text, *fields):
    needle = text.casefold()
    for record in current_app.config["RECORDS"]:
        if any(needle in record[field].casefold() for field in fields):
            yield record


def page_start(value, end):
    if not value or set(value) - set("0123456789") or not value.strip("0"):
        raise NoSuch(400, "There is no page", value)
    value = value.lstrip("0")
    return min(end, 10 * int(value) - 10) if len(value) <= 12 else end


@html
def search():
    text = request.args.get("q", default="")
    found = [*selection(text, "title", "artist")]
    start = page_start(request.args.get("page", default="1"), len(found))
    yield tag("form", tag("input", type="text", name="q", value=text), method="get", action="/search")
    yield tag("p", f"{len(found)} records for {text}")
    yield tag("ol", *(
        tag("li", tag("a", record["title"], href=f"/records/{record['number']}"), " ", record["artist"])
        for record in found[start:start + 10]))


@html
def record(number):
    for candidate in current_app.config["RECORDS"]:
        if candidate["number"] == number:
            yield tag("h1", candidate["title"])
            yield tag("p", candidate["artist"])
            return
    raise NoSuch(404, "There is no record", number)


def suggest():
    text = request.args.get("q", default="")
    titles = [found["title"] for found in selection(text, "title")]
    body = json.dumps({"q": text, "titles": titles[:10]}).replace("<", "\\u003c").replace(">", "\\u003e")
    return current_app.response_class(body, mimetype="application/json",
                                      headers={"X-Content-Type-Options": "nosniff"})


@html
def nothing(error):
    raise NoSuch(404, "There is nothing at", request.path)


def create_app(records):
    app = Flask("record_library", static_folder=None)
    app.url_map.merge_slashes = False
    app.config["RECORDS"] = tuple(records)
    for rule, view in {"/search": search, "/records/<number>": record, "/suggest": suggest}.items():
        app.add_url_rule(rule, view_func=view, methods=["GET"])
    app.register_error_handler(404, nothing)
    return app
