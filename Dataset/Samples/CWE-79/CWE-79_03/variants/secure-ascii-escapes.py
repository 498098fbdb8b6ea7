import json

from markupsafe import escape


def script_safe(value):
    encoded = json.dumps(value, separators=(",", ":"))
    return "".join(c if c.isalnum() or c in ' {}[]":,.-\\_+' else "\\u%04x" % ord(c) for c in encoded)


def chart_page(station, readings):
    if not isinstance(station, str):
        raise TypeError("station must be a string")
    page = f"""<!doctype html>
<html>
<head><title>{escape(station)}</title></head>
<body>
<h1>{escape(station)}</h1>
<div id="chart"></div>
<script src="/static/draw.js"></script>
<script>
const chart = {script_safe({"station": station, "readings": list(readings)})};
draw(chart);
</script>
</body>
</html>"""
    print(f"page of {station!r}: {len(page)} characters")
    return page
