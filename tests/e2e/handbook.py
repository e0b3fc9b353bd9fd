# SPDX-License-Identifier: EUPL-1.2
"""The examples of the handbook do what they show: every ```console block of docs/handbuch whose commands are bcmkit's runs on the
example county, and the lines below a command stand in its output, in this order. A line "…" skips some.

usage: handbook.py <bcmkit> <source folder>
"""
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

BCMKIT, SOURCE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
FAILURES = []


def squeezed(text):
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


def blocks(page):
    for match in re.finditer(r"^```console\n(.*?)^```", page.read_text(encoding="utf-8"), re.M | re.S):
        lines = match[1].split("\n")
        if any(line.startswith("$ bcmkit") for line in lines):
            yield lines


def run_block(lines, folder, page):
    command, rest = None, []
    for line in [*lines, "$ end"]:
        if not line.startswith("$ "):
            rest.append(line)
            continue
        if command:
            check(command, rest, folder, page)
        command, rest = line[2:], []


def check(command, expected, folder, page):
    words = shlex.split(command)
    environment = {k: v for k, v in os.environ.items() if k != "BCMKIT_PLAN"}
    done = subprocess.run([BCMKIT, *words[1:]], cwd=folder, capture_output=True, text=True, env=environment, timeout=120)
    if done.returncode not in (0, 1):
        FAILURES.append(f"{page.name}: {command}: exit {done.returncode}\n{done.stderr[-1000:]}")
        return
    output, at = squeezed(done.stdout), 0
    for line in map(squeezed, expected):
        if line in ("", "…"):
            continue
        found = output.find(line, at)
        if found < 0:
            FAILURES.append(f"{page.name}: {command}: does not show {line!r} here\n{done.stdout[:3000]}")
            return
        at = found + len(line)


count = 0
for page in sorted(SOURCE.glob("docs/handbuch/*.md")):
    with tempfile.TemporaryDirectory() as name:
        subprocess.run([BCMKIT, "-p", "musterland.bcm", "import", SOURCE / "examples/landkreis-musterland"], cwd=name,
                       capture_output=True, check=True)
        for lines in blocks(page):
            run_block(lines, name, page)
            count += 1
print("\n\n".join(FAILURES) or f"{count} examples")
sys.exit(bool(FAILURES))
