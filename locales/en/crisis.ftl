# A crisis: a task force, five groups, decisions, the sheet, concerns, looking back.
crisis-title = Crisis
crisis-lede = Use this when something cannot wait: a storm, an illness, a building that cannot open. Both sides act together from the first hour, and write down what they decide.
crisis-end = You end up with a task force, five groups led by an administrator and an educator, and a page that tells families what is known.
crisis-guide = Read the playbooks first
crisis-playbook = Playbook
crisis-name = What do you call it?
crisis-name-hint = A few plain words, such as “January ice storm”. Families will read it.
crisis-who-confirms = It starts at once. One of these sides then confirms it: { $sides }. All leads are told now.
crisis-if-silent = They have 24 hours.
crisis-if-silent-then = Without that it ends by itself, and the record says who did not confirm. Silence is not a yes.
crisis-activate = Start it now
crisis-none = Nothing is going on. A lead of a must-agree party can start a playbook here.
crisis-earlier = Earlier
crisis-state-provisional = Started by one side
crisis-state-active = Going on
crisis-state-stood-down = Stood down
crisis-state-lapsed = Ended: not confirmed
crisis-state-taken-back = Taken back
crisis-begun = Started by { $party } on { $at }.
crisis-confirmed = Confirmed by { $party } on { $at }.
crisis-ended = It ended on { $at }.
crisis-waits = Waiting until { $until } for one of: { $sides }.
crisis-lapsed = Nobody of another side confirmed it within 24 hours ({ $sides }), so it ended. What was written stays here.
crisis-confirm = Confirm for your side
crisis-take-back = Take it back
crisis-closing-asked = { $party } asked on { $at } to stand it down. It is over once another side agrees. Without an answer it goes on until its last day, { $day }.
crisis-stand-down = Ask to stand down
crisis-stand-down-agree = Agree: stand down
crisis-go-on = Go on for now
crisis-how-it-ends = How it ends
crisis-how-it-ends-says = Two sides stand it down together. If they do not, it ends after { $day }. Nothing is deleted.
crisis-ends-on = Last day
crisis-keep = Set the last day
crisis-task-force = Task force
crisis-groups = The five groups
crisis-groups-hint = Each side names its own co-lead. A chair that nobody holds is shown, so that nobody counts on it.
crisis-side-management = Administrator
crisis-side-labor = Educator
crisis-vacant = Nobody yet
crisis-worked-on = { NUMBER($worked) } of { NUMBER($all) } questions worked on
crisis-way-overview = Overview
crisis-way-decisions = Decisions
crisis-way-sheet = When we open, limit and close
crisis-way-situation = Messages to families
crisis-way-concerns = Concerns of staff
crisis-way-after = Look back
crisis-says-open = The numbers say: open
crisis-says-limit = The numbers say: limit
crisis-says-close = The numbers say: close
crisis-says-unknown = The numbers do not say yet
crisis-told = Last message on { $at }
crisis-not-told = Nothing was told to the public yet
crisis-concerns-open = Raise one, or see the answers
crisis-decisions-hold = { $count ->
    [0] None in force
    [one] One in force
   *[other] { $count } in force
}
crisis-decisions-expired = { $count ->
    [one] One past its last day
   *[other] { $count } past their last day
}

# A group.
crisis-name-ours = Name the co-lead of our side
crisis-co-lead = Co-lead
crisis-co-lead-hint = Only your own people stand here. They can also be changed later.
crisis-name-button = Name them
crisis-question-title = A key question
crisis-question = The question
crisis-question-hint = Change the words as you need.
crisis-question-state = Where it stands
crisis-question-open = Open
crisis-question-answered = Answered
crisis-question-decided = Decided
crisis-question-revisit = Look again
crisis-answer = What we know
crisis-owner = Who answers it
crisis-owned = With { $owner }
crisis-revisit-on = Look again on
crisis-revisit-hint = Needed when you choose “look again”.
crisis-look-again = Look again on { $day }
crisis-add-question = A question is missing?
crisis-add-question-button = Add the question

# Decisions.
crisis-decisions-lede = Each decision has an owner, a last day, and something that would change it sooner. One co-lead writes it down and it holds at once. The other side adds its word.
crisis-decisions-none = Nothing is decided yet.
crisis-decision-title = A decision
crisis-decision-holds = In force
crisis-decision-expired = Past its last day
crisis-decision-ended = Ended
crisis-decide-title = Write down a decision
crisis-decide-group = Who decided
crisis-decide-body = What we decided
crisis-decide-owner = Who carries it out
crisis-decide-until = Last day
crisis-decide-until-hint = After this day it no longer holds. You are asked to keep it or end it.
crisis-decide-stance = What does it say about opening?
crisis-decide-stance-hint = Choose only if it holds for every school. People decide this, not the numbers.
crisis-decide-button = Write it down
crisis-changes-on = What would change it sooner
crisis-changes-on-hint = A sign that everybody can see, such as “three buses are stuck”.
crisis-stance-none = Nothing, or only for some schools
crisis-stance-open = Open
crisis-stance-limit = Limit
crisis-stance-close = Close
crisis-until = until { $day }
crisis-word-awaited = Not yet heard: { $sides }
crisis-who-decided = Who decided this
crisis-wrote = wrote it down through { $by } on { $at }.
crisis-agreed = agreed through { $by } on { $at }.
crisis-objected = objected through { $by } on { $at }.
crisis-word-waits = Waiting since { $since }, until { $until }.
crisis-word-silence = Without a word it stays the decision of one side, and ends on its last day.
crisis-your-word = Your side’s word
crisis-agree = Agree for your side
crisis-object = Object for your side
crisis-reason = If you object: why?
crisis-until-title = Keep it longer, or end it
crisis-until-keep = Keep it until then
crisis-until-end = End it now

# The sheet.
crisis-sheet-lede = The sheet says when. You set the numbers together, the groups read them, and the page shows what follows. People still decide.
crisis-people-decided = What people decided: { $stance }.
crisis-nobody-decided = No decision about opening is in force.
crisis-when-open = We open when each of these is true
crisis-when-limit = We limit when one of these is true
crisis-when-close = We close when one of these is true
crisis-less-than = less than { NUMBER($value) }{ $unit }
crisis-more-than = more than { NUMBER($value) }{ $unit }
crisis-readings = Readings
crisis-reading = New reading
crisis-reading-button = Save the reading
crisis-read-at = { NUMBER($value) }{ $unit }, read by { $by } on { $at }
crisis-not-read = Not read yet
crisis-row-unknown = Not known
crisis-row-title = A signal
crisis-row-change = Change these numbers
crisis-row-add = Add something to look at
crisis-row-add-button = Add it
crisis-row-group = Which group reads it
crisis-row-unit = What the number counts
crisis-row-unit-hint = Such as “of 100” or “schools”.
crisis-row-worse = It gets worse when
crisis-worse-higher = the number goes up
crisis-worse-lower = the number goes down

# Concerns.
crisis-concerns-lede = Say what worries you about health, safety or the work. The task force sees it, says that it did, and answers.
crisis-concerns-who = Your name stands with it. Only you and the task force read it: the leads of the must-agree parties and the co-leads of the groups. Whoever runs this server could read it too. Nobody may hold it against you.
crisis-concerns-none = No concern to show.
crisis-concern = What worries you?
crisis-concern-hint = Say where, and what would help. Do not name students.
crisis-concern-button = Send it to the task force
crisis-concern-title = A concern
crisis-concern-waits = Not seen yet
crisis-concern-seen = Seen
crisis-concern-answered = Answered
crisis-seen-by = Seen by { $by } on { $at }
crisis-answered-by = Answered by { $by } on { $at }
crisis-concern-reply = Your answer
crisis-concern-reply-hint = Leave it empty to say only that it was seen.
crisis-concern-reply-button = Save

# Looking back.
crisis-after-title = Looking back
crisis-after-why = What each side says now helps the next time, and shows which groups and habits should stay. Take ten minutes while you still remember.
crisis-after-worked = What worked
crisis-after-not = What did not
crisis-after-stays = What stays
crisis-after-none = Nothing yet.
crisis-after-silent = Not yet heard: { $sides }
crisis-after-kind = This line is about
crisis-after-line = Your line
crisis-after-line-hint = What happened, and how do you know? For what stays: where will it live?
crisis-after-add = Add the line
crisis-after-catalogue = These lines also stand in the list of successes and challenges.
crisis-after-catalogue-open = Open the list

# What was done.
crisis-done-activated = It is started. All leads were told. Now name your co-leads.
crisis-done-confirmed = Confirmed. Two sides stand behind it now.
crisis-done-taken-back = You took it back. All leads were told.
crisis-done-kept = The new last day is saved.
crisis-done-asked = You asked to stand down. The other sides were told.
crisis-done-over = It is over. Now look back together.
crisis-done-goes-on = It goes on. The record says so.
crisis-done-named = Your co-lead is named.
crisis-done-question = The question is added.
crisis-done-changed = The question is saved.
crisis-done-decided = Written down. It holds from now on.
crisis-done-word = Your side’s word is saved.
crisis-done-until = The decision is changed.
crisis-done-row = The sheet is saved.
crisis-done-read = The reading is saved.
crisis-done-raised = Your concern is with the task force.
crisis-done-answered = Saved. Whoever wrote it can see that.
crisis-done-line = Your line is added.

# When a rule says no.
crisis-no-one-goes-on = A crisis is going on already. Work in that one, or stand it down first.
crisis-no-playbook = Choose a playbook.
crisis-no-over = It is over, so this cannot be changed.
crisis-no-own-side = Somebody of another side has to do this.
crisis-no-confirmed = It was confirmed already.
crisis-no-not-confirmed = It is not confirmed yet. Whoever started it can take it back.
crisis-no-date = Choose a date that is ahead and not too far.
crisis-no-chair = Only the administration and employees’ organizations name co-leads.
crisis-no-held = Another party of your side holds this chair.
crisis-no-person = Choose somebody of your own party who has a voice.
crisis-no-answer = Write what you know before you call it answered.
crisis-no-choose = Choose one of the list.
crisis-no-goes-on = It still goes on. Look back once it is over.
crisis-no-number = Write a whole number.
crisis-no-order = The number for closing must be worse than the one for limiting.
crisis-no-said = This was said already.
crisis-no-reason = Say why you object.
crisis-no-answered = It was answered already.

# What waits for somebody.
crisis-wait-confirm = Confirm for your side: { $name }
crisis-wait-closing = Stand it down or go on: { $name }
crisis-wait-chairs = { $count ->
    [one] Name your co-lead in one group
   *[other] Name your co-leads in { $count } groups
}
crisis-wait-expired = { $count ->
    [one] Keep or end a decision that is past its last day
   *[other] Keep or end { $count } decisions that are past their last day
}
crisis-wait-word = { $count ->
    [one] Say your side’s word on a decision
   *[other] Say your side’s word on { $count } decisions
}
crisis-wait-revisit = { $count ->
    [one] Look again at a key question
   *[other] Look again at { $count } key questions
}
crisis-wait-concerns = { $count ->
    [one] Read a concern of staff
   *[other] Read { $count } concerns of staff
}
crisis-wait-notice = Tell the public what is known: the promised hour has passed
crisis-wait-after = Look back for your side: { $name }

# Letters.
crisis-letter-subject = Crisis at { $name }
crisis-letter-activated = { $party } started a crisis playbook: { $name }. It works from now on. A lead of another side has until { $until } to confirm it. Without that it ends by itself. Please name your co-leads.
crisis-letter-confirmed = { $party } confirmed: { $name }. Two sides stand behind it now.
crisis-letter-taken-back = It was taken back: { $name }.
crisis-letter-lapsed = Nobody of another side confirmed it within 24 hours, so it ended: { $name }.
crisis-letter-asked = { $party } asks to stand down: { $name }. Say yes, or that you would go on for now. Without an answer it goes on until { $day }.
crisis-letter-over = It is over: { $name }. Please look back together while you still remember.

# In the record.
crisis-record-activated = { $who } started the playbook “{ $playbook }” for { $party }.
crisis-record-confirmed = { $who } confirmed the crisis for { $party }.
crisis-record-taken-back = { $who } took the crisis back for { $party }.
crisis-record-not-confirmed = The crisis ended because it was not confirmed by { $silent }.
crisis-record-kept = { $who } set the last day of the crisis to { $until }.
crisis-record-asked = { $who } asked for { $party } to stand down.
crisis-record-stood-down = { $who } agreed for { $party }, and the crisis was stood down.
crisis-record-goes-on = { $who } said for { $party } that the crisis goes on.
crisis-record-ended-by-date = The crisis ended after its last day, { $day }.
crisis-record-co-lead = { $who } named a co-lead for { $party }.
crisis-record-decided = { $who } wrote down a decision for { $party }, in force until { $until }.
crisis-record-joined = { $who } agreed to a decision for { $party }.
crisis-record-objected = { $who } objected to a decision for { $party }.
crisis-record-decision-kept = { $who } kept a decision until { $until }.
crisis-record-decision-ended = { $who } ended a decision.
crisis-record-published = { $who } told the public what is known, for { $party }.
crisis-record-behind = { $who } said for { $party } that it stands behind the message to the public.
crisis-record-looked-back = { $who } looked back for { $party }.
crisis-as-it-stood = It ended on { $day }. This page shows how it stood then.
crisis-name-all = Name your co-leads, one group at a time
crisis-last-readings = The last readings
crisis-decisions-all = { $count ->
    [0] None was written down
    [one] One was written down
   *[other] { $count } were written down
}
crisis-concerns-read = See the answers
crisis-stand-down-confirm = Stand it down?
crisis-stand-down-ask = Ask to stand down?
crisis-stand-down-now = It is over at once. Nothing is deleted, and nothing more can be written.
crisis-stand-down-waits = The leads of the other sides are told. It is over once one of them agrees.
crisis-open-concerns = { $count ->
    [one] One concern of staff has no answer yet.
   *[other] { $count } concerns of staff have no answer yet.
}
crisis-open-decision = Still in force until { $day }, and ends with it: { $decision }
crisis-decision-over = Ended with the crisis
crisis-word-not-yet = has not said yet.
crisis-missing-readings = Missing, or more than a day old: { $rows }
crisis-row-fine = no limit reached
crisis-row-limit = limit reached
crisis-row-close = closing mark reached
crisis-nobody-confirms = No other side that must agree sits here, so nobody could confirm a crisis. Bring a second side back first. The playbooks can be read and printed all the same.
crisis-no-hour = Give the day and the hour of the next message, within the next 14 days.
