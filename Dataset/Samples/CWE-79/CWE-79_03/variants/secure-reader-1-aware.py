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

# Outside of JSON strings none of these occurs, so the escapes are safe.
_SCRIPT_SAFE = str.maketrans({
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "'": "\\u0027",
})


def _script_json(value):
    # ensure_ascii also takes care of U+2028 and U+2029
    text = json.dumps(value, ensure_ascii=True, allow_nan=False)
    return text.translate(_SCRIPT_SAFE)


def chart_page(station, readings):
    data = {
        "station": station,
        "readings": [
            {"day": r["day"], "depth": int(r["depth"]), "note": r["note"]}
            for r in readings
        ],
    }
    return PAGE % {"title": html.escape(station), "data": _script_json(data)}
