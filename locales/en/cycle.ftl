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
cycle-compare-what = What was written, shared and made to last
cycle-counted = Counted
cycle-content-successes = What we did: went well
cycle-content-challenges = What we did: still hard
cycle-process-successes = How we worked: went well
cycle-process-challenges = How we worked: still hard
cycle-lessons = Lessons in the library
cycle-moves = Moves to make things last
cycle-in-force = In force at its end
cycle-all = All cycles
cycle-handed-on = { $count ->
    [one] One thing went on to the next cycle
   *[other] { $count } things went on to the next cycle
}
cycle-kind-challenge = Still hard
cycle-kind-structure = To make last
cycle-kind-action = Action still open
cycle-kind-goal = Goal not reached yet
cycle-kind-own = In your own words
cycle-close-title = Close cycle { NUMBER($cycle) }
cycle-close-lede = Choose what goes on. Each side confirms, and the next cycle opens with what you chose.
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
cycle-record-closed-agreed = Cycle { $cycle } was closed by all sides. Carried on: { $carried }.
cycle-record-closed-one-side = Cycle { $cycle } was closed by one side. Carried on: { $carried }.
cycle-record-begun = Cycle { $cycle } began.
cycle-record-quiet-asked = Each side was asked after ninety days without a meeting: go on, rest or end?
cycle-record-quiet-answered = { $who } answered for { $party } after a long silence: { $answer ->
    [continue] go on
    [pause] rest
   *[other] end
}.
cycle-record-agreed = Each side agreed to what was learned in cycle { $cycle }.
