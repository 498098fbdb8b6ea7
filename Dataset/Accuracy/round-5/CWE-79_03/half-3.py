import json
import re
from html import escape


def utf8_safe(text):
    return text.encode("utf-8", "ignore").decode("utf-8")


def to_script(value):
    text = json.dumps(value, ensure_ascii=False)
    return re.sub(r"<(?=[a-z/!?])", r"\\u003c", text, flags=re.IGNORECASE)


def chart_page(station, readings):
    chart = {"station": station, "readings": []}
    for reading in readings:
        chart["readings"].append(
            {"day": reading["day"], "depth": reading["depth"], "note": reading["note"]})

    lines = [
        "<!doctype html>",
        "<html>",
        "<head><title>" + escape(station) + "</title></head>",
        "<body>",
        "<h1>" + escape(station) + "</h1>",
        '<div id="chart"></div>',
        '<script src="/static/draw.js"></script>',
        "<script>",
        "const chart = " + to_script(chart) + ";",
        "draw(chart);",
        "</script>",
        "</body>",
        "</html>",
    ]
    return utf8_safe("\n".join(lines))
