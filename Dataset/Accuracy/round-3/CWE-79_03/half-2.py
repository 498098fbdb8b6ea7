import html
import json

PAGE = """<!doctype html>
<html>
<head><title>{{station}}</title></head>
<body>
<h1>{{station}}</h1>
<div id="chart"></div>
<script src="/static/draw.js"></script>
<script>
const chart = {{chart}};
draw(chart);
</script>
</body>
</html>
"""

SCRIPT_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def _script(value):
    return json.dumps(value, ensure_ascii=False).translate(SCRIPT_ESCAPES)


def chart_page(station, readings):
    rows = [dict(day=r["day"], depth=r["depth"], note=r["note"]) for r in readings]
    fields = {
        "{{chart}}": _script({"station": station, "readings": rows}),
        "{{station}}": html.escape(station),
    }
    page = PAGE
    for placeholder, text in fields.items():
        page = page.replace(placeholder, text)
    return page
