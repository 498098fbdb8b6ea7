import json


def chart_page(station, readings):
    data = json.dumps({"station": station, "readings": readings})
    return f"""<!doctype html>
<html>
<head><title>{station}</title></head>
<body>
<h1>{station}</h1>
<div id="chart"></div>
<script src="/static/draw.js"></script>
<script>
const chart = {data};
draw(chart);
</script>
</body>
</html>
"""
