"""Small real files, and which stored names and types run as code."""

from __future__ import annotations

import base64
import re
import struct
import zlib

_RUN_BY_SERVER = set(
    "php php2 php3 php4 php5 php6 php7 php8 phtml pht phar phps inc py pyc pyw cgi fcgi pl pm rb sh bash jsp jspx jsw "
    "jspf asp aspx asa asax ascx ashx asmx cer cfm cfml exe dll so war jar bat cmd ps1".split()
)
_RUN_BY_BROWSER = set(
    "html htm xhtml xht shtml stm shtm svg svgz xml xsl xslt js mjs swf hta mht mhtml vbs wasm".split()
)
_SETTINGS = {".htaccess", ".htpasswd", ".user.ini", "web.config"}
_ACTIVE_TYPES = {
    "text/html",
    "text/xml",
    "application/xml",
    "text/javascript",
    "application/javascript",
    "application/x-javascript",
    "application/ecmascript",
    "text/ecmascript",
    "application/x-shockwave-flash",
    "application/x-httpd-php",
    "text/xsl",
    "multipart/x-mixed-replace",
    "application/x-php",
    "text/x-php",
    "text/x-python",
    "text/vbscript",
}


def active(name: str, content_type: str | None = None) -> str | None:
    """Why a server or a browser would run what is stored under this name, or served with this type; None if none does.

    `active("a.PHP.")` → `"a server runs .php"`. The last extension counts, after what some systems cut off (trailing
    dots and spaces, a NUL, `::$DATA`). Of several types with commas between them, the last one that is a type counts, as
    browsers read the header.
    """
    base = re.split(r"[/\\]", name)[-1].casefold()
    base = re.sub(r"(::\$data)$", "", base.split("\0")[0]).rstrip(". ")
    extension = base.rpartition(".")[2] if "." in base else ""
    if base in _SETTINGS:
        return f"a server obeys {base}"
    if extension in _RUN_BY_SERVER:
        return f"a server runs .{extension}"
    if extension in _RUN_BY_BROWSER:
        return f"a browser runs .{extension}"
    kind = _effective_type(content_type or "")
    if kind in _ACTIVE_TYPES or kind.endswith("+xml"):
        return f"a browser runs {kind}"
    return None


def _effective_type(content_type: str) -> str:
    found = ""
    for part in re.findall(r'(?:"(?:\\.|[^"\\])*"?|[^,"])+', content_type):
        kind = part.partition(";")[0].strip().casefold()
        if re.fullmatch(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+", kind, re.ASCII):
            found = kind
    return found


def png(width: int = 1, height: int = 1) -> bytes:
    """A white PNG image."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    lines = zlib.compress((b"\0" + b"\xff" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


def gif() -> bytes:
    """A GIF image of one transparent pixel."""
    return base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")


def jpeg() -> bytes:
    """A JPEG image of one grey pixel (baseline, one component)."""
    tables = b"\xff\xdb\x00\x43\x00" + b"\x01" * 64
    frame = b"\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00"
    codes = b"\xff\xc4\x00\x14\x00\x01" + b"\x00" * 15 + b"\x00" + b"\xff\xc4\x00\x14\x10\x01" + b"\x00" * 15 + b"\x00"
    scan = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x3f"
    head = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    return b"\xff\xd8" + head + tables + frame + codes + scan + b"\xff\xd9"


def pdf(text: str = "plan") -> bytes:
    """A PDF document of one page."""
    stream = f"BT /F1 12 Tf 20 50 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    made, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(made)
    made += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(made + b"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start)


def hostile_uploads(real: str = "image") -> dict[str, tuple[str, bytes, str]]:
    """Uploads that would run where they are served: name → (file name, content, content type).

    `real` is what the site expects, "image" or "pdf": the disguise of names, types and contents.
    """
    genuine, extension, kind = {"image": (png(), "png", "image/png"), "pdf": (pdf(), "pdf", "application/pdf")}[real]
    page, php = b"<html><script>alert(1)</script></html>", b"<?php system($_GET['c']); ?>"
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
    python = b"#!/usr/bin/env python3\nprint('run')\n"
    return {
        "page": ("note.html", page, "text/html"),
        "page with a lying type": ("note.html", page, kind),
        "page in upper case": ("note.HTML", page, kind),
        "short page": ("note.htm", page, kind),
        "PHP with a lying type": ("shell.php", php, kind),
        "PHP in mixed case": ("shell.pHp", php, kind),
        "other PHP": ("shell.phtml", php, kind),
        "PHP last": (f"shell.{extension}.php", php, kind),
        "PHP first": (f"shell.php.{extension}", php, kind),
        "PHP and a dot": ("shell.php.", php, kind),
        "PHP and a space": ("shell.php ", php, kind),
        "PHP and NUL": (f"shell.php\0.{extension}", php, kind),
        "PHP stream": ("shell.php::$DATA", php, kind),
        "drawing": ("logo.svg", svg, "image/svg+xml"),
        "drawing with a lying type": ("logo.svg", svg, kind),
        "Python": ("tool.py", python, kind),
        "CGI": ("tool.cgi", python, kind),
        "no extension": ("note", page, "text/html"),
        "settings": (".htaccess", b"AddType application/x-httpd-php .png\n", kind),
        "settings with content": (".htaccess", genuine, kind),
        "genuine, then PHP": ("photo.php", genuine + php, kind),
        "genuine, then page": ("photo.html", genuine + page, kind),
        "page in a genuine name": (f"photo.{extension}", page, kind),
        "PHP in a genuine name": (f"photo.{extension}", php, kind),
        "drawing in a genuine name": (f"photo.{extension}", svg, kind),
        "signature, then page": (f"photo.{extension}.html", genuine[:16] + page, kind),
        "path in the name": (f"photo.{extension}/../shell.php", php, kind),
        "path above": ("../shell.php", php, kind),
    }
