# SPDX-License-Identifier: EUPL-1.2
"""Bad input and a hostile machine: one clear error each, nothing lost, nothing half-written.

usage: bad_input.py <bcmkit> <source folder>
"""
import hashlib
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

BCMKIT, SOURCE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
KLEINBACH, MUSTERLAND = SOURCE / "examples/gemeinde-kleinbach", SOURCE / "examples/landkreis-musterland"
FAILURES = []


def bcmkit(*words, folder, user=None, program=BCMKIT):
    return subprocess.run([program, *map(str, words)], cwd=folder, capture_output=True, text=True, timeout=120, user=user)


def expect(condition, words):
    if not condition:
        FAILURES.append(words)


def expect_error(case, done, code, *shows):
    expect(done.returncode == code, f"{case}: exit {done.returncode} instead of {code}\n{done.stdout}{done.stderr}")
    expect(done.stderr.startswith("bcmkit: ") or case.startswith("TOML"), f"{case}: no error of ours\n{done.stderr}")
    for text in shows:
        expect(text in done.stderr + done.stdout, f"{case}: does not show {text!r}\n{done.stdout}{done.stderr}")


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def plan_in(folder, source=KLEINBACH):
    folder.mkdir(parents=True)
    done = bcmkit("import", source, "-p", "plan.bcm", folder=folder)
    expect(done.returncode == 0, f"import of {source.name}: {done.stdout}{done.stderr}")
    return folder / "plan.bcm"


def damaged_foreign_and_newer_files(root):
    for case in ("cut", "overwritten", "text", "empty database", "newer"):
        plan = plan_in(root / case)
        if case == "cut":
            plan.write_bytes(plan.read_bytes()[: plan.stat().st_size // 2])
        elif case == "overwritten":
            content = bytearray(plan.read_bytes())
            content[4096 : 3 * 4096] = b"\xff" * (2 * 4096)
            plan.write_bytes(content)
        elif case == "text":
            plan.write_text("Das ist kein Plan.\n" * 200)
        elif case == "empty database":
            plan.unlink()
            with sqlite3.connect(plan) as database:
                database.execute("create table other (a)")
        elif case == "newer":
            with sqlite3.connect(plan) as database:
                database.execute("pragma user_version = 999")
            database.close()
        before = digest(plan)
        for words in (["list", "leistungen"], ["set", "ORG-001", "name=X"]):
            expect_error(f"{case}, {words[0]}", bcmkit(*words, folder=plan.parent), 2)
        expect(digest(plan) == before, f"{case}: the file was touched")
        expect([p.name for p in plan.parent.iterdir()] == ["plan.bcm"], f"{case}: files left behind: {list(plan.parent.iterdir())}")


def mistakes_in_toml(root):
    plan = plan_in(root / "toml")
    before = digest(plan)
    folder = plan.parent / "quelle"
    folder.mkdir()
    (folder / "leistungen.toml").write_text(
        '[[leistungen]]\nid = "SVC-001"\nname = "Test"\nmtdp = "4 h"\n\n[[leistungen]]\nid = "SVC-002"\nname = "Zwei"\nmtpd = "4 Monde"\n', encoding="utf-8")
    (folder / "personen.toml").write_bytes(b'[[personen]]\nid = "PER-001"\nname = "M\xfcller"\n')
    (folder / "rollen.toml").write_text('[[rollen]]\nid = "ROL-001"\nid = "ROL-002"\n', encoding="utf-8")
    done = bcmkit("import", folder, folder=plan.parent)
    expect_error("TOML mistakes", done, 2, "leistungen.toml", "Zeile 4", "mtpd", "Zeile 9", "personen.toml", "rollen.toml")
    expect(digest(plan) == before, "TOML mistakes: something was applied")


def wrong_words(root):
    folder = root / "words"
    folder.mkdir()
    expect_error("no plan", bcmkit("list", "leistungen", folder=folder), 2)
    expect_error("unknown command", bcmkit("chekc", folder=folder), 2, "check")
    expect_error("missing folder", bcmkit("import", "fehlt", "-p", "x.bcm", folder=folder), 2)
    expect(not (folder / "x.bcm").exists(), "missing folder: a plan file was made")
    plan = plan_in(folder / "sub")
    expect_error("unknown id", bcmkit("show", "SVC-999", folder=plan.parent), 2)
    expect_error("unknown kind", bcmkit("list", "leistngen", folder=plan.parent), 2, "leistungen")
    expect_error("unknown sheet", bcmkit("print", "99.99", "-o", "x.pdf", folder=plan.parent), 2)
    expect(not (plan.parent / "x.pdf").exists(), "unknown sheet: a PDF was made")


def interrupted_import(root):
    plan = plan_in(root / "killed")
    before = bcmkit("export", "vorher", folder=plan.parent)
    expect(before.returncode == 0, before.stderr)
    for attempt in range(8):
        process = subprocess.Popen([BCMKIT, "import", MUSTERLAND, "--replace"], cwd=plan.parent, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.01 * (attempt + 1))
        process.send_signal(signal.SIGKILL)
        process.wait()
        names = bcmkit("list", "kommune", folder=plan.parent)
        expect(names.returncode == 0, f"after kill {attempt}: {names.stderr}")
        whole = ("Kleinbach" in names.stdout) != ("Musterland" in names.stdout)
        expect(whole, f"after kill {attempt}: neither the old nor the new plan\n{names.stdout}")
    done = bcmkit("import", KLEINBACH, "--replace", folder=plan.parent)
    expect(done.returncode == 0, f"import after kills: {done.stdout}{done.stderr}")


def second_writer(root):
    plan = plan_in(root / "writers")
    before = digest(plan)  # reading it later in this process would give its locks back
    holder = sqlite3.connect(plan, isolation_level=None)
    holder.execute("begin exclusive")
    started = time.monotonic()
    expect_error("second writer", bcmkit("set", "ORG-001", "name=Y", folder=plan.parent), 3)
    expect(time.monotonic() - started < 15, "second writer: waits too long")
    holder.execute("rollback")
    holder.close()
    expect(digest(plan) == before, "second writer: the file was touched")


def read_only_folder(root):
    plan = plan_in(root / "readonly")
    for path in (plan, plan.parent):
        path.chmod(0o444 if path == plan else 0o555)
    # root may write anywhere, so somebody else tries: with a copy, as the build may lie in a home that is closed to others.
    user = 65534 if os.getuid() == 0 else None
    program = shutil.copy(BCMKIT, root / "bcmkit")
    for parent in plan.parents:
        if parent.stat().st_uid == os.getuid() and parent != plan.parent and str(parent).startswith(tempfile.gettempdir() + "/"):
            parent.chmod(0o755)
    expect_error("read-only", bcmkit("set", "ORG-001", "name=Y", folder=plan.parent, user=user, program=program), 3)
    expect_error("read-only print", bcmkit("print", "1.00", "-o", "x.pdf", folder=plan.parent, user=user, program=program), 3)
    done = bcmkit("list", "leistungen", folder=plan.parent, user=user, program=program)
    expect(done.returncode == 0, f"read-only: reading fails\n{done.stderr}")
    plan.parent.chmod(0o755)


def full_disk(root):
    disk = root / "disk"
    disk.mkdir()
    mounted = os.getuid() == 0 and subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "none", disk], capture_output=True).returncode == 0
    if not mounted:
        print("full disk: skipped (no right to mount)")
        return
    try:
        expect_error("full disk, import", bcmkit("import", MUSTERLAND, "-p", "plan.bcm", folder=disk), 3)
        expect(list(disk.iterdir()) == [], f"full disk: left behind {list(disk.iterdir())}")
        plan = plan_in(root / "beside", MUSTERLAND)
        expect_error("full disk, print", bcmkit("print", "handbuch", "-p", plan, "-o", "x.pdf", folder=disk), 3)
        expect(list(disk.iterdir()) == [], f"full disk: left behind {list(disk.iterdir())}")
    finally:
        subprocess.run(["umount", disk], check=False)


with tempfile.TemporaryDirectory() as name:
    root = pathlib.Path(name).resolve()
    for part in (damaged_foreign_and_newer_files, mistakes_in_toml, wrong_words, interrupted_import, second_writer, read_only_folder, full_disk):
        part(root)
print("\n\n".join(FAILURES))
sys.exit(bool(FAILURES))
