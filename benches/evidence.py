"""Runs ours and the peers in turn, five times each, and writes the table.
Usage: evidence.py OURS DIRECTORY PAGE [--only STEP]. RUNS=1 for a quick look; SLOW_RUNS for the peers that take half a
minute and more (lme4, igraph), which run fewer times.

Both sides are timed as a whole process, from start to answer. A step passes when the median of the peer over the median
of ours reaches the ratio named for it; processor seconds stand beside the clock, because on a machine that does other
work they are the fairer figure. Results are compared too: a fast wrong answer fails. What was measured is kept in
DIRECTORY/measured.json, so that steps may be run one by one.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = int(os.environ.get("RUNS", "5"))
SLOW_RUNS = min(RUNS, int(os.environ.get("SLOW_RUNS", "3")))
SLOW = {"igraph", "lme4"}
# Steps without a peer that does the same keep to seconds.
SECONDS = {"national": 4}
FORMULA = "collaboration ~ partnership + poverty + logstaff + management"


def steps(ours, d):
    """Short name, name, our command, the peer's step, its name, the ratio to reach, the memory to keep to in MB."""
    steps_of = lambda step: [ours + "_steps", step, str(d)]
    people = ["--data", f"{d}/people.parquet", "--formula"]
    mediate = [ours, "mediate", "--data", f"{d}/school_scores.parquet", "--x", "partnership", "--m", "collaboration",
               "--y", "growth", "--controls", "poverty,logstaff", "--draws", "5000"]
    return [
        ("survey", "three scales, wide Parquet", steps_of("survey"), "survey", "polars", 3.4 / 0.5, 120),
        ("long-csv", "long CSV load", steps_of("long-csv"), "long_csv_fread", "data.table", 3.8 / 1.0, None),
        ("network", "eight network measures", steps_of("network"), "network", "duckdb (six of them)", 6.8 / 1.0, 500),
        ("betweenness", "the same with betweenness", steps_of("betweenness"), "betweenness", "igraph", 30 / 6, 500),
        ("ols", "OLS with cluster errors", [ours, "regress", *people, FORMULA, "--cluster", "district_id", "--se", "cr1"],
         "ols", "statsmodels", 1.2 / 0.35, None),
        ("mixed", "nested mixed model", [ours, "mixed", *people, FORMULA + " + (1|school_id) + (1|district_id)"],
         "mixed", "lme4", 48.8 / 0.35, 160),
        ("schools", "bootstrap mediation, schools", mediate, "mediation_schools", "numpy", 8.6 / 1.2, None),
        ("districts", "bootstrap mediation, districts", mediate + ["--cluster", "district_id"], "mediation", "numpy",
         0.8 / 0.15, None),
        ("national", "whole national report", [ours, "national", str(d)], None, None, None, 1000),
        ("district", "a district's own report", [ours, "national", f"{d}/district"], None, None, None, None),
    ]


def run(command):
    """Clock and processor seconds, memory in MB and the answer of one run; nothing where it fails."""
    before = time.perf_counter()
    process = subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    out = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    clock = time.perf_counter() - before
    process.returncode = status
    if status:
        print(" ".join(map(str, command)), "failed", file=sys.stderr)
        return None
    return dict(clock=clock, processor=used.ru_utime + used.ru_stime, memory=used.ru_maxrss / 1024), json.loads(out)


def in_turn(mine, theirs, their_runs):
    """Both commands one after the other, as often as told: medians of the times, the largest memory, the last answer."""
    runs = ([], [])
    for round in range(RUNS):
        runs[0].append(run(mine))
        if theirs and round < their_runs:
            runs[1].append(run(theirs))
    return tuple(summary(of) for of in runs)


def summary(runs):
    """The figures of several runs, and the answer."""
    if not runs or None in runs:
        return None
    middle = lambda key: statistics.median(figures[key] for figures, _ in runs)
    memory = max(figures["memory"] for figures, _ in runs)
    return dict(clock=middle("clock"), processor=middle("processor"), memory=memory, runs=len(runs)), runs[-1][1]


def agrees(ours, theirs):
    """Whether the numbers both give are the same. Ends of resampled intervals hang on the random numbers: with 5,000
    draws two runs of one program differ by up to a twentieth of the interval's width. A mixed model's criterion at its
    best is compared to a billionth."""
    def walk(a, b, resampled, near):
        if isinstance(b, dict):
            return all(key in a and walk(a[key], b[key], key.endswith("_q7"), 1e-9 if key.startswith("criterion") else near)
                       for key in b)
        if isinstance(b, list) and resampled:
            return all(abs(x - y) <= 0.05 * (b[1] - b[0]) for x, y in zip(a, b))
        if isinstance(b, list):
            return len(a) == len(b) and all(walk(x, y, False, near) for x, y in zip(a, b))
        return abs(a - b) <= near * max(abs(b), 1e-9)
    return walk(ours, theirs, False, 1e-6)


def measure(step, directory):
    """One step's figures."""
    _, name, command, peer_step, peer, ratio, memory = step
    beside = peer_step and [sys.executable, Path(__file__).with_name("peers.py"), peer_step, directory]
    mine, theirs = in_turn(command, beside, SLOW_RUNS if peer in SLOW else RUNS)
    row = dict(name=name, peer=peer, to_reach=ratio, memory_to_keep=memory, seconds=SECONDS.get(step[0]),
               load=os.getloadavg()[0], ours=mine and mine[0], theirs=theirs and theirs[0])
    if mine and theirs:
        row["same"] = agrees(mine[1], theirs[1])
        if not row["same"]:
            print(json.dumps(theirs[1])[:2000], json.dumps(mine[1])[:2000], sep="\n", file=sys.stderr)
    if mine and step[0] == "district":
        inside = run([command[0] + "_steps", "district", command[2]])
        row["inside"] = inside and inside[1]["milliseconds"]
    return row


def line(row):
    """A row of the table."""
    ours, theirs = row["ours"], row["theirs"]
    number = lambda side, key, digits: f"{side[key]:.{digits}f}" if side else "–"
    ratio = {k: theirs[k] / ours[k] for k in ("clock", "processor")} if ours and theirs else None
    reached = [k for k in ("clock", "processor") if ratio and ratio[k] >= row["to_reach"]]
    words = {2: "yes", 1: f"by the {'clock' if reached == ['clock'] else 'processor'}", 0: "no"}
    in_memory = "" if not ours or not row["memory_to_keep"] else f" of {row['memory_to_keep']}"
    peer = row["peer"] or "–"
    if ours and theirs and theirs["runs"] < ours["runs"]:
        peer += f", median of {theirs['runs']}" if theirs["runs"] > 1 else ", one run"
    return [row["name"], peer, number(theirs, "clock", 2), number(theirs, "processor", 2),
            number(theirs, "memory", 0), number(ours, "clock", 2), number(ours, "processor", 2),
            number(ours, "memory", 0) + in_memory, number(ratio, "clock", 1), number(ratio, "processor", 1),
            f"{row['to_reach']:.1f}" if row["to_reach"] else f"{row['seconds']} s" if row["seconds"] else "–",
            words[len(reached)] if ratio else "–",
            {True: "yes", False: "no"}.get(row.get("same"), "–")]


def main():
    ours, directory, page = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    only = sys.argv[sys.argv.index("--only") + 1].split(",") if "--only" in sys.argv else None
    every = steps(ours, directory)
    unknown = set(only or []) - {s[0] for s in every}
    if unknown:
        sys.exit(f"There is no step {', '.join(unknown)}. There are: {', '.join(s[0] for s in every)}")
    kept = directory / "measured.json"
    measured = json.loads(kept.read_text()) if kept.exists() else {}
    for step in every:
        if only is None or step[0] in only:
            measured[step[0]] = measure(step, directory)
            print(" | ".join(line(measured[step[0]])), flush=True)
            kept.write_text(json.dumps(measured))
    rows = [measured[s[0]] for s in every if s[0] in measured]
    head = ("step", "peer", "peer s", "peer CPU s", "peer MB", "ours s", "ours CPU s", "ours MB", "ratio", "CPU ratio",
            "to reach", "reached", "same result")
    table = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)] + ["| " + " | ".join(line(r)) + " |" for r in rows]
    if measured.get("district", {}).get("inside"):
        table += ["", f"A district's own report, recomputed within a running program: "
                  f"{measured['district']['inside']:.1f} ms (to reach: 10 ms)."]
    short = [r["name"] for r in rows if is_short(r)]
    table += ["", f"**Short of their marks:** {', '.join(short)}." if short else "Every step reaches its mark."]
    write(page, "\n".join(table), rows)


def is_short(row):
    """Whether a step is too slow by the clock, takes too much memory, or gives another answer."""
    ours, theirs = row["ours"], row["theirs"]
    slow = ours and (theirs and theirs["clock"] / ours["clock"] < row["to_reach"]
                     or row["seconds"] and ours["clock"] > row["seconds"])
    large = ours and row["memory_to_keep"] and ours["memory"] > row["memory_to_keep"]
    return not ours or slow or large or row.get("same") is False or (row.get("inside") or 0) > 10


def write(page, table, rows):
    """Puts the table between its marks in the page, or makes the page."""
    begin, end = "<!-- evidence begins -->", "<!-- evidence ends -->"
    text = page.read_text() if page.exists() else f"# Performance\n\n## Evidence\n\n{begin}\n{end}\n"
    if begin not in text:
        text += f"\n## Evidence\n\n{begin}\n{end}\n"
    head, rest = text.split(begin, 1)
    load = max(r["load"] for r in rows)
    runs = sorted({r["ours"]["runs"] for r in rows if r["ours"]})
    machine = (f"{os.cpu_count()} processors, load up to {load:.1f}, median of {' or '.join(map(str, runs))}, whole "
               "processes from start to answer. Where the machine had other work, processor seconds are the fairer figure.")
    page.write_text(f"{head}{begin}\n{machine}\n\n{table}\n{end}{rest.split(end, 1)[1]}")


if __name__ == "__main__":
    main()
