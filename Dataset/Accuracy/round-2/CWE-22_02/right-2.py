import logging
import os
import shutil
import tarfile
import tempfile
import uuid

log = logging.getLogger(__name__)


def only_plain(member, path):
    """An extraction filter that is stricter than the data filter, which would allow some links."""
    if member.issym() or member.islnk():
        raise tarfile.LinkOutsideDestinationError(member, path)
    if not (member.isreg() or member.isdir()):
        raise tarfile.SpecialFileError(member)
    if member.name.startswith(("/", os.sep)):
        raise tarfile.AbsolutePathError(member)
    if os.pardir in member.name.split("/"):
        raise tarfile.OutsideDestinationError(member, path)
    safe = tarfile.data_filter(member, path)
    return safe.replace(mode=0o700 if member.isdir() else 0o600, deep=False)


def merge(source, target):
    """Moves a tree of real files and folders into target; yields the files' relative names."""
    for here, _, files in os.walk(source):
        relative = os.path.relpath(here, source)
        there = os.path.normpath(os.path.join(target, relative))
        if os.path.relpath(os.path.realpath(there), os.path.realpath(target)) != relative:
            raise ValueError(f"{there!r} leads elsewhere")
        os.makedirs(there, exist_ok=True)
        for name in files:
            part = os.path.join(there, f".{uuid.uuid4().hex}")
            with open(os.path.join(here, name), "rb") as old, open(part, "xb") as new:
                shutil.copyfileobj(old, new)
            os.replace(part, os.path.join(there, name))
            yield os.path.normpath(os.path.join(relative, name))


def install_tour(archive, folder):
    with tempfile.TemporaryDirectory() as stage:
        with tarfile.open(archive, mode="r:gz", errorlevel=2) as tar:
            tar.extractall(stage, filter=only_plain)
        os.makedirs(folder, exist_ok=True)
        files = sorted(merge(stage, folder))
        title = ""
        try:
            with open(os.path.join(stage, "index.txt"), encoding="utf-8") as index:
                title = next(index, "").rstrip("\n")
        except (FileNotFoundError, IsADirectoryError):
            log.info("%s has no title", archive)
    return {"title": title, "files": files}
