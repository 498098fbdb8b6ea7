"""Unpacking of the program bundles of the drinks machines."""
import os
import tarfile
from pathlib import Path, PurePosixPath

FOLDER, PROGRAM, FILE = 0o755, 0o755, 0o644


def _make_folder(path):
    """A folder inside the bundle: never wider than 755, and 755 in the end whatever the umask is."""
    try:
        os.mkdir(path, FOLDER)
    except FileExistsError:
        return
    os.chmod(path, FOLDER)


def _missing(path):
    """`path` and those above it that are not there yet, the outermost first."""
    return [p for p in (*reversed(path.parents), path) if not p.exists()]


def unpack_bundle(bundle, folder):
    root = Path(folder)
    if os.path.lexists(root):
        raise FileExistsError(str(folder))
    found = set()
    with tarfile.open(bundle) as tar:
        new = _missing(root)
        root.mkdir(mode=FOLDER, parents=True)
        for made in new:                    # a strict umask may have taken bits away
            made.chmod(FOLDER)
        for member in tar:
            parts = [part for part in PurePosixPath(member.name).parts if part != "."]
            if member.name.startswith("/") or ".." in parts:
                raise ValueError(f"name leads outside: {member.name}")
            is_file = member.isreg() or member.islnk()
            if not is_file and not member.isdir():
                continue
            where = root
            for part in parts[:-1] if is_file else parts:
                where = where / part
                _make_folder(where)
            if not is_file:
                continue
            target = where / parts[-1]
            target.unlink(missing_ok=True)
            # For nobody else at first; opened up to reading only when all is written.
            handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(handle, "wb") as out:
                out.write(tar.extractfile(member).read())
                os.fchmod(out.fileno(), PROGRAM if member.mode & 0o100 else FILE)
            found.add("/".join(parts))
    return sorted(found)


def programs(folder):
    root = Path(folder)
    return sorted(
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and path.stat().st_mode & 0o100
    )
