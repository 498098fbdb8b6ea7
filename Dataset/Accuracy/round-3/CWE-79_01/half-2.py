from html import escape

BLOCK = """<section title="[[campsite-attr]]">
  <h2>[[campsite]]</h2>
  <ul>
[[items]]  </ul>
</section>
"""
ITEM = '    <li data-author="[[author-attr]]"><b>[[author]]</b> <i>[[stars]]/5</i> <p>[[text]]</p></li>\n'


def _fill(template, **values):
    for key, value in values.items():
        template = template.replace(f"[[{key}-attr]]", escape(value, quote=True))
        template = template.replace(f"[[{key}]]", escape(value, quote=False))
    return template


def render_reviews(campsite, reviews):
    items = "".join(
        _fill(ITEM, author=review["author"], stars=str(review["stars"]), text=review["text"])
        for review in reviews
    )
    head, tail = BLOCK.split("[[items]]")
    return _fill(head, campsite=campsite) + items + tail
