# A partnership that is still a draft.
draft-chip = Draft
draft-asleep = Put aside
draft-lede = Only the two sides can see this page. It claims nothing until both leaders know each other and begin.
draft-sleeps = This draft was put aside because nobody moved it for a month. Everything is kept, and one button takes it up again.
draft-wake = Take it up again
draft-woken = The draft is taken up again.
draft-answers = The five answers
draft-since = Begun on
draft-not-joined = Nobody from here has come yet.
draft-invitations = See who was asked
draft-edit = Change the answers
draft-people = See the people
draft-withdraw = Take your side out
draft-edit-title = Change the draft
draft-edit-lede = Both sides may change everything here. If you save, both leaders prove again who they are before you begin.
draft-stale = Somebody saved a change while you were writing. This is what stands now. Your own words are still in the fields. Save to put yours in its place.
draft-name = Name of the partnership
draft-first-party = One side
draft-second-party = The other side
draft-one-kind = This group is
draft-one-name = Name of this group
draft-two-kind = The other group is
draft-two-name = Name of the other group
draft-save = Save the draft
draft-cancel = Leave it as it is
draft-edited = The draft is saved.
draft-letter-subject = The draft for { $name } is waiting
draft-letter-body = { $days ->
    [one] The draft for { $name } has not moved for a while. In { NUMBER($days) } day it is put aside. Everything is kept, and one button takes it up again.
   *[other] The draft for { $name } has not moved for a while. In { NUMBER($days) } days it is put aside. Everything is kept, and one button takes it up again.
}
draft-place = Where
draft-why = Why now
draft-terms = Words for the two sides
draft-waits = Waiting for { $parties }. If nobody takes a step by { $date }, the draft is put aside. Everything is kept, and one button takes it up again.
