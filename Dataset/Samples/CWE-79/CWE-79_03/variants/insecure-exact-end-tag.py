import html
import json


def chart_page(station, readings):
    data = json.dumps({"station": station, "readings": readings}).replace("</script>", "<\\/script>")
    name = html.escape(station)
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
</html>"""
