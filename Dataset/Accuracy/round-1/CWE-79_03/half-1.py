import html
import json
import re


def _for_script(value):
    text = json.dumps(value, ensure_ascii=False)
    # no tag may stand in the script, the browser ends it at </script>
    text = re.sub(r"<(?=/?\w+\s*>)", r"\\u003c", text)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def chart_page(station, readings):
    data = {
        "station": station,
        "readings": [{key: row[key] for key in ("day", "depth", "note")} for row in readings],
    }
    name = html.escape(station)
    return f"""<!doctype html>
<html>
<head><title>{name}</title></head>
<body>
<h1>{name}</h1>
<div id="chart"></div>
<script src="/static/draw.js"></script>
<script>
const chart = {_for_script(data)};
draw(chart);
</script>
</body>
</html>
"""
