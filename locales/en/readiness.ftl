# Where the two sides see themselves today: six items, shown at once.
readiness-title = Where we stand
readiness-why = Before the first step, each side says where it sees the two of you today. You end up with one picture: where you agree, and what to talk about first.
readiness-guide = Read more in the guide
readiness-form-title = Six short questions for { $party }
readiness-form-says = One answer for your whole side. You give it by name. No other side sees it before each must-agree side has answered. Then all answers show at the same moment.
readiness-form-advises = Your side advises. Your answer shows once the must-agree sides have theirs.
readiness-form-change = You may change it until then.
readiness-who-reads = Whoever runs this server could read your answer before that. So could a court that asks for it. Do not use it to tell secrets.
readiness-item-leaders = Our { $head } and the president of { $union-the } meet on fixed dates.
readiness-item-cabinet = The leaders of { $union-the } and the cabinet meet.
readiness-item-buildings = In each school, the principal and the building rep meet.
readiness-item-training = We plan and run training together.
readiness-item-news = We send out news together, under both names.
readiness-item-written = How we work together is written into a contract, a memo or board policy.
readiness-level-absent = Does not exist
readiness-level-discussed = Being discussed
readiness-level-developed = Being developed
readiness-level-implemented = In place
readiness-level-unknown = I do not know
readiness-save = Answer for { $party }
readiness-save-change = Change our answer
readiness-done-first = Your answer is saved. It shows when each must-agree side has answered.
readiness-done-shown = All answers are in. Here they are.
readiness-done-alone = Noted. Your side would show its answer now.
readiness-stale = Somebody else of your side changed the answer meanwhile. What stands now is beside each item. What you chose is kept below.
readiness-stale-now = What stands now: { $level }
readiness-waiting-title = Waiting
readiness-said = answered through { $by } on { $day }. Not shown yet.
readiness-awaited = has not answered. Waiting since { $since }, until { $until }.
readiness-not-here = has no seat taken yet. Waiting since { $since }, until { $until }.
readiness-silence = If a side has not answered by { $until }, nothing is assumed of it. The sides that did answer may then show theirs without it.
readiness-silence-late = A side has not answered in time. Each side that did answer may agree to show its own. If they have not all agreed by { $until }, this round closes and nothing is shown.
readiness-would-show = would show its answer now.
readiness-show-without = Show ours without the silent side
readiness-show-says = Only the answers of sides that gave one are shown, once each of these sides has pressed this. Nothing is said about the silent side but that it has not answered.
readiness-own-title = What your side said
readiness-closed-title = The last round closed
readiness-closed = A side did not answer in time, and the others did not choose to show theirs. You can begin again with a new answer.
readiness-without = { $party } did not answer in time. Nothing is assumed of it.
readiness-lede = { $agreed ->
    [0] You see none of the six the same way yet.
    [1] You see one of the six the same way.
    [6] You see all six the same way.
   *[other] You see { NUMBER($agreed) } of the six the same way.
}
readiness-shown-on = Shown on { $day }, cycle { NUMBER($cycle) }
readiness-agree-title = Where we agree
readiness-agree-none = On nothing yet. That is a common place to start from.
readiness-gap-title = The widest gap
readiness-gap-none = There is none. All sides say the same on each of the six.
readiness-gap-says = { $party } says: { $level }.
readiness-gap-more = As wide: { $item }
readiness-talk-title = Talk about this
readiness-next-title = A good next step
readiness-next-open = It is only a suggestion. Every step is open.
readiness-next-go = Open the step
readiness-next-guide = Read about the step
readiness-concern = Pick one shared concern
readiness-scale-title = The six items
readiness-scale-letter = { $letter } stands for { $party }, said by { $by }
readiness-scale-later = { $letter } stands for { $party }, said by { $by }, after the others were shown
readiness-scale-advises = { $letter } stands for { $party } (advises), said by { $by }
readiness-scale-same = You agree
readiness-scale-gap = { $steps ->
    [one] One step apart
   *[other] { NUMBER($steps) } steps apart
}
readiness-reading = { $party }: { $level }.
readiness-moved-title = Since the last round
readiness-moved-says = Compared with { $day }, cycle { NUMBER($cycle) }.
readiness-moved-up = further than before
readiness-moved-down = less far than before
readiness-moved-same = as before
readiness-moved-line = { $party }: { $moved } (it was: { $level })
readiness-moved-none = Each side says the same as in the last round.
readiness-earlier = Earlier rounds
readiness-earlier-of = Cycle { NUMBER($cycle) }, shown on { $day }
readiness-members-title = What members say
readiness-members-says = Each side may ask its own members the same six questions. Answers are confidential. They are counted on one day and shown only if enough people answered: five of staff or board, ten of families, students or neighbors.
readiness-members-ask = Ask the members of { $party }
readiness-members-ask-says = They get one letter each and have two weeks. You can ask once in each round.
readiness-members-asked = { $who } asked the members of { $party }. They may answer until { $until }. Nothing is shown before that, not even how many have answered.
readiness-members-few = { $party }: too few people answered. Nothing is shown, so that nobody can be found out.
readiness-members-people = { $party }: { $people ->
    [one] one person answered
   *[other] { NUMBER($people) } people answered
}. How many of those who know say “being developed” or “in place”:
readiness-members-done-asked = Your members were asked.
readiness-share-too-few = too few know
readiness-share-percent = { NUMBER($percent) } %
readiness-share-between = { NUMBER($low) } to { NUMBER($high) } %
readiness-share-at-most = { NUMBER($percent) } % or less
readiness-share-at-least = { NUMBER($percent) } % or more
readiness-mine-title = Your own answer
readiness-mine-says = Your answer is confidential. No member and no leader here sees it. Whoever runs this server could link it to you. On { $until } all answers of your side are counted. They show only if enough people answered, and only as rough shares. You may change yours until then. You do not have to answer.
readiness-mine-save = Send my answer
readiness-mine-done = Your answer is saved. You may change it until { $until }.
readiness-no-missing = Choose one of the four. A rough answer is good enough.
readiness-no-shown = The answers have been shown. They stand until the next round.
readiness-no-not-yet = The date has not come yet. Nothing can be shown before it.
readiness-no-nothing-said = Your side has not answered, so there is nothing of yours to show.
readiness-no-not-shown = You can ask your members once the answers are shown and the partnership is active.
readiness-no-asked-before = Your side has asked its members in this round.
readiness-no-not-asked = Nobody asks your members now.
readiness-wait-begin = Say where you see the two sides today
readiness-wait-state = Answer six questions for your side
readiness-wait-show = Say whether your answer may show without the silent side
readiness-wait-answer = Answer six questions for yourself
readiness-letter-stated-subject = { $place }: six questions wait for you
readiness-letter-stated = { $party } has said where it sees the two sides today. Your side has six short questions to answer, until { $date }. Nobody sees an answer before each must-agree side has given one.
readiness-letter-shown-subject = { $place }: all answers are in
readiness-letter-shown = Each side has said where it sees the two of you. The page shows where you agree and what to talk about.
readiness-letter-late-subject = { $place }: a side has not answered
readiness-letter-late = The date has passed. No answer from: { $silent }. Nothing is assumed of that side. Until { $date }, the sides that did answer may agree to show theirs without it.
readiness-letter-closed-subject = { $place }: the round closed, nothing was shown
readiness-letter-closed = A side did not answer in time, and the others did not all choose to show theirs. You can begin again.
readiness-letter-members-subject = { $place }: six questions for you
readiness-letter-members = { $who } asks how you see the two sides today: six short questions, until { $date }. Your answer is confidential, and you do not have to give one.
readiness-ask-there = Who keeps this going when one of you leaves?
readiness-ask-leaders-differ = Each side names the last three times you met. Which of them count as a meeting on a fixed date?
readiness-ask-cabinet-differ = Which talks between cabinet and { $union } does each side have in mind? Who was in the room?
readiness-ask-buildings-differ = In which schools do principal and rep meet, and in which not? List them together.
readiness-ask-training-differ = Which training did you have in mind? Who planned it, and who spoke?
readiness-ask-news-differ = Which letter or notice did both sides sign? Look at it together.
readiness-ask-written-differ = Bring the page where it is written. Do both sides read it the same way?
readiness-ask-leaders-missing = Which hour of the month could belong to the two of you?
readiness-ask-cabinet-missing = Which one topic would be worth a talk between cabinet and { $union }?
readiness-ask-buildings-missing = Which two schools could try it first?
readiness-ask-training-missing = What do both sides need to learn? Who could teach it to all at once?
readiness-ask-news-missing = What is the first thing you could tell staff together?
readiness-ask-written-missing = Which habit would you want to keep if both of you left?
readiness-why-seen-apart = You see at least one item two steps apart. Look at the facts together first.
readiness-why-leaders-apart = The leaders do not meet on fixed dates yet. Begin with who should sit at the table.
readiness-why-no-rooms = The leaders meet, and below them there is no place to meet yet. Look at your teams.
readiness-why-no-news = You meet, and others hear little of it. Agree who tells whom, and when.
readiness-why-no-training = You meet and tell, and nobody learns together yet. Look for training and time.
readiness-why-not-written = Much is in place and little is written down. Put your promise into writing.
readiness-why-under-way = All of it is on its way. See what is worth keeping for good.
readiness-why-all-there = All of it is in place. Look at how well it works.
readiness-record-stated = { $who } answered the six questions for { $party }. The answer is not shown yet.
readiness-record-restated = { $who } changed the answer of { $party } to the six questions. It is not shown yet.
readiness-record-stated-later = { $who } answered the six questions for { $party }, after the others were shown.
readiness-record-revealed = The answers to the six questions were shown.
readiness-record-revealed-without = The answers to the six questions were shown without { $silent }, who did not answer in time.
readiness-record-would-show = { $who } said that { $party } would show its answer without the silent side.
readiness-record-late = The date for the six questions passed. No answer from: { $silent }.
readiness-record-closed = The round of six questions closed, and nothing was shown.
readiness-record-members-asked = { $who } asked the members of { $party } the six questions.
readiness-record-members-counted = The answers of the members of { $party } were counted. { $shown ->
    [yes] They show as rough shares.
   *[no] Too few answered, so nothing is shown.
}
