import html
import json

PAGE = """<!doctype html>
<html>
<head><title>@@STATION@@</title></head>
<body>
<h1>@@STATION@@</h1>
<div id="chart"></div>
<script src="/static/draw.js"></script>
<script>
const chart = @@DATA@@;
draw(chart);
</script>
</body>
</html>
"""

JS = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def chart_page(station, readings):
    rows = [{"day": r["day"], "depth": r["depth"], "note": r["note"]} for r in readings]
    data = json.dumps({"station": station, "readings": rows}).translate(JS)
    page = PAGE.replace("@@DATA@@", data)
    return page.replace("@@STATION@@", html.escape(station, quote=False))
