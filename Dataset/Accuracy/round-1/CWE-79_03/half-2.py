import json
from html import escape

PAGE = """<!doctype html>
<html>
<head><title>@STATION@</title></head>
<body>
<h1>@STATION@</h1>
<div id="chart"></div>
<script src="/static/draw.js"></script>
<script>
const chart = @DATA@;
draw(chart);
</script>
</body>
</html>
"""


def _json(value):
    text = json.dumps(value)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def chart_page(station, readings):
    data = {
        "station": station,
        "readings": [{"day": r["day"], "depth": r["depth"], "note": r["note"]} for r in readings],
    }
    page = PAGE.replace("@DATA@", _json(data))
    # the name stands between tags only, never in an attribute
    return page.replace("@STATION@", escape(station, quote=False))
