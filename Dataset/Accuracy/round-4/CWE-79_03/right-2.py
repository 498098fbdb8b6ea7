import json
from dataclasses import asdict, dataclass, field

from markupsafe import Markup


@dataclass
class Reading:
    day: str
    depth: int
    note: str


@dataclass
class Chart:
    station: str
    readings: list = field(default_factory=list)

    def __html__(self):
        text = json.dumps(asdict(self), ensure_ascii=False)
        for sign in "<>&\u2028\u2029":
            text = text.replace(sign, f"\\u{ord(sign):04x}")
        return Markup(text)


def lines(chart):
    yield Markup("<!doctype html><html>")
    yield Markup("<head><title>{0.station}</title></head>").format(chart)
    yield Markup("<body>\n<h1>%s</h1>") % chart.station
    yield Markup('<div id="chart"></div>')
    yield Markup('<script src="/static/draw.js"></script>\n<script>')
    yield Markup("const chart = {};").format(chart)
    yield Markup("draw(chart);\n</script>\n</body>")
    yield Markup("</html>")


def chart_page(station, readings):
    chart = Chart(station, [Reading(r["day"], r["depth"], r["note"]) for r in readings])
    return str(Markup("\n").join(lines(chart)))
