# SPDX-License-Identifier: EUPL-1.2
"""Every documented exit code, from the real program (docs/entwicklung/architektur.md).

usage: exit_codes.py <bcmkit> <source folder>
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

BCMKIT, SOURCE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
FAILURES = []


def expect(code, line, folder, says="", **more):
    """Runs it and compares the exit code, and whether the sentence `says` stands on the error channel."""
    environment = {k: v for k, v in os.environ.items() if k != "BCMKIT_PLAN"} | more.pop("environment", {})
    done = subprocess.run([BCMKIT, *line.split()], cwd=folder, capture_output=more.pop("capture", True), text=True, env=environment, timeout=120, **more)
    if done.returncode != code:
        FAILURES.append(f"bcmkit {line}: exit {done.returncode} instead of {code}\n{done.stdout or ''}{done.stderr or ''}"[:2000])
    if code >= 2 and done.stderr is not None and not done.stderr.strip():
        FAILURES.append(f"bcmkit {line}: ends with {code} and says nothing")
    if says and says not in done.stderr.replace("\u00a0", " "):
        FAILURES.append(f"bcmkit {line}: does not say {says!r}, but\n{done.stderr[:500]}")


def done(folder):
    for line in ("", "help", "hilfe pruefen", "--version", "--help", "check --help", "list", "list leistungen --json", "show SVC-001", "history", "status", "check --list",
                 "check --explain BK-SVC-002", "why BK-SVC-002", "export aus", "import aus --dry-run", "print 1.00 -o x.pdf", "md text.md -o y.pdf", "set SVC-001 notes=geprüft"):
        expect(0, line, folder)


def act(folder):
    for line in ("check", "check --json", "pruefen --alle"):
        expect(1, line, folder)


def usage(folder):
    for line, says in (
        ("chekc", "Den Befehl „chekc“ gibt es nicht."),
        ("check --jsn", "Meinten Sie: --json?"),
        ("list nichts", "Eine Art von Einträgen namens „nichts“ gibt es nicht."),
        ("list leistungen zuviel", "Das verstehe ich nicht: zuviel"),
        ("show", "Es fehlt: ID"),
        ("show SVC-999", "Einen Eintrag „SVC-999“ gibt es in diesem Plan nicht."),
        ("set SVC-001", "Es fehlt: FELD=WERT"),
        ("set SVC-001 mtpd=bald", "Richtig ist eine Dauer"),
        ("set SVC-001 nix=1", "Ein Feld „nix“ gibt es bei Leistung nicht."),
        ("set SVC-001 needs-=9", "„needs“ hat diese Zeile nicht"),
        ("add leistungen", "Die Bezeichnung fehlt."),
        ("remove ORGU-10", "ORGU-10 wird noch gebraucht oder genannt"),
        ("import fehlt", "fehlt“ gibt es nicht."),
        ("export .", "das hat bcmkit nicht geschrieben."),
        ("print 99.99 -o x.pdf", "Das Blatt 99.99 gibt es in diesem Plan und in dieser Fassung nicht."),
        ("print 1.00 --fassung geheim -o x.pdf", "Die Fassung „geheim“ gibt es nicht."),
        ("check --date morgen", "„morgen“ ist kein Datum."),
        ("check --stufe hoch", "Eine Stufe „hoch“ gibt es nicht."),
        ("check --leitung --since a.bcm", "--leitung und --since gehen nicht zusammen"),
        ("why BK-X-1", "Die Regel „BK-X-1“ gibt es nicht."),
        ("history -n viele", "Hier wird eine ganze Zahl erwartet, nicht „viele“."),
        ("form 999", "Ein Amt „999“ gibt es im Plan nicht."),
        ("list leistungen -p fehlt.bcm", "fehlt.bcm“ gibt es nicht."),
        ("list leistungen -p text.md", "ist keine Plandatei von bcmkit."),
        ("print 1.00 --vorlagen kaputt -o x.pdf", "Den Wert „gibt.es.nicht“ gibt es nicht."),
    ):
        expect(2, line, folder, says=says)
    (folder / "zwei.bcm").write_bytes((folder / "a.bcm").read_bytes())
    expect(2, "check", folder)
    (folder / "zwei.bcm").unlink()
    empty = folder / "leer"
    empty.mkdir()
    expect(2, "check", empty)


def machine(folder):
    expect(3, "print 1.00 -o fehlt/x.pdf", folder)
    expect(3, "init a.bcm", folder)
    with open("/dev/full", "w") as full:
        expect(3, "list leistungen", folder, capture=False, stdout=full, stderr=subprocess.DEVNULL)
    if sys.platform == "linux":
        import fcntl
        with open(folder / "a.bcm.sperre", "w") as lock:
            lock.write("Karl Beispiel\n2026-12-01 08:15:00\nrechner\n")
            lock.flush()
            fcntl.flock(lock, fcntl.LOCK_EX)
            expect(3, "set SVC-001 notes=x", folder)
        (folder / "a.bcm.sperre").unlink()


def documented():
    """The table of the architecture and the enum of the program name the same codes."""
    table = set(re.findall(r"^\| (\d+) \|", (SOURCE / "docs/entwicklung/architektur.md").read_text(encoding="utf-8"), re.M))
    enum = re.search(r"enum class Exit.*?\};", (SOURCE / "cli/command.hpp").read_text(encoding="utf-8"), re.S)[0]
    program = set(re.findall(r"= (\d+),", enum)) | {"70"}
    if table != program:
        FAILURES.append(f"documented {sorted(table)}, in the program {sorted(program)}")


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    (folder / "text.md").write_text("# Merkblatt\n\nEin Satz.\n", encoding="utf-8")
    (folder / "kaputt").mkdir()
    (folder / "kaputt" / "1.00-notfallkarte.md").write_text("---\nblatt: 1.00\n---\n{{gibt.es.nicht}}\n", encoding="utf-8")
    expect(0, f"import {SOURCE / 'examples/landkreis-musterland'} -p a.bcm", folder)
    for part in (done, act, usage, machine):
        part(folder)
    documented()
print("\n\n".join(FAILURES))
sys.exit(bool(FAILURES))
