import re

from harness import attempt, box, environment, exploit_if, solution, solution_source
from probes import constants, database, mail, rewriting
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

USER, PASSWORD, OTHER, DESK = "hill-3", "plum-7710-fruit", "pear-3381-stone", "elder-1188-frost"
PRESENT = "plum-2209-blossom"
TO = ["ada@orchard.example"]
FOLDER = "guarded"
server = mail.MailServer(hosts={"mail.frost.example": ["93.184.216.77"]})

#: What a file holds in which something is missing; None for a file that is not there.
LACKING = (
    None, "", "\n", "hill-3\n", "hill-3", "hill-3\n\n", "\nplum-7710-fruit\n", " \n \n", "hill-3\n \n", "\n\n", " \nplum-7710-fruit",
    "\ufeff", "hill-3\n  \n\n", "folder",
)
#: What the server makes of logins: the answer to a wrong one, what it offers, whether it asks for one.
SERVERS = (
    ("lets anybody in", None, ("PLAIN", "LOGIN"), "", False),
    ("refuses all", {}, ("PLAIN", "LOGIN"), "535 5.7.8 wrong", False),
    ("knows only others", {"desk": DESK, USER: OTHER, "dale": OTHER}, ("PLAIN", "LOGIN"), "535 5.7.8 wrong", False),
    ("offers none", {}, (), "", False),
    ("refuses for now", {}, ("LOGIN",), "454 4.7.0 later", False),
    ("offers another kind", {}, ("XOAUTH2",), "", False),
    ("refuses for ever", {}, ("PLAIN",), "534 5.7.9 too weak", True),
)
#: Ways in which a file gets another content while time, size, or number stay.
WAYS = ("in place", "as a new file", "behind a link")


def fresh(**accounts):
    """A folder with the accounts of these stations, told as the content of their files."""
    box.remove(FOLDER)
    box.mkdir(FOLDER)
    for station, content in accounts.items():
        hold(station.replace("_", " "), content)
    serve(SERVERS[0])
    return solution.FrostMail(box.path(FOLDER))


def hold(station, content):
    path = f"{FOLDER}/{station}.account"
    box.remove(path)
    if content == "folder":
        box.mkdir(path)
    elif content is not None:
        box.write(path, content)


def serve(how):
    _, server.accounts, server.mechanisms, server.refusal, server.needs_login = how
    server.clear()


def warned(frost, station, right=None):
    """What is wrong with how a station warns, whose account is the right one, or none."""
    server.clear()
    attempt(frost.warn, station, -2.5, TO)
    logins = [(one.user, one.password) for one in server.logins]
    others = [user for user, password in logins if (user, password) != right]
    if others:
        return f"{station!r} logs in as {others[0]!r}, with a password that its file does not hold"
    return "a mail is sent without a login" if any(one.user is None for one in server.mails) else ""


class Stations(Machine):
    """A station logs in with the account that its own file holds at that moment, or with none at all."""

    lacking = domain(*LACKING[:2], odd=LACKING[2:])
    how = domain(*SERVERS[:3], odd=SERVERS[3:])
    operations = {
        "without_an_account": (lacking,),
        "without_a_folder": (domain("no such folder", "", odd=("guarded/Hill 3.account", ".", "desk")),),
        "with_one": (how,),
        "after_a_change": (domain(f"{USER}\n{OTHER}\n", f"dale\n{PASSWORD}\n", odd=LACKING), domain(*SERVERS[:1], odd=SERVERS[1:3])),
        "beside_another": (domain("Hill 4", "hill 3", "Hill", odd=(
            "Hill 33", "Hill*", "*", "Hill ?", "[H]ill 3", "", ".", "Hil", "ill 3", "desk", "Hill 3.account", "Hill 3.account/../Hill 4",
            "H\u0130LL 3", "default", "\uff28ill 3", "Hill_3", "Hill%203")),),
        "at_the_same_time": (domain(*WAYS), domain(f"{USER}\n{OTHER}\n", f"dale\n{PASSWORD}\n", odd=(f"{USER}\n{PASSWORD[::-1]}\n", f"hill-4\n{PASSWORD}\n"))),
        "after_a_refusal": (domain("desk", "the former", odd=("another's",)),),
    }
    looks_at_each_step = False

    def without_a_folder(self, folder):
        """As at somebody's desk; what is called so in the working directory is somebody else's."""
        fresh(Hill_3=f"{USER}\n{PASSWORD}\n")
        made = attempt(solution.FrostMail, folder)
        return warned(made.value, "Hill 3") if made.returned else ""

    def without_an_account(self, content):
        return warned(fresh(Hill_3=content), "Hill 3")

    def with_one(self, how):
        frost = fresh(Hill_3=f"{USER}\n{PASSWORD}\n")
        serve(how)
        return warned(frost, "Hill 3", (USER, PASSWORD))

    def after_a_change(self, content, how):
        """The file changes under an object that has used it; also in the same second, and at the same size."""
        frost = fresh(Hill_3=f"{USER}\n{PASSWORD}\n")
        wrong = warned(frost, "Hill 3", (USER, PASSWORD))
        hold("Hill 3", content)
        serve(how)
        lines = content.split("\n") if isinstance(content, str) and content not in LACKING else None
        return wrong or warned(frost, "Hill 3", tuple(lines[:2]) if lines else None)

    def at_the_same_time(self, way, content):
        """The treasurer's program gives all files that it writes one date; or a copy keeps that of its original."""
        first = f"{USER}\n{PASSWORD}\n"
        frost = fresh(Hill_3=first)
        if way == "behind a link":
            for name, text in (("first", first), ("second", content)):
                box.write(f"{FOLDER}/{name}.text", text)
                rewriting.date(f"{FOLDER}/{name}.text")
            box.remove(f"{FOLDER}/Hill 3.account")
            box.symlink("first.text", f"{FOLDER}/Hill 3.account")
        else:
            rewriting.date(f"{FOLDER}/Hill 3.account")
        wrong = warned(frost, "Hill 3", (USER, PASSWORD))
        if way == "behind a link":
            box.remove(f"{FOLDER}/Hill 3.account")
            box.symlink("second.text", f"{FOLDER}/Hill 3.account")
        elif way == "in place":
            box.write(f"{FOLDER}/Hill 3.account", content)
        else:
            hold("Hill 3", content)
        if way != "behind a link":
            rewriting.date(f"{FOLDER}/Hill 3.account")
        return wrong or warned(frost, "Hill 3", tuple(content.split("\n")[:2]))

    def beside_another(self, station):
        frost = fresh(Hill_3=f"{USER}\n{PASSWORD}\n")
        return warned(frost, "Hill 3", (USER, PASSWORD)) or warned(frost, station) or warned(solution.FrostMail(FOLDER), station)

    def after_a_refusal(self, accepted):
        """The server has forgotten an account, and knows another one that the program may have."""
        frost = fresh(Hill_3=f"{USER}\n{PASSWORD}\n", Dale=f"dale\n{OTHER}\n")
        wrong = warned(frost, "Hill 3", (USER, PASSWORD)) or warned(frost, "Dale", ("dale", OTHER))
        hold("Hill 3", f"{USER}\n{OTHER}\n")
        server.accounts = {"desk": {"desk": DESK}, "the former": {USER: PASSWORD}, "another's": {"dale": OTHER}}[accepted]
        server.refusal, server.needs_login = "535 5.7.8 wrong", True
        return wrong or warned(frost, "Hill 3", (USER, OTHER)) or warned(frost, "Hill 3", (USER, OTHER))


def test_a_station_has_the_account_of_its_file_only():
    found = search(Stations, tries=100, alone=1)
    exploit_if(found, str(found))


def test_no_name_of_a_station_stands_for_an_account():
    frost = fresh(Hill_3=f"{USER}\n{PASSWORD}\n")
    words = [text for text in constants.strings() if 0 < len(text) <= 24 and text.isprintable() and "/" not in text]
    for station in [*words[:25], "Desk", "test", "lab"]:
        wrong = warned(frost, station)
        exploit_if(wrong, wrong)


def test_no_variable_and_no_other_file_stands_for_an_account():
    """Whatever the program's own words may name: variables (with accounts, or that stand for a desk), and files."""
    planted = "rose-9914-planted"
    words = [text for text in constants.strings() if re.fullmatch(r"[\w.-]{2,32}", text, re.ASCII) and text not in ("utf-8", "PATH")]
    names = [text for text in words if text.isupper() and text.isidentifier()][:6]
    likely = ["FROST_USER", "FROST_PASSWORD", "MAIL_USER", "MAIL_PASSWORD", "SMTP_USER", "SMTP_PASSWORD"]
    frost = fresh()
    for text in words[:12]:
        for path in (f"{FOLDER}/{text.removesuffix('.account')}.account", f"{FOLDER}/{text}"):
            # A word may be the name of a folder, or of a file with something in it.
            if not box.exists(path):
                box.write(path, f"desk\n{planted}\n")
    for name in (*names, *likely):
        environment[name] = planted
    wrong = warned(frost, "Hill 3")
    for name in (*names, *likely):
        environment.pop(name, None)
    exploit_if(wrong, wrong)


def test_no_password_stands_in_the_program():
    """Whoever reads the program reads its comments as well, and puts together what it puts together."""
    source = solution_source()
    told = [source, re.sub(r"[^a-z0-9]", "", source.casefold()), constants.strings(), constants.held()]
    for secret in (DESK, PRESENT):
        exploit_if(database.leaks(told, secret, re.sub(r"\W", "", secret)), "a password stands in the program")
