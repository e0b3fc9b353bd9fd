# SPDX-License-Identifier: EUPL-1.2
"""The newcomer's first hour with the real program: every step ends as the README promises.

usage: first_hour.py <bcmkit> <source folder>
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

BCMKIT, SOURCE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
FAILURES = []


def run(*words, code=0, shows=(), hides=(), folder=None, stdin=""):
    environment = {k: v for k, v in os.environ.items() if k != "BCMKIT_PLAN"} | {"BCMKIT_USER": "Erika Muster"}
    done = subprocess.run([BCMKIT, *words], cwd=folder, input=stdin, capture_output=True, text=True, env=environment, timeout=120)
    line = "bcmkit " + " ".join(words)
    if done.returncode != code:
        FAILURES.append(f"{line}: exit {done.returncode} instead of {code}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    for text in shows:
        if text not in done.stdout:
            FAILURES.append(f"{line}: does not show {text!r}\n{done.stdout[-2000:]}{done.stderr[-1000:]}")
    for text in hides:
        if text in done.stdout + done.stderr:
            FAILURES.append(f"{line}: shows {text!r}")
    return done.stdout


def text_of(pdf):
    if not shutil.which("pdftotext"):
        return None
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout.replace("\u00a0", " ")


def expect(condition, words):
    if not condition:
        FAILURES.append(words)


def first_hour(folder):
    run("import", str(SOURCE / "examples/landkreis-musterland"), "-p", "musterland.bcm", folder=folder)
    run(shows=["bcmkit", "musterland.bcm"], folder=folder)
    run("stand", shows=["Amt 50", "Pflichtangaben"], folder=folder)
    run("pruefen", code=1, shows=["BK-ALM-010", "BK-RES-009", "Stichtag 01.12.2026"], folder=folder)
    run("warum", "BK-ALM-010", shows=["BK-ALM-010"], folder=folder)
    before = json.loads(run("check", "--json", code=1, folder=folder))["summary"]["error"]
    run("aendern", "ALM-001", "ersatznummer=0171 39200-44", shows=["1.00", "BK-ALM-010"], folder=folder)
    after = json.loads(run("check", "--json", code=1, folder=folder))["summary"]["error"]
    expect(after == before - 1, f"the repaired number leaves {after} of {before} errors")
    run("verlauf", "ALM-001", shows=["Erika Muster", "Ersatznummer"], folder=folder)

    run("drucken", "1.00", "-o", "karte.pdf", folder=folder)
    card = text_of(folder / "karte.pdf")
    expect(card is None or "0171 392 00-44" in card, "the card 1.00 does not show the new number")
    run("zeige", "SVC-015", shows=["SVC-015", "Posteingang"], folder=folder)

    own = folder / "eigene"
    own.mkdir()
    (own / "antworten.toml").write_text(
        'kommune = "Gemeinde Neudorf"\nland = "Hessen"\nnotfallnummer = "030 23125-112"\nersatznummer = "0171 39200-40"\n'
        'leitung1 = "Ayşe Şahin, 0171 39200-11, Bürgermeisterin"\nsicherung = "weiß ich nicht"\nkrisenraum = "Feuerwache"\n',
        encoding="utf-8")
    run("neu", "meinkreis.bcm", "--antworten", "antworten.toml", shows=["6 von 18 Fragen beantwortet", "Offen"], folder=own)
    sheets = text_of(own / "meinkreis-erste-blaetter.pdf")
    if sheets is not None:
        for words in ("Gemeinde Neudorf", "0171 392 00-40", "Ayşe Şahin", "Feuerwache", "Blatt 6.02"):
            expect(words in sheets, f"the first sheets do not show {words!r}")
        expect("null" not in sheets, "the first sheets show null")
    run("fragebogen", "50", "-o", "amt50.pdf", folder=folder)
    expect((folder / "amt50.pdf").exists(), "no questionnaire")

    run("koffer", "out/stick", folder=folder)
    stick = folder / "out/stick"
    expect((stick / "START-HIER.pdf").exists(), "the folder has no START-HIER.pdf")
    if not stick.exists():
        return
    sums = subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=stick, capture_output=True, text=True)
    expect(sums.returncode == 0, f"sha256sum -c: {sums.stdout}{sums.stderr}")


with tempfile.TemporaryDirectory() as name:
    first_hour(pathlib.Path(name))
print("\n\n".join(FAILURES))
sys.exit(bool(FAILURES))
