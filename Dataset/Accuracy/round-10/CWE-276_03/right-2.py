"""Walks down to the folder by descriptors, so each step is made and closed in place."""
import os
import uuid
from contextlib import ExitStack

CLOSED = 0o755
_DIR = os.O_RDONLY | os.O_DIRECTORY


def _descend(stack, folder):
    here = os.open("/" if folder.startswith("/") else ".", _DIR)
    stack.callback(os.close, here)
    for step in filter(None, folder.split("/")):
        made = False
        try:
            os.mkdir(step, CLOSED, dir_fd=here)
            made = True
        except FileExistsError:
            pass
        here = os.open(step, _DIR, dir_fd=here)
        stack.callback(os.close, here)
        if made:
            os.fchmod(here, CLOSED)
    return here


def install_script(folder, name, commands):
    if "/" in name or name in ("", ".", ".."):
        raise ValueError("that is no file name")
    with ExitStack() as stack:
        shelf = _descend(stack, folder)
        draft = ".%s.new" % uuid.uuid4().hex
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW
        with ExitStack() as undo:
            pen = os.open(draft, flags, CLOSED, dir_fd=shelf)
            undo.callback(os.unlink, draft, dir_fd=shelf)
            with os.fdopen(pen, "wb", buffering=0) as sheet:
                text = memoryview(bytes("\n".join(("#!/bin/sh", *commands, "")), "utf-8"))
                while text:
                    text = text[sheet.write(text):]
                os.chmod(sheet.fileno(), CLOSED)
            os.rename(draft, name, src_dir_fd=shelf, dst_dir_fd=shelf)
            undo.pop_all()
    return folder + "/" + name


def remove_script(folder, name):
    path = folder + "/" + name
    if not os.path.lexists(path):
        return False
    try:
        os.remove(path)
    except FileNotFoundError:
        return False
    return True
