import json
from html import escape
from io import StringIO


class ScriptEncoder(json.JSONEncoder):
    """JSON that may stand inside a script element."""

    def iterencode(self, o, _one_shot=False):
        for chunk in super().iterencode(o, False):
            yield "".join(f"\\u{ord(c):04x}" if c in "<>&'`" else c for c in chunk)

    def encode(self, o):
        return "".join(self.iterencode(o))


class Page:
    def __init__(self):
        self._out = StringIO(newline="")

    def raw(self, markup):
        self._out.write(markup)
        return self

    def text(self, text):
        return self.raw(escape(text).replace("\r", "&#13;"))

    def json(self, value):
        return self.raw(ScriptEncoder(ensure_ascii=True).encode(value))

    def __str__(self):
        return self._out.getvalue()


def chart_page(station, readings):
    fields = ("day", "depth", "note")
    rows = [dict(zip(fields, map(r.__getitem__, fields))) for r in readings]
    page = Page()
    page.raw("<!doctype html>\n<html>\n<head><title>").text(station).raw("</title></head>\n<body>\n<h1>")
    page.text(station).raw('</h1>\n<div id="chart"></div>\n<script src="/static/draw.js"></script>\n')
    page.raw("<script>\nconst chart = ").json({"station": station, "readings": rows})
    page.raw(";\ndraw(chart);\n</script>\n</body>\n</html>\n")
    return str(page)
