"""Runs ours and the peers in turn, five times each, and writes the table. Usage: evidence.py OURS DIRECTORY TABLE.

Both sides are timed as a whole process, from start to answer. A step passes when the median of the peer over the median
of ours reaches the ratio named for it. Results are compared too: a fast wrong answer fails.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = int(os.environ.get("RUNS", "5"))
FORMULA = "collaboration ~ partnership + poverty + logstaff + management"


def steps(ours, d):
    """Name, our command, the peer's step, its name, seconds to reach against seconds of the best usual tool."""
    steps_of = lambda step: [ours + "_steps", step, str(d)]
    mediate = [ours, "mediate", "--data", f"{d}/school_scores.parquet", "--x", "partnership", "--m", "collaboration",
               "--y", "growth", "--controls", "poverty,logstaff", "--draws", "5000"]
    return [
        ("three scales, wide Parquet", steps_of("survey"), "survey", "polars", 3.4 / 0.5),
        ("long CSV load", steps_of("long-csv"), "long_csv_fread", "data.table", 3.8 / 1.0),
        ("eight network measures", steps_of("network"), "network", "duckdb", 6.8 / 1.0),
        ("OLS with cluster errors", [ours, "regress", "--data", f"{d}/people.parquet", "--formula", FORMULA,
                                     "--cluster", "district_id", "--se", "cr1"], "ols", "statsmodels", 1.2 / 0.35),
        ("nested mixed model", [ours, "mixed", "--data", f"{d}/people.parquet", "--formula",
                                FORMULA + " + (1|school_id) + (1|district_id)"], "mixed", "lme4", 48.8 / 0.35),
        ("bootstrap mediation, schools", mediate, "mediation_schools", "numpy", 8.6 / 1.2),
        ("bootstrap mediation, districts", mediate + ["--cluster", "district_id"], "mediation", "numpy", 0.8 / 0.15),
    ]


def timed(command):
    """The median time, the largest memory in MB and the answer; nothing where the peer is not installed."""
    times, memory, answer = [], 0, None
    for _ in range(RUNS):
        before = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        out = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        times.append(time.perf_counter() - before)
        if status:
            print(" ".join(map(str, command)), "failed", file=sys.stderr)
            return None
        memory = max(memory, used.ru_maxrss / 1024)
        answer = json.loads(out)
    return statistics.median(times), memory, answer


def agrees(ours, theirs):
    """Whether the numbers both give are the same. Ends of resampled intervals hang on the random numbers: with 5,000
    draws two runs of one program differ by up to a twentieth of the interval's width."""
    def walk(a, b, resampled):
        if isinstance(b, dict):
            return all(key in a and walk(a[key], b[key], key.endswith("_q7")) for key in b)
        if isinstance(b, list) and resampled:
            return all(abs(x - y) <= 0.05 * (b[1] - b[0]) for x, y in zip(a, b))
        if isinstance(b, list):
            return len(a) == len(b) and all(walk(x, y, False) for x, y in zip(a, b))
        return abs(a - b) <= 1e-6 * max(abs(b), 1e-9)
    return walk(ours, theirs, False)


def main():
    ours, directory, table = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    peers = Path(__file__).with_name("peers.py")
    rows = []
    for name, command, step, peer, ratio in steps(ours, directory):
        mine = timed(command)
        theirs = timed([sys.executable, str(peers), step, str(directory)])
        if mine is None:
            rows.append((name, peer, "–", "failed", "–", f"{ratio:.1f}", "no", "–"))
        elif theirs is None:
            rows.append((name, peer, "not installed", f"{mine[0]:.2f}", "–", f"{ratio:.1f}", "–", "–"))
        else:
            reached = theirs[0] / mine[0]
            rows.append((name, peer, f"{theirs[0]:.2f}", f"{mine[0]:.2f}", f"{reached:.1f}", f"{ratio:.1f}",
                         "yes" if reached >= ratio else "no", "yes" if agrees(mine[2], theirs[2]) else "no"))
        print(" | ".join(rows[-1]), flush=True)
    whole = timed([ours, "national", str(directory)])
    report = f"Whole national report: {whole[0]:.2f} s, {whole[1]:.0f} MB." if whole else "Whole national report: failed."
    head = ("step", "peer", "peer s", "ours s", "ratio", "to reach", "reached", "same result")
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)] + ["| " + " | ".join(r) + " |" for r in rows]
    write(table, "\n".join(lines + ["", report]))


def write(table, text):
    """Puts the table between its marks in the page, or makes the page."""
    begin, end = "<!-- evidence begins -->", "<!-- evidence ends -->"
    page = table.read_text() if table.exists() else f"# Performance\n\n## Evidence\n\n{begin}\n{end}\n"
    if begin not in page:
        page += f"\n## Evidence\n\n{begin}\n{end}\n"
    head, rest = page.split(begin, 1)
    machine = f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, median of {RUNS}, whole processes."
    table.write_text(f"{head}{begin}\n{machine}\n\n{text}\n{end}{rest.split(end, 1)[1]}")


if __name__ == "__main__":
    main()
