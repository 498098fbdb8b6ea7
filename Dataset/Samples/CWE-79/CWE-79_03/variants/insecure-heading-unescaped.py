import json

from jinja2 import Template

TEMPLATE = Template("""<!doctype html>
<html>
<head><title>{{ station }}</title></head>
<body>
<h1>{{ station }}</h1>
<div id="chart"></div>
<script src="/static/draw.js"></script>
<script>
const chart = {{ data }};
draw(chart);
</script>
</body>
</html>""")


def chart_page(station, readings):
    data = json.dumps({"station": station, "readings": readings}).replace("<", "\\u003c")
    return TEMPLATE.render(station=station, data=data)
