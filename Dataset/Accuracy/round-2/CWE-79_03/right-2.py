from operator import itemgetter

from jinja2 import Environment

FIELDS = "day", "depth", "note"
TEMPLATE = Environment(autoescape=True).from_string("""\
<!doctype html>
<html>
<head><title>{{ chart.station }}</title></head>
<body>
<h1>{{ chart.station }}</h1>
<div id="chart"></div>
<script src="/static/draw.js"></script>
<script>
const chart = {{ chart|tojson }};
draw(chart);
</script>
</body>
</html>
""")


def chart_page(station, readings):
    rows = [dict(zip(FIELDS, values)) for values in map(itemgetter(*FIELDS), readings)]
    return TEMPLATE.render(chart={"station": str(station), "readings": rows})
