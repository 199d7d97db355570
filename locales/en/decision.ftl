# Decisions by fist to five: the list, the question, answering, what it came to.
decision-title = Decisions
decision-lede = Some questions need a clear yes from each side. Here everybody answers in silence, and all answers are shown at once.
decision-lede-end = You end up with an agreement that says who does what by when, or with a fair no and its reasons.
decision-to-guide = How we decide: the guide
decision-to-new = Write a question
decision-list-open = Asked now
decision-list-none = No question is open now.
decision-list-drafts = Being written
decision-list-settled = Settled
decision-list-until = until { $day }
decision-list-since = since { $day }
decision-kicker = Round { NUMBER($round) }

decision-state-draft = Draft
decision-state-parked = For the negotiators
decision-state-open = Answers are open
decision-state-revealed = Not yet agreed
decision-state-agreed = Agreed
decision-state-not-agreed = No agreement
decision-state-withdrawn = Taken back
decision-state-frozen = On hold
decision-state-ended = Ended

# The page.
decision-asked = Asked by { $asker } on { $day }
decision-asked-in = Asked by { $asker } on { $day } in { $team }
decision-changed = What changed:
decision-changed-before = Read the question before
decision-effect = What happens if it passes
decision-effect-now = What happens now
decision-if-not = If not every side agrees
decision-who-sees = Who will see my answer
decision-seen-until = Until the answers are shown, nobody sees yours. That holds for leads and for exports too. Whoever runs the server could read it.
decision-seen-alone = Only one person answers for { $parties }. Everybody will know that answer as theirs.
decision-answer-legend = How far can you go along?
decision-answer-jump = Answer by { $day }
decision-withdraw-title = Take this question away
decision-withdraw-says = No more answers are taken, and those that were given are not shown. This cannot be undone.
decision-close-title = End it without agreement
decision-close-says = The question is settled as not agreed, at once. This cannot be undone.
decision-answer-send = Send my answer
decision-answer-change = Change my answer
decision-check-again = Load this page again
decision-mine = You answered { NUMBER($fingers) }. You can change it until the answers are shown.
decision-late = The last day to answer is over. The answers are shown soon.
decision-not-asked = You are not asked for an answer here. You will see the outcome.
decision-rule-title = How it is decided
decision-count = { NUMBER($given) } of { NUMBER($asked) } have answered.
decision-silence = Silence is never a yes. A side that has not answered by the end of { $day } has not agreed.
decision-side-asked = { $people ->
    [one] one person may answer
   *[other] { $people } people may answer
}
decision-side-advises = { $people ->
    [one] one person is asked for advice
   *[other] { $people } people are asked for advice
}
decision-side-aside = stands aside, said { $by } on { $day }
decision-side-vacant = nobody sits for this side, so it cannot agree
decision-outcome = What came of it
decision-next-talk = Until { $day } the question can be changed and asked again. If it is not:
decision-ended-says = It was agreed. It ended on { $day }.
decision-dissent = Dissent, in its own words
decision-said = What would change a low answer
decision-no-party = in no party
decision-word-by = { $name }, { $party }
decision-word-told = Told to { $chair }, who wrote it down
decision-say-low = What would change your answer?
decision-say-other = Add a concern
decision-say-says = You can say it signed. You can tell a co-chair, who writes it down without your name. Or you can say nothing.
decision-say-body = In your own words
decision-say-how = How do you say it?
decision-how-signed = Signed with my name
decision-how-told = Somebody told it to me
decision-how-told-means = Your name stands as the one who wrote it down. Theirs does not.
decision-say-kept = Keep it beside the outcome
decision-say-kept-means = It then stands there as dissent, and in the record.
decision-say-button = Say it
decision-round = Round { NUMBER($round) }, as it was asked then
decision-legal = This is a working agreement. It is not bargaining, it waives no right, and it makes no past practice. Taking part is voluntary.
decision-parked-title = This goes to each side's negotiators.
decision-parked-says = Nothing here bargains. The question stays as a draft, and nobody can be asked to answer it here. Give it to the people who bargain for your side.
decision-frozen-says = This is on hold. A side that was asked has left, or the partnership rests. No answer is shown and nothing is lost. It can be asked again.
decision-withdrawn-says = The side that asked took it back. No more answers are taken.
decision-boundary-stops = You said that this touches bargaining. It cannot be asked here. It can go to each side's negotiators.
decision-open-kicker = What you can do
decision-open-title = Open it for answers
decision-open-says = { $count ->
    [0] Nobody would be asked. Look at who is asked, and change it.
    [one] One person gets a letter that asks for an answer. From then on, question and rule stay as they are.
   *[other] { $count } people get a letter that asks for an answer. From then on, question and rule stay as they are.
}
decision-open-button = Open it for answers
decision-park-button = Send it to the negotiators
decision-to-edit = Change the draft
decision-reveal-title = Everybody has answered
decision-reveal-button = Show the answers to all
decision-aside-title = Stand aside for my side
decision-aside-says = Is this not your side's question? You can say: not ours, we stand aside. Your side then neither agrees nor stops the others. You cannot take it back.
decision-aside-button = Stand aside for my side
decision-to-ballot = Print a paper ballot
decision-to-paper = Enter an answer from paper
decision-close-button = Leave it at that
decision-withdraw-button = Take the question back
decision-again-button = Ask it again
decision-to-amend = Change the question and ask again

# Facts.
decision-fact-carries = Who carries it out
decision-fact-by = By
decision-fact-review = Look at it again on
decision-fact-ends = Ends on

# Levels.
decision-level-legend = What can an agreement here do?
decision-level-decides = Decide
decision-level-decides-means = It is settled here.
decision-level-recommends = Recommend
decision-level-recommends-means = It goes as a recommendation to whoever settles it.
decision-level-advises = Advise
decision-level-advises-means = It is advice to whoever settles it.
decision-level-informs = Inform
decision-level-informs-means = It only tells where each side stands.

# Who sees what.
decision-seen-hint = This is fixed before anybody answers, and told to each of them first.
decision-seen-name = Each answer with its name
decision-seen-name-means = Everybody in the partnership will see each answer with its name.
decision-seen-party = Only the numbers of each side
decision-seen-party-means = Everybody will see how many of each side gave which answer, without names. Where few answer, others may guess.
decision-seen-pass = Only whether each side agrees
decision-seen-pass-means = Everybody will see whether each side agrees or not yet, and no answers.

# Who is asked.
decision-who-legend = Who is asked?
decision-who-hint = People who only watch, or who sit in no party, are not asked. The list is fixed when you open the question.
decision-who-everybody = Everybody who sits for a party
decision-who-leads = The leads of each party
decision-who-team = The members of the team
decision-who-team-means = A side with nobody on the team is asked through its leads.

# The boundary.
decision-boundary-legend = Does it touch any of these?
decision-boundary-hint = Nothing here bargains. A question that does goes to each side's negotiators.
decision-boundary-none = No, none of these
decision-boundary-subject = Pay, hours, or another subject that must be bargained
decision-boundary-contract = The words of a contract
decision-boundary-grievance = One person's grievance

# The rule.
decision-rule-legend = When does a side agree?
decision-rule-form-all = When all its answers are high enough
decision-rule-form-all-means = One lower answer, and the side does not agree.
decision-rule-form-share = When enough of its answers are high enough
decision-rule-all = It passes only if each side agrees. A side agrees when all its answers are { NUMBER($least) } or more.
decision-rule-share = It passes only if each side agrees. A side agrees when at least { NUMBER($share) } percent of its answers are “{ $word }” ({ NUMBER($least) }) or better.
decision-threshold-label = Which answer is high enough?
decision-threshold = { NUMBER($least) } or more
decision-share = Percent of a side that is enough
decision-share-hint = Only if you chose that enough answers are enough. For example 67.
decision-enough-label = How many of each side must have answered?
decision-enough-one = At least one person of each side must have answered.
decision-enough-half = At least half of each side must have answered.
decision-enough-all = Everybody of each side must have answered.
decision-fallback-legend = What if not every side agrees?
decision-fallback-refer = It goes to whoever settles it. Each employees' group is heard first
decision-fallback-drop = We drop it
decision-fallback-again = We ask again on a day
decision-fallback-on = The day to ask again
decision-then-refer = It goes to whoever settles it, after each employees' group was heard.
decision-then-drop = It is dropped, and nothing changes.
decision-then-again = It is asked again on { $day }.
decision-labels = Your own words for the six answers. Fill in all six, or none.

# The scale.
decision-fist-0 = I cannot go along
decision-fist-0-means = This would harm what I answer for. I want it stopped.
decision-fist-1 = I have grave doubts
decision-fist-1-means = A large part has to change first.
decision-fist-2 = I have doubts
decision-fist-2-means = Some points have to change first.
decision-fist-3 = I can live with it
decision-fist-3-means = It is not my choice, and I will not stand in its way.
decision-fist-4 = I support it
decision-fist-4-means = I think it is good, and I will say so.
decision-fist-5 = I will help lead it
decision-fist-5-means = I will work to make it happen.

# The outcome.
decision-verdict-agrees = agrees
decision-verdict-below = does not agree yet
decision-verdict-too-few = too few answered, { NUMBER($needed) } were needed
decision-verdict-silent = nobody answered
decision-verdict-vacant = nobody sits for it
decision-verdict-aside = stands aside
decision-verdict-advises = advises, not counted
decision-tally = { $count ->
    [one] one person answered { NUMBER($fingers) } · { $word }
   *[other] { $count } people answered { NUMBER($fingers) } · { $word }
}
decision-named = { $name }: { NUMBER($fingers) } · { $word }
decision-named-on-paper = { $name }: { NUMBER($fingers) } · { $word }, on paper, seen by { $witness }
decision-came-agreed = Agreed: each side that was asked says yes.
decision-came-not-agreed = Not agreed yet by: { $parties }.
decision-came-not-decided = No agreement: not every side could be heard.
decision-came-nobodys = No agreement: no side takes this question as its own.
decision-came-vacant = Nobody sits for { $parties }.
decision-came-silent = { $parties } did not answer.
decision-came-too-few = Too few answered for { $parties }.
decision-came-aside = { $parties } stood aside.

# Writing.
decision-new-title = Write a question
decision-edit-title = Change the draft
decision-write-lede = One question that can be answered at once. You can change the draft until it is opened.
decision-question = The question
decision-question-hint = Begin with "Shall we". One question, no more.
decision-effect-hint = Say plainly who would do what, and what it would cost.
decision-act-by = Who would carry it out?
decision-act-on = By when?
decision-nobody-yet = Not named yet
decision-team = Which team asks?
decision-no-team-choice = The whole partnership
decision-answer-on = Last day to answer
decision-answer-on-hint = At the end of this day the answers are shown as they are.
decision-more = More choices
decision-save = Save the draft
decision-stale = Somebody saved this draft first. This is what stands now:
decision-stale-says = What you typed is below and is kept. Take over what you need, then save.
decision-amend-title = Change the question
decision-amend-says = The same people are asked again, by the same rule. Both wordings stay on the page.
decision-change = What did you change, and why?
decision-change-hint = Everybody reads this before they answer again.
decision-amend-button = Ask again

# Paper.
decision-ballot-title = Paper ballot
decision-ballot-answer = My answer, 0 to 5
decision-ballot-name = Name
decision-ballot-witness = Seen by somebody of another side
decision-paper-title = Enter an answer from paper
decision-paper-says = For somebody of your own side. It is shown with the others, and says that it was on paper and who saw it.
decision-paper-member = Whose answer?
decision-paper-answer = What does the paper say?
decision-paper-witness = Who saw the paper?
decision-paper-witness-hint = Somebody of another side, or in no party.
decision-paper-button = Enter it

# Done.
decision-done-drafted = Saved. Nobody has been asked yet.
decision-done-opened = It is open. Everybody who is asked gets a letter.
decision-done-parked = It is marked for each side's negotiators.
decision-done-answered = Your answer is kept. You can change it until the answers are shown.
decision-done-aside = Your side stands aside.
decision-done-revealed = The answers are shown.
decision-done-amended = The next round is open.
decision-done-closed = It was left at that.
decision-done-withdrawn = It was taken back.
decision-done-again = Here is the question as a new draft.
decision-done-said = It is said, and everybody can read it.
decision-done-paper = The answer from paper is kept.

# What a rule says no to.
decision-no-choice = Choose one of these.
decision-no-day = Choose a day from today on.
decision-no-answer-day = Choose a day from today on, at most { NUMBER($days) } days ahead.
decision-no-share = Write a number from 1 to 100.
decision-no-again-day = Choose the day on which you ask again.
decision-no-team = Choose a team, or ask others.
decision-no-nobody = Nobody sits for a party that must agree, so nobody could answer.
decision-no-not-open = Answers are not taken now. Look at the page again.
decision-no-not-draft = It is no longer a draft. Look at the page again.
decision-no-changed = The question changed while you read it. Nothing was sent. Read it again, then answer.
decision-no-not-all = Not everybody has answered. The answers are shown when all have, or after the last day.
decision-no-settled = This is settled already.
decision-no-rounds = It was asked nine times. Write a new question.
decision-no-aside = Your side is not asked here, or stands aside already.
decision-no-same = Nothing was changed. Change the question or what happens.
decision-no-witness = Choose somebody of another side, or in no party.
decision-no-not-answered = Only those who answered in this round can sign a concern.

# What waits, and letters.
decision-wait-answer = Answer: { $question }
decision-wait-reveal = All have answered. Show the answers: { $question }
decision-wait-amend = Change it or leave it: { $question }
decision-letter-asked-subject = { $place }: your answer is asked for: { $question }
decision-letter-asked = You are asked for an answer: "{ $question }" It takes two minutes. Read first who will see your answer. You can change it until { $day }, or until all have answered and the answers are shown. Silence is never a yes.
decision-letter-outcome-subject = { $place }: what came of: { $question }
decision-letter-outcome = { $came } "{ $question }"
decision-letter-agreed = Each side agreed to this question.
decision-letter-not-agreed = Not every side agreed, and it was left at that.
decision-letter-withdrawn = The side that asked took this question back.
decision-letter-ended = The day has come on which this agreement ends.
decision-letter-revealed = The answers are shown. Not every side agrees yet.
decision-letter-review-subject = { $place }: time to look at an agreement again
decision-letter-review = You wanted to look at this again today: "{ $question }"

# Sentences of the record.
decision-record-opened = { $who } opened a question for decision. { $asked ->
    [one] One person was asked.
   *[other] { $asked } people were asked.
}
decision-record-amended = { $who } changed a question and opened round { $round }.
decision-record-parked = { $who } marked a question for the negotiators of each side.
decision-record-revealed = The answers of round { $round } were shown. { $answered } of { $asked } had answered.
decision-record-not-yet = A question did not pass in round { $round }.
decision-record-agreed = Each side agreed to a question.
decision-record-not-agreed = Not every side agreed to a question, and it was left at that.
decision-record-withdrawn = { $who } took a question back.
decision-record-frozen = A question was put on hold.
decision-record-ended = An agreement ended on its day.
decision-record-stood-aside = { $who } said for { $party } that a question is not theirs.
decision-record-dissented = { $who } put their dissent beside an outcome.
decision-record-dissent-told = { $who } put a dissent beside an outcome that somebody had told them.
decision-action-by = { $name }, by { $day }
decision-to-action = Say who does what
decision-change-until = You can change it until { $day }, or until all have answered and the answers are shown.
decision-you-advise = Your side is asked for advice. Your answer is shown, and not counted.
decision-then-again-past = It was to be asked again on { $day }. That has not been done yet.
decision-rule-hint = One low answer stops a side under the first choice. The second lets some people of a side have doubts.
decision-silence-form = Silence is never a yes.
decision-charter-says = The charter of { $team } says: { $authority }. If the team cannot agree: { $fallback }. Both are chosen for you under “More choices”. Read them before you save.
decision-reveal-confirm = Show the answers to all?
decision-reveal-final = From then on nobody can change an answer, also not until { $day }. It cannot be undone.
decision-withdraw-confirm = Take the question back?
decision-withdraw-draft = Nobody was asked yet, so nobody is told.
decision-withdraw-unseen = These answers are shown to nobody, now or later, and count for nothing.
decision-withdraw-seen = These answers were shown already, and stay as they are.
decision-withdraw-told = Everybody who answered and the leads of all sides get a letter with your reason.
decision-withdraw-final = It cannot be opened again. You can ask it anew.
decision-withdraw-reason = Why do you take it back?
decision-withdrawn-why = Their reason:
decision-withdrawn-answers = Answers that were given are shown to nobody and count for nothing.
decision-letter-withdrawn-why = The side that asked took this question back: "{ $question }" Their reason: { $reason }
decision-letter-withdrawn-answered = The side that asked took this question back: "{ $question }" Their reason: { $reason } You had answered it. Nobody has seen your answer, nobody will, and it counts for nothing.
decision-list-settled-on = settled { $day }
decision-list-ended = it was agreed, and ended on { $day }
decision-list-by = asked by { $name }
decision-in-language = Written in { $language }
decision-drafted = Written by { $asker } on { $day }
decision-amend-other = { $asker } asked it. Your change takes the place of that wording, for all.
decision-seen-name-now = Everybody in the partnership sees each answer with its name.
decision-seen-party-now = Everybody sees how many of each side gave which answer, without names.
decision-seen-pass-now = Everybody sees whether each side agrees or not yet, and no answers.
decision-side-all = everybody has answered
decision-refer-nobody = Nobody has said here yet who takes it up, and by when.
decision-fact-level = What an agreement here does
decision-answers-title = How each side answered
