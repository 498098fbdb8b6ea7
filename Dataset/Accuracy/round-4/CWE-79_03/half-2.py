import html
import json

PAGE = """<!doctype html>
<html>
<head><title>STATION</title></head>
<body>
<h1>STATION</h1>
<div id="chart"></div>
<script src="/static/draw.js"></script>
<script>
const chart = DATA;
draw(chart);
</script>
</body>
</html>
"""


def _script_json(value):
    return json.dumps(value).replace("<", "\\u003c").replace(">", "\\u003e")


def chart_page(station, readings):
    rows = [{key: reading[key] for key in ("day", "depth", "note")} for reading in readings]
    data = _script_json({"station": station, "readings": rows})
    return PAGE.replace("DATA", data).replace("STATION", html.escape(station, quote=False))
