from jinja2 import BaseLoader, Environment, TemplateNotFound

PAGE = """<!doctype html>
<html>
<head><title>{{ chart.station }}</title></head>
<body>
<h1>{{ chart["station"] }}</h1>
<div id="chart"></div>
<script src="/static/draw.js"></script>
<script>
const chart = {{ chart|tojson }};
draw(chart);
</script>
</body>
</html>
"""


class Single(BaseLoader):
    def get_source(self, environment, template):
        if template != "chart":
            raise TemplateNotFound(template)
        return PAGE, None, lambda: True


ENGINE = Environment(loader=Single(), autoescape=lambda name: True)
ENGINE.policies["json.dumps_kwargs"] = {"sort_keys": False}


def chart_page(station, readings):
    chart = {"station": station, "readings": []}
    for reading in readings:
        chart["readings"].append({k: reading[k] for k in ("day", "depth", "note")})
    return ENGINE.get_template("chart").render(chart=chart)
