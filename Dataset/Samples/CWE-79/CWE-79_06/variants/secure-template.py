from jinja2 import DictLoader, Environment

TEMPLATES = {
    "link": """
{%- macro link(stall) -%}
  {%- if stall.link.startswith("http://") or stall.link.startswith("https://") -%}
    <a href="{{ stall.link }}">{{ caller() }}</a>
  {%- else -%}
    {{ caller() }}
  {%- endif -%}
{%- endmacro -%}
""",
    "map": """
{%- from "link" import link -%}
<svg xmlns="http://www.w3.org/2000/svg">
{% for stall in stalls %}
  {% call link(stall) %}
  <g>
    <title>{{ stall.goods }}</title>
    <rect x="{{ stall.place * 40 }}" width="36" height="20" fill="{{ stall.colour }}"/>
    <text x="{{ stall.place * 40 }}">{{ stall.seller }}</text>
  </g>
  {% endcall %}
{% endfor %}
</svg>""",
    "list": """
{%- from "link" import link -%}
<ul>
  {%- for stall in stalls -%}
  <li><input type="checkbox" value="{{ stall.seller }}" title="{{ stall.goods }}">
    {% call link(stall) %}{{ stall.seller }}{% endcall %}</li>
  {%- endfor -%}
</ul>""",
}
environment = Environment(loader=DictLoader(TEMPLATES), autoescape=True)


def market_map(stalls):
    return environment.get_template("map").render(stalls=stalls)


def visit_list(stalls):
    return environment.get_template("list").render(stalls=stalls)
