import html
import json
import re

MARKUP = re.compile(r"<(?=/?[a-z][a-z0-9-]*(?:\s[^<>]*)?>|!--)", re.IGNORECASE)


def script_json(value):
    text = json.dumps(value, ensure_ascii=False)
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return MARKUP.sub(r"\\u003c", text)


def chart_page(station, readings):
    name = html.escape(station)
    data = script_json({
        "station": station,
        "readings": [{key: r[key] for key in ("day", "depth", "note")} for r in readings],
    })
    return f"""<!doctype html>
<html>
<head><title>{name}</title></head>
<body>
<h1>{name}</h1>
<div id="chart"></div>
<script src="/static/draw.js"></script>
<script>
const chart = {data};
draw(chart);
</script>
</body>
</html>
"""
