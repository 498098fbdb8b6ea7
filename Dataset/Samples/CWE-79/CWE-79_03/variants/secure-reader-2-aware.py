from jinja2 import Environment

# autoescape covers title and heading; tojson writes <, >, & and ' as \uXXXX,
# so that the data cannot end the script element
PAGE = Environment(autoescape=True).from_string("""\
<!doctype html>
<html>
<head><title>{{ station }}</title></head>
<body>
<h1>{{ station }}</h1>
<div id="chart"></div>
<script src="/static/draw.js"></script>
<script>
const chart = {{ data|tojson }};
draw(chart);
</script>
</body>
</html>
""")


def chart_page(station, readings):
    data = {
        "station": station,
        "readings": [{key: r[key] for key in ("day", "depth", "note")} for r in readings],
    }
    return PAGE.render(station=station, data=data)
