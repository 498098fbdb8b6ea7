from json import dumps

from jinja2 import BaseLoader, Environment
from markupsafe import Markup

env = Environment(loader=BaseLoader(), autoescape=True, keep_trailing_newline=True)


def for_script(value):
    """JSON whose every sign that HTML could notice is written as a JSON escape."""
    text = dumps(value)
    for sign in "<>&":
        text = text.replace(sign, "\\u%04x" % ord(sign))
    return Markup(text)


env.filters["for_script"] = for_script
TEMPLATE = env.from_string("""<!doctype html>
<html>
<head><title>{{ station }}</title></head>
<body>
<h1>{{ station }}</h1>
<div id="chart"></div>
<script src="/static/draw.js"></script>
<script>
const chart = {{ {"station": station, "readings": readings} | for_script }};
draw(chart);
</script>
</body>
</html>
""")


def chart_page(station, readings):
    picked = ({k: r[k] for k in ("day", "depth", "note")} for r in readings)
    return TEMPLATE.render(station=station, readings=list(picked))
