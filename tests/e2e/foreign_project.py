# SPDX-License-Identifier: EUPL-1.2
"""The library chapter of the manual is a program of its own: installed, found, compiled and run as a stranger would.

usage: foreign_project.py <build folder> <source folder>
"""
import pathlib
import re
import subprocess
import sys
import tempfile

BUILD, SOURCE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
chapter = (SOURCE / "docs/handbuch/bibliothek.md").read_text(encoding="utf-8")


def block(language):
    return re.search(rf"```{language}\n(.*?)```", chapter, re.DOTALL)[1]


def run(*words, folder):
    done = subprocess.run([str(w) for w in words], cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}\n{done.stdout[-4000:]}\n{done.stderr[-4000:]}")
    return done.stdout


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    project, prefix = folder / "beispiel", folder / "prefix"
    project.mkdir()
    (project / "CMakeLists.txt").write_text(block("cmake"), encoding="utf-8")
    (project / "main.cpp").write_text(block("cpp"), encoding="utf-8")
    run("cmake", "--install", BUILD, "--prefix", prefix, folder=folder)
    run("cmake", "-G", "Ninja", "-S", project, "-B", project / "build", f"-DCMAKE_PREFIX_PATH={prefix}", folder=folder)
    run("cmake", "--build", project / "build", folder=folder)
    shown = run(project / "build/beispiel", folder=project)
    for words in ("BK-", "2 Seiten, 1 Leistung"):
        if words not in shown:
            sys.exit(f"does not show {words!r}:\n{shown}")
    if not (project / "karte.pdf").read_bytes().startswith(b"%PDF"):
        sys.exit("karte.pdf is no PDF")
    for part in ("bin/bcmkit", "share/bcmkit/templates/de"):
        if not (prefix / part).exists():
            sys.exit(f"not installed: {part}")
