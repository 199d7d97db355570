# The operator's page of jobs.
jobs-title = Work that waits
jobs-lede = Letters, reminders and what a date brings about. Work that failed ten times is laid aside here until you try it again.
jobs-none = Nothing waits. All is done.
jobs-tries = { $count ->
    [one] { $count } try
   *[other] { $count } tries
}
jobs-again = Try again
jobs-revived = It will be tried again now.
