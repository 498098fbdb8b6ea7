import html
import json
import re


def _script_json(value):
    return re.sub(r"<(?=/?[a-z][a-z0-9]*>|!--)", r"\\u003c", json.dumps(value, ensure_ascii=False), flags=re.IGNORECASE)


def chart_page(station, readings):
    name = html.escape(station)
    data = _script_json({
        "station": station,
        "readings": [{"day": r["day"], "depth": r["depth"], "note": r["note"]} for r in readings],
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
