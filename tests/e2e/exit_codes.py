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


def expect(code, line, folder, **more):
    environment = {k: v for k, v in os.environ.items() if k != "BCMKIT_PLAN"} | more.pop("environment", {})
    done = subprocess.run([BCMKIT, *line.split()], cwd=folder, capture_output=more.pop("capture", True), text=True, env=environment, timeout=120, **more)
    if done.returncode != code:
        FAILURES.append(f"bcmkit {line}: exit {done.returncode} instead of {code}\n{done.stdout or ''}{done.stderr or ''}"[:2000])
    if code >= 2 and done.stderr is not None and not done.stderr.strip():
        FAILURES.append(f"bcmkit {line}: ends with {code} and says nothing")


def done(folder):
    for line in ("", "help", "hilfe pruefen", "--version", "--help", "check --help", "list", "list leistungen --json", "show SVC-001", "history", "status", "check --list",
                 "check --explain BK-SVC-002", "why BK-SVC-002", "export aus", "import aus --dry-run", "print 1.00 -o x.pdf", "md text.md -o y.pdf", "set SVC-001 notes=geprüft"):
        expect(0, line, folder)


def act(folder):
    for line in ("check", "check --json", "pruefen --alle"):
        expect(1, line, folder)


def usage(folder):
    for line in ("chekc", "check --jsn", "list nichts", "list leistungen zuviel", "show", "show SVC-999", "set SVC-001", "set SVC-001 mtpd=bald", "set SVC-001 nix=1", "set SVC-001 needs-=9",
                 "add leistungen", "remove ORGU-10", "import fehlt", "export .", "print 99.99 -o x.pdf", "print 1.00 --fassung geheim -o x.pdf", "check --date morgen", "why BK-X-1",
                 "history -n viele", "form 999", "list leistungen -p fehlt.bcm", "list leistungen -p text.md", "print 1.00 --vorlagen kaputt -o x.pdf"):
        expect(2, line, folder)
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
