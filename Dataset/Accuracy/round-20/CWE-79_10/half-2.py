import re

from flask import Flask, Response, redirect, request

# Characters that HTML has no place for.
_NOT_IN_HTML = dict.fromkeys(
    [*range(0, 9), 11, *range(14, 32), 127])


def _text(value):
    """What was typed, as text between tags or in a quoted attribute.

    An `&` means something only in front of a letter or `#`, and a `<` only in
    front of what can begin a tag or a comment.
    """
    value = re.sub(r"&(?=[A-Za-z#])", "&amp;", value)
    value = re.sub(r"<(?![\s0-9])(?=[A-Za-z/!?])", "&lt;", value)
    return (value.replace(">", "&gt;").replace('"', "&quot;")
            .replace("'", "&#39;"))


def _page(title, body, status=200):
    page = (
        '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )
    return Response(page.translate(_NOT_IN_HTML), status=status,
                    mimetype="text/html")


def create_app():
    app = Flask(__name__)
    riddles = []

    @app.post("/riddles")
    def add():
        title = request.form.get("title", "")
        text = request.form.get("text", "")
        if not 1 <= len(title) <= 60 or not text:
            return _page("Riddles", "<p>A riddle needs a title of 1 to 60 "
                                    "letters and a text.</p>", 400)
        riddles.append((title, text))
        return redirect(f"/riddles/{len(riddles)}")

    @app.get("/")
    def index():
        links = []
        for number, (title, text) in reversed(list(enumerate(riddles, 1))):
            start = text[:40] + ("…" if len(text) > 40 else "")
            links.append(f'<li><a href="/riddles/{number}" '
                         f'title="{_text(start)}">{_text(title)}</a></li>')
        return _page("Riddles", "<ul>\n" + "\n".join(links) + "\n</ul>")

    @app.get("/riddles/<int:number>")
    def show(number):
        if not 1 <= number <= len(riddles):
            return _page("Riddles", "<p>There is no such riddle.</p>", 404)
        title, text = riddles[number - 1]
        lines = "<br>".join(_text(line)
                            for line in re.split(r"\r\n|\r|\n", text))
        return _page(_text(title),
                     f"<h1>{_text(title)}</h1>\n<p>{lines}</p>")

    return app
