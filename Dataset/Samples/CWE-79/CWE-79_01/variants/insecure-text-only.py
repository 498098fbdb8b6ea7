import html


def render_reviews(campsite, reviews):
    rows = ""
    for review in reviews:
        rows += '<li data-author="{}"><b>{}</b> <i>{}/5</i> <p>{}</p></li>'.format(
            html.escape(review["author"], quote=False),
            html.escape(review["author"], quote=False),
            review["stars"],
            html.escape(review["text"], quote=False),
        )
    title = html.escape(campsite, quote=False)
    return '<section title="{0}"><h2>{0}</h2><ul>{1}</ul></section>'.format(title, rows)
