//! Tables that are none, numbers that are none, groups and columns that carry nothing.

use crate::End::{Is, Null, Refused, Separated};
use crate::{OLS, each};

#[test]
fn tables_that_are_none_are_refused_by_line_and_column() {
    each(&[
        ("an empty file", b"", OLS, Refused(&["data.csv: is empty", "must name the columns"])),
        ("a header alone", b"y,x\n", OLS, Refused(&["no row has all of: y, x"])),
        ("a short row", b"y,x\n1,2\n3\n", OLS, Refused(&["line 3, column x", "1 cell, the header has 2"])),
        (
            "a long row",
            b"y,x\n1,2\n3,4,5\n",
            OLS,
            Refused(&["line 3, column 3", "more cells than the header's 2"]),
        ),
        ("a quote left open", b"y,x\n1,\"2\n3,4\n", OLS, Refused(&["line 2", "opened and never closed"])),
        ("text after a quote", b"y,x\n1,\"2\"3\n", OLS, Refused(&["line 2", "after a closing quote"])),
        (
            "Latin-1",
            b"y,x,g\n1,2,\xe9\n3,4,a\n",
            "agreement^--data^FILE^--group^g^--items^y",
            Refused(&["line 2, column g", "not UTF-8"]),
        ),
        ("Latin-1 in the header", b"y,x\xe9\n1,2\n", OLS, Refused(&["header, column 2", "not UTF-8"])),
        ("UTF-16", b"\xff\xfey\0,\0x\0\n\0", OLS, Refused(&["UTF-16", "save it as UTF-8"])),
        ("old Macintosh line ends", b"y,x\r1,2\r3,4\r", OLS, Refused(&["lone carriage return"])),
        ("a spreadsheet", b"PK\x03\x04xxxx", OLS, Refused(&["spreadsheet or zip", "save it as CSV"])),
        ("gzip", b"\x1f\x8bxxxx", OLS, Refused(&["compressed", "unpack it first"])),
        ("Parquet named csv", b"PAR1xxxxPAR1", OLS, Refused(&["this is Parquet", ".parquet"])),
        ("bytes of zero", b"\0\0\0\0\0\0\0\0", OLS, Refused(&["there is no column 'y'"])),
        ("zeros in cells", b"y,x\n1,\0\n2,3\n3,4\n4,4\n", OLS, Refused(&["column 'x' has", "row 1"])),
        ("n/a", b"y,x\n1,2\n3,n/a\n4,5\n", OLS, Refused(&["'n/a' in row 2", "say --na n/a"])),
        ("no such column", b"y,z\n1,2\n", OLS, Refused(&["there is no column 'x'", "There are: y, z"])),
        ("blank lines and spaces", b"y,x\n\n 1 , 2\n\n2,3\n4,4 \n5,6\n\n\n", OLS, Is(&[("/n", 4.0)])),
        (
            "the same name twice",
            b"y,x,x\n1,2,7\n2,3,8\n4,4,1\n5,7,2\n",
            "regress^--data^FILE^--formula^y ~ x + x.1",
            Is(&[("/k", 3.0)]),
        ),
    ]);
}

#[test]
fn numbers_that_are_none_are_missing_or_refused() {
    let weighted = "regress^--data^FILE^--formula^y ~ x^--weights^w";
    each(&[
        ("NaN is missing", b"y,x\n1,2\nNaN,3\n4,4\n5,6\n7,8\n", OLS, Is(&[("/n", 4.0), ("/n_dropped", 1.0)])),
        (
            "an infinity",
            b"y,x\n1,2\n2,inf\n4,4\n5,6\n",
            OLS,
            Refused(&["'x' is infinite in row 2", "mend it or leave the row out"]),
        ),
        ("an overflow", b"y,x\n1,2\n2,-1e999\n4,4\n5,6\n", OLS, Refused(&["'x' is infinite in row 2"])),
        (
            "a division by zero",
            b"y,x\n1,2\n2,0\n4,4\n5,6\n",
            "regress^--data^FILE^--formula^y ~ I(1/x)",
            Refused(&["is infinite in row 2"]),
        ),
        (
            "roots of negatives",
            b"y,x\n1,-2\n2,-3\n4,-4\n",
            "regress^--data^FILE^--formula^y ~ sqrt(x)",
            Refused(&["no row has all of"]),
        ),
        (
            "a negative weight",
            b"y,x,w\n1,2,1\n2,3,-1\n4,4,1\n5,7,1\n",
            weighted,
            Refused(&["weights: number 2 is negative"]),
        ),
        (
            "an infinite weight",
            b"y,x,w\n1,2,1\n2,3,inf\n4,4,1\n5,7,1\n",
            weighted,
            Refused(&["weights: number 2", "not finite"]),
        ),
        (
            "weights of zero",
            b"y,x,w\n1,2,0\n2,3,0\n4,4,0\n5,7,0\n",
            weighted,
            Refused(&["0 rows cannot carry"]),
        ),
        (
            "an infinite answer to an item",
            b"a,b,g\n1,2,u\n2,inf,u\n3,4,v\n4,4,v\n",
            "scales^--data^FILE^--items^a,b",
            Refused(&["item 'b' has inf in row 2"]),
        ),
        (
            "an infinite answer in groups",
            b"a,b,g\n1,2,u\n2,inf,u\n3,4,v\n4,4,v\n",
            "agreement^--data^FILE^--group^g^--items^b",
            Refused(&["item 'b' has inf in row 2"]),
        ),
        (
            "an answer out of range",
            b"a,b\n1,2\n2,9\n3,4\n4,4\n",
            "scales^--data^FILE^--items^a,b^--range^1,5",
            Refused(&["item 'b' has 9 in row 2, outside 1 to 5"]),
        ),
        (
            "a range of nothing",
            b"a,b\n1,2\n2,3\n3,4\n4,4\n",
            "scales^--data^FILE^--items^a,b^--range^nan,5",
            Refused(&["--range takes"]),
        ),
        (
            "an endless range",
            b"a,b\n1,2\n2,3\n3,4\n4,4\n",
            "scales^--data^FILE^--items^a,b^--range^1,inf",
            Refused(&["--range takes"]),
        ),
        (
            "one option",
            b"a,g\n1,u\n2,u\n3,v\n4,v\n",
            "agreement^--data^FILE^--group^g^--items^a^--options^1",
            Refused(&["--options"]),
        ),
        (
            "options without end",
            b"a,g\n1,u\n2,u\n3,v\n4,v\n",
            "agreement^--data^FILE^--group^g^--items^a^--options^inf",
            Refused(&["--options"]),
        ),
        (
            "a share above one",
            b"y,x\n1,2\n2,3\n0,4\n1,7\n",
            "glm^--data^FILE^--formula^y ~ x",
            Refused(&["'y' is 2 in row 2", "between 0 and 1"]),
        ),
        (
            "an infinity in a mediation",
            b"x,m,y\n1,2,3\n2,inf,4\n3,5,1\n4,4,4\n5,6,7\n",
            "mediate^--data^FILE^--x^x^--m^m^--y^y",
            Refused(&["'m' is infinite in row 2"]),
        ),
        (
            "a spread that is no number",
            b"y,x,g\n1,2,a\n2,3,a\n4,4,b\n5,7,b\n3,1,a\n",
            "mixed^--data^FILE^--formula^y ~ x + (1|g)^--at-theta^wide",
            Refused(&["--at-theta: 'wide' is no number"]),
        ),
        (
            "a spread without end",
            b"y,x,g\n1,2,a\n2,3,a\n4,4,b\n5,7,b\n3,1,a\n",
            "mixed^--data^FILE^--formula^y ~ x + (1|g)^--at-theta^inf",
            Null(&["/at_theta/0/criterion"]),
        ),
        (
            "a target without end",
            b"r\na\na\nb\n",
            "rake^--data^FILE^--margin^r:a=inf,b=2",
            Refused(&["raking: 'r' = 'a'", "target"]),
        ),
        (
            "a target below nothing",
            b"r\na\na\nb\n",
            "rake^--data^FILE^--margin^r:a=-3,b=2",
            Refused(&["raking: 'r' = 'a'", "target"]),
        ),
        (
            "no draws",
            b"x,m,y\n1,2,3\n2,1,4\n3,5,1\n4,4,4\n5,6,7\n",
            "mediate^--data^FILE^--x^x^--m^m^--y^y^--draws^0",
            Refused(&["0 draws; from 20 to 1000000 go"]),
        ),
        (
            "draws without end",
            b"x,m,y\n1,2,3\n2,1,4\n3,5,1\n4,4,4\n5,6,7\n",
            "mediate^--data^FILE^--x^x^--m^m^--y^y^--draws^99999999999",
            Refused(&["from 20 to 1000000 go"]),
        ),
        (
            "permutations without end",
            b"y,x\n1,2\n2,3\n4,4\n5,7\n",
            "regress^--data^FILE^--formula^y ~ x^--permute^x:99999999999",
            Refused(&["would take hours", "--permute column:999"]),
        ),
    ]);
}

#[test]
fn groups_and_columns_that_carry_nothing_are_told() {
    let within = "agreement^--data^FILE^--group^g^--items^y";
    let mixed = "mixed^--data^FILE^--formula^y ~ x + (1|g)";
    let clustered = "regress^--data^FILE^--formula^y ~ x^--cluster^g";
    let path = "mediate^--data^FILE^--x^x^--m^m^--y^y";
    each(&[
        (
            "one school, agreement",
            b"y,x,g\n1,2,a\n2,3,a\n4,4,a\n",
            within,
            Refused(&["'g' has fewer than two groups"]),
        ),
        (
            "one school, mixed",
            b"y,x,g\n1,2,a\n2,3,a\n4,4,a\n5,7,a\n",
            mixed,
            Refused(&["'g' has only one group; two are needed"]),
        ),
        (
            "one school, clusters",
            b"y,x,g\n1,2,a\n2,3,a\n4,4,a\n5,7,a\n",
            clustered,
            Refused(&["'g' has only one cluster"]),
        ),
        (
            "groups nobody is in",
            b"y,x,g\n1,2,\n2,3,\n4,4,NA\n",
            within,
            Refused(&["'g' has fewer than two groups"]),
        ),
        (
            "a group all of whose answers are missing",
            b"y,x,g\n1,2,a\n2,3,a\n,4,b\n5,7,c\n4,1,c\n",
            within,
            Is(&[("/y/J", 2.0), ("/y/n", 4.0)]),
        ),
        (
            "a group of one",
            b"y,x,g\n1,2,a\n2,3,a\n4,4,b\n5,7,c\n4,1,c\n",
            within,
            Null(&["/y/by_group/rwg/1"]),
        ),
        (
            "nothing but groups of one",
            b"y,x,g\n1,2,a\n2,3,b\n4,4,c\n",
            within,
            Refused(&["no group of 'g' has two answers"]),
        ),
        (
            "groups of one, mixed",
            b"y,x,g\n1,2,a\n2,3,b\n4,4,c\n5,7,d\n",
            mixed,
            Refused(&["'g' has 4 effects for 4 rows"]),
        ),
        (
            "the same answer everywhere",
            b"y,x,g\n3,2,a\n3,3,a\n3,4,b\n3,7,b\n",
            within,
            Null(&["/y/F", "/y/ICC1_kbar"]),
        ),
        ("a constant column", b"y,x\n1,5\n2,5\n4,5\n5,5\n", OLS, Null(&["/coef/1", "/se_HC3/1"])),
        ("a constant response", b"y,x\n5,1\n5,2\n5,4\n5,3\n", OLS, Is(&[("/coef/0", 5.0)])),
        (
            "a constant response, mixed",
            b"y,x,g\n5,1,a\n5,2,a\n5,4,b\n5,3,b\n5,9,b\n",
            mixed,
            Refused(&["mixed: "]),
        ),
        (
            "a constant item",
            b"a,b,c\n1,5,2\n2,5,3\n4,5,3\n5,5,1\n",
            "scales^--data^FILE^--items^a,b,c",
            Is(&[("/item_vars_listwise/1", 0.0)]),
        ),
        (
            "nothing but constant items",
            b"a,b\n5,5\n5,5\n5,5\n5,5\n",
            "scales^--data^FILE^--items^a,b",
            Null(&["/alpha_listwise"]),
        ),
        (
            "one item",
            b"a,b\n5,5\n4,5\n3,5\n5,5\n",
            "scales^--data^FILE^--items^a",
            Refused(&["two items or more"]),
        ),
        (
            "two whole rows of items",
            b"a,b\n5,5\n4,\n3,5\n,5\n",
            "scales^--data^FILE^--items^a,b",
            Refused(&["only 2 people answered every item"]),
        ),
        (
            "perfect collinearity",
            b"y,x,z\n1,1,3\n2,2,5\n4,3,7\n3,4,9\n9,5,11\n",
            "regress^--data^FILE^--formula^y ~ x + z",
            Null(&["/coef/2", "/p/2", "/ci95/lo/2"]),
        ),
        (
            "a response on a line",
            b"y,x\n1,1\n2,2\n3,3\n4,4\n5,5\n",
            OLS,
            Is(&[("/r2", 1.0), ("/coef/1", 1.0)]),
        ),
        (
            "as many columns as rows",
            b"y,x\n1,1\n2,2\n",
            OLS,
            Refused(&["2 rows cannot carry 2 coefficients"]),
        ),
        (
            "a mediator that is X",
            b"x,m,y\n1,1,3\n2,2,4\n3,3,1\n4,4,4\n5,5,7\n",
            path,
            Refused(&["spanned by the others or does not vary"]),
        ),
        (
            "an X that does not vary",
            b"x,m,y\n1,1,3\n1,2,4\n1,3,1\n1,4,4\n1,6,7\n",
            path,
            Refused(&["spanned by the others or does not vary"]),
        ),
        ("three rows", b"x,m,y\n1,1,3\n2,4,4\n3,3,1\n", path, Refused(&["mediate: "])),
        (
            "one cluster",
            b"x,m,y,g\n1,1,3,a\n2,4,4,a\n3,3,1,a\n4,4,2,a\n5,9,1,a\n",
            "mediate^--data^FILE^--x^x^--m^m^--y^y^--cluster^g",
            Refused(&["two clusters are needed"]),
        ),
        ("all said yes", b"y,x\n1,1\n1,2\n1,4\n1,3\n", "glm^--data^FILE^--formula^y ~ x", Separated),
        (
            "one copy to pool",
            b"i,y,x\n1,1,1\n1,2,2\n1,4,3\n1,3,5\n",
            "pool^--data^FILE^--imputation^i^--formula^y ~ x",
            Refused(&["two"]),
        ),
        (
            "a factor of one level",
            b"y,x\n1,a\n2,a\n3,a\n",
            OLS,
            Refused(&["'x' has only one level ('a')", "leave it out"]),
        ),
    ]);
}
