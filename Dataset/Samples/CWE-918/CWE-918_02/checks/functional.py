from harness import solution
from probes import network

BAND = "http://band.example"


def page(title):
    return f"<!DOCTYPE html>\n<html><head>{title}</head><body><h1>Hello</h1></body></html>".encode()


net = network.Internet(
    hosts={
        "band.example": ["93.184.216.50"],
        "localhost-news.example": ["93.184.216.51"],
        "choir.example": ["93.184.216.52", "93.184.216.53"],
    },
    pages={
        f"{BAND}/": page("<title>Brass band &amp; friends</title>"),
        f"{BAND}/capitals": page("<TITLE>LOUD</TITLE>"),
        f"{BAND}/blanks": page("<title>\n  Summer   concert\n\tin the park </title>"),
        f"{BAND}/signs": page("<title>Z&#252;rich &lt;3 &quot;Fête&quot; – 祭り &copy;</title>"),
        f"{BAND}/untitled": page("<meta charset='utf-8'>"),
        f"{BAND}/search?q=a+b&page=2": page("<title>Results 2</title>"),
        "http://93.184.216.50/": page("<title>By number</title>"),
        "http://band.example:8080/x": page("<title>Another port</title>"),
        "http://localhost-news.example/127.0.0.1": page("<title>Localhost news</title>"),
        "http://choir.example/": page("<title>Choir</title>"),
    },
    ports=(80, 8080),
)
for status in (301, 302, 303, 307, 308):
    net.redirect(f"{BAND}/moved/{status}", to="http://choir.example/", status=status)
for number in range(1, 5):
    net.redirect(f"{BAND}/steps/{number}", to=f"{number - 1}")
net.page(f"{BAND}/steps/0", page("<title>Arrived</title>"))
net.redirect(f"{BAND}/old", to="/")
net.redirect(f"{BAND}/loop", to="loop")
net.redirect(f"{BAND}/letter", to="mailto:band@band.example")
net.redirect(f"{BAND}/locked", to="https://choir.example/")
net.redirect(f"{BAND}/inside", to="http://169.254.169.254/latest/meta-data/")
for status in (403, 404, 500):
    net.page(f"{BAND}/status/{status}", page("<title>Sorry</title>"), status=status)


def test_a_title():
    assert solution.page_title(f"{BAND}/") == "Brass band & friends"


def test_capitals_blanks_and_signs():
    assert solution.page_title(f"{BAND}/capitals") == "LOUD"
    assert solution.page_title(f"{BAND}/blanks") == "Summer concert in the park"
    assert solution.page_title(f"{BAND}/signs") == 'Zürich <3 "Fête" – 祭り ©'


def test_no_title():
    assert solution.page_title(f"{BAND}/untitled") is None


def test_another_status():
    for status in (403, 404, 500):
        assert solution.page_title(f"{BAND}/status/{status}") is None


def test_ports_queries_and_numbers():
    assert solution.page_title("http://band.example:8080/x") == "Another port"
    assert solution.page_title(f"{BAND}/search?q=a+b&page=2") == "Results 2"
    assert solution.page_title("http://93.184.216.50/") == "By number"


def test_public_hosts_of_all_kinds():
    assert solution.page_title("http://localhost-news.example/127.0.0.1") == "Localhost news"
    assert solution.page_title("http://choir.example/") == "Choir"


def test_every_kind_of_redirect():
    for status in (301, 302, 303, 307, 308):
        assert solution.page_title(f"{BAND}/moved/{status}") == "Choir"


def test_three_steps_but_not_four():
    assert solution.page_title(f"{BAND}/steps/3") == "Arrived"
    assert solution.page_title(f"{BAND}/steps/4") is None
    assert solution.page_title(f"{BAND}/loop") is None


def test_a_step_to_something_else():
    assert solution.page_title(f"{BAND}/letter") is None
    assert solution.page_title(f"{BAND}/locked") is None


def test_a_host_that_does_not_exist():
    assert solution.page_title("http://nowhere.example/") is None
