"""One catch-all view; the page is a tree of nested tuples that is written out by `write`."""
import re

from flask import Flask, jsonify, make_response, request

# every sign that means something in HTML becomes a numeric reference
REFERENCES = {ord(c): f"&#{ord(c)};" for c in "&<>\"'`"}
VOID = {"input", "meta"}


def write(node):
    if isinstance(node, str):
        yield node.translate(REFERENCES)
        return
    name, attributes, *children = node
    yield "<" + name
    for key, value in attributes.items():
        yield f' {key}="{value.translate(REFERENCES)}"'
    yield ">"
    for child in children:
        yield from write(child)
    if name not in VOID:
        yield f"</{name}>"


def answer(*body, status=200):
    tree = ("html", {}, ("head", {}, ("meta", {"charset": "utf-8"}), ("title", {}, "Records")),
            ("body", {}, *body))
    response = make_response("<!DOCTYPE html>" + "".join(write(tree)), status)
    response.headers["Content-Security-Policy"] = "script-src 'none'; base-uri 'none'"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def sorry(text, status):
    return answer(("p", {}, text), status=status)


def create_app(records):
    app = Flask("records", static_folder=None)
    app.url_map.merge_slashes = False
    known = {record["number"]: record for record in records}

    def search():
        q = request.args.get("q", "")
        page = request.args.get("page", "1")
        if re.fullmatch(r"0*[1-9][0-9]*", page) is None:
            return sorry("There is no page " + page, 400)
        low = q.lower()
        found = [r for r in records if low in r["title"].lower() or low in r["artist"].lower()]
        last = 10 * int(page) if len(page) < 4000 else 10**9
        items = [("li", {}, ("a", {"href": "/records/" + r["number"]}, r["title"]), " – ", r["artist"])
                 for r in found[last - 10:last]]
        return answer(
            ("form", {"method": "get", "action": "/search"},
             ("input", {"type": "text", "name": "q", "value": q})),
            ("p", {}, f"{len(found)} records for {q}"),
            ("ol", {"class": "found"}, *items))

    def suggest():
        q = request.args.get("q", "")
        titles = (r["title"] for r in records if q.lower() in r["title"].lower())
        response = jsonify(q=q, titles=[t for t, _ in zip(titles, range(10))])
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response

    @app.route("/", defaults={"rest": ""})
    @app.route("/<path:rest>")
    def dispatch(rest):
        match request.path.split("/")[1:]:
            case ["search"]:
                return search()
            case ["suggest"]:
                return suggest()
            case ["records", number] if number in known:
                record = known[number]
                return answer(("h1", {}, record["title"]), ("p", {}, record["artist"]))
            case ["records", number] if number:
                return sorry("There is no record " + number, 404)
            case _:
                return sorry("There is nothing at " + request.path, 404)

    @app.errorhandler(404)
    def missing(_):
        return sorry("There is nothing at " + request.path, 404)

    return app
