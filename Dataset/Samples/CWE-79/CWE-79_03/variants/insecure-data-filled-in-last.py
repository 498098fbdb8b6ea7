import html
import json

PAGE = """<!doctype html>
<html>
<head><title>%%STATION%%</title></head>
<body>
<h1>%%STATION%%</h1>
<div id="chart"></div>
<script src="/static/draw.js"></script>
<script>
const chart = %%DATA%%;
draw(chart);
</script>
</body>
</html>
"""


def _for_script(value):
    """JSON that neither ends the script nor opens a comment in it."""
    text = json.dumps(value, ensure_ascii=False)
    return text.replace("</", "\\u003c/").replace("<!", "\\u003c!")


def chart_page(station, readings):
    data = {
        "station": station,
        "readings": [
            {"day": r["day"], "depth": r["depth"], "note": r["note"]} for r in readings
        ],
    }
    page = PAGE.replace("%%STATION%%", html.escape(station))
    return page.replace("%%DATA%%", _for_script(data))
