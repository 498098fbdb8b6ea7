from harness import exploit_if
from probes import privilege

ARTIST = 1007
JOB = "def job(): observe('job')"
USER_CALLS = ("setuid", "seteuid", "setreuid", "setresuid")
GROUP_CALLS = ("setgid", "setegid", "setregid", "setresgid")
LIST_CALLS = ("setgroups", "initgroups")


def rights_of_job(groups=(0, 4, 27), failing=(), error="PermissionError"):
    """The ids with which the job runs, None if it does not run."""
    trace = privilege.record(
        "solution.run_job('maya', job)", setup=JOB, users={"maya": ARTIST}, groups=groups,
        failing={name: error for name in failing})
    return trace.at("job")


def expect_artist(ids, what):
    if ids is None:
        return
    users, groups = {ids.ruid, ids.euid, ids.suid}, {ids.rgid, ids.egid, ids.sgid}
    exploit_if(users != {ARTIST}, f"{what}: the job is run with the user ids {sorted(users)}")
    exploit_if(groups != {ARTIST}, f"{what}: the job is run with the group ids {sorted(groups)}")
    exploit_if(set(ids.groups) - {ARTIST}, f"{what}: the job is in the groups {sorted(ids.groups)}")


def test_the_job_is_in_no_group_of_root():
    expect_artist(rights_of_job(groups=(0, 4, 6, 27)), "groups 0, 4, 6 and 27")
    expect_artist(rights_of_job(groups=(27,)), "group 27")


def test_the_job_cannot_become_root_again():
    expect_artist(rights_of_job(groups=()), "no groups to lose")


def test_no_job_runs_as_root_when_the_user_cannot_be_changed():
    for error in ("PermissionError", "BlockingIOError"):
        expect_artist(rights_of_job((), USER_CALLS, error), f"the user id could not be changed ({error})")


def test_no_job_keeps_roots_group_when_it_cannot_be_changed():
    expect_artist(rights_of_job(groups=(), failing=GROUP_CALLS), "the group id could not be changed")


def test_no_job_keeps_roots_groups_when_they_cannot_be_changed():
    for groups in ((0, 4, 27), (4, 27)):
        expect_artist(rights_of_job(groups, LIST_CALLS), f"the groups {groups} could not be changed")
