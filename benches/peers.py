"""The peers' way of each step of the national report, timed from a fresh process to the answer, as ours is.
Usage: peers.py STEP DIRECTORY; prints the answer as JSON, so that results are compared as well as times."""

import json
import sys
from pathlib import Path


def survey(directory):
    """Three scales: school scores, ICC(1), ICC(2), rwg(j), alpha, from wide Parquet, with polars."""
    import numpy as np
    import polars as pl

    frame = pl.read_parquet(directory / "survey_wide.parquet")
    out = []
    for scale in range(3):
        items = [f"q{scale * 10 + i + 1:02d}" for i in range(10)]
        answered = pl.sum_horizontal(pl.col(i).is_not_null().cast(pl.Int8) for i in items)
        scored = frame.select("school_id", pl.when(answered >= 7).then(pl.mean_horizontal(items)).alias("score"), *items)
        by = scored.group_by("school_id").agg(
            pl.col("score").count().alias("n"), pl.col("score").sum().alias("s"),
            (pl.col("score") ** 2).sum().alias("q"), *[pl.col(i).var().alias(f"v_{i}") for i in items],
        )
        n, s, q = (by[c].to_numpy().astype(float) for c in "nsq")
        keep = n > 0
        n, s, q = n[keep], s[keep], q[keep]
        big_n, groups = n.sum(), len(n)
        msb = ((s**2 / n).sum() - s.sum() ** 2 / big_n) / (groups - 1)
        msw = (q.sum() - (s**2 / n).sum()) / (big_n - groups)
        k = big_n / groups
        variances = by.select([f"v_{i}" for i in items]).to_numpy().astype(float)
        r = 1 - variances.mean(axis=1) / 2
        rwgj = np.where(r <= 0, 0, 10 * r / (10 * r + 1 - r))
        complete = frame.select(items).drop_nulls().to_numpy().astype(np.float64)
        cov = np.cov(complete.T)
        alpha = 10 / 9 * (1 - np.trace(cov) / cov.sum())
        out.append({"alpha": alpha, "ICC1": (msb - msw) / (msb + (k - 1) * msw), "ICC2": (msb - msw) / msb,
                    "rwgj_mean": float(np.nanmean(rwgj))})
    return {"scales": out}


def long_csv(directory):
    """Load the long CSV, with polars."""
    import polars as pl

    return {"rows": pl.read_csv(directory / "survey_long.csv").height}


def long_csv_fread(directory):
    """Load the long CSV, with R's data.table."""
    return r(f'd <- data.table::fread("{directory}/survey_long.csv"); cat(nrow(d))', "rows")


def network(directory):
    """Density, reciprocity, centralisation, isolates and E-I of every school, with duckdb."""
    import duckdb

    sql = f"""
    with staff as (select staff_id, school_id, role = 2 as m from '{directory}/staff.parquet'),
    r as (select distinct staff_id from '{directory}/survey_wide.parquet'),
    e as (select school_id, src, dst, freq from '{directory}/edges.parquet'),
    n as (select school_id, count(*) n, count(r.staff_id) nr from staff left join r using (staff_id) group by 1),
    deg as (select school_id, src, count(*) d from e group by 1, 2),
    ind as (select school_id, dst, count(*) d from e group by 1, 2),
    o as (select school_id, max(d) mx, sum(d) m from deg group by 1),
    i as (select school_id, max(d / (nr - case when r.staff_id is null then 0 else 1 end)) mx,
          sum(d / (nr - case when r.staff_id is null then 0 else 1 end)) s
          from ind join n using (school_id) left join r on r.staff_id = dst group by 1),
    rec as (select a.school_id, count(*) mutual from e a join e b on a.src = b.dst and a.dst = b.src and a.school_id = b.school_id group by 1),
    among as (select e.school_id, count(*) c from e join r on r.staff_id = e.dst group by 1),
    ei as (select e.school_id, sum(case when a.m <> b.m then 1 else 0 end) x from e join staff a on a.staff_id = src join staff b on b.staff_id = dst group by 1),
    strong as (select school_id, sum(case when freq >= 3 then 1 else 0 end) c from e group by 1)
    select avg(o.m / (nr * (n - 1.0))) density, avg(rec.mutual * 1.0 / among.c) reciprocity,
           avg((n * i.mx - i.s) / (n - 1.0)) in_centralisation,
           avg((nr * o.mx - o.m) / ((nr - 1.0) * (n - 1.0))) out_centralisation,
           avg((2.0 * ei.x - o.m) / o.m) EI, avg(strong.c * 1.0 / o.m) strong_share
    from n join o using (school_id) join i using (school_id) left join rec using (school_id)
    join among using (school_id) join ei using (school_id) join strong using (school_id)
    where nr * 10 >= n * 8 and nr > 1
    """
    connection = duckdb.connect()
    row = connection.execute(sql)
    names = [d[0] for d in row.description]
    return dict(zip(names, row.fetchone()))


def betweenness(directory):
    """Eight measures and betweenness of every school, with igraph, one small graph after the other."""
    import igraph
    import numpy as np
    import polars as pl

    edges = pl.read_parquet(directory / "edges.parquet")
    staff = pl.read_parquet(directory / "staff.parquet", columns=["school_id", "role"])
    asked = pl.read_parquet(directory / "survey_wide.parquet", columns=["staff_id"])["staff_id"].to_numpy()
    school, source, goal, frequency = (edges[c].to_numpy() for c in ["school_id", "src", "dst", "freq"])
    # Staff are numbered school after school.
    sizes = np.bincount(staff["school_id"].to_numpy())
    begins = np.concatenate([[0], np.cumsum(sizes)])
    manages = staff["role"].to_numpy() == 2
    answered = np.zeros(len(manages), bool)
    answered[asked] = True
    cuts = np.concatenate([[0], np.flatnonzero(np.diff(school)) + 1, [len(school)]])
    told = []
    for first, last in zip(cuts[:-1], cuts[1:]):
        at = school[first]
        begin, n = begins[at], int(sizes[at])
        s, g = source[first:last].astype(np.int64) - begin, goal[first:last].astype(np.int64) - begin
        there, side = answered[begin:begin + n], manages[begin:begin + n]
        r, m = int(there.sum()), len(s)
        graph = igraph.Graph(n=n, edges=np.column_stack([s, g]), directed=True)
        rates = np.array(graph.indegree()) / np.maximum(r - there, 1)
        sent = np.array(graph.outdegree())[there]
        among = graph.induced_subgraph(np.flatnonzero(there).tolist())
        between = np.array(graph.betweenness())
        measures = dict(
            density=m / (r * max(n - 1, 1)), strong_share=np.mean(frequency[first:last] >= 3),
            reciprocity=among.reciprocity(), in_centralisation=(n * rates.max() - rates.sum()) / max(n - 1, 1),
            out_centralisation=(r * sent.max() - sent.sum()) / max((r - 1) * (n - 1), 1),
            isolates=np.mean((sent == 0) & (rates[there] == 0)),
            transitivity=among.as_undirected().transitivity_undirected(), EI=np.mean(np.where(side[s] != side[g], 1, -1)),
            betweenness_centralisation=(n * between.max() - between.sum()) / max((n - 1) ** 2 * (n - 2), 1),
        )
        if 10 * r >= 8 * n and r > 1:
            told.append(measures)
    return {key: float(np.nanmean([t[key] for t in told])) for key in told[0]}


def ols(directory):
    """Least squares of 1.9 million staff with errors by district, with statsmodels."""
    import numpy as np
    import pandas as pd
    import statsmodels.api as sm

    d = pd.read_parquet(directory / "people.parquet")
    x = sm.add_constant(d[["partnership", "poverty", "logstaff", "management"]].to_numpy(float))
    fit = sm.OLS(d["collaboration"].to_numpy(), x).fit(cov_type="cluster", cov_kwds={"groups": d["district_id"].to_numpy()})
    return {"coef": list(map(float, np.asarray(fit.params))), "se": list(map(float, np.asarray(fit.bse)))}


def mixed(directory):
    """Schools in districts for 1.9 million staff, with lme4. R reads the CSV with data.table, its quickest way."""
    code = f"""
    d <- data.table::fread("{directory}/people.csv")
    f <- lme4::lmer(collaboration ~ partnership + poverty + logstaff + management + (1|school_id) + (1|district_id), d,
                    control = lme4::lmerControl(calc.derivs = FALSE))
    cat(sprintf("%.17g", as.numeric(lme4::REMLcrit(f))))
    """
    return r(code, "criterion_minus2ll")


def mediation(directory, cluster="district_id"):
    """5,000 resamples by counts and products, with numpy: the expert's way."""
    import numpy as np
    import polars as pl

    d = pl.read_parquet(directory / "school_scores.parquet").drop_nulls()
    z = np.column_stack([np.ones(d.height)] + [d[c].to_numpy() for c in ["poverty", "logstaff", "partnership", "collaboration", "growth"]])
    z[:, 1:] -= z[:, 1:].mean(axis=0)
    i, j = np.triu_indices(z.shape[1])
    products = z[:, i] * z[:, j]
    if cluster:
        _, group = np.unique(d[cluster].to_numpy(), return_inverse=True)
        units = group.max() + 1
        products = np.stack([np.bincount(group, products[:, c], units) for c in range(products.shape[1])], axis=1)
    units = len(products)
    rng = np.random.default_rng(1)
    acme = np.empty(5000)
    gram = np.empty((z.shape[1], z.shape[1]))
    for b in range(5000):
        counts = np.bincount(rng.integers(0, units, units), minlength=units).astype(float)
        sums = counts @ products
        gram[i, j] = sums
        gram[j, i] = sums
        a = np.linalg.solve(gram[:4, :4], gram[:4, 4])[3]
        c = np.linalg.solve(gram[:5, :5], gram[:5, 5])[4]
        acme[b] = a * c
    return {"acme_q7": list(map(float, np.quantile(acme, [0.025, 0.975])))}


def mediation_schools(directory):
    """The same, schools drawn."""
    return mediation(directory, None)


def r(code, name):
    """Runs R and reads one number."""
    import subprocess

    done = subprocess.run(["Rscript", "-e", code], capture_output=True, text=True, check=True)
    return {name: float(done.stdout.split()[-1])}


if __name__ == "__main__":
    steps = dict(survey=survey, long_csv=long_csv, long_csv_fread=long_csv_fread, network=network,
                 betweenness=betweenness, ols=ols, mixed=mixed, mediation=mediation,
                 mediation_schools=mediation_schools)
    print(json.dumps(steps[sys.argv[1]](Path(sys.argv[2]))))
