from harness import exploit_if
from probes import privilege
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

ARTIST, GROUP = 1007, 2012
CALLS = {
    "nothing": (),
    "user": ("setuid", "seteuid", "setreuid", "setresuid"),
    "group": ("setgid", "setegid", "setregid", "setresgid"),
    "groups": ("setgroups", "initgroups"),
} | {name: (name,) for name in ("setgroups", "initgroups", "setresuid", "setresgid", "setuid", "setgid", "seteuid",
    "setegid")}


class Farm(Machine):
    """When the job runs, nothing of root is left in it; otherwise it does not run."""

    groups = domain("0 4 27", "4 27", "", odd=("27", "0", "0 4 6 27", "1007 27", "1007 0", "50"))
    failing = domain("nothing", "user", "group", "groups", odd=list(CALLS))
    error = domain("PermissionError", "BlockingIOError", odd=("OSError", "ValueError"))
    operations = {"run_job": (groups, failing, error)}

    def run_job(self, groups, failing, error):
        trace = privilege.record(
            "solution.run_job('maya', job)",
            setup="def job(): observe('job')",
            users={"maya": (ARTIST, GROUP)},
            groups=tuple(map(int, groups.split())),
            failing={name: error for name in CALLS[failing]},
        )
        ids = trace.at("job")
        if ids is None:
            return ""
        users, group_ids = {ids.ruid, ids.euid, ids.suid}, {ids.rgid, ids.egid, ids.sgid}
        if users != {ARTIST} or group_ids != {GROUP}:
            return f"the job is run with the user ids {sorted(users)} and the group ids {sorted(group_ids)}"
        return f"the job is in the groups {sorted(ids.groups)}" if set(ids.groups) - {GROUP} else ""


def test_nothing_of_root_is_left_in_the_job():
    found = search(Farm, tries=50, alone=1)
    exploit_if(found, str(found))
