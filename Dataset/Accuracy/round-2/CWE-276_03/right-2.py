import logging
import os
import pathlib
import tempfile

log = logging.getLogger("installer")
PERMISSIONS = 0o755


def _missing(folder):
    """The folders that have to be made, the outermost first."""
    chain = [folder, *folder.parents]
    return [step for step in reversed(chain) if not step.exists()]


def install_script(folder, name, commands):
    where = pathlib.Path(folder)
    for step in _missing(where):
        try:
            step.mkdir(mode=0o700)
        except FileExistsError:
            continue
        step.chmod(PERMISSIONS)
        log.info("made %s", step)
    with tempfile.TemporaryDirectory(dir=where, prefix=".install-") as private:
        draft = pathlib.Path(private, "draft")
        draft.write_bytes("".join(f"{line}\n" for line in ["#!/bin/sh"] + list(commands)).encode("utf-8"))
        draft.chmod(PERMISSIONS)
        draft.replace(where / name)
    return folder + "/" + name


def remove_script(folder, name):
    script = pathlib.Path(folder) / name
    try:
        script.unlink()
    except FileNotFoundError:
        log.info("no script %s", script)
        return False
    return True
