# Actions: who does what by when.
action-title = Who does what by when
action-lede = What people took on, late ones first. Nothing leaves this list without a word.
action-none = Nothing is open
action-none-says = What people take on in a meeting shows up here.
action-gone = This person does not sit here any more. Give it to somebody else or drop it.
action-due-on = by { $day }
action-moved = { $count ->
    [one] moved once
   *[other] moved { $count } times
}
action-late = { $days ->
    [one] one day late
   *[other] { $days } days late
}
action-today = today
action-ahead = { $days ->
    [one] in one day
   *[other] in { $days } days
}
action-state-done = Done
action-state-dropped = Dropped
action-taken-on = taken on { $day }
action-add = Take something on
action-take = Take it on
action-what = What is to be done?
action-owner = Who does it?
action-due = By when?
action-settled = { $count ->
    [one] One is settled
   *[other] { $count } are settled
}
action-by = { $name }, by { $day }
action-one-title = One task
action-from-meeting = The meeting it comes from
action-from-decision = The decision it carries out
action-what-became = What became of it?
action-move = Move the date
action-move-means = Say why, and give a new date.
action-drop = Drop it
action-drop-means = Say why. It stays in the list as dropped.
action-new-due = New date
action-new-due-hint = Only if you move it.
action-why = Why?
action-why-hint = Needed to move or drop it.
action-back = All tasks
action-done-taken = It is on the list.
action-done-settled = The list is up to date.
action-wait = You took this on: { $what }
action-no-owner = Pick who does it.
action-no-due = Give a date.
action-no-past = This day is over. Pick a later one.
action-no-settled = Somebody else changed this first. Look at it again.
action-no-reason = Say why in a sentence.
action-no-choice = Pick what became of it.
action-record-added = { $who } took down a task, due { $day }.
action-record-done = { $who } says that a task is done.
action-record-moved = { $who } moved a task to { $day }, with a reason.
action-record-dropped = { $who } dropped a task, with a reason.
action-for-decision = For this decision
