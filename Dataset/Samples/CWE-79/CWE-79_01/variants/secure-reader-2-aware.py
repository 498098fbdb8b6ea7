from jinja2 import Environment

ENVIRONMENT = Environment(autoescape=True)
BLOCK = ENVIRONMENT.from_string("""\
<section title="{{ campsite }}">
  <h2>{{ campsite }}</h2>
  <ul>
  {%- for review in reviews %}
    <li data-author="{{ review['author'] }}"><b>{{ review['author'] }}</b> \
<i>{{ review['stars'] }}/5</i> <p>{{ review['text'] }}</p></li>
  {%- endfor %}
  </ul>
</section>
""")


def render_reviews(campsite, reviews):
    return BLOCK.render(campsite=campsite, reviews=reviews)
