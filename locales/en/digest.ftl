# The letter with what waits and what changed, when it comes, what it leaves out, and how to stop it.
digest-title = Letters with what is new
digest-lede = One letter with what waits for you and what others did. It comes only on your days, and never when there is nothing to tell.
digest-days = On these days
digest-days-hint = Choose none, and no such letter comes.
digest-monday = Monday
digest-tuesday = Tuesday
digest-wednesday = Wednesday
digest-thursday = Thursday
digest-friday = Friday
digest-saturday = Saturday
digest-sunday = Sunday
digest-hour = Send it at this hour or later
digest-hour-hint = By the clock in { $zone }. It has to be outside your quiet hours.
digest-quiet-from = No e-mail from
digest-quiet-until = No e-mail until
digest-without = Leave out
digest-without-hint = What you leave out still stands on your pages. You only get no letter about it.
digest-things = Leave out single things
digest-thing-older = Something from before that you left out
digest-save = Save
digest-saved = Saved. Your next letter follows this plan.
digest-other-letters = Letters that ask you for an answer by a date, such as a signature, come right away and are not part of this.
digest-no-hour-quiet = This hour is in your quiet hours. Choose another one.
digest-no-hour-wrong = Choose an hour from the list.
digest-topic-meetings = Meetings
digest-topic-decisions = Decisions and actions
digest-topic-prepare = Case, partners, goals and commitment
digest-topic-teams = Teams, projects and support
digest-topic-reflect = What worked, lessons and cycles
digest-topic-crisis = A crisis
digest-topic-people = People and what you share
digest-subject-waits = { $count ->
    [one] One thing waits for you: { $places }
   *[other] { $count } things wait for you: { $places }
}
digest-subject = What is new: { $places }
digest-waits = Waits for you
digest-changed = What others did
digest-other = { $count ->
    [one] One more change
   *[other] { $count } more changes
}
digest-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
digest-foot =
    Choose your days, or leave things out: { $settings }
    Stop these letters with one click: { $stop }
digest-off-title = Stop these letters
digest-off-ask = No more letters with what is new will come to you. Letters that ask you for an answer by a date still do.
digest-off-do = Stop the letters
digest-off-done = Done. No more of these letters will come.
digest-off-instead = Choose other days, or leave things out
digest-account = Choose when letters come
