# SPDX-License-Identifier: EUPL-1.2
"""Every rule has its text with all parts, a test that begins with its id, and remedies that name commands that exist."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
folder = root / "lib/src/check/rules"
mistakes = []

rules = {}
for source in sorted(folder.glob("*.cpp")):
    for rule in re.findall(r'\{"(BK-[A-Z]+-\d{3})",', source.read_text()):
        if rule in rules:
            mistakes.append(f"{rule}: stands in {rules[rule].name} and {source.name}")
        rules[rule] = source

commands = set()
for name, aliases in re.findall(r'^    \{"([a-z]+)", "([^"]*)",', (root / "cli/commands/commands.cpp").read_text(), re.M):
    commands.update([name, *filter(None, aliases.split(","))])
files = set(re.findall(r'\.file = "([a-z-]+)"', "".join(p.read_text() for p in (root / "lib/src/model").glob("*.cpp"))))

texts = {}
for source in sorted(folder.glob("*.de.md")):
    for section in source.read_text().split("\n## ")[1:]:
        heading = section.split("\n", 1)[0]
        rule, _, title = heading.partition(" · ")
        texts[rule] = source
        if not title:
            mistakes.append(f"{rule}: no title")
        for part in ("Warum", "Abhilfe", "Quelle"):
            if not re.search(rf"^\*\*{part}:\*\* \S", section, re.M):
                mistakes.append(f"{rule}: no part {part}")
        remedy = re.search(r"^\*\*Abhilfe:\*\* (.*)$", section, re.M)
        used = re.findall(r"`bcmkit ([a-z]+)([^`]*)`", remedy.group(1)) if remedy else []
        if not used:
            mistakes.append(f"{rule}: the remedy names no command")
        for command, rest in used:
            if command not in commands:
                mistakes.append(f"{rule}: there is no command {command}")
            if command in ("add", "list") and rest.split()[0] not in files:
                mistakes.append(f"{rule}: there is no kind {rest.split()[0]}")

tests = "".join(p.read_text() for p in (root / "tests").rglob("*_test.cpp"))
for rule, source in rules.items():
    if rule not in texts:
        mistakes.append(f"{rule}: no text in {source.with_suffix('.de.md').name}")
    elif texts[rule].name.removesuffix(".de.md") != source.stem:
        mistakes.append(f"{rule}: text and code stand in different areas")
    if f'("{rule}: ' not in tests:
        mistakes.append(f"{rule}: no test begins with its id")
for rule in texts:
    if rule not in rules:
        mistakes.append(f"{rule}: text without a rule")

print("\n".join(mistakes) or f"{len(rules)} rules")
sys.exit(1 if mistakes else 0)
