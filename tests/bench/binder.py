# SPDX-License-Identifier: EUPL-1.2
"""Time and memory of what people wait for, as whole processes: median of five runs.

usage: binder.py <bcmkit> <source folder>        (a release build; results: docs/entwicklung/messungen.md)
"""
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import tempfile
import time

BCMKIT, SOURCE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor()


def measured(words, folder, allowed=(0,)):
    walls, peaks = [], []
    for run in range(6):
        started = time.perf_counter()
        process = subprocess.Popen([BCMKIT, *words], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if os.waitstatus_to_exitcode(status) not in allowed:
            sys.exit(f"bcmkit {' '.join(words)} ended with {os.waitstatus_to_exitcode(status)}")
        if run > 0:  # the first run warms the caches
            walls.append(time.perf_counter() - started)
            peaks.append(usage.ru_maxrss / 1024)
    return statistics.median(walls), statistics.median(peaks)


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    subprocess.run([BCMKIT, "import", SOURCE / "examples/landkreis-musterland", "-p", "plan.bcm"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    print(f"{processor()}, {os.cpu_count()} cores, median of 5\n")
    print("| what | seconds | peak MB |\n|---|---|---|")
    for words, allowed in (
        (["list", "leistungen"], (0,)),
        (["show", "SVC-017"], (0,)),
        (["check"], (0, 1)),
        (["print", "1.00", "-o", "x.pdf"], (0,)),
        (["print", "handbuch", "-o", "x.pdf"], (0,)),
        (["import", str(SOURCE / "examples/landkreis-musterland"), "--dry-run"], (0,)),
    ):
        wall, peak = measured(words, folder, allowed)
        shown = " ".join(words).replace(str(SOURCE) + "/", "")
        print(f"| `bcmkit {shown}` | {wall:.3f} | {peak:.0f} |")
