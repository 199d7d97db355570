# Makes survey_api.csv (columns of survey's apipop) and imputed_CASchools.csv. Usage: Rscript data.R
suppressMessages({library(survey); library(mice)})
data(api)
keep <- c("cds", "stype", "dname", "dnum", "cnum", "api00", "api99", "growth", "sch.wide", "meals", "ell", "yr.rnd", "acs.46", "avg.ed", "enroll", "api.stu")
write.csv(apipop[, keep], "../survey_api.csv", row.names = FALSE)
ca <- read.csv("../AER_CASchools.csv")[1:120, c("district", "grades", "income", "english", "read")]
set.seed(11); ca$income[sample(120, 30)] <- NA; ca$english[sample(120, 20)] <- NA
imp <- mice(transform(ca, grades = factor(grades)), m = 5, method = "norm", printFlag = FALSE, seed = 5)
write.csv(complete(imp, "long"), "../imputed_CASchools.csv", row.names = FALSE)
