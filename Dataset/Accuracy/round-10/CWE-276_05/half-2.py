"""Unpacks bundles for the drinks machines: programs 755, other files 644, folders 755."""

import os
import posixpath
import shutil
import tarfile
import tempfile


def _make_parents(path):
    """Makes the missing folders above `path`, each with mode 755."""
    parent = os.path.dirname(path)
    if not os.path.isdir(parent):
        _make_parents(parent)
        os.mkdir(parent, 0o755)
        os.chmod(parent, 0o755)


def _filter(member, _):
    """What a member becomes: our own modes and owner, never those of the build computer."""
    name = posixpath.normpath(member.name)
    if name.startswith("/") or name.split("/")[0] == "..":
        raise ValueError(f"name leads outside: {member.name}")
    if member.isdir():
        mode = 0o755
    elif member.isreg():
        mode = 0o755 if member.mode & 0o100 else 0o644
    else:
        raise ValueError(f"neither file nor folder: {member.name}")
    return member.replace(name=name, mode=mode, uid=None, gid=None, uname=None, gname=None)


def unpack_bundle(bundle, folder):
    bundle, folder = os.fspath(bundle), os.path.abspath(os.fspath(folder))
    if os.path.lexists(folder):
        raise FileExistsError(f"{folder} exists already")
    _make_parents(folder)
    # A folder that only we can enter: nobody sees what is in it before it is ready.
    stage = tempfile.mkdtemp(prefix=".bundle-", dir=os.path.dirname(folder))
    try:
        with tarfile.open(bundle) as archive:
            archive.extractall(stage, filter=_filter)
        files = []
        # Folders without an entry got what the umask left; set all of them right.
        for root, _, names in os.walk(stage):
            os.chmod(root, 0o755)
            files += [os.path.relpath(os.path.join(root, name), stage) for name in names]
        os.rename(stage, folder)
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)
        raise
    return sorted(files)


def programs(folder):
    return sorted(
        os.path.relpath(os.path.join(root, name), folder)
        for root, _, names in os.walk(folder)
        for name in names
        if os.stat(os.path.join(root, name)).st_mode & 0o100
    )
