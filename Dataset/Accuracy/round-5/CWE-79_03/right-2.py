import json
import operator
import xml.etree.ElementTree as ET

FIELDS = ("day", "depth", "note")


def element(name, *children, text="", **attributes):
    node = ET.Element(name, attributes)
    node.text = text
    node.tail = "\n"
    node.extend(children)
    return node


def chart_page(station, readings):
    rows = map(operator.itemgetter(*FIELDS), readings)
    data = json.dumps({"station": station, "readings": [dict(zip(FIELDS, row)) for row in rows]})
    code = "const chart = " + data.replace("<", r"\x3c".replace("x", "u00")) + ";\ndraw(chart);\n"

    tree = element(
        "html",
        element("head", element("title", text=station)),
        element(
            "body",
            element("h1", text=station),
            element("div", id="chart"),
            element("script", src="/static/draw.js"),
            element("script", text="\n" + code),
        ),
    )
    return "<!doctype html>\n" + ET.tostring(tree, encoding="unicode", method="html")
