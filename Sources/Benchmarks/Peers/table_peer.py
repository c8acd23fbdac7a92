"""Does the work on tables that Scripts/dev/bench measures with a library of Python, in one process that stays.

Usage: table_peer.py PEER EVENTS MONTHLY POPULATION FOLDER

Reads names of pieces of work from the standard input, does each, and answers with the seconds that it took, or "none" where the
peer doesn't do it. Each result is written to FOLDER/WORK.PEER.csv, outside of the time measured.
"""

import csv
import sys
import time

MONTHS = "Enero Febrero Marzo Abril Mayo Junio Julio Agosto Septiembre Octubre Noviembre Diciembre".split()


def duckdb_works(events, monthly, population):
    import duckdb

    connection = duckdb.connect()
    query = (
        "select state, year(date) as year, sum(best) as deaths, count(*) as incidents from {}"
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

    return {
        "one_shot": run(query.format(f"read_csv('{events}')")),
        "load": load("events", events),
        "loaded": run(query.format("events")),
        "load_population": load("population", population),
        "join": run(join),
        "load_monthly": load("monthly", monthly),
        "unpivot": run(unpivot),
    }


def polars_works(events, monthly, population):
    import polars as pl

    tables = {}

    def query(frame):
        return lambda: (
            frame().lazy()
            .filter((pl.col("kind") == "homicide") & (pl.col("weapon") == "firearm"))
            .group_by("state", pl.col("date").dt.year().alias("year"))
            .agg(pl.col("best").sum().alias("deaths"), pl.len().alias("incidents"))
            .sort(["deaths", "state", "year"], descending=[True, False, False])
            .head(10).collect().rows()
        )

    def load(name, file):
        def work():
            tables[name] = pl.read_csv(file, try_parse_dates=True)
            return []
        return work

    def join():
        return (
            tables["events"].lazy().filter(pl.col("kind") == "homicide")
            .group_by("state", pl.col("date").dt.year().cast(pl.Int64).alias("year"))
            .agg(pl.col("best").sum().alias("deaths"))
            .join(tables["population"].lazy(), on=["state", "year"])
            .select("state", "year", rate=100000.0 * pl.col("deaths") / pl.col("population"))
            .sort(["rate", "state", "year"], descending=[True, False, False]).head(10).collect().rows()
        )

    def unpivot():
        return (
            tables["monthly"].lazy().unpivot(on=MONTHS, index=["kind"], variable_name="month", value_name="n")
            .group_by("kind", "month").agg(pl.col("n").sum())
            .sort(["n", "kind", "month"], descending=[True, False, False]).collect().rows()
        )

    return {
        "one_shot": query(lambda: pl.scan_csv(events, try_parse_dates=True)),
        "load": load("events", events),
        "loaded": query(lambda: tables["events"]),
        "load_population": load("population", population),
        "join": join,
        "load_monthly": load("monthly", monthly),
        "unpivot": unpivot,
    }


def pandas_works(events, monthly, population):
    import pandas as pd

    tables = {}

    def query(frame):
        def work():
            table = frame()
            table = table[(table["kind"] == "homicide") & (table["weapon"] == "firearm")]
            years = table["date"].dt.year.rename("year")
            groups = table.groupby(["state", years])["best"].agg(["sum", "count"]).reset_index()
            found = groups.sort_values(["sum", "state", "year"], ascending=[False, True, True]).head(10)
            return list(found.itertuples(index=False, name=None))
        return work

    def load():
        tables["events"] = pd.read_csv(events, parse_dates=["date"])
        return []

    return {
        "one_shot": query(lambda: pd.read_csv(events, parse_dates=["date"], usecols=["state", "date", "kind", "weapon", "best"])),
        "load": load,
        "loaded": query(lambda: tables["events"]),
    }


def main():
    peer, events, monthly, population, folder = sys.argv[1:]
    works = {"duckdb": duckdb_works, "polars": polars_works, "pandas": pandas_works}[peer](events, monthly, population)
    print("ready", flush=True)
    for line in sys.stdin:
        name = line.strip()
        if name not in works:
            print("none", flush=True)
            continue
        started = time.perf_counter()
        rows = works[name]()
        seconds = time.perf_counter() - started
        if rows and not name.startswith("load_") and name != "load":
            with open(f"{folder}/{name}.{peer}.csv", "w", newline="", encoding="utf-8") as file:
                csv.writer(file).writerows(rows)
        print(f"{seconds:.6f}", flush=True)


main()
