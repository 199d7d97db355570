"""A nation of schools, made up: 100,000 schools, 14,000 districts, 3.2 million staff, 56 million answers, 25 million
ties. No person in it exists. Usage: simulate_nation.py DIRECTORY [share], where a share of 0.01 makes a small one.

Everything follows from one seed, so that two runs measure the same data.
"""

import sys
from pathlib import Path

import numpy as np
import polars as pl

SEED = 20240601
SCALES, ITEMS = 3, 10
TEACHER, SUPPORT, MANAGEMENT, REPRESENTATIVE = range(4)


def make_schools(rng, share):
    """Districts in states, schools in districts, and what is true of each school but unseen."""
    n_schools, n_districts, n_states = int(100_000 * share), int(14_000 * share), 50
    district_state = np.sort(rng.choice(n_states, n_districts, p=rng.dirichlet(np.full(n_states, 2.0))))
    weight = rng.lognormal(0, 1.1, n_districts)
    others = rng.choice(n_districts, n_schools - n_districts, p=weight / weight.sum())
    district = np.sort(np.concatenate([np.arange(n_districts), others])).astype(np.int32)
    state = district_state[district].astype(np.int32)
    staff = np.maximum(5, rng.gamma(3.2, 10, n_schools))
    staff = np.maximum(5, np.round(staff * 3_200_000 * share / staff.sum())).astype(np.int64)
    normal = lambda sd, size: sd * rng.standard_normal(size)
    poverty = np.clip(rng.beta(2, 2, n_schools) + normal(0.1, n_districts)[district], 0, 1)
    partnership = (
        normal(0.25, n_districts)[district] + normal(0.1, n_states)[state] + normal(0.45, n_schools)
        - 0.2 * (poverty - 0.5)
    )
    collaboration = 0.5 * partnership + normal(0.4, n_schools)
    climate = 0.3 * partnership + normal(0.3, n_schools)
    growth = (
        0.10 * partnership + 0.20 * collaboration - 0.6 * (poverty - 0.5) + normal(0.15, n_districts)[district]
        + normal(0.08, n_states)[state] + normal(0.5, n_schools)
    )
    log_odds = -1.7 + 0.8 * poverty - 0.3 * collaboration - 0.4 * collaboration * poverty + normal(0.3, n_schools)
    return dict(
        district=district, state=state, staff=staff, poverty=poverty, growth=growth,
        leaving=1 / (1 + np.exp(-log_odds)), latent=np.stack([partnership, collaboration, climate]),
    )


def make_staff(rng, schools):
    """Everybody on the roster; the first of each school manages, the third represents."""
    n = schools["staff"]
    school = np.repeat(np.arange(len(n), dtype=np.int32), n)
    start = np.concatenate([[0], np.cumsum(n)])[:-1]
    place = np.arange(len(school)) - start[school]
    role = np.where(rng.random(len(school)) < 0.12, SUPPORT, TEACHER).astype(np.int8)
    role[(place == 0) | ((place == 1) & (n[school] > 20))] = MANAGEMENT
    role[place == 2] = REPRESENTATIVE
    left = (rng.random(len(school)) < schools["leaving"][school]).astype(np.int8)
    answered = rng.random(len(school)) < 0.60
    return dict(school=school, start=start, role=role, left=left, answered=answered,
                experience=rng.gamma(1.6, 8, len(school)).astype(np.int16))


def make_survey(rng, schools, staff):
    """Thirty items from 1 to 5 for each respondent; one answer in fifty is missing."""
    person = np.flatnonzero(staff["answered"]).astype(np.int32)
    school = staff["school"][person]
    columns = {"staff_id": person, "school_id": school, "role": staff["role"][person]}
    for scale in range(SCALES):
        mood = schools["latent"][scale][school] + 0.8 * rng.standard_normal(len(person))
        for item in range(ITEMS):
            difficulty = 0.5 * (-0.6 + 0.12 * item)
            raw = 3.3 + 0.75 * mood + difficulty + 0.75 * rng.standard_normal(len(person))
            answer = pl.Series(values=np.clip(np.round(raw), 1, 5).astype(np.int8))
            silent = pl.Series(rng.random(len(person)) < 0.02)
            columns[f"q{scale * ITEMS + item + 1:02d}"] = answer.set(silent, None)
    return pl.DataFrame(columns)


def make_ties(rng, schools, staff):
    """Each respondent names about thirteen colleagues of the own school, nobody twice."""
    n, start = schools["staff"], staff["start"]
    person = np.flatnonzero(staff["answered"]).astype(np.int32)
    school = staff["school"][person]
    wanted = np.round(rng.gamma(4, 3.4, len(person)) * np.exp(0.3 * schools["latent"][1][school]))
    degree = np.minimum(n[school] - 1, wanted).astype(np.int64)
    source = np.repeat(person, degree)
    at = staff["school"][source]
    draw = lambda s, a: (lambda t: (t + (t >= s)).astype(np.int32))(start[a] + (rng.random(len(s)) * (n[a] - 1)).astype(np.int64))
    goal = draw(source, at)
    for _ in range(15):
        key = source.astype(np.int64) << 32 | goal
        order = np.argsort(key, kind="stable")
        twice = np.zeros(len(key), bool)
        twice[order[1:]] = key[order][1:] == key[order][:-1]
        if twice.sum() < 2000:
            break
        goal[twice] = draw(source[twice], at[twice])
    kept = ~twice
    frequency = (1 + (rng.random(kept.sum()) ** 1.3 * 4).astype(np.int8)).astype(np.int8)
    return pl.DataFrame({"school_id": at[kept], "src": source[kept], "dst": goal[kept], "freq": frequency})


def score(survey, scale):
    """The mean of the items of a scale where seven and more of ten are answered."""
    items = [f"q{scale * ITEMS + i + 1:02d}" for i in range(ITEMS)]
    answered = pl.sum_horizontal(pl.col(i).is_not_null().cast(pl.Int8) for i in items)
    return pl.when(answered >= 7).then(pl.mean_horizontal(items))


def main():
    directory, share = Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 1.0
    directory.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(SEED)
    schools = make_schools(rng, share)
    staff = make_staff(rng, schools)
    table = pl.DataFrame({
        "school_id": np.arange(len(schools["staff"]), dtype=np.int32), "district_id": schools["district"],
        "state_id": schools["state"], "poverty": schools["poverty"],
        "staff_n": schools["staff"].astype(np.int32), "growth": schools["growth"],
    })
    table.write_parquet(directory / "schools.parquet")
    pl.DataFrame({
        "staff_id": np.arange(len(staff["school"]), dtype=np.int32), "school_id": staff["school"],
        "role": staff["role"], "exper": staff["experience"], "left": staff["left"],
    }).write_parquet(directory / "staff.parquet")
    survey = make_survey(rng, schools, staff)
    survey.write_parquet(directory / "survey_wide.parquet")
    items = [c for c in survey.columns if c.startswith("q")]
    (survey.select(["staff_id", "school_id", *items])
        .unpivot(on=items, index=["staff_id", "school_id"], variable_name="item", value_name="value")
        .with_columns(pl.col("item").str.slice(1).cast(pl.Int8)).drop_nulls().sort(["staff_id", "item"])
        .write_csv(directory / "survey_long.csv"))
    make_ties(rng, schools, staff).write_parquet(directory / "edges.parquet")
    people = survey.select(
        "school_id", score(survey, 0).alias("partnership"), score(survey, 1).alias("collaboration"),
        (pl.col("role") == MANAGEMENT).cast(pl.Int8).alias("management"),
    ).join(table.select("school_id", "district_id", "poverty", pl.col("staff_n").log().alias("logstaff")), on="school_id", how="left")
    people = people.drop_nulls()
    people.write_parquet(directory / "people.parquet")
    people.write_csv(directory / "people.csv")
    means = people.group_by("school_id").agg(pl.col("partnership").mean(), pl.col("collaboration").mean())
    (table.join(means, on="school_id", how="inner").sort("school_id")
        .with_columns(pl.col("staff_n").log().alias("logstaff")).write_parquet(directory / "school_scores.parquet"))
    write_district(directory, table)


def write_district(directory, schools):
    """One district of about twenty schools by itself, schools and staff numbered from 0, as its own report reads it."""
    sizes = schools.group_by("district_id").len()
    district = sizes.sort((pl.col("len").cast(pl.Int32) - 20).abs(), "district_id")["district_id"][0]
    read = lambda name: pl.read_parquet(directory / f"{name}.parquet")
    numbered = lambda frame, key: frame.select(key, pl.int_range(pl.len(), dtype=pl.Int32).alias("new"))
    its = numbered(schools.filter(pl.col("district_id") == district), "school_id")
    people = numbered(read("staff").join(its, on="school_id", how="semi"), "staff_id")
    (directory / "district").mkdir(exist_ok=True)
    for name in ["schools", "staff", "survey_wide", "edges"]:
        part = read(name).join(its, on="school_id", how="semi")
        for column, new in [("school_id", its), ("staff_id", people), ("src", people), ("dst", people)]:
            if column in part.columns:
                part = part.with_columns(pl.col(column).replace_strict(*new.get_columns(), return_dtype=pl.Int32))
        if name == "schools":
            part = part.with_columns(pl.lit(0, pl.Int32).alias("district_id"))
        part.write_parquet(directory / "district" / f"{name}.parquet")


if __name__ == "__main__":
    main()
