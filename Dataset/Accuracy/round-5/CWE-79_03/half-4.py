import json
import re
from html import escape
from string import Template

PAGE = Template("""<!doctype html>
<html>
<head><title>$station</title></head>
<body>
<h1>$station</h1>
<div id="chart"></div>
<script src="/static/draw.js"></script>
<script>
const chart = $data;
draw(chart);
</script>
</body>
</html>
""")


def json_for_script(value):
    text = json.dumps(value)
    return re.sub(r"<(?=[a-z/!?])", r"\\u003c", text, re.IGNORECASE)


def chart_page(station, readings):
    keys = ("day", "depth", "note")
    data = {"station": station, "readings": [{k: r[k] for k in keys} for r in readings]}
    return PAGE.substitute(station=escape(station), data=json_for_script(data))
