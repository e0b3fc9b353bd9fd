# SPDX-License-Identifier: EUPL-1.2
"""The printed results of `bcmkit check`, read back from the paper.

usage: check_report.py <bcmkit> <source folder>
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

BCMKIT, SOURCE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
FAILURES = []


def run(line, folder, code):
    environment = {k: v for k, v in os.environ.items() if k != "BCMKIT_PLAN"}
    done = subprocess.run([BCMKIT, *line.split()], cwd=folder, capture_output=True, text=True, env=environment, timeout=120)
    if done.returncode != code:
        FAILURES.append(f"bcmkit {line}: exit {done.returncode} instead of {code}\n{done.stdout[-1000:]}{done.stderr[-1000:]}")
    return done.stdout


def expect(condition, words):
    if not condition:
        FAILURES.append(words)


def joined(text):
    """Without breaks, rules and blanks: what a reader reads, however the lines fell."""
    return re.sub(r"[\s\u00a0\u200b]+", "", text)


def pages_of(pdf):
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    return text.split("\f")[:-1]


def parts_of(pages):
    """Pages by what the foot says: "Deckblatt", "Teil 3 von 18"."""
    parts = {}
    for page in pages:
        foot = re.search(r"Prüfbericht · (Deckblatt|Teil \d+ von \d+)", page)
        number = re.search(r"Seite (\d+) von (\d+)", page)
        if not foot or not number:
            FAILURES.append(f"a page without its place in the report:\n{page[-300:]}")
            continue
        parts.setdefault(foot[1], []).append((int(number[1]), int(number[2]), page))
    for part, rows in parts.items():
        expect([row[:2] for row in rows] == [(i + 1, len(rows)) for i in range(len(rows))], f"{part}: pages are miscounted")
    return {part: "".join(row[2] for row in rows) for part, rows in parts.items()}


def whole(folder):
    run("check -o bericht.pdf", folder, 1)
    pages = pages_of(folder / "bericht.pdf")
    for page in pages:
        expect(page.count("VERTRAULICH") >= 2, f"a page is not marked twice as confidential:\n{page[:200]}")
    parts = parts_of(pages)
    result = json.loads(run("check --json", folder, 1))
    codes = {unit["id"]: unit.get("code") for unit in json.loads(run("list aemter --json", folder, 0))}
    marks = {"": "Kommune"} | {key: f"Amt {code}" for key, code in codes.items()}
    by_unit = {}
    for part, text in parts.items():
        if part != "Deckblatt":
            by_unit[re.search(r"(Amt \d+|Kommune)", text)[1]] = joined(text)
    for finding in result["findings"]:
        text = by_unit.get(marks[finding["unit"]], "")
        expect(finding["rule"] in text and finding["object"] in text, f"{finding['rule']} {finding['object']} is not in the part of its Amt")
        sentence = finding["message"].split(": ", 1)[-1] if finding["message"].startswith(finding["object"]) else finding["message"]
        tail = joined(sentence)[-25:]
        expect(tail in text, f"{finding['rule']} {finding['object']}: the sentence is not printed")
    for question in result["undecided"]:
        expect(question["object"] in by_unit.get(marks[question["unit"]], ""), f"the question about {question['object']} is missing")
    cover = joined(parts["Deckblatt"])
    expect(f"{result['summary']['error']}Fehler,{result['summary']['warning']}Warnungen" in cover, "the cover does not count")
    run("check -o zweiter.pdf", folder, 1)
    expect((folder / "bericht.pdf").read_bytes() == (folder / "zweiter.pdf").read_bytes(), "twice the same report, and other bytes")


def order(folder):
    """Errors stand before warnings, warnings before notes, in every part."""
    for part, text in parts_of(pages_of(folder / "bericht.pdf")).items():
        places = [text.find(word) for word in ("Fehler: Der Plan trägt", "Warnungen: eine Schwäche", "Hinweise: gut zu wissen", "Nicht beurteilbar: offene")]
        found = [place for place in places if place >= 0]
        expect(part == "Deckblatt" or found == sorted(found), f"{part}: out of order")


def only_new(folder):
    shutil.copy(folder / "a.bcm", folder / "alt.sav")
    run("set SVC-001 rto=", folder, 0)
    run("check --since alt.sav -o neu.pdf", folder, 1)
    text = joined("".join(pages_of(folder / "neu.pdf")))
    expect("Nurwasneuist" in text and "BK-SVC-003" in text, "--since does not print what is new")
    expect("BK-ALM-010" not in text, "--since prints what was known")
    (folder / "a.bcm").unlink()
    shutil.copy(folder / "alt.sav", folder / "a.bcm")
    run("check --since alt.sav -o nichts.pdf", folder, 0)
    nothing = joined("".join(pages_of(folder / "nichts.pdf")))
    expect("NichtsNeues" in nothing and "Nichtszutun" not in nothing, "no news reads as if nothing were left to do")


def other_level(folder):
    reactive = json.loads(run("check --json", folder, 1))["summary"]["error"]
    standard = json.loads(run("check --json --stufe Standard", folder, 1))["summary"]["error"]
    expect(standard > reactive, "a higher level finds no more errors")
    run("check --stufe Standard --stichtag 01.03.2027 -o streng.pdf", folder, 1)
    text = joined(pages_of(folder / "streng.pdf")[0])
    expect("Standard" in text and "01.03.2027" in text, "the report does not name its level and day")


def leadership(folder):
    """One page for the leadership, marked, and without a single private number."""
    shown = run("check --leitung -o leitung.pdf", folder, 1)
    pages = pages_of(folder / "leitung.pdf")
    expect(len(pages) == 1, f"the page for the leadership has {len(pages)} pages")
    text = joined(pages[0])
    expect("VERTRAULICH" in text and "Resilienzmonitor2025" in text and "Bitteentscheiden" in text, "the page for the leadership is not whole")
    result = json.loads(run("check --leitung --json", folder, 1))
    for finding in result["worst"]:
        expect(joined(finding["message"].split(": ", 1)[-1])[-25:] in text, f"{finding['rule']} is not on the page for the leadership")
    for share in result["services"]:
        expect(f"{share['yes']}{share['no']}{share['open']}" in text, f"the row {share['key']} is not as counted")
    for person in json.loads(run("list personen --json", folder, 0)):
        for field in ("phone_private", "phone_mobile"):
            number = re.sub(r"\D", "", str(person.get(field) or ""))[-7:]
            expect(len(number) < 7 or number not in re.sub(r"\D", "", shown + pages[0]), f"a number of {person['id']} stands on the page for the leadership")
    run("check --leitung --since a.bcm", folder, 2)


def nowhere_else(folder):
    """No Koffer and no Fassung holds it: it is a map for attackers."""
    run("koffer k --fassung voll", folder, 0)
    for file in (folder / "k").rglob("*.pdf"):
        text = "".join(pages_of(file))
        expect("· Prüfbericht ·" not in text, f"the report lies in the Koffer: {file.name}")


if not shutil.which("pdftotext"):
    print("pdftotext is missing: not tested")
    sys.exit(0)
with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    run(f"import {SOURCE / 'examples/landkreis-musterland'} -p a.bcm", folder, 0)
    for part in (whole, order, only_new, other_level, leadership, nowhere_else):
        part(folder)
print("\n\n".join(FAILURES))
sys.exit(bool(FAILURES))
