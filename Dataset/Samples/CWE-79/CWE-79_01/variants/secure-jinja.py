from jinja2 import Environment

TEMPLATE = Environment(autoescape=True).from_string("""
<section title="{{ campsite }}">
  <h2>{{ campsite }}</h2>
  <ul>
    {% for review in reviews %}
    <li data-author="{{ review.author }}">
      <b>{{ review.author }}</b>
      <i>{{ review.stars }}/5</i>
      <p>{{ review.text }}</p>
    </li>
    {% endfor %}
  </ul>
</section>
""")


def render_reviews(campsite: str, reviews: list) -> str:
    return TEMPLATE.render(campsite=campsite, reviews=reviews)


if __name__ == "__main__":
    print(render_reviews("Pine Bay", [{"author": "Ada", "stars": 5, "text": "Quiet."}]))
