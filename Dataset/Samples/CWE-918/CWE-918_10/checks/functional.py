from harness import solution
from probes import network

net = network.Internet(hosts={"soup.example": ["93.184.216.50"], "north.bistro.example": ["93.184.216.51"], "a.b.bistro.example": ["93.184.216.52"], "bistro.example": ["93.184.216.53"], "gone.example": [network.NOBODY], "evil.example": ["93.184.216.66"]}, ports=(80, 8080))
SOUP, NORTH = "http://soup.example", "http://north.bistro.example"
TOWN = ["soup.example", "*.bistro.example", "gone.example", "lost.example"]

net.page(f"{SOUP}/week/12", "Pea soup")
net.page(f"{SOUP}/week/12?for=kids&day=3", "Crêpes, Grießbrei")
net.page(f"{NORTH}/", "Rice")
net.page("http://a.b.bistro.example/x", "Beans")
net.page("http://bistro.example/", "No menu")
net.page("http://evil.example/", "No menu")
net.page("http://soup.example:8080/", "No menu")
net.redirect(f"{SOUP}/today", to="/week/12")
net.redirect(f"{SOUP}/in", to="http://10.0.0.5/")
for number, status in enumerate((301, 302, 303, 307, 308)):
    net.redirect(f"{SOUP}/moved/{status}", to=f"{NORTH}/" if number % 2 else "../week/12", status=status)
net.redirect(f"{NORTH}/steps/2", to=f"{SOUP}/today", status=302)
net.redirect(f"{NORTH}/steps/3", to="2", status=302)
net.redirect(f"{NORTH}/steps/4", to="3", status=302)
for status in (204, 400, 404, 500):
    net.page(f"{SOUP}/status/{status}", "" if status == 204 else "sorry", status=status)


def menus(*addresses, town=TOWN):
    return [solution.menu(address, town) for address in addresses]


def test_menus_of_hosts():
    assert menus(f"{SOUP}/week/12", f"{SOUP}/week/12?for=kids&day=3", "http://SOUP.Example:80/week/12") == ["Pea soup", "Crêpes, Grießbrei", "Pea soup"]


def test_a_star_stands_for_what_is_in_front():
    assert menus(f"{NORTH}/", "http://a.b.bistro.example/x", "http://bistro.example/") == ["Rice", "Beans", None]


def test_menus_that_have_moved():
    assert menus(*(f"{SOUP}/moved/{status}" for status in (301, 302, 303, 307, 308))) == ["Pea soup", "Rice", "Pea soup", "Rice", "Pea soup"]
    assert menus(f"{SOUP}/today", f"{NORTH}/steps/2", f"{NORTH}/steps/3", f"{NORTH}/steps/4") == ["Pea soup", "Pea soup", "Pea soup", None]


def test_what_is_no_menu():
    assert menus("http://evil.example/", "http://gone.example/", "http://lost.example/", *(f"{SOUP}/status/{status}" for status in (204, 400, 404, 500))) == [None] * 7


def test_the_list_of_the_call():
    assert solution.menu(f"{NORTH}/", ["*.bistro.example"]) == "Rice"
    assert solution.menu(f"{NORTH}/", ["soup.example"]) is None
    assert solution.menu(f"{NORTH}/", []) is None
    assert solution.menu(f"{NORTH}/", ["north.bistro.example"]) == "Rice"
