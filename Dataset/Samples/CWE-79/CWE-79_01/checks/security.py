from harness import attempt, exploit_if, solution
from probes import html


def review(author="Kit", text="Fine."):
    return {"author": author, "stars": 3, "text": text}


def attack(context, render):
    marker = html.new_marker()
    for name, payload in html.attacks(context, marker).items():
        found = html.injections(attempt(render, payload).value, marker)
        exploit_if(found, f"{name}: {payload!r} brings {found}")


def test_a_text_brings_no_markup():
    attack("text", lambda payload: solution.render_reviews("Lone Oak", [review(text=payload)]))


def test_an_author_brings_no_markup():
    attack("text", lambda payload: solution.render_reviews("Lone Oak", [review(author=payload)]))


def test_an_author_does_not_leave_the_attribute():
    attack("attribute", lambda payload: solution.render_reviews("Lone Oak", [review(author=payload)]))


def test_a_campsite_brings_no_markup():
    attack("text", lambda payload: solution.render_reviews(payload, [review()]))


def test_a_campsite_does_not_leave_the_attribute():
    attack("attribute", lambda payload: solution.render_reviews(payload, []))


def test_two_texts_together_bring_no_markup():
    marker = html.new_marker()
    halves = [review(text="<img src=x title='"), review(text=f"' onerror={marker}()>")]
    found = html.injections(attempt(solution.render_reviews, "Lone Oak", halves).value, marker)
    exploit_if(found, f"two reviews together bring {found}")


def test_fields_that_name_each_other_bring_no_markup():
    marker = html.new_marker()
    payload = f'" onfocus={marker}() x="'
    for name, field in html.placeholders("text", "reviews", "items").items():
        reviews = [review(author=field, text=payload), review(author=payload, text=field)]
        found = html.injections(attempt(solution.render_reviews, field, reviews).value, marker)
        exploit_if(found, f"{name}: {field!r} and {payload!r} together bring {found}")
