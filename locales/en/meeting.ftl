# Meetings: planning, being there, running one, minutes.
meeting-title = Meetings
meeting-lede = Talk that goes somewhere: an agenda, a fair turn for each side, and what came of it.
meeting-guide = Read the guide to this step
meeting-to-actions = Who does what by when
meeting-to-calendar = Put meetings in my calendar
meeting-plan = Plan a meeting
meeting-none = There are no meetings yet
meeting-none-says = Plan the first one. Thirty minutes with one question is enough.
meeting-list-running = Going on now
meeting-list-ahead = Ahead
meeting-list-held = Held
meeting-when = { $day }, { $time }, { $minutes } minutes
meeting-everybody = The whole partnership
meeting-state-draft = planned
meeting-state-open = invited
meeting-state-running = going on
meeting-state-closed = minutes open
meeting-state-approved = minutes confirmed
meeting-state-unconfirmed = not confirmed by all
meeting-state-cancelled = called off
meeting-plan-title = Plan a meeting
meeting-plan-lede = Nobody is told yet. You add the agenda first, then you see who will hear of it.
meeting-field-title = What is it called?
meeting-field-title-hint = For example: October meeting
meeting-field-team = Who meets?
meeting-field-day = Day
meeting-field-time = Start
meeting-field-zone = By the clock in { $zone }.
meeting-field-minutes = How many minutes?
meeting-field-place = Where?
meeting-field-place-hint = A room, or a link to join.
meeting-done-planned = The meeting is planned. Now put something on its agenda.
meeting-no-day = Give the day of the meeting.
meeting-no-time = Give the time it starts.
meeting-no-past = This day is over. Pick a later one.
meeting-no-too-far = Pick a day within the next two years.
meeting-no-minutes = Give from 5 to 600 minutes.
meeting-no-team = This team is not there any more. Pick another.
meeting-no-person = This person does not sit here any more. Pick another.
meeting-no-not-now = The meeting has moved on. This cannot be done now. Look at the page again.
meeting-no-items = Put at least one item on the agenda first.
meeting-no-purpose = Say what the item is for.
meeting-no-item-minutes = Give from 1 to 240 minutes.
meeting-no-code = Type the code you see in the room, or choose “From afar”. Whoever runs the meeting can tell you the code.
meeting-no-not-merged = Two texts still stand side by side. Keep what should stay and take the marked lines out.
meeting-no-answered = Your side has answered already.
meeting-no-days = Give from 3 to 30 days.
meeting-no-choice = Pick one.
meeting-no-line = Write who, what and by when. For example: Ann: call the printer by Friday
meeting-no-under = This item is being talked about now. Go on to the next one first.
meeting-purpose-inform = Tell
meeting-purpose-discuss = Talk it over
meeting-purpose-decide = Decide
meeting-asks-inform = Listen, and ask what you do not understand.
meeting-asks-discuss = Say what matters to you, and why. Nothing is agreed yet.
meeting-asks-decide = The question is read aloud. Each then answers alone, and all answers show at once.
meeting-presence-room = In the room
meeting-presence-remote = From afar
meeting-presence-excused = Cannot come
meeting-presence-room-means = Type the code you see in the room.
meeting-reason-team = Sits in the team that meets.
meeting-reason-seat = Has a seat in the partnership.
meeting-reason-task = Has a task in this meeting.
meeting-seed-actions = Who did what, and what is late
meeting-wait-running = Come in: { $title } is going on
meeting-wait-minutes = Read and confirm the minutes: { $title }
meeting-letter-subject = { $name }: { $meeting }
meeting-letter-body =
    You are asked to come to: { $meeting }
    { $when }
    { $place }
    Why you hear of this: { $reason }
    You can put it in your calendar from this letter. The agenda is on this page:
meeting-letter-off-subject = { $name }: called off: { $meeting }
meeting-letter-off-body =
    This meeting does not take place: { $meeting }
    { $when }
meeting-letter-minutes-subject = { $name }: are these minutes right? { $meeting }
meeting-letter-minutes-body = The minutes are written: { $meeting }. Please read them and confirm them for your side, or say what is wrong, by { $day }. Without an answer by then, they are published as not confirmed by your side.
meeting-no-side = No side
meeting-over-by = { $minutes ->
    [one] one minute over
   *[other] { $minutes } minutes over
}
meeting-left = { $minutes ->
    [one] one minute left
   *[other] { $minutes } minutes left
}
meeting-for-item = for this item
meeting-until = The meeting ends at { $time }
meeting-minutes = { $count ->
    [one] one minute
   *[other] { $count } minutes
}
meeting-item-now = now
meeting-item-done = done
meeting-item-left = left over
meeting-item-parked = set aside
meeting-item-planned = to come
meeting-all-spoke = everybody has spoken
meeting-none-spoke = nobody has spoken yet
meeting-some-quiet = { $count ->
    [one] one has not spoken yet
   *[other] { $count } have not spoken yet
}
meeting-say-open = Welcome. We are here as equals. First, one sentence from each of us: what do you hope for today?
meeting-say-inform = This is to tell you something. Keep your questions for the end of it, then ask them all.
meeting-say-inform-half = Half the time is gone. What is not clear yet?
meeting-say-discuss = We think together now. We decide nothing yet. Let us go round once: each speaks before anybody speaks twice.
meeting-say-discuss-half = Half the time is gone. Who has not spoken? What have we heard from each side?
meeting-say-decide = Here is the question. I read it aloud once. Then each answers alone and in silence, and we look at all answers at once.
meeting-say-decide-half = If we are not there yet: what would have to change for you to say yes?
meeting-say-over = The time for this is over. Shall we take five more minutes from the next item, or set this aside?
meeting-say-end = We have come to the end. Let us read aloud what we agreed, and who does what by when.
meeting-say-end-round = One last round: what went well, and what should we change next time?
meeting-nobody-yet = nobody yet
meeting-confirmed = confirmed them through { $by } on { $day }.
meeting-objected = says something is wrong ({ $name }, { $day }): { $reason }
meeting-awaited = has not answered. Until { $day }; without an answer, they are published as not confirmed by this side.
meeting-silent = did not confirm them.
meeting-norms-yes = Yes
meeting-norms-partly = In part
meeting-norms-no = No
meeting-done-present = We have noted how you take part.
meeting-done-look = Thank you. Your look back is there for all to read.
meeting-done-asked = Each side has been asked to confirm the minutes.
meeting-done-answered = Your side's answer is noted.
meeting-done-begun = The meeting has begun.
meeting-done-closed = The meeting is closed. Look over the notes, then ask each side to confirm them.
meeting-done-taken = Written down: { $line }
meeting-done-invited = { $people ->
    [one] One person was told.
   *[other] { $people } people were told.
}
meeting-done-off = The meeting is called off. Whoever had been told was told of this too.
meeting-done-item = It is on the agenda.
meeting-done-item-changed = The item is changed.
meeting-done-changed = The plan is changed. Tell people again if they should know.
meeting-done-notes = Your notes are saved.
meeting-merge-theirs = What somebody else wrote:
meeting-merge-yours = What you wrote:
meeting-merge-end = End
meeting-invite-title = Who will hear of this meeting
meeting-invite-lede = { $count ->
    [one] One person gets one letter, with an invitation for the calendar. Nothing has been sent yet.
   *[other] { $count } people get one letter each, with an invitation for their calendar. Nothing has been sent yet.
}
meeting-invite-again = { $count ->
    [one] This meeting has been told before. One person gets one more letter, with a new invitation for the calendar.
   *[other] This meeting has been told before. { $count } people get one more letter each, with a new invitation for their calendar.
}
meeting-hearers-title = Names, and why each will hear
meeting-invite-send = { $count ->
    [one] Send the letter
   *[other] Send { $count } letters
}
meeting-agenda = Agenda
meeting-agenda-none = Nothing is on the agenda yet. Add the first item.
meeting-brought-by = { $name } brings it
meeting-write-notes = Write notes
meeting-up = Earlier
meeting-down = Later
meeting-park = Set aside
meeting-off = Take off
meeting-change = Change
meeting-up-of = Earlier: { $title }
meeting-down-of = Later: { $title }
meeting-park-of = Set aside: { $title }
meeting-off-of = Take off: { $title }
meeting-change-of = Change: { $title }
meeting-back-of = Put on the agenda: { $title }
meeting-total = { $asked } of { $given } minutes are planned.
meeting-too-long = { $over ->
    [one] That is one minute too many.
   *[other] That is { $over } minutes too many.
}
meeting-parking = Set aside for another day
meeting-put-back = Put on the agenda
meeting-from-earlier = From an earlier meeting
meeting-add-item = Put something on the agenda
meeting-agreed = What came of it so far
meeting-agreed-none = Nothing yet.
meeting-actions = Who does what by when
meeting-yours = yours
meeting-line = Who does what by when, in one line
meeting-line-hint = For example: Ann: call the printer by Friday
meeting-line-take = Write it down
meeting-to-run = Run the meeting
meeting-item-of = Item { $number } of { $count }
meeting-asked-title = What is asked of you
meeting-answer-now = Answer now:
meeting-you-bring = You bring this item. You begin.
meeting-agenda-done = The agenda is done
meeting-next-is = Next: { $title }
meeting-check-again = Load this page again
meeting-you-are = You take part: { $how }.
meeting-present-title = Are you here?
meeting-present-code = The code in the room
meeting-present-code-hint = Four letters, on the screen or the wall. Only if you are in the room.
meeting-present-send = Say how I take part
meeting-notes = Notes
meeting-notes-said = What was said
meeting-notes-hint = Everybody can write. What several people write is put together.
meeting-notes-outcome = What came of it
meeting-outcome-hint = One sentence that each side would say is right.
meeting-notes-save = Save the notes
meeting-draft-says = Nobody has been told of this meeting yet.
meeting-facilitator = Runs it
meeting-recorder = Writes
meeting-timekeeper = Keeps the time
meeting-to-invite = See who will hear, and invite
meeting-begin = Begin the meeting
meeting-to-tell-again = Tell people again
meeting-to-edit = Change the plan
meeting-cannot-come = I cannot come
meeting-minutes-title = Minutes
meeting-minutes-approved = Each side confirmed these minutes. Nothing in them changes any more.
meeting-minutes-unconfirmed = These minutes are published, and not every side confirmed them. Nothing in them changes any more.
meeting-minutes-open = The notes can still be mended. Then each side is asked to confirm them.
meeting-minutes-asked = Each side is asked whether these minutes are right. If the notes are changed, each side is asked anew.
meeting-minutes-confirm = Confirm them for my side
meeting-minutes-reason = If something is wrong: what?
meeting-minutes-object = Say that something is wrong
meeting-minutes-days = Days to answer
meeting-minutes-days-hint = From 3 to 30. The leads of each side get a letter. Who says nothing by then has not confirmed.
meeting-minutes-ask = Ask each side to confirm
meeting-who-came = Who was there
meeting-away = Not marked as there
meeting-look-title = Looking back
meeting-look-back = Look back in half a minute
meeting-look-says = What you write below stands there with your name, for all who sit here. Do not write about a person.
meeting-look-norms = Did we treat each other as we want to?
meeting-look-plus = What went well?
meeting-look-delta = What should we change?
meeting-look-send = Send my look back
meeting-to-print = Print
meeting-call-off = Call the meeting off
meeting-call-off-why = Why?
meeting-call-off-hint = Whoever has been told of the meeting gets one more letter.
meeting-run-title = Running: { $title }
meeting-not-running = The meeting is not going on now.
meeting-now = Now
meeting-behind = { $minutes ->
    [one] the whole meeting is one minute behind
   *[other] the whole meeting is { $minutes } minutes behind
}
meeting-go-next = Go on: { $title }
meeting-go-end = Go on to the end
meeting-close = Close the meeting
meeting-close-title = Close the meeting
meeting-close-says = Once closed, it cannot be opened again. What is left over waits for the next one.
meeting-close-left = { $count ->
    [one] One item has not been talked about.
   *[other] { $count } items have not been talked about.
}
meeting-close-bare = { $count ->
    [one] One item has no outcome written down.
   *[other] { $count } items have no outcome written down.
}
meeting-mark-others = { $count ->
    [one] One other person who sits here
   *[other] { $count } other people who sit here
}
meeting-begin-early = Begin before its time
meeting-begin-early-says = This meeting is set for { $when }. Everybody who was told expects it then.
meeting-close-now = Close the meeting now
meeting-decide = Ask each side for an answer
meeting-say-this = You can say
meeting-turns = Who has not spoken
meeting-turns-hint = Tap a name when they speak. Only those who run the meeting see it. It is forgotten when the meeting closes.
meeting-turns-none = Nobody is marked as present yet.
meeting-turns-of = { $count ->
    [0] not yet
    [one] once
   *[other] { $count } times
}
meeting-go-to = Go here
meeting-go-to-of = Go here: { $title }
meeting-code-title = Code for this room
meeting-mark-title = Mark who is there ({ $came } of { $seats })
meeting-to-room = See the room as members see it
meeting-notes-title = Notes: { $title }
meeting-notes-lede = If the network goes away, what you type stays in this browser.
meeting-clash = Somebody else changed the same words while you wrote. Both texts are shown here, and both are in the box, each under a line that begins with { $mark }. Keep what should stay, take those lines out, and save.
meeting-item-title = Change an item
meeting-item-field = What is it about?
meeting-item-hint = A question is best. For example: How do we welcome new teachers?
meeting-item-purpose = What is it for?
meeting-item-owner = Who brings it?
meeting-stale = Somebody else changed this first. It now says what stands here. Your own words are below. Save them if they should stand.
meeting-edit-title = Change the plan
meeting-tasks = Who does what on the day
meeting-turn-of = Tasks go round. By turn { $party } would run it this time.
meeting-facilitator-hint = Whoever runs it helps all sides to be heard. They do not push their own view.
meeting-line-title = Say who and by when
meeting-line-lede = Nothing is written down yet. Fill in what is missing.
meeting-legal = A working agreement. This is not bargaining, waives no right and makes no past practice.
meeting-record-called = { $who } called the meeting “{ $meeting }” for { $day }.
meeting-record-moved = { $who } told everybody again of the meeting “{ $meeting }” ({ $day }).
meeting-record-off = { $who } called off the meeting “{ $meeting }”.
meeting-record-held = The meeting “{ $meeting }” was held on { $day }; present: { $present }.
meeting-record-asked = { $who } asked each side to confirm the minutes of “{ $meeting }”.
meeting-record-confirmed = { $who } confirmed the minutes of “{ $meeting }” for { $party }.
meeting-record-objected = { $who } said for { $party } that something in the minutes of “{ $meeting }” is wrong.
meeting-record-approved = Each side has confirmed the minutes of “{ $meeting }”.
meeting-record-unconfirmed = The minutes of “{ $meeting }” are published, not confirmed by { $without }.
meeting-decisions = Questions asked here
meeting-say-past-end = We are past our time. Shall we close now, and carry the rest to the next meeting?
meeting-list-due = Was it held?
meeting-norms-title = { $count ->
    [one] How we agreed to work: one norm
   *[other] How we agreed to work: { $count } norms
}
meeting-norms-charter = The whole charter
meeting-people-title = Mark who is there
meeting-people-lede = Tick names, then press how they take part. You can tick many at once.
meeting-no-nobody = Tick at least one name.
meeting-done-marked = { $count ->
    [one] One person is marked.
   *[other] { $count } people are marked.
}
meeting-done-held = It was held. Now write what came of it, then ask each side whether the minutes are right.
meeting-line-no-name = The line does not say who does it.
meeting-line-unknown = We know nobody called “{ $name }” here. Pick a name from the list.
meeting-line-several = More than one person here is called “{ $name }”. Pick the one you mean.
meeting-line-no-day = The line does not say by which day.
meeting-away-many = { $count ->
    [one] one person who was asked
   *[other] { $count } people who were asked
}
meeting-item-bare = no outcome yet
meeting-look-share = Share that said we treated each other as we want to: { $share }
meeting-look-norms-hint = This answer is never shown with your name. Once the minutes are settled it shows as a rough share, if ten or more answered.
meeting-item-elsewhere = Move it
meeting-park-means = It waits for a later meeting.
meeting-off-means = It comes off this agenda and does not come back.
meeting-off-title = Take this item off?
meeting-off-says = It comes off the agenda for all and does not come back by itself. “Set aside” keeps it for a later meeting.
meeting-off-owner = { $name } brings it and is not asked by us. Talk with them first.
meeting-mend-notes = Mend the notes
meeting-came-of-it = What came of it: { $title }
meeting-go-to-hint = “Go here” talks about an item now. “Set aside” keeps it for a later meeting.
meeting-agenda-whole = { $count ->
    [one] The whole agenda: one item
   *[other] The whole agenda: { $count } items
}
meeting-present-change = Change how I take part
meeting-past-title = Its day is over and nobody opened it here. Was it held?
meeting-past-says = If it was, you write what came of it, and each side is asked whether that is right.
meeting-past-other = A lead, or whoever was to run it, can say so here.
meeting-past-held = It was held: write what came of it
meeting-past-not = It was not held
meeting-tasks-none = Nobody has a task on the day yet.
meeting-agreed-over = What came of it
meeting-list-awaits = { $sides } can still confirm the minutes until { $day }
meeting-list-missing = not confirmed by { $sides }
meeting-turn-free = You may choose somebody else.
