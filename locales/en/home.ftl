# A partnership's home: what waits, the path, what changed; and the list of everywhere somebody sits.
home-title = Your partnerships
home-none = You have no seat yet
home-none-what = Start a partnership, or open the link of an invitation you were sent.
home-all = All your partnerships
home-waits = { $count ->
    [one] One thing waits for you here
   *[other] { $count } things wait for you here
}
home-crisis = A crisis is going on: { $name }.
home-crisis-go = See what is known, or raise a concern
home-waiting = Waiting for you
home-nothing = Nothing waits for you
home-nothing-what = When something needs you, it stands here first.
home-next = The step you share now:
home-also = Also waiting
home-changed = What changed
home-changed-none = Nothing yet. The first act will show here.
home-all-acts = See the whole record
home-step-done = Done
home-step-here = You are here
home-step-later = Later
home-draft = This is a draft. It claims no partnership and nobody outside can see it. It becomes active when two leaders of different parties have confirmed each other.
home-paused = This partnership is paused. Everything is kept.
home-ended = This partnership has ended. You can still read everything and take it with you.
home-export = Take everything with you
home-round = Cycle { NUMBER($cycle) }
home-more = { $count ->
    [one] One more thing waits
   *[other] { $count } more things wait
}
home-path = The path: { NUMBER($done) } of 10 steps done
home-phase = { NUMBER($done) } of { NUMBER($steps) } done
home-step-begun = Under way
home-guide = Read what each step is for
home-fold-seats = { NUMBER($count) } people took a seat.
home-fold-left = { NUMBER($count) } people gave up a seat.
home-fold-invited = { NUMBER($count) } people were invited.
home-fold-signed = { NUMBER($count) } people signed the commitment.
home-fold-supported = { NUMBER($count) } people added their names to the commitment.
home-fold-more = { $count ->
    [one] { $newest }, and one more like it.
   *[other] { $newest }, and { $count } more like it.
}
home-go-in = Go in
home-draft-open = Open the draft
home-left = You have no seat now
home-left-what = What you wrote and signed where you sat stays in the record there, with your name. If you want a copy of what you signed, ask a lead there. If somebody asks you back, open the link they send.
