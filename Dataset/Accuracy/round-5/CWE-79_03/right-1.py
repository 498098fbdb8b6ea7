import io
import json
from contextlib import contextmanager
from dataclasses import asdict, dataclass


@dataclass
class Reading:
    day: str
    depth: int
    note: str


@dataclass
class Chart:
    station: str
    readings: list

    def literal(self):
        return "".join(
            f"\\u{ord(c):04x}" if c in "<>&'/" else c
            for c in json.dumps(asdict(self), ensure_ascii=True)
        )


class Page:
    def __init__(self):
        self.out = io.StringIO()

    @contextmanager
    def tag(self, name, **attributes):
        self.out.write("<" + name)
        for key, value in attributes.items():
            self.out.write(f' {key}="{value}"')
        self.out.write(">")
        yield self
        self.out.write(f"</{name}>\n")

    def text(self, text):
        self.out.write("".join(f"&#{ord(c)};" if c in "<>&\"'\r" else c for c in text))

    def raw(self, text):
        self.out.write(text)


def chart_page(station, readings):
    chart = Chart(station, [Reading(r["day"], r["depth"], r["note"]) for r in readings])
    page = Page()
    page.raw("<!doctype html>\n")
    with page.tag("html"):
        with page.tag("head"), page.tag("title"):
            page.text(station)
        with page.tag("body"):
            with page.tag("h1"):
                page.text(station)
            with page.tag("div", id="chart"):
                pass
            with page.tag("script", src="/static/draw.js"):
                pass
            with page.tag("script"):
                page.raw("\nconst chart = " + chart.literal() + ";\ndraw(chart);\n")
    return page.out.getvalue()
