# The cycles, their closing, and a long silence.
cycle-title = The cycles
cycle-number = Cycle { NUMBER($cycle) }
cycle-lede = Each pass goes a little deeper. You end up with a clean end, and with a start that forgets nothing.
cycle-guide = How this step works
cycle-since = Since { $day }
cycle-closed-agreed = { $begun } to { $closed }. Each side confirmed its end.
cycle-closed-by-one-side = { $begun } to { $closed }. Closed by one side.
cycle-taken-over = Taken over from the cycle before
cycle-compare = The cycles beside each other
cycle-compare-what = How many of each, cycle by cycle
cycle-counted = Counted
cycle-content-successes = What we did: went well
cycle-content-challenges = What we did: still hard
cycle-process-successes = How we worked: went well
cycle-process-challenges = How we worked: still hard
cycle-lessons = Lessons in the library
cycle-moves = Moves to make things last
cycle-in-force = In force then
cycle-all = All cycles
cycle-handed-on = { $count ->
    [one] One thing went on to the next cycle
   *[other] { $count } things went on to the next cycle
}
cycle-kind-challenge = Still hard
cycle-kind-structure = To make last
cycle-kind-action = Action still open
cycle-kind-goal = Goal not reached yet
cycle-left = { $count ->
    [one] One thing stayed behind
   *[other] { $count } things stayed behind
}
cycle-kind-need = Support still needed
cycle-kind-decision = Decision to come back to
cycle-kind-own = In your own words
cycle-why-action = Not done yet. Due { $day }.
cycle-why-goal-agreed = Each side accepted it. Nobody has said it is reached.
cycle-why-goal-open = Not accepted by each side yet.
cycle-why-need-open = Nobody has offered yet.
cycle-why-need-offered = An offer waits for an answer.
cycle-why-need-agreed = Help was promised. It has not come yet.
cycle-why-again = To be asked again. You did not agree.
cycle-why-again-on = To be asked again on { $day }. You did not agree.
cycle-why-review = To be looked at again on { $day }.
cycle-why-still-hard = You wrote that it is still hard.
cycle-why-not-in-force = Not in force yet.
cycle-carry = Carry it on
cycle-leave = Leave it here
cycle-choose = Say if it goes on.
cycle-close-means = What you carry on keeps its page and all that was said about it. What you leave here waits for nobody any more. Its page tells in which cycle you left it.
cycle-list-title = What goes on and what stays
cycle-list-says = Each side reads this same list. What is added after it stays open.
cycle-going-on = Goes on: { NUMBER($count) }
cycle-staying = Stays behind: { NUMBER($count) }
cycle-passed-on = Carried on from cycle { NUMBER($from) } to cycle { NUMBER($to) }
cycle-left-in = Left behind at the end of cycle { NUMBER($cycle) }
cycle-no-undecided = Say of each thing on the list if it goes on.
cycle-close-title = Close cycle { NUMBER($cycle) }
cycle-close-lede = Say of each thing if it goes on. Each side confirms, and the next cycle opens with what you chose.
cycle-not-agreed = Each side has not agreed yet to what you learned. You can still close the cycle.
cycle-own = What else goes on
cycle-own-hint = One thing on each line.
cycle-close-button = Ask the other sides
cycle-back = Back to the cycles
cycle-no-proposed = The end of this cycle is proposed already.
cycle-no-gone = Something you chose is not there any more. Look at the list again.
cycle-quiet-title = Ninety days without a meeting
cycle-quiet-what = The last sign of work was on { $last }. We asked each side on { $on }: go on, rest or end?
cycle-quiet-unanswered = has not answered.
cycle-quiet-silence = Without an answer, nothing changes.
cycle-quiet-continue = Go on
cycle-quiet-pause = Rest for a while
cycle-quiet-end = End it
cycle-quiet-answered = Your answer is noted. To rest or to end takes a yes from each side.
cycle-quiet-waiting = Say if you want to go on, rest or end
cycle-quiet-letter-subject = { $partnership }: go on, rest or end?
cycle-quiet-letter = You have not met since { $day }. That can happen. Please say if your side wants to go on, rest or end. Without an answer, nothing changes.
cycle-record-closed-agreed = Cycle { $cycle } was closed by all sides. Carried on: { $carried }. Left behind: { $left }.
cycle-record-closed-one-side = Cycle { $cycle } was closed by one side. Carried on: { $carried }. Left behind: { $left }.
cycle-record-begun = Cycle { $cycle } began.
cycle-record-quiet-asked = Each side was asked after ninety days without a meeting: go on, rest or end?
cycle-record-quiet-answered = { $who } answered for { $party } after a long silence: { $answer ->
    [continue] go on
    [pause] rest
   *[other] end
}.
cycle-record-agreed = Each side agreed to what was learned in cycle { $cycle }.
cycle-end-title = End this cycle
cycle-end-none = Nothing unfinished is on the list.
cycle-end-open = { $count ->
    [one] One thing is unfinished. You say first if it goes on.
   *[other] { $count } things are unfinished. You say first of each if it goes on.
}
