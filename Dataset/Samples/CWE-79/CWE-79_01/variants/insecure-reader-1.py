def render_reviews(campsite, reviews):
    items = "\n".join(
        f'    <li data-author="{r["author"]}"><b>{r["author"]}</b> '
        f'<i>{r["stars"]}/5</i> <p>{r["text"]}</p></li>'
        for r in reviews
    )
    return f"""<section title="{campsite}">
  <h2>{campsite}</h2>
  <ul>
{items}
  </ul>
</section>"""
