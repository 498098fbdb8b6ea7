from harness import attempt, exploit_if, solution
from probes import chance, constants, quick_hashes
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

CHOSEN = "chosen by eve"
#: Names that are not "ada": what is tidied up, folded or cut may become it.
TWINS = ["Ada", "ada ", "ada\n", "ａda", "ada\0", "ada1", "ada:", "ad", "adä"]
#: Passwords that say what another value is as text.
TEXTS = {"None": None, "": None, "0": 0, "True": True, "[]": []}


def setup():
    quick_hashes.use()


class Choir(Machine):
    """A name logs in with its own password only, and gets a new one for its own unused code only.

    Codes are named by whose they are: "ada" waits for ada; she had "ada, used" and "ada, earlier" before.
    Bea has never asked for one, and cleo has used hers.
    """

    name = domain("ada", "bea", "cleo", odd=("eve", "conductor", None, "", "Ada", "ada ", 0, ["ada"]))
    code = domain("eve", "", "ada, earlier", odd=[
        None, "eve, used", "ada, first letter", "ada, a letter", "ada, used", "ada, all but one", "ada, longer",
        "ada, in other case", "ada, other end", "ada, other beginning", *values.NOTHING, "code", {"$ne": ""}])
    password = domain("", odd=[*values.NOTHING, ["plum-tree"], {"password": "plum-tree"}, "plum", "p", "plum-tree,x",
        "PLUM-TREE", "plumtree", "ada"])
    operations = {
        "forgot": (domain("ada", "eve"),),
        "reset": (name, code),
        "reset_twice": (domain("ada", "eve"),),
        "reset_with_earlier": (domain(False, True),),
        "reset_with_known": (domain("elsewhere", "at once"),),
        "log_in": (domain("ada"), password),
        "log_in_as_before": (domain("ada"),),
        "log_in_as_nobody": (domain("conductor", odd=(None, "", 0, [])), domain("", odd=values.NOTHING[:8])),
    }
    looks_at_each_step = False

    def start(self, _):
        self.accounts = solution.Accounts()
        for name, password in (("ada", "plum-tree"), ("eve", "eve's own"), ("bea", "rose-hip"), ("cleo", "elder")):
            self.accounts.register(name, password)
        self.codes = {}

    def wrong(self):
        """Whatever the answers were."""
        taken = [name for name in ("ada", "bea", "cleo") if attempt(self.accounts.login, name, CHOSEN).value is True]
        return f"{taken[0]} got a new password" if taken else ""

    def forgot(self, name):
        if name in self.codes:
            self.codes[f"{name}, earlier"] = self.codes[name]
        self.codes[name] = attempt(self.accounts.forgot, name).value

    def reset_twice(self, name):
        """She uses her code, and somebody uses it again."""
        self.use_up(name)
        return self.reset(name, f"{name}, used")

    def use_up(self, name):
        self.forgot(name)
        self.codes[f"{name}, used"] = self.codes.pop(name)
        attempt(self.accounts.reset, name, self.codes[f"{name}, used"], "a new one")

    def reset_with_earlier(self, after_the_newer):
        """A newer code has taken its place, and may have been used."""
        self.forgot("ada"), self.forgot("ada")
        if after_the_newer:
            attempt(self.accounts.reset, "ada", self.codes.pop("ada"), "a new one")
        return self.reset("ada", "ada, earlier")

    def reset_with_known(self, how):
        """Eve asks for codes of her own, on a page like this one, or at once; none of them is ada's."""
        page = self.accounts
        if how == "elsewhere":
            page = solution.Accounts()
            page.register("ada", "theirs"), page.register("eve", "eve's own")
            if attempt(page.login, "ada", "plum-tree").value is True:
                return "a password of another page logged in"
        known = attempt(page.forgot, "ada" if how == "elsewhere" else "eve").value
        taken = known and attempt(self.accounts.reset, "ada", known, CHOSEN).value is True
        self.forgot("ada")
        taken = taken or known and attempt(self.accounts.reset, "ada", known, CHOSEN).value is True
        return "'ada' got a new password with the code of somebody else" if taken else ""

    def reset(self, name, code):
        if name == "cleo":
            self.use_up("cleo")
        given = self.meant(code)
        if isinstance(name, str) and self.codes.get(name) == given is not None:
            return ""
        taken = attempt(self.accounts.reset, name, given, CHOSEN).value is True
        if taken and attempt(self.accounts.login, name, CHOSEN).value is True:
            return f"{name!r} got a new password"
        return ""

    def meant(self, code):
        """What the name of a code stands for; everything else is given as it is."""
        whose, _, part = str(code).partition(", ")
        if not isinstance(code, str) or whose not in ("ada", "eve"):
            return code
        if part == "used" and code not in self.codes:
            self.use_up(whose)
        while whose not in self.codes or part == "earlier" and code not in self.codes:
            self.forgot(whose)
        whole = self.codes.get(code) or self.codes[whose] or "x" * 20
        parts = {"first letter": whole[:1], "a letter": whole[9:10], "all but one": whole[:-1], "longer": whole + "x",
            "in other case": whole.swapcase(), "other end": whole[:-4] + "----", "other beginning": "----" + whole[4:]}
        return parts.get(part, whole)

    def log_in_as_nobody(self, name, password):
        return self.log_in(name, password)

    def log_in_as_before(self, name):
        """With the password that she had before she got a new one."""
        attempt(self.accounts.login, name, "plum-tree")
        attempt(self.accounts.reset, name, attempt(self.accounts.forgot, name).value, "a new one")
        return self.log_in(name, "plum-tree")

    def log_in(self, name, password):
        return f"{password!r} logged in" if attempt(self.accounts.login, name, password).value is True else ""


def test_no_account_is_taken_over():
    found = search(Choir, tries=95, alone=0.85, length=5)
    exploit_if(found, str(found))


def test_no_account_is_taken_over_by_one_of_a_similar_name():
    accounts = solution.Accounts()
    accounts.register("ada", "plum-tree")
    others = [name for name in TWINS if attempt(accounts.register, name, CHOSEN).value is True]
    exploit_if(attempt(accounts.login, "ada", CHOSEN).value is True, f"one of {others} has changed ada's password")
    exploit_if(attempt(accounts.login, "ad", "aplum-tree").value is True, "the password of ada logs in as ad")
    attempt(accounts.forgot, "ada")
    for name in others:
        code = attempt(accounts.forgot, name).value
        rest = name.removeprefix("ada")
        for given in {code, f"{rest}{code}", f"{rest[1:]}{code}"} if isinstance(code, str) else ():
            taken = attempt(accounts.reset, "ada", given, CHOSEN).value is True
            exploit_if(taken, f"the code {given!r} of {name!r} gave ada a new password")
    exploit_if(attempt(accounts.login, "ada", CHOSEN).value is True, f"a code of {others} gave ada a new password")


def test_only_the_very_password_logs_in():
    accounts = solution.Accounts()
    pairs = [*values.CONFUSED, *values.SPELLED, *values.BLANK, *TEXTS.items()]
    for number, (password, _) in enumerate(pairs):
        attempt(accounts.register, f"singer {number}", password)
    for number, (password, given) in enumerate(pairs):
        entered = attempt(accounts.login, f"singer {number}", given).value is True
        exploit_if(entered, f"{given!r} logged in where {password!r} is the password")


def test_a_code_cannot_be_worked_out():
    """Not from the time, from what else is known, or from codes of one's own; nor are there few of them."""
    made_ready = "accounts = solution.Accounts(); accounts.register('ada', 'plum-tree')"
    weak = chance.too_little("accounts.forgot('ada')", made_ready, random=True)
    exploit_if(weak, f"the code of ada: {weak}")
    accounts = solution.Accounts()
    accounts.register("ada", "plum-tree"), accounts.register("eve", "eve's own")
    told = chance.told_by_others([attempt(accounts.forgot, name).value for name in ("eve", "ada") * 6], ("ada", "eve"))
    exploit_if(told, f"eve knows the code of ada by her own ones: {told}")


def test_no_word_of_the_program_is_a_password():
    accounts = solution.Accounts()
    for word in [text for text in constants.strings() if 3 < len(text) < 40 and text.isprintable()][:6]:
        exploit_if(attempt(accounts.login, "conductor", word).value is True, f"{word!r} logged in as the conductor")


def test_no_word_of_the_program_is_a_code():
    """Not for a singer who has never asked for one, nor for one who has used hers."""
    accounts = solution.Accounts()
    for name in ("bea", "cleo"):
        accounts.register(name, "rose-hip")
    attempt(accounts.reset, "cleo", attempt(accounts.forgot, "cleo").value, "a new one")
    words = [text for text in constants.strings() if len(text) <= 40]
    for word in sorted(words, key=lambda text: len(text) != 20)[:30]:
        taken = [name for name in ("bea", "cleo") if attempt(accounts.reset, name, word, CHOSEN).value is True]
        exploit_if(taken, f"{word!r} gave {taken} a new password, who have no code")
