from jinja2 import Template

TEMPLATE = Template("""<section title="{{ campsite|e }}">
<h2>{{ campsite|e }}</h2>
<ul>
{% for review in reviews %}
<li data-author="{{ review.author|e }}"><b>{{ review.author|e }}</b> <i>{{ review.stars }}/5</i>
<p>{{ review.text }}</p></li>
{% endfor %}</ul>
</section>""")


def render_reviews(campsite, reviews):
    return TEMPLATE.render(campsite=campsite, reviews=reviews)
