import json
import re
from html import escape

PAGE = """<!doctype html>
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


def _for_script(value):
    text = json.dumps(value, ensure_ascii=False)
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    # No tag and no comment may begin in the script; a "<" in "a < b" may stay readable.
    return re.sub(r"<(?=!--|/?\w+>)", r"\\u003c", text)


def chart_page(station, readings):
    data = {
        "station": station,
        "readings": [{key: r[key] for key in ("day", "depth", "note")} for r in readings],
    }
    return PAGE.format(station=escape(station), data=_for_script(data))
