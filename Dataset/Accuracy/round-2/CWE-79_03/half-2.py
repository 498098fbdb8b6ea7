import html
import json

PAGE = """<!doctype html>
<html>
<head><title>@STATION@</title></head>
<body>
<h1>@STATION@</h1>
<div id="chart"></div>
<script src="/static/draw.js"></script>
<script>
const chart = @DATA@;
draw(chart);
</script>
</body>
</html>
"""


def _as_text(text):
    return html.escape(text, quote=False)


def _as_script(value):
    text = json.dumps(value)
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def chart_page(station, readings):
    data = {"station": station,
            "readings": [{key: r[key] for key in ("day", "depth", "note")} for r in readings]}
    return PAGE.replace("@DATA@", _as_script(data)).replace("@STATION@", _as_text(station))
