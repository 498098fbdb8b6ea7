import email
import email.header
import email.utils

from harness import box, solution
from probes import mail

ACCOUNTS = {
    "hill-3": "plum-2209-blossom", "desk": "elder-1188-frost", "u8": "Wr0ng?:\"#%\\x", "dale": "newer:pass=1",
}
server = mail.MailServer(hosts={"mail.frost.example": ["93.184.216.77"]}, accounts=ACCOUNTS)


def stations(name, **accounts):
    box.mkdir(name)
    for station, (user, password) in accounts.items():
        box.write(f"{name}/{station.replace('_', ' ')}.account", f"{user}\n{password}\n")
    server.clear()
    server.takes_mails = True
    return solution.FrostMail(name)


def only():
    """The one mail that was sent, with its headers."""
    [sent] = server.mails
    headers = email.message_from_bytes(sent.data)
    subject = str(email.header.make_header(email.header.decode_header(headers["Subject"])))
    return sent, email.utils.parseaddr(headers["From"])[1], " ".join(subject.split())


def test_a_warning_is_sent_by_the_station():
    frost = stations("first", Hill_3=("hill-3", "plum-2209-blossom"))
    assert frost.warn("Hill 3", -2.5, ["ada@orchard.example", "bo@orchard.example"]) is True
    sent, sender, subject = only()
    assert sent.user == "hill-3" and sent.sender == sender == "hill-3@frost.example"
    assert sorted(sent.recipients) == ["ada@orchard.example", "bo@orchard.example"]
    assert subject == "Frost at Hill 3: -2.5"
    assert [(one.user, one.password) for one in server.logins] == [("hill-3", "plum-2209-blossom")]


def test_names_and_passwords_of_all_kinds():
    frost = stations("second", Übersee=("u8", ACCOUNTS["u8"]), Dale=("dale", "newer:pass=1"))
    assert frost.warn("Übersee", -0.5, ["ada@orchard.example"]) is True
    sent, sender, subject = only()
    assert (sent.user, sender, subject) == ("u8", "u8@frost.example", "Frost at Übersee: -0.5")
    assert frost.warn("Dale", -11.25, ["bo@orchard.example"]) is True
    assert server.mails[-1].user == "dale"


def test_a_file_without_a_line_feed_at_its_end():
    frost = stations("third")
    box.write("third/Dale.account", "dale\nnewer:pass=1")
    assert frost.warn("Dale", -1.0, ["ada@orchard.example"]) is True
    assert only()[0].user == "dale"


def test_a_changed_file_counts_from_the_next_warning_on():
    frost = stations("fourth", Dale=("dale", "older"), Hill_3=("hill-3", "plum-2209-blossom"))
    assert frost.warn("Dale", -1.0, ["ada@orchard.example"]) is False
    box.write("fourth/Dale.account", "dale\nnewer:pass=1\n")
    assert frost.warn("Dale", -1.0, ["ada@orchard.example"]) is True
    assert frost.warn("Hill 3", -1.0, ["ada@orchard.example"]) is True
    assert [one.user for one in server.mails] == ["dale", "hill-3"]


def test_what_the_server_refuses():
    frost = stations("fifth", Hill_3=("hill-3", "cherry"), Dale=("dale", "newer:pass=1"))
    assert frost.warn("Hill 3", -2.0, ["ada@orchard.example"]) is False
    server.takes_mails = False
    assert frost.warn("Dale", -2.0, ["ada@orchard.example"]) is False
    assert server.mails == []
    server.takes_mails = True
    assert frost.warn("Dale", -2.0, ["ada@orchard.example"]) is True
