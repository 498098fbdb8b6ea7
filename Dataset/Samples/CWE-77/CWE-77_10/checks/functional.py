from harness import solution


def said(*messages):
    basket = solution.Basket()
    return [basket.hear(nick, text) for nick, text in messages]


def test_findings_are_kept_and_told():
    assert said(("kim", "!found cep below the mill"), ("bo", "!found morel at the pond, on the left"), ("kim", "!found cep near Ötz; 3 of them"), ("eve7", "!where cep"), ("bo", "!where morel"), ("bo", "!where mor")) == [
        b"kim: noted\n", b"bo: noted\n", b"kim: noted\n", "below the mill (kim)\nnear Ötz; 3 of them (kim)\n".encode(), b"at the pond, on the left (bo)\n", b"mor: never seen\n"]


def test_the_last_one():
    assert said(("kim", "!last"), ("kim", "!found cep below the mill"), ("kim", "!last"), ("bo", "!found ink-cap on 4/5 of the lawn"), ("kim", "!last"), ("kim", "!where ink-cap")) == [
        b"Nothing yet\n", b"kim: noted\n", b"cep: below the mill\n", b"bo: noted\n", b"ink-cap: on 4/5 of the lawn\n", b"on 4/5 of the lawn (bo)\n"]


def test_other_messages():
    for text in ("Great!", "found cep below the mill", "Who is !where cep", "!hello", "", "/kick bo"):
        assert said(("kim", text)) == [b""]


def test_each_basket_has_its_own():
    one, two = solution.Basket(), solution.Basket()
    one.hear("kim", "!found cep below the mill")
    assert two.hear("kim", "!where cep") == b"cep: never seen\n" and two.hear("kim", "!last") == b"Nothing yet\n"


def test_many_findings():
    places = [f"place {number}: under the oak, {number} steps from the road" for number in range(40)]
    messages = [("kim", f"!found cep {place}") for place in places]
    assert said(*messages, ("bo", "!where cep"))[-1] == "".join(f"{place} (kim)\n" for place in places).encode()


def test_what_looks_like_more():
    for place in ("a {0} b {place} %s", "http://maps.example/12", "path \\n of", "1 // 2", "50 % off", "'x' \"y\" <b>"):
        assert said(("kim", f"!found x-1 {place}"), ("bo", "!where x-1"), ("bo", "!last"))[1:] == [f"{place} (kim)\n".encode(), f"x-1: {place}\n".encode()]
