# SPDX-License-Identifier: EUPL-1.2
"""Every message key used in code has a row, every row is used, none stands twice, and the places {0} {1} … have no hole."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
mistakes = []

rows = {}
for source in sorted([*root.glob("lib/src/**/messages.de.txt"), root / "cli/messages.de.txt"]):
    module = source.parent.name
    for number, line in enumerate(source.read_text().split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        key, equals, sentence = line.partition(" = ")
        where = f"{source.relative_to(root)}:{number}"
        if not equals or not sentence.strip():
            mistakes.append(f"{where}: no row: {line}")
            continue
        if sentence != sentence.strip():
            mistakes.append(f"{where}: {key} has blanks outside that nobody sees")
        if key in rows:
            mistakes.append(f"{where}: {key} stands twice")
        if not key.startswith(module + "."):
            mistakes.append(f"{where}: {key} belongs to another module")
        rows[key] = where
        places = {int(n) for n in re.findall(r"\{(\d)\}", sentence)}
        if places != set(range(len(places))):
            mistakes.append(f"{where}: {key} skips an argument")

modules = {key.split(".")[0] for key in rows}
used = set()
for source in [*root.glob("lib/**/*.[ch]pp"), *root.glob("cli/**/*.[ch]pp")]:
    for key in re.findall(r'"([a-z]+\.[a-z0-9_]+)"', re.sub(r"//.*", "", source.read_text())):
        if key.split(".")[0] not in modules or re.search(r"\.(md|txt|toml|bcm|pdf|cpp|hpp)$", key):
            continue
        used.add(key)
        if key not in rows:
            mistakes.append(f"{source.relative_to(root)}: {key} has no row")
for key, where in rows.items():
    if key not in used:
        mistakes.append(f"{where}: nobody says {key}")

print("\n".join(mistakes) or f"{len(rows)} messages")
sys.exit(1 if mistakes else 0)
