import html
import json
import re

PAGE = """<!doctype html>
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


def chart_page(station, readings):
    chart = {
        "station": station,
        "readings": [{"day": r["day"], "depth": r["depth"], "note": r["note"]} for r in readings],
    }
    data = re.sub(r"<(?=/?[a-z]|!--)", r"\\u003c", json.dumps(chart))
    return PAGE.format(name=html.escape(station), data=data)
