from harness import attempt, solution

SHOPS = ["tickets.example", "*.boxoffice.example", "shop.opera.example"]


def test_hosts_of_shops():
    for address in [
        "https://tickets.example/hamlet",
        "http://tickets.example/hamlet",
        "https://shop.opera.example/tosca",
    ]:
        assert solution.way_to_shop(address, SHOPS) == address


def test_hosts_below_a_shop():
    for address in [
        "https://harbour.boxoffice.example/",
        "http://a.harbour.boxoffice.example/x/y",
        "https://stage-2.boxoffice.example/seats?row=4",
    ]:
        assert solution.way_to_shop(address, SHOPS) == address


def test_a_star_leaves_out_the_host_itself():
    assert solution.way_to_shop("https://boxoffice.example/", SHOPS) == "/programme"


def test_without_a_star_only_this_host():
    assert solution.way_to_shop("https://old.tickets.example/", SHOPS) == "/programme"
    assert solution.way_to_shop("https://opera.example/", SHOPS) == "/programme"


def test_other_hosts():
    for host in ["bakery.example", "tickets.test", "localhost"]:
        assert solution.way_to_shop(f"https://{host}/tickets", SHOPS) == "/programme"


def test_the_list_decides():
    assert solution.way_to_shop("https://bakery.example/", ["bakery.example"]) == "https://bakery.example/"
    assert solution.way_to_shop("https://tickets.example/", ["bakery.example"]) == "/programme"
    assert solution.way_to_shop("https://tickets.example/", []) == "/programme"


def test_capital_letters():
    for address in ["HTTPS://Tickets.Example/Hamlet", "Http://HARBOUR.BoxOffice.EXAMPLE/"]:
        assert solution.way_to_shop(address, SHOPS) == address


def test_ports():
    for address in [
        "https://tickets.example:443/hamlet",
        "http://tickets.example:8080",
        "http://harbour.boxoffice.example:81?row=3",
        "https://tickets.example:/hamlet",
    ]:
        assert solution.way_to_shop(address, SHOPS) == address


def test_path_query_and_fragment_may_be_missing():
    for address in [
        "https://tickets.example",
        "https://tickets.example/",
        "https://tickets.example?row=3",
        "https://tickets.example#row-3",
        "https://harbour.boxoffice.example",
    ]:
        assert solution.way_to_shop(address, SHOPS) == address


def test_all_kinds_of_paths_and_queries():
    for address in [
        "https://tickets.example/a//b/../c;d=1/~e/%20f",
        "https://tickets.example/buy?back=https://bakery.example/a?b=c&mail=ada@bakery.example",
        "https://tickets.example?mail=ada@bakery.example",
        "https://tickets.example/@hamlet/price:30,50$!*'()+",
        "https://harbour.boxoffice.example/#/seats?at=//bakery.example",
    ]:
        assert solution.way_to_shop(address, SHOPS) == address


def test_other_schemes():
    for address in [
        "ftp://tickets.example/hamlet",
        "mailto:desk@tickets.example",
        "tickets.example/hamlet",
        "//tickets.example/hamlet",
        "/hamlet",
        "http\u017f://tickets.example/hamlet",
    ]:
        assert solution.way_to_shop(address, SHOPS) == "/programme"


def test_what_makes_no_sense():
    for address in ["", "https", "https://", "http:///", "://", "http://[", "https://[::1", "????", "https://?tickets.example"]:
        outcome = attempt(solution.way_to_shop, address, SHOPS)
        assert outcome.returned
        assert outcome.value == "/programme"
