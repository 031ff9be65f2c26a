#!/usr/bin/env python3
"""python3 bench/run.py BUILD_DIR [--sizes 1000,10000,100000] [--write docs/benchmarks.md]

Measures Bocage against LEMON on the same generated instances, in one run, and prints ratios.
With --write, what stands between the two `measured` marks of the file is replaced.
"""

import argparse
import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile

PEERS = {"preflow": "Preflow", "network_simplex": "NetworkSimplex", "cost_scaling": "CostScaling"}
LIMIT = 300  # seconds a peer may take
BEGIN, END = "<!-- measured: begin, from bench/run.py -->", "<!-- measured: end -->"


def median_of(command, runs):
    """The answer with the median time, or None where a run was stopped."""
    answers = []
    for _ in range(runs):
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT)
        except subprocess.TimeoutExpired:
            return None
        if done.returncode != 0:
            sys.exit(f"{' '.join(command)} failed: {done.stdout}{done.stderr}")
        answers.append(json.loads(done.stdout))
    return sorted(answers, key=lambda answer: answer["ms"])[len(answers) // 2]


def measure(folder, size, seed):
    with tempfile.TemporaryDirectory() as temporary:
        path = os.path.join(temporary, "instance")
        done = subprocess.run([str(folder / "bocage_bench"), str(size), str(seed), path],
                              capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"bocage_bench failed at {size}: {done.stdout}{done.stderr}")
        ours = json.loads(done.stdout)
        peers = {mode: median_of([str(folder / "peers_lemon"), path, mode],
                                 3 if mode == "preflow" or size <= 20_000 else 1)
                 for mode in PEERS}
    for mode, answer in peers.items():
        if answer and answer["served"] != ours["fair_served"]:
            sys.exit(f"Totals differ at {size}: fair {ours['fair_served']}, "
                     f"{PEERS[mode]} {answer['served']}.")
    return ours, peers


def milliseconds(value):
    return f"{value / 1000:.2f} s" if value >= 1000 else f"{value:.3g} ms"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def times(results):
    def row(name, cell):
        return [name] + [cell(ours, peers) for ours, peers in results]

    def own(*keys):
        return lambda ours, _: (milliseconds(sum(ours[key + "_ms"] for key in keys)) + " / " +
                                milliseconds(sum(ours[key + "_cpu_ms"] for key in keys)))

    def peer(mode):
        return lambda _, peers: (f"stopped after {LIMIT} s" if peers[mode] is None else
                                 milliseconds(peers[mode]["ms"]) + " / " +
                                 milliseconds(peers[mode]["cpu_ms"]))

    rows = [row("Bocage: exact fair plan, with its blocks", own("fair")),
            row("– of which the shares alone (measured apart)", own("fair_without_blocks")),
            row("Bocage: whole quanta", own("whole")),
            row("Bocage: least distance, with its potentials", own("distance")),
            row("**Bocage: all three**", own("fair", "whole", "distance")),
            row("Checking the certificate", own("check"))]
    rows += [row(f"LEMON {name}" + (", one largest flow" if mode == "preflow" else
                                    ", unfair least-distance largest flow"), peer(mode))
             for mode, name in PEERS.items()]
    head = ["wall / processor time"] + [f"{o['size']:,} ({o['links']:,} links)" for o, _ in results]
    return table(head, rows)


CHANGES = {"contribution_withdrawn": "a contribution is withdrawn", "contribution_added": "it comes back",
           "need_withdrawn": "a need is withdrawn", "need_added": "it comes back"}


def planning_again(results):
    rows = [[name] + [" / ".join(milliseconds(ours[f"{key}_{which}_ms"]) for which in ("p50", "p99", "most"))
                      for ours, _ in results] for key, name in CHANGES.items()]
    head = ["planning again, wall: median / 99th percentile / most, of 1,000"]
    return table(head + [f"{o['size']:,}" for o, _ in results], rows)


ALL = ("fair", "whole", "distance")


def ratio(ours, peers, mode, kind, keys):
    """How many times our time goes into the peer's; of a peer that was stopped, a lower bound on the
    wall time is known and nothing of the processor time."""
    own = sum(ours[key + kind] for key in keys)
    if peers[mode] is None:
        return f"> {LIMIT * 1000 / own:.1f}" if kind == "_ms" else "unknown"
    return f"{peers[mode][kind[1:]] / own:.1f}"


def ratios(results):
    def cell(ours, peers, mode, keys):
        return " / ".join(ratio(ours, peers, mode, kind, keys) for kind in ("_ms", "_cpu_ms"))

    rows = [("Preflow ÷ exact fair plan", "4", "preflow", ("fair",)),
            ("CostScaling ÷ all three", "20", "cost_scaling", ALL),
            ("NetworkSimplex ÷ all three", "60", "network_simplex", ALL)]
    head = ["times faster: wall / processor", "aim at 100k"] + [f"{o['size']:,}" for o, _ in results]
    return table(head, [[name, aim] + [cell(o, p, mode, keys) for o, p in results]
                        for name, aim, mode, keys in rows])


def fairness(results):
    rows = [("asked", "needed"), ("there is", "supply"),
            ("served by the fair plan (= LEMON's largest flow)", "fair_served"),
            ("served first come, first served", "first_served"),
            ("needs with nothing, exact fair shares", "fair_with_nothing"),
            ("needs with nothing, after rounding to whole quanta", "whole_with_nothing"),
            ("needs with nothing, first come, first served", "first_with_nothing"),
            ("unit-km, fair", "unit_kilometres"),
            ("unit-km, first come, first served", "first_unit_kilometres")]
    head = ["units"] + [f"{o['size']:,}" for o, _ in results]
    return table(head, [[name] + [f"{o[key]:,}" for o, _ in results] for name, key in rows])


def machine():
    model = next((line.split(":")[1].strip()
                  for line in subprocess.run(["lscpu"], capture_output=True, text=True,
                                             env={**os.environ, "LC_ALL": "C"}).stdout.splitlines()
                  if line.startswith("Model name")), "unknown")
    return model, os.cpu_count()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[2])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", type=pathlib.Path)
    options = parser.parse_args()
    before = os.getloadavg()[0]
    results = []
    for size in options.sizes.split(","):
        results.append(measure(options.build / "bench", int(size), options.seed))
        print(f"{int(size):,} measured", file=sys.stderr)
    model, cores = machine()
    text = "\n\n".join([
        f"{model}, {cores} cores, {datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d %H:%M} UTC, "
        f"seed {options.seed}. Load average {before:.1f} before, {os.getloadavg()[0]:.1f} after.",
        times(results), ratios(results), planning_again(results), fairness(results)])
    print(text)
    if options.write:
        page = options.write.read_text(encoding="utf-8")
        head, rest = page.split(BEGIN)
        options.write.write_text(f"{head}{BEGIN}\n{text}\n{END}{rest.split(END)[1]}",
                                 encoding="utf-8")


if __name__ == "__main__":
    main()
