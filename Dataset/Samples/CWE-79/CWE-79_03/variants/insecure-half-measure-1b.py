import json
import re

from markupsafe import escape

HEAD = """<!doctype html>
<html>
<head><title>{0}</title></head>
<body>
<h1>{0}</h1>
<div id="chart"></div>
<script src="/static/draw.js"></script>
<script>
"""

FOOT = """
draw(chart);
</script>
</body>
</html>
"""


def _script_json(value):
    data = json.dumps(value, ensure_ascii=False).replace("<!--", "\\u003c!--")
    # the browser does not care about upper and lower case in </script
    ends = [match.start() for match in re.finditer("</script", data.lower())]
    for start in reversed(ends):
        data = data[:start] + "\\u003c" + data[start + 1:]
    return data


def chart_page(station, readings):
    keys = ("day", "depth", "note")
    chart = {
        "station": station,
        "readings": [{key: reading[key] for key in keys} for reading in readings],
    }
    return HEAD.format(escape(station)) + f"const chart = {_script_json(chart)};" + FOOT
