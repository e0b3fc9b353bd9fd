# SPDX-License-Identifier: EUPL-1.2
"""Fails when a module includes one that it must not know, or a foreign header outside its home."""
import pathlib
import re
import sys

ALLOWED = {
    "base": [],
    "model": ["base"],
    "store": ["base", "model"],
    "io": ["base", "model"],
    "analysis": ["base", "model"],
    "check": ["base", "model", "analysis"],
    "doc": ["base"],
    "compose": ["base", "model", "analysis", "check", "doc"],
    "layout": ["base", "doc"],
    "pdf": ["base", "layout"],
    "kit": ["base"],
    "app": ["base", "model", "store", "io", "analysis", "check", "doc", "compose", "layout", "pdf", "kit"],
    "cli": ["base", "model", "analysis", "check", "doc", "app"],
}
FOREIGN = {
    "sqlite3.h": ["store"],
    "cmark.h": ["doc"],
    "kainjow/mustache.hpp": ["doc"],
    "hpdf.h": ["pdf"],
    "hb.h": ["layout", "pdf"],
    "hb-subset.h": ["layout", "pdf"],
    "hb-ot.h": ["layout", "pdf"],
    "sodium.h": ["base", "kit"],
    "utf8proc.h": ["base"],
    "toml++/toml.h": ["io"],
    "nlohmann/json.hpp": ["io", "app", "cli"],
    "CLI/CLI.hpp": ["cli"],
}
ONE_FILE = {"CLI/CLI.hpp": "cli/parser.cpp"}


def module_of(path):
    parts = path.parts
    if parts[0] == "cli":
        return "cli"
    return parts[3] if parts[1] == "include" else parts[2]


def problems(root):
    for path in sorted([*root.glob("lib/include/**/*.hpp"), *root.glob("lib/src/**/*.?pp"), *root.glob("cli/**/*.?pp")]):
        where = path.relative_to(root)
        me = module_of(where)
        text = path.read_text("utf-8")
        is_public = "include" in where.parts
        if me not in ALLOWED:
            yield f"{where}: {me} is no module that this check knows"
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if found := re.match(r"#include [<\"]bcmkit/(\w+)/", line):
                if found[1] != me and found[1] not in ALLOWED[me]:
                    yield f"{where}:{number}: {me} must not include {found[1]}"
            elif found := re.match(r"#include <([\w/.+-]+)>", line):
                name = found[1]
                if name in FOREIGN and me not in FOREIGN[name]:
                    yield f"{where}:{number}: only {', '.join(FOREIGN[name])} may include {name}"
                if name in ONE_FILE and str(where) != ONE_FILE[name]:
                    yield f"{where}:{number}: only {ONE_FILE[name]} may include {name}"
                if is_public and name in FOREIGN:
                    yield f"{where}:{number}: public headers include std and bcmkit only"
            elif found := re.match(r'#include "([^"]+)"', line):
                target = (path.parent / found[1]).resolve()
                beside_src = root / "lib/src" / found[1]
                if not target.exists() and beside_src.exists():
                    target = beside_src
                if target.is_relative_to(root):
                    other = module_of(target.relative_to(root))
                    if other != me:
                        yield f"{where}:{number}: {found[1]} is private to {other}"
        if me != "store" and re.search(r'"\s*(SELECT |INSERT INTO|UPDATE \w+ SET|DELETE FROM|PRAGMA |CREATE TABLE)', text):
            yield f"{where}: SQL stands in the store only"
        if not text.startswith("// SPDX-License-Identifier: EUPL-1.2"):
            yield f"{where}:1: the licence line is missing"


found = list(problems(pathlib.Path(sys.argv[1]).resolve()))
print("\n".join(found))
sys.exit(bool(found))
