import html
import json

PAGE = """<!doctype html>
<html>
<head><title>%(title)s</title></head>
<body>
<h1>%(title)s</h1>
<div id="chart"></div>
<script src="/static/draw.js"></script>
<script>
const chart = %(data)s;
draw(chart);
</script>
</body>
</html>
"""


def chart_page(station, readings):
    rows = [{"day": r["day"], "depth": r["depth"], "note": r["note"]} for r in readings]
    data = json.dumps({"station": station, "readings": rows})
    return PAGE % {"title": html.escape(station), "data": data}
