from html import escape


def text(value):
    return '"' + value.replace('"', '\\"').replace("</", "<\\/") + '"'


def chart_page(station, readings):
    rows = []
    for reading in readings:
        rows.append('{"day": %s, "depth": %d, "note": %s}' % (
            text(reading["day"]), reading["depth"], text(reading["note"])))
    data = '{"station": %s, "readings": [%s]}' % (text(station), ", ".join(rows))
    lines = [
        "<!doctype html>", "<html>", f"<head><title>{escape(station)}</title></head>", "<body>",
        f"<h1>{escape(station)}</h1>", '<div id="chart"></div>', '<script src="/static/draw.js"></script>',
        "<script>", f"const chart = {data};", "draw(chart);", "</script>", "</body>", "</html>",
    ]
    return "\n".join(lines)
