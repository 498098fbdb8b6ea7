import html
import json

PAGE = """<!doctype html>
<html>
<head><title>{title}</title></head>
<body>
<h1>{title}</h1>
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
    data = {
        "station": station,
        "readings": [
            {"day": r["day"], "depth": r["depth"], "note": r["note"]}
            for r in readings
        ],
    }
    return PAGE.format(title=html.escape(station), data=json.dumps(data))
