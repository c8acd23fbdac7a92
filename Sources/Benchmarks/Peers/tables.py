"""Times Cotejo's pipelines over files of data beside the same work done by DuckDB, Polars and pandas, and compares what comes out.

Usage: tables.py BINARY FOLDER ROUNDS

FOLDER holds what Benchmarks has made: events.csv, events_large.csv (ten times the rows), monthly.csv and population.csv. The peers
are those that this Python can import. Prints lines of `WORK<TAB>PROGRAM<TAB>MEDIAN`, in seconds or bytes. Results that differ are said
on standard error, and the exit status is 1.

Cotejo runs whole scripts of its own language. `one_shot` is the time of a whole command, start included; all else is the time between
two lines that the script prints, so that statement, result and its printing are in it. Peers are asked by table_peer.py in a process of
their own each, which has the library loaded. Cotejo and the peers take turns, so that a busy minute of the machine hits all of them.
"""

import csv
import importlib.util
import os
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))

QUERY = """{table}
  | where kind = "homicide" and weapon = "firearm"
  | group by state, year(date) (deaths = sum(best), incidents = count())
  | sort by deaths desc, state, year
  | take 10
"""
JOIN = """crimes
  | where kind = "homicide"
  | group by state, year = year(date) (deaths = sum(best))
  | join inhabitants by state, year
  | derive rate = 100_000 * deaths / population
  | select state, year, rate
  | sort by rate desc, state, year
  | take 10
"""
UNPIVOT = """monthly
  | unpivot Enero..Diciembre as month, n
  | group by kind, month (n = sum(n))
  | sort by n desc, kind, month
"""
UNCERTAIN = "some | where {column} >= 3 | group by state (n = sum({column}), incidents = count()) | sort by state | take 3\n"
LOADS = {
    "crimes": 'load "events.csv" as crimes\n',
    "large": 'load "events_large.csv" as crimes\n',
    "inhabitants": 'load "population.csv" as inhabitants\n',
    "monthly": 'load "monthly.csv" as monthly\n',
    "some": 'load "some.csv" as some { deaths = range(low, best, high) }\n',
}
MARK = "the time is taken"


class Cotejo:
    def __init__(self, binary, folder):
        self.binary, self.folder = binary, folder

    def run(self, text, *options):
        """Runs a script: seconds in all, seconds between its marks, and the most memory that it had, in bytes."""
        with open(f"{self.folder}/tables.cotejo", "w", encoding="utf-8") as file:
            file.write(text)
        started = time.perf_counter()
        process = subprocess.Popen(
            [self.binary, "run", "--no-init", *options, "tables.cotejo"], cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        marks = []
        for line in process.stdout:
            if MARK.encode() in line:
                marks.append(time.perf_counter())
        process.stdout.close()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise SystemExit(f"tables.py: exit status {process.returncode} of Cotejo for\n{text[:2000]}")
        return seconds, [later - earlier for earlier, later in zip(marks, marks[1:])], usage.ru_maxrss * 1024

    def result(self, text):
        """The last table that a script comes to, by rows and columns of text."""
        with open(f"{self.folder}/result.cotejo", "w", encoding="utf-8") as file:
            file.write(text)
        out = subprocess.run(
            [self.binary, "run", "--no-init", "--format", "csv", "result.cotejo"], cwd=self.folder, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, check=True, text=True, encoding="utf-8").stdout
        blocks = [block for block in out.replace("\r", "").split("\n\n") if "," in block.split("\n")[0]]
        rows = list(csv.reader(blocks[-1].strip("\n").split("\n")))
        heads = rows[0]
        wanted = [i for i, head in enumerate(heads) if not any(
            head == f"{other}_{ending}" for other in heads
            for ending in ("low", "best", "high", "unit", "status", "source", "locator"))]
        return [[row[i] for i in wanted] for row in rows[1:]]

    def repeated(self, loads, statement, count):
        """Times of one statement on tables that lie in memory, which they do from the second use on."""
        marked = f'{statement}"{MARK}"\n'
        _, times, _ = self.run("".join(LOADS[name] for name in loads) + marked * (count + 3))
        return times[2:]


class Peer:
    def __init__(self, name, folder):
        self.name = name
        files = [f"{folder}/{file}.csv" for file in ("events", "monthly", "population")]
        self.process = subprocess.Popen(
            [sys.executable, f"{HERE}/table_peer.py", name, *files, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        if self.process.stdout.readline().strip() != "ready":
            raise SystemExit(f"tables.py: {name} cannot be started")

    def run(self, work):
        """The seconds that a piece of work took, nil where the peer doesn't do it."""
        self.process.stdin.write(work + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().strip()
        if not answer:
            raise SystemExit(f"tables.py: {self.name} stopped at {work}")
        return None if answer == "none" else float(answer)

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def same(left, right):
    """Whether two cells say the same: codes may have lost their leading zeros, and numbers of different programs their last digits."""
    if left == right:
        return True
    try:
        one, other = float(left), float(right)
    except ValueError:
        return False
    return abs(one - other) <= 1e-9 * max(abs(one), abs(other))


def differences(work, own, peer, folder):
    """What to say where a peer's result isn't Cotejo's."""
    path = f"{folder}/{work}.{peer}.csv"
    if not os.path.exists(path):
        return f"{work}: {peer} gave no result"
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    if len(rows) != len(own):
        return f"{work}: {len(own)} rows of Cotejo, {len(rows)} of {peer}"
    for number, (left, right) in enumerate(zip(own, rows), 1):
        if len(left) != len(right) or not all(same(a, b) for a, b in zip(left, right)):
            return f"{work}: row {number} is {left} of Cotejo and {right} of {peer}"
    return None


def main():
    binary, folder, rounds = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), int(sys.argv[3])
    cotejo = Cotejo(binary, folder)
    with open(f"{folder}/events.csv", encoding="utf-8") as file, open(f"{folder}/some.csv", "w", encoding="utf-8") as part:
        for _, line in zip(range(100_001), file):
            part.write(line)
    names = [name for name in ("duckdb", "polars", "pandas") if importlib.util.find_spec(name)]
    for file in os.listdir(folder):
        if file.endswith(tuple(f".{name}.csv" for name in names)):
            os.remove(f"{folder}/{file}")
    peers = [Peer(name, folder) for name in names]
    found = {}

    def note(work, program, *figures):
        found.setdefault((work, program), []).extend(figure for figure in figures if figure is not None)

    one_shot = LOADS["crimes"] + QUERY.format(table="crimes")
    count = f'crimes | count\n"{MARK}"\n'
    for peer in peers:
        for work in ("load_population", "load_monthly", "load"):
            peer.run(work)
    cotejo.run(one_shot)
    for number in range(rounds):
        print(f"tables: round {number + 1} of {rounds}", file=sys.stderr, flush=True)
        for _ in range(3):
            seconds, _, memory = cotejo.run(one_shot)
            note("one_shot", "cotejo", seconds)
            note("one_shot_memory", "cotejo", memory)
            for peer in peers:
                if peer.name != "pandas" or number == 0:
                    note("one_shot", peer.name, peer.run("one_shot"))
        # The first question counts the rows and keeps none; the second one has all of them read.
        _, times, memory = cotejo.run(LOADS["crimes"] + count * 2)
        note("load", "cotejo", times[0])
        note("load_memory", "cotejo", memory)
        for peer in peers:
            if peer.name != "pandas" or number == 0:
                note("load", peer.name, peer.run("load"))
        for work, loads, statement in (
            ("loaded", ["crimes"], QUERY.format(table="crimes")), ("join", ["crimes", "inhabitants"], JOIN), ("unpivot", ["monthly"], UNPIVOT)):
            note(work, "cotejo", *cotejo.repeated(loads, statement, 7))
            for peer in peers:
                note(work, peer.name, *(peer.run(work) for _ in range(3 if peer.name == "pandas" else 7)))
        for work, column in (("plain", "best"), ("uncertain", "deaths")):
            note(work, "cotejo", *cotejo.repeated(["some"], UNCERTAIN.format(column=column), 15))
    for peer in peers:
        peer.end()
    # Without the peers, whose tables would only take memory now.
    large = LOADS["large"] + QUERY.format(table="crimes")
    cotejo.run(large)
    for _ in range(rounds):
        note("small_file", "cotejo", cotejo.run(one_shot)[0])
        seconds, _, memory = cotejo.run(large)
        note("large_file", "cotejo", seconds)
        note("large_file_memory", "cotejo", memory)
    for (work, program), figures in found.items():
        if figures:
            print(f"{work}\t{program}\t{statistics.median(figures):.6f}")

    wrong = []
    for work, text in (
        ("one_shot", one_shot), ("loaded", LOADS["crimes"] + QUERY.format(table="crimes") * 3),
        ("join", LOADS["crimes"] + LOADS["inhabitants"] + JOIN), ("unpivot", LOADS["monthly"] + UNPIVOT)):
        own = cotejo.result(text)
        for peer in peers:
            if (work, peer.name) in found and found[work, peer.name]:
                wrong.append(differences(work, own, peer.name, folder))
    wrong = [line for line in wrong if line]
    for line in wrong:
        print(f"tables: results differ: {line}", file=sys.stderr)
    raise SystemExit(1 if wrong else 0)


main()
