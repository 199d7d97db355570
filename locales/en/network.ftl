# Sharing with a partnership above, such as a state partner group, or with everybody.
network-title = Sharing
network-lede = Others can help if they know where you stand. You choose to share your phase, your step and what kinds of support you need. Nothing else is shared: no person's name and no text.
network-given-title = What we share
network-given-none = We share nothing with anyone.
network-since = Since { $day }
network-end-title = Stop
network-end-says = Your side alone can do this, at once. To share again, each side has to say yes.
network-end = Stop sharing now
network-ended = Sharing has stopped. Your side did that alone, and the record says so.
network-with = Share with
network-with-hint = Of the partnerships above yours, only those with a public page are here. Each side has to say yes. Any one side can stop it at once.
network-everybody = Everybody
network-everybody-means = Whoever opens the page of our state, county or district sees our name and place, our phase and step, and the kinds of support we need.
network-to-site = See who shares, by phase: { $place }
network-share = Ask the other sides
network-nobody-above = No partnership above yours has a public page.
network-received-title = What others share with us
network-received-what = Where they stand on the path, by their own choice. They can stop it at any time.
network-at = Cycle { NUMBER($cycle) } · { $phase }: { $step }
network-all-done = Cycle { NUMBER($cycle) } · every step is done
network-done = { $count ->
    [one] One of ten steps is done
   *[other] { $count } of ten steps are done
}
network-needs = Looks for help with: { $needs }
network-no-choice = Choose a partnership from the list.
network-no-shared = You share with them already.
network-no-pending = The sides are asked about sharing just now.
network-record-agreed = Each side agreed to share phase, step and kinds of need with { $with }.
network-record-ended = { $who } stopped the sharing with { $with } for { $party }.
network-record-opened = Each side agreed to show everybody phase, step and kinds of need.
network-record-shut = { $who } stopped showing everybody where we stand, for { $party }.
