from typing import Any, Dict, List

from jinja2 import Environment, select_autoescape

environment = Environment(autoescape=select_autoescape(default_for_string=True))
template = environment.from_string("""<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>{{ chart.station }}</title>
</head>
<body>
  <h1>{{ chart.station }}</h1>
  <div id="chart"></div>
  <script src="/static/draw.js"></script>
  <script>
    const chart = {{ chart|tojson }};
    draw(chart);
  </script>
</body>
</html>""")


def chart_page(station: str, readings: List[Dict[str, Any]]) -> str:
    """Render the page of a snow station."""
    return template.render(chart={"station": station, "readings": readings})


if __name__ == "__main__":
    print(chart_page("Col", [{"day": "2024-01-31", "depth": 120, "note": "powder"}]))
