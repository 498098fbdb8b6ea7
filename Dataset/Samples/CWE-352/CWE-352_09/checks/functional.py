import email.policy
import itertools
import re

from harness import attribute, box, solution, web_client
from probes import browser

MEMBERS = {"ada": "plum", "bo": "fig", "eve": "pear"}
numbers = itertools.count()
CLICK = {"data": b"List-Unsubscribe=One-Click", "content_type": "application/x-www-form-urlencoded"}


class Site:
    def __init__(self, members=MEMBERS):
        self.folder = f"outbox-{next(numbers)}"
        box.mkdir(self.folder)
        self.orchard = solution.Orchard(members, box.path(self.folder))
        self.app = attribute(self.orchard, "app")

    def visitor(self, name=None):
        made = browser.Browser(self.app, origin="https://orchard.example")
        if name:
            assert made.get("/login").form().submit(name=name, password=MEMBERS[name]).url.endswith("/days")
        return made

    def mails(self):
        """Of all readers, by name; the outbox is emptied."""
        found = {}
        for name in box.names(self.folder):
            assert name.endswith(".eml")
            mail = email.message_from_bytes(box.read(f"{self.folder}/{name}"), policy=email.policy.default)
            who, _, host = mail["To"].partition("@")
            assert host == "orchard.example" and who not in found
            text = mail.get_body(("plain",)).get_content()
            found[who] = {"mail": mail, "leave": path(mail["List-Unsubscribe"].strip("<> "))}
            for key, words in (("yes", "I come: "), ("no", "I cannot come: ")):
                (line,) = [line for line in text.splitlines() if line.startswith(words)]
                found[who][key] = path(line.removeprefix(words).strip())
            box.remove(f"{self.folder}/{name}")
        return found

    def invite(self, day):
        self.orchard.invite(day)
        return self.mails()

    def days(self):
        return self.visitor().get("/days").json


def path(link):
    return re.fullmatch(r"https://orchard\.example(/\S*)", link).group(1)


def test_mails():
    site = Site()
    mails = site.invite("12 May")
    assert sorted(mails) == ["ada", "bo", "eve"]
    for name, one in mails.items():
        assert one["mail"]["To"] == f"{name}@orchard.example" and one["mail"]["Subject"] == "12 May"
        assert one["mail"]["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_answers_by_one_click():
    site = Site()
    mails, more = site.invite("12 May"), site.invite("3 & 4 June?")
    assert site.days() == {"12 May": {}, "3 & 4 June?": {}}
    ada, eve = site.visitor("ada"), site.visitor("eve")
    shown = ada.on("https://mail.example").link(mails["ada"]["yes"])
    assert shown.url.endswith("/days") and site.days()["12 May"] == {"ada": "yes"}
    eve.get(more["eve"]["no"]), ada.get(more["ada"]["yes"])
    assert site.days() == {"12 May": {"ada": "yes"}, "3 & 4 June?": {"eve": "no", "ada": "yes"}}
    ada.get(mails["ada"]["no"]), ada.get(mails["ada"]["yes"]), ada.on("https://mail.example").link(mails["ada"]["no"])
    assert site.days()["12 May"] == {"ada": "no"}


def test_a_day_is_invited_to_again():
    site = Site()
    first = site.invite("12 May")
    ada = site.visitor("ada")
    ada.get(first["ada"]["yes"])
    second = site.invite("12 May")
    assert site.days() == {"12 May": {"ada": "yes"}}
    ada.get(second["ada"]["no"])
    assert site.days() == {"12 May": {"ada": "no"}}
    ada.get(first["ada"]["yes"])
    assert site.days() == {"12 May": {"ada": "yes"}}


def test_the_button_of_the_mail_program():
    site = Site()
    mails = site.invite("12 May")
    ada = site.visitor("ada")
    assert ada.get("/readers").json == ["ada", "bo", "eve"]
    for _ in range(2):
        assert web_client(site.app).post(mails["ada"]["leave"], **CLICK).status_code == 200
        assert ada.get("/readers").json == ["bo", "eve"]
    later = site.invite("13 May")
    assert sorted(later) == ["bo", "eve"]
    assert web_client(site.app).post(later["eve"]["leave"], **CLICK).status_code == 200
    assert ada.get("/readers").json == ["bo"]
    ada.get(mails["ada"]["yes"])
    assert site.days()["12 May"] == {"ada": "yes"}


def test_who_is_not_logged_in():
    site = Site()
    mails = site.invite("12 May")
    assert site.visitor().get(mails["ada"]["yes"]).url.endswith("/login")
    assert site.visitor().post("/login", {"name": "ada", "password": "pear"}).status == 401
    assert site.visitor().post("/login", {"name": "no", "password": "pear"}).status == 401
