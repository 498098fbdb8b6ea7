import html
import json

PAGE = """<!doctype html>
<html>
<head><title>%(title)s</title></head>
<body>
<h1>%(title)s</h1>
<div id="chart"></div>
<script src="/static/draw.js"></script>
<script>
const chart = %(data)s;
draw(chart);
</script>
</body>
</html>
"""


def chart_page(station, readings):
    rows = [{"day": r["day"], "depth": r["depth"], "note": r["note"]} for r in readings]
    data = json.dumps({"station": station, "readings": rows})
    # JSON allows every character as an escape; these three could end the script or begin a comment.
    for character in "<>&":
        data = data.replace(character, f"\\u{ord(character):04x}")
    return PAGE % {"title": html.escape(station), "data": data}
