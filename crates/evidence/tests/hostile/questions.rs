//! Networks without people, formulas without end, and columns that say nothing by the hundred.

use crate::{answered, run};

#[test]
fn networks_without_people_ties_or_answers_are_told() {
    let line = |roster: &str, edges: &str, more: &str| {
        let directory = tempfile::tempdir().unwrap();
        let edge_file = directory.path().join("edges.csv");
        std::fs::write(&edge_file, edges).unwrap();
        let line = format!("network^--roster^FILE^--edges^{}{more}", edge_file.display());
        run(directory.path(), roster.as_bytes(), &line.split('^').collect::<Vec<_>>())
    };
    let mut failed = Vec::new();
    for (what, roster, edges, more, told) in [
        ("one person", "id\na\n", "from,to\n", "", "network: 1 people"),
        ("nobody", "id\n", "from,to\n", "", "network: 0 people"),
        ("somebody twice", "id\na\na\n", "from,to\n", "", "'a' stands twice"),
        ("a stranger", "id\na\nb\n", "from,to\na,z\n", "", "names 'z' in row 1, who is not on the roster"),
        ("one column of edges", "id\na\nb\n", "from\na\n", "", "an edge list has two columns"),
        ("an empty name", "id\na\nb\n", "from,to\na,\n", "", "column 'to' is empty in row 1"),
        (
            "an endless frequency",
            "id\na\nb\n",
            "from,to,w\na,b,inf\n",
            "^--weight^w",
            "has inf in row 1; a frequency is 0 or more",
        ),
        ("a frequency below nothing", "id\na\nb\n", "from,to,w\na,b,-2\n", "^--weight^w", "has -2 in row 1"),
        (
            "an odd yes",
            "id,r\na,1\nb,maybe\n",
            "from,to\na,b\n",
            "^--respondents^r",
            "has 'maybe'; say 1 or 0",
        ),
        ("a person of no party", "id,p\na,x\nb,\n", "from,to\na,b\n", "^--party^p", "is empty in row 2"),
    ] {
        let (code, out, message) = line(roster, edges, more);
        if code != 1 || !message.contains(told) {
            failed.push(format!("{what}: {out} {message}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    let (code, out, told) = line("id,p\na,x\nb,y\nc,x\n", "from,to\n", "^--party^p");
    let quiet = answered("no ties", code, &out, &told);
    assert_eq!((&quiet["density"], &quiet["isolates"]), (&0.0.into(), &3.into()));
    assert!(quiet["reciprocity_edge"].is_null() && quiet["by_p"]["EI"]["EI"].is_null(), "{out}");
    let (code, out, told) = line("id,r\na,0\nb,0\nc,0\n", "from,to\na,b\n", "^--respondents^r");
    let silent = answered("nobody answered", code, &out, &told);
    assert!(silent["density"].is_null() && silent["response"]["permitted"] == "nothing", "{out}");
    assert_eq!(silent["left_out"]["from_nonrespondents"], 1);
    let (code, out, told) = line("id,p\na,x\nb,x\n", "from,to\na,b\nb,a\n", "^--party^p");
    let alike = answered("one party", code, &out, &told);
    assert_eq!(alike["by_p"]["EI"]["EI"], -1.0);
}

#[test]
fn formulas_without_end_or_sense_are_refused() {
    let table = b"y,x,z,g\n1,2,3,a\n2,3,1,a\n4,4,2,b\n5,7,9,b\n3,1,4,c\n2,2,2,c\n";
    let directory = tempfile::tempdir().unwrap();
    let long = "x + ".repeat(9_000);
    let deep = format!("y ~ {}x{}", "(".repeat(5_000), ")".repeat(5_000));
    let signs = format!("y ~ {}x", "-".repeat(9_000));
    let calls = format!("y ~ {}x{}", "log(".repeat(2_000), ")".repeat(2_000));
    let slopes = (1..40).map(|i| format!("I(x^{i})")).collect::<Vec<_>>().join(" + ");
    let bars = format!("y ~ x + ({slopes} | g)");
    let mut failed = Vec::new();
    for formula in [
        "",
        "~",
        "y",
        "y ~",
        "~ x",
        "y ~ x ~ z",
        "y ~ (x",
        "y ~ x)",
        "y ~ x +",
        "y ~ * x",
        "y ~ x : ",
        "y ~ ''",
        "y ~ \"x",
        "y ~ `x",
        "y ~ x^z",
        "y ~ x^-1",
        "y ~ x^1.5",
        "y ~ (x|)",
        "y ~ (|g)",
        "y ~ (x|g|z)",
        "y ~ x | g",
        "y ~ x %in% z",
        "y ~ f(x)",
        "y ~ log()",
        "y ~ log(x, z)",
        "y ~ between(x)",
        "y ~ between(x, 3)",
        "y ~ \u{0}",
        "y ~ x \u{1f600}",
        "y ~ 1e999",
        "y ~ I(1e999)",
        "g ~ x",
        &long,
        &deep,
        &signs,
        &calls,
        &bars,
    ] {
        for command in ["regress", "mixed", "glm"] {
            let asked = format!("--formula={formula}");
            let (code, out, told) = run(directory.path(), table, &[command, "--data", "FILE", &asked]);
            if code != 1 || !told.starts_with("error: ") {
                failed.push(format!("{command} {formula:.60}: {code} {out:.200} {told:.200}"));
            }
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    // A power of everything expands to what it means, however high.
    for formula in ["y ~ (x + z)^999999999", "y ~ (x + z + y)^30", "y ~ x*x*x*x*x*x*x*x*x*x"] {
        let (code, _, told) =
            run(directory.path(), table, &["regress", "--data", "FILE", "--formula", formula]);
        assert!(code == 0 || told.starts_with("error: "), "{formula}: {told}");
    }
}

#[test]
fn thousands_of_spanned_columns_take_one_look() {
    let mut table = String::from("y,a,b\n");
    for i in 0..3_000_u32 {
        table.push_str(&format!("{},l{},m{}\n", i * 7919 % 101, i % 150, i % 150));
    }
    let directory = tempfile::tempdir().unwrap();
    let asked = ["regress", "--data", "FILE", "--formula", "y ~ a + b", "--se", "classical"];
    let (code, out, told) = run(directory.path(), table.as_bytes(), &asked);
    let answer = answered("two factors that are one", code, &out, &told);
    assert_eq!(answer["aliased"].as_array().map(Vec::len), Some(149));
    assert_eq!(answer["k"], 150);
}
