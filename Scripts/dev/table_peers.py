"""Times DuckDB and Polars at the work that the tables of Scripts/dev/bench do, each query in one process that stays.

Usage: table_peers.py PEER EVENTS MONTHLY POPULATION FOLDER

Prints a line for each piece of work, `work<TAB>median seconds`, and writes each result to FOLDER/WORK.PEER.csv, so that the
results of all programs can be compared. Reading whole files is timed too, from the file's first byte to a table in memory.
"""

import csv
import statistics
import sys
import time

MONTHS = ("Enero Febrero Marzo Abril Mayo Junio Julio Agosto Septiembre Octubre Noviembre Diciembre").split()


def median(work, runs):
    """The median time of a piece of work after one run to warm up, and its last result."""
    work()
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - started)
    return statistics.median(times), result


def duckdb_works(events, monthly, population):
    import duckdb

    connection = duckdb.connect()
    query = (
        "select state, year(date) as year, sum(best) as deaths, count(*) as events from {}"
        " where kind = 'homicide' and weapon = 'firearm' group by all order by deaths desc, state, year limit 10"
    )
    join = (
        "select state, year, 100000.0 * deaths / population as rate from"
        " (select state, year(date) as year, sum(best) as deaths from events where kind = 'homicide' group by all)"
        " join population using (state, year) order by rate desc, state, year limit 10"
    )
    unpivot = (
        "select kind, month, sum(n) as n from"
        f" (unpivot monthly on {', '.join(MONTHS)} into name month value n) group by all order by n desc, kind, month"
    )

    def run(text):
        return lambda: connection.execute(text).fetchall()

    def load(name, file):
        return lambda: connection.execute(f"create or replace table {name} as select * from read_csv('{file}')").fetchall()

    yield "one_shot", run(query.format(f"read_csv('{events}')")), 5
    yield "load", load("events", events), 3
    yield "loaded", run(query.format("events")), 9
    load("population", population)()
    yield "join", run(join), 9
    connection.execute("drop table events")
    load("monthly", monthly)()
    yield "unpivot", run(unpivot), 3


def polars_works(events, monthly, population):
    import polars as pl

    def query(frame):
        return lambda: (
            frame().lazy()
            .filter((pl.col("kind") == "homicide") & (pl.col("weapon") == "firearm"))
            .group_by("state", pl.col("date").dt.year().alias("year"))
            .agg(pl.col("best").sum().alias("deaths"), pl.len().alias("events"))
            .sort(["deaths", "state", "year"], descending=[True, False, False])
            .head(10).collect().rows()
        )

    yield "one_shot", query(lambda: pl.scan_csv(events, try_parse_dates=True)), 5
    yield "load", lambda: [(pl.read_csv(events, try_parse_dates=True).height,)], 3
    table = pl.read_csv(events, try_parse_dates=True)
    yield "loaded", query(lambda: table), 9
    people = pl.read_csv(population)
    yield "join", lambda: (
        table.lazy().filter(pl.col("kind") == "homicide")
        .group_by("state", pl.col("date").dt.year().cast(pl.Int64).alias("year"))
        .agg(pl.col("best").sum().alias("deaths"))
        .join(people.lazy(), on=["state", "year"])
        .select("state", "year", rate=100000.0 * pl.col("deaths") / pl.col("population"))
        .sort(["rate", "state", "year"], descending=[True, False, False]).head(10).collect().rows()
    ), 9
    wide = pl.read_csv(monthly)
    yield "unpivot", lambda: (
        wide.lazy().unpivot(on=MONTHS, index=["kind"], variable_name="month", value_name="n")
        .group_by("kind", "month").agg(pl.col("n").sum())
        .sort(["n", "kind", "month"], descending=[True, False, False]).collect().rows()
    ), 3


def main():
    peer, events, monthly, population, folder = sys.argv[1:]
    works = {"duckdb": duckdb_works, "polars": polars_works}[peer]
    for name, work, runs in works(events, monthly, population):
        seconds, rows = median(work, runs)
        print(f"{name}\t{seconds:.6f}", flush=True)
        with open(f"{folder}/{name}.{peer}.csv", "w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)


main()
