from json import JSONEncoder

MARKUP = {ord(sign): f"&#{ord(sign)};" for sign in "<>&\"'\r"}
SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&'"}


class SafeText(str):
    """format(text) gives the text for HTML."""

    def __format__(self, spec):
        return self.translate(MARKUP)


def _lines(station, readings):
    name = SafeText(station)
    rows = [dict(day=r["day"], depth=r["depth"], note=r["note"]) for r in readings]
    data = JSONEncoder(ensure_ascii=True).encode(dict(station=station, readings=rows))
    yield "<!doctype html>"
    yield "<html>"
    yield f"<head><title>{name}</title></head>"
    yield "<body>"
    yield f"<h1>{name}</h1>"
    yield '<div id="chart"></div>'
    yield '<script src="/static/draw.js"></script>'
    yield "<script>"
    yield "const chart = " + data.translate(SCRIPT) + ";"
    yield "draw(chart);"
    yield "</script>"
    yield "</body>"
    yield "</html>"


def chart_page(station, readings):
    return "\n".join(_lines(station, readings))
