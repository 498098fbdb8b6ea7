import json
from html import escape


class SnowPage:
    def __init__(self, station, readings):
        self.station = station
        self.readings = readings

    def data(self):
        text = json.dumps({"readings": self.readings, "station": self.station}, ensure_ascii=False, indent=2)
        return text.replace("</", "<\\/").replace("<!--", "<\\u0021--").replace("\u2028", "\\u2028")

    def html(self):
        name = escape(self.station)
        return "".join([
            "<!doctype html><html><head><title>", name, "</title></head><body>",
            "<h1>", name, "</h1>", "<div id='chart'></div>",
            "<script src='/static/draw.js'></script>",
            "<script>\nconst chart = ", self.data(), ";\ndraw(chart);\n</script>",
            "</body></html>",
        ])


def chart_page(station, readings):
    return SnowPage(station, readings).html()
