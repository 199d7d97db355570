# Results of R for command lines of `concord evidence`, as JSON: [{"args": [...], "expected": {...}}].
# Usage, in this folder: Rscript make.R   (Debian 12: R 4.2.2 with r-cran-sandwich 3.0.2, clubsandwich 0.5.8, survey 4.1.1,
# mice 3.15.0, lme4 1.1.31, lmertest 3.1.3, multilevel 2.7, psych 2.2.9, jsonlite). Data files stand one folder up.
suppressMessages({library(sandwich); library(clubSandwich); library(survey); library(mice); library(lme4); library(lmerTest); library(multilevel); library(jsonlite)})
here <- function(f) file.path("..", f)
cases <- list()
add <- function(args, expected, relative = 1e-9) cases[[length(cases) + 1]] <<- list(args = args, relative = unbox(relative), expected = expected)
ca <- read.csv(here("AER_CASchools.csv"), stringsAsFactors = TRUE)
ca$score <- (ca$read + ca$math) / 2; ca$str <- ca$students / ca$teachers
hsb <- read.csv(here("mlmRev_Hsb82.csv"), stringsAsFactors = TRUE)
api <- read.csv(here("survey_api.csv"), stringsAsFactors = TRUE)
let <- c("--let", "score = (read + math)/2", "--let", "str = students/teachers")

# ---- Least squares with formulas of many shapes
ols <- function(file, data, formula, cluster = NULL, weights = NULL, extra = character()) {
  data$.w <- if (is.null(weights)) 1 else data[[weights]]
  fit <- if (is.null(weights)) lm(as.formula(formula), data) else lm(as.formula(formula), data, weights = .w)
  v <- function(type) unname(sqrt(diag(vcovHC(fit, type = type))))
  s <- summary(fit)
  e <- list(n = unbox(nobs(fit)), k = unbox(fit$rank), names = names(coef(fit)), coef = unname(coef(fit)),
    se_classical = unname(s$coefficients[, 2]), se_HC0 = v("HC0"), se_HC1 = v("HC1"), se_HC2 = v("HC2"), se_HC3 = v("HC3"),
    r2 = unbox(s$r.squared), adj_r2 = unbox(s$adj.r.squared), sigma = unbox(s$sigma), df_resid = unbox(fit$df.residual),
    loglik = unbox(as.numeric(logLik(fit))), AIC = unbox(AIC(fit)), BIC = unbox(BIC(fit)))
  if (!is.null(cluster)) {
    g <- data[rownames(model.matrix(fit)), cluster]
    g <- droplevels(as.factor(g))
    n <- nobs(fit); k <- fit$rank; G <- nlevels(g)
    root <- function(m) unname(sqrt(diag(as.matrix(m))))
    cr0 <- vcovCL(fit, cluster = g, type = "HC0", cadjust = FALSE)
    e$G <- unbox(G); e$se_CR0 <- root(cr0); e$se_CR1_stata <- root(cr0 * G / (G - 1) * (n - 1) / (n - k))
    cr2 <- vcovCR(fit, cluster = g, type = "CR2")
    ct <- coef_test(fit, vcov = cr2, test = "Satterthwaite")
    e$se_CR2 <- root(cr2); e$df_CR2_satt <- ct$df_Satt
  }
  args <- c("regress", "--data", file, extra, "--formula", formula)
  if (!is.null(cluster)) args <- c(args, "--cluster", cluster)
  if (!is.null(weights)) args <- c(args, "--weights", weights)
  add(args, e, 1e-8)
}
ols("AER_CASchools.csv", ca, "score ~ grades * str + log(income)", "county", NULL, let)
ols("AER_CASchools.csv", ca, "score ~ grades:str + english - 1", "county", NULL, let)
ols("AER_CASchools.csv", ca, "score ~ 0 + grades + log(income)", NULL, NULL, let)
ols("AER_CASchools.csv", ca, "log(students) ~ str + I(str^2) + grades", "county", "teachers", let)
ols("survey_api.csv", api, "api00 ~ stype * meals + ell", "cnum")
ols("survey_api.csv", api, "api00 ~ stype + acs.46 + avg.ed", "cnum")
ols("survey_api.csv", api, "growth ~ -1 + stype + meals:sch.wide + api99", NULL, "api.stu")
ols("mlmRev_Hsb82.csv", hsb, "mAch ~ sx * minrty + sector * ses + I(ses^2)", "school")

# ---- Binomial
bin <- function(file, data, formula, cluster = NULL, weights = NULL, extra = character()) {
  data$.w <- if (is.null(weights)) 1 else data[[weights]]
  fit <- suppressWarnings(glm(as.formula(formula), binomial, data, weights = .w, epsilon = 1e-14, maxit = 100))
  q <- suppressWarnings(glm(as.formula(formula), quasibinomial, data, weights = .w, epsilon = 1e-14, maxit = 100))
  # Once more from the answer: R's errors rest on the weights of the round before the last.
  fit <- suppressWarnings(update(fit, start = coef(fit))); q <- suppressWarnings(update(q, start = coef(q)))
  s <- summary(fit); sq <- summary(q)
  root <- function(m) unname(sqrt(diag(m)))
  e <- list(n = unbox(nobs(fit)), names = names(coef(fit)), coef = unname(coef(fit)), se_classical = unname(s$coefficients[, 2]),
    z = unname(s$coefficients[, 3]), p = unname(s$coefficients[, 4]), se_HC0 = root(sandwich(fit)),
    dispersion = unbox(sq$dispersion), se_quasi = unname(sq$coefficients[, 2]), p_quasi = unname(sq$coefficients[, 4]),
    deviance = unbox(deviance(fit)), null_deviance = unbox(fit$null.deviance), df_resid = unbox(fit$df.residual),
    df_null = unbox(fit$df.null))
  if (is.null(weights)) { e$loglik <- unbox(as.numeric(logLik(fit))); e$AIC <- unbox(AIC(fit)); e$BIC <- unbox(BIC(fit)) }
  if (!is.null(cluster)) {
    g <- droplevels(as.factor(data[rownames(model.matrix(fit)), cluster])); n <- nobs(fit); k <- fit$rank; G <- nlevels(g)
    cr0 <- vcovCL(fit, cluster = g, type = "HC0", cadjust = FALSE)
    e$G <- unbox(G); e$se_CR0 <- root(cr0); e$se_CR1_noNK <- root(cr0 * G / (G - 1)); e$se_CR1_stata <- root(vcovCL(fit, cluster = g, type = "HC1"))
  }
  args <- c("glm", "--family", "binomial", "--data", file, extra, "--formula", formula)
  if (!is.null(cluster)) args <- c(args, "--cluster", cluster)
  if (!is.null(weights)) args <- c(args, "--weights", weights)
  add(args, e, 1e-8)
}
bin("mlmRev_Hsb82.csv", hsb, "minrty ~ ses + sector + sx", "school")
bin("mlmRev_Hsb82.csv", hsb, "minrty ~ ses * meanses - 1", "school")
bin("survey_api.csv", api, "sch.wide ~ meals + stype + ell", "dnum")
ca$eligible <- ca$lunch / 100
bin("AER_CASchools.csv", ca, "eligible ~ log(income) + grades", "county", "students", c("--let", "eligible = lunch/100"))

# ---- Mixed models: three levels, crossed, slopes; REML and ML
tight <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10, maxfun = 1e5), calc.derivs = FALSE)
mix <- function(file, data, formula, ml = FALSE, extra = character(), relative = 1e-6) {
  fit <- lme4::lmer(as.formula(formula), data, REML = !ml, control = tight)
  th <- getME(fit, "theta"); low <- getME(fit, "lower"); dev <- lme4::lmer(as.formula(formula), data, REML = !ml, devFunOnly = TRUE)
  for (i in 1:3) th <- Nelder_Mead(dev, th, lower = low, control = list(xst = rep(1e-3, length(th)), xt = rep(1e-9, length(th)), FtolAbs = 1e-14, FtolRel = 1e-16, maxfun = 5000))$par
  at <- pmax(round(th, 2), .05)
  fixed <- lme4::lmer(as.formula(formula), data, REML = !ml, start = th, control = lmerControl(optimizer = NULL, calc.derivs = FALSE))
  best <- dev(th)
  fit2 <- lmerTest::lmer(as.formula(formula), data, REML = !ml, start = th, control = tight)
  e <- list(n = unbox(nobs(fit)), fixef = unname(fixef(fit2)), se = unname(sqrt(diag(as.matrix(vcov(fit2))))), theta = unname(th),
    criterion_minus2ll = unbox(best), at_theta = list(list(criterion = unbox(dev(at)))))
  args <- c("mixed", "--data", file, extra, "--formula", formula, "--at-theta", paste(format(at, digits = 15, trim = TRUE), collapse = ","))
  if (ml) args <- c(args, "--ml")
  add(args, e, relative)
}
mix("survey_api.csv", api, "api00 ~ meals + stype + (1|dnum) + (1|cnum)")
mix("survey_api.csv", api, "api00 ~ meals + ell + (1|dnum) + (1|cnum)", TRUE)
mix("survey_api.csv", api, "api00 ~ meals + (1|cnum/dnum)")
mix("survey_api.csv", api, "growth ~ meals + (1|dnum) + (1|stype)")
mix("mlmRev_Hsb82.csv", hsb, "mAch ~ ses * sector + sx + (1|school)", TRUE, c("--reference", "sector=Catholic"))
mix("mlmRev_Hsb82.csv", hsb, "mAch ~ cses + (cses||school)")
mix("mlmRev_Hsb82.csv", hsb, "mAch ~ cses + meanses + (1 + cses|school)", TRUE, character(), 5e-6)

# ---- Rubin's rules over imputed files
imputed <- read.csv(here("imputed_CASchools.csv"), stringsAsFactors = TRUE)
pool_case <- function(formula) {
  fits <- lapply(split(imputed, imputed$.imp), function(d) lm(as.formula(formula), d))
  p <- pool(fits)$pooled
  add(c("pool", "--data", "imputed_CASchools.csv", "--imputation", ".imp", "--formula", formula),
    list(imputations = unbox(length(fits)), n = unbox(nobs(fits[[1]])), names = as.character(p$term), coef = p$estimate, se = sqrt(p$t), df = p$df,
      within = p$ubar, between = p$b, lambda = p$lambda, fmi = p$fmi, riv = p$riv,
      p = 2 * pt(-abs(p$estimate / sqrt(p$t)), p$df)), 1e-9)
}
pool_case("read ~ income + english"); pool_case("read ~ income * grades")

# ---- Raking
rake_case <- function(file, data, margins, population) {
  d <- svydesign(~1, data = data, weights = rep(1, nrow(data)))
  pops <- lapply(names(margins), function(m) { f <- data.frame(names(margins[[m]]), as.numeric(margins[[m]]) / sum(margins[[m]]) * nrow(data)); names(f) <- c(m, "Freq"); f })
  r <- rake(d, lapply(names(margins), function(m) as.formula(paste("~", m))), pops, control = list(maxit = 500, epsilon = 1e-9, verbose = FALSE))
  w <- weights(r); w <- w / mean(w)
  args <- c("rake", "--data", file)
  for (m in names(margins)) args <- c(args, "--margin", paste0(m, ":", paste0(names(margins[[m]]), "=", margins[[m]], collapse = ",")))
  add(c(args, "--limit", "1000"), list(n = unbox(nrow(data)), weights = unname(w), effective_n = unbox(sum(w)^2 / sum(w^2))), 1e-8)
}
rake_case("mlmRev_Hsb82.csv", hsb, list(sector = c(Public = 70, Catholic = 30), sx = c(Male = 49, Female = 51), minrty = c(No = 60, Yes = 40)))
rake_case("AER_CASchools.csv", ca, list(grades = c("KK-06" = 1, "KK-08" = 2)))

# ---- Agreement of five items by age
bfi <- read.csv(here("psych_bfi.csv"))
items <- c("A2", "A3", "A4", "A5")
g <- sort(unique(bfi$age))
pick <- function(t, col) t[[col]][match(g, as.numeric(as.character(t$grpid)))]
add(c("agreement", "--data", "psych_bfi.csv", "--group", "age", "--items", paste(items, collapse = ","), "--options", "6"),
  list(`_scale` = list(agreement = list(grp = as.character(g),
    rwgj = pick(rwg.j(bfi[, items], bfi$age, ranvar = 35 / 12), "rwg.j"),
    lindell = pick(rwg.j.lindell(bfi[, items], bfi$age, ranvar = 35 / 12), "rwg.lindell"),
    ad = pick(ad.m(bfi[, items], bfi$age), "AD.M"), a_wg = pick(awg(bfi[, items], bfi$age, range = c(1, 6)), "a.wg")))), 1e-10)
write(toJSON(cases, digits = NA, na = "null", null = "null"), "r.json")
