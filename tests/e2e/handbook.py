# SPDX-License-Identifier: EUPL-1.2
"""The examples of the handbook do what they show: every console block of docs/handbuch with commands of bcmkit runs.

usage: handbook.py <bcmkit> <source folder>

A chapter runs in a folder of its own, with the example county as musterland.bcm:
  ```console            "$ command" runs in bash. The lines below it stand in its output, in this order; "…" skips some.
  $ false  # endet mit 1
  ```toml name.toml     is written to that file.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

BCMKIT, SOURCE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "BCMKIT_PLAN"} | {
    "PATH": f"{BCMKIT.parent}:{os.environ['PATH']}",
    "BCMKIT_USER": "Erika Muster",
    "SOURCE_DATE_EPOCH": "1796112000",  # 2026-12-01 08:00, the day of the example
}
FAILURES = []


def squeezed(text):
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


def commands_of(block):
    """Pairs of a command and the lines shown below it."""
    pairs = []
    for line in block.splitlines():
        if line.startswith("$ "):
            pairs.append((line[2:], []))
        elif pairs:
            pairs[-1][1].append(line)
    return pairs


def missing(output, lines):
    """The first piece of the shown lines that the output does not have behind the one before; None where it has all."""
    output, at = squeezed(output), 0
    for line in lines:
        for piece in filter(None, map(squeezed, line.split("…"))):
            found = output.find(piece, at)
            if found < 0:
                return piece
            at = found + len(piece)
    return None


def check(command, lines, folder, page):
    """Runs one command where the one before ended; returns the folder where this one ends."""
    ends = re.search(r"# endet mit (\d+)", command)
    with tempfile.NamedTemporaryFile("r") as place:
        script = f"{command}\nstatus=$?; pwd > {place.name}; exit $status"
        done = subprocess.run(["bash", "-c", script], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=ENVIRONMENT, timeout=120)
        folder = place.read().strip() or folder
    if done.returncode != (int(ends[1]) if ends else 0):
        FAILURES.append(f"{page.name}: {command}: exit {done.returncode}\n{done.stdout[-2000:]}")
    elif (piece := missing(done.stdout, lines)) is not None:
        FAILURES.append(f"{page.name}: {command}: does not show {piece!r} here\n{done.stdout[:3000]}")
    return folder


def run_page(page, folder):
    subprocess.run([BCMKIT, "-p", "musterland.bcm", "import", SOURCE / "examples/landkreis-musterland"], cwd=folder, env=ENVIRONMENT,
                   capture_output=True, check=True)
    count, here = 0, folder
    for kind, name, block in re.findall(r"^```(console|toml)(?: (\S+))?\n(.*?)^```$", page.read_text(encoding="utf-8"), re.M | re.S):
        if kind == "toml" and name:
            (pathlib.Path(here) / name).write_text(block, encoding="utf-8")
        if kind == "console" and "$ bcmkit" in block:
            for command, lines in commands_of(block):
                here = check(command, lines, here, page)
                count += 1
    return count


total = 0
for page in sorted((SOURCE / "docs/handbuch").glob("*.md")):
    if "\n$ bcmkit" in page.read_text(encoding="utf-8"):
        with tempfile.TemporaryDirectory() as name:
            total += run_page(page, str(pathlib.Path(name).resolve()))
print("\n\n".join(FAILURES) or f"{total} commands")
sys.exit(bool(FAILURES) or total == 0)
