# Split-sample mediation in R, apart from our code: county means of lunch from a random half of each county's districts,
# of english from the other half, of read from all; the path lunch -> english -> read over counties. Usage, in this
# folder: Rscript split.R   (R 4.2.2, base only). Prints mean and spread of ACME, ADE and total over random splits.
ca <- read.csv("../AER_CASchools.csv")
set.seed(20261130)
rows <- Filter(function(r) length(r) > 1, split(seq_len(nrow(ca)), ca$county))
y <- sapply(rows, function(r) mean(ca$read[r]))
one <- function() {
  halves <- lapply(rows, function(r) { r <- sample(r); k <- length(r) %/% 2; list(r[seq_len(k)], r[-seq_len(k)]) })
  x <- sapply(halves, function(h) mean(ca$lunch[h[[1]]]))
  m <- sapply(halves, function(h) mean(ca$english[h[[2]]]))
  a <- coef(lm(m ~ x))[["x"]]; f <- coef(lm(y ~ x + m))
  c(acme = a * f[["m"]], ade = f[["x"]], total = coef(lm(y ~ x))[["x"]])
}
d <- replicate(4000, one())
cat("counties", length(rows), "\n"); print(signif(rbind(mean = rowMeans(d), sd = apply(d, 1, sd)), 12))
# Without a split: means of all rows.
x <- sapply(rows, function(r) mean(ca$lunch[r])); m <- sapply(rows, function(r) mean(ca$english[r]))
f <- coef(lm(y ~ x + m)); a <- coef(lm(m ~ x))[["x"]]
cat(sprintf("whole: %.15g %.15g %.15g\n", a * f[["m"]], f[["x"]], coef(lm(y ~ x))[["x"]]))
