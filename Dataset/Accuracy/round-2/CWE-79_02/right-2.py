from html import escape

from flask import Flask, Response, make_response, request


def element(tag, *children, **attributes):
    """Yields the pieces of an element: strings among the children are text, all else is pieces already."""
    yield f"<{tag}" + "".join(f' {name}="{escape(value, quote=True)}"' for name, value in attributes.items()) + ">"
    for child in children:
        if isinstance(child, str):
            yield escape(child)
        else:
            yield from child
    yield f"</{tag}>"


def linked(name, website):
    if website.startswith(("http://", "https://")):
        return element("a", name, href=website, rel="nofollow noopener")
    return name


def create_app():
    app = Flask(__name__)
    members = []

    @app.post("/members")
    def add():
        members.append(tuple(request.form.get(key, "") for key in ("name", "instrument", "website")))
        response = make_response("", 303)
        response.headers["Location"] = "/"
        return response

    @app.get("/")
    def index():
        def items():
            for name, instrument, website in members:
                if "instrument" not in request.args or instrument == request.args["instrument"]:
                    yield from element("li", linked(name, website), " plays ", instrument)

        def body():
            if "instrument" in request.args:
                yield from element("h2", request.args["instrument"])
            yield from element("ul", items())

        html = "<!doctype html>" + "".join(element("html", element("head", element("title", "Players")),
                                                   element("body", body()), lang="en"))
        return Response(html, headers={"Content-Security-Policy": "default-src 'none'"},
                        content_type="text/html; charset=utf-8")

    return app
