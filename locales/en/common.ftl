# The frame of every page, and the pages that say why something did not happen.
common-skip = Skip to the page
common-menu = Menu
common-menu-label = Main
common-home = Home
common-people = People
common-account = Your account
common-sign-in = Sign in
common-sign-out = Sign out
common-source = Source code of this version
common-privacy = What we keep and who can read it
common-licence = Free software under the AGPL, version 3 or later
common-say-changed = This page has changed.
common-say-show = Show the new page
common-say-updated = The page was updated.
common-say-restored = We put back what you had typed.
common-say-offline = You are offline. Nothing was sent. Your text is kept here.
common-say-copied = Copied.
common-print = Print it
common-copy = Copy the link
common-save = Save
common-back = Back
common-optional = (you may skip this)
common-where = Where you are
common-errors = { $count ->
    [one] One thing to correct
   *[other] { $count } things to correct
}
common-errors-kept = What you typed is kept.
common-record-mark = Record no. { NUMBER($number) } · code
common-demo-title = Demo
common-demo-banner = A sample district. Nobody and nothing in it is real, and no mail is sent.
common-demo-people = Be someone else
common-demo-mail = Read the letters
common-state-draft = Draft
common-state-active = Active
common-state-paused = Paused
common-state-ended = Ended
common-minutes = { $count ->
    [one] about one minute
   *[other] about { $count } minutes
}
error-number = If you ask for help, give this number: { $number }
error-typed-title = What you typed
error-typed-hint = It is still here. Copy it before you leave this page.
error-way-home = Go to your home page
error-way-back = Go back to the page
error-way-sign-in = Sign in
error-way-prove = Show that it is you
error-refused-title = That did not work
error-refused-next = What you typed is below. Change it and send it again.
error-unseen-title = We cannot show you this page
error-unseen-what = It does not exist, or it is not open to you. We say the same in both cases.
error-unseen-next = Check the address. If it came from a letter, part of the link may be missing, or the invitation has ended: ask the person who sent it for a new one.
error-forbidden-title = You may look, but not do this
error-forbidden-what = Your seat does not carry this right, so nothing was changed.
error-forbidden-next = Ask a lead of your party. The people page says who they are.
error-foreign-title = This came from another page
error-foreign-what = Your browser says this was sent from somewhere else, so nothing was changed.
error-foreign-next = Open the page here again and send it from there.
error-sign-in-title = You are signed out
error-sign-in-what = Nothing was changed. You were away for a while, or signed out on this device.
error-sign-in-next = Sign in, go back to the page, and send it again.
error-prove-title = Show that it is you
error-prove-what = This act is an important one. Nothing was changed yet.
error-prove-next = Show once more that it is you, then do it again. It takes a minute.
error-stale-title = Somebody changed it before you
error-stale-what = While you were writing, another person saved a change. Theirs stands, and yours is kept below.
error-stale-next = Open the page again, look at the change, and put your words in.
error-too-many-title = Too many tries
error-too-many-what = To keep your account safe, we wait a while after several tries. Nothing was changed.
error-too-many-next = { $minutes ->
    [one] Try again in one minute.
   *[other] Try again in { $minutes } minutes.
}
error-too-large-title = That is too long
error-too-large-what = A form here can hold about thirty pages. Nothing was changed.
error-too-large-next = Go back, make it shorter, and send it again.
error-unreadable-title = We could not read that
error-unreadable-what = The form arrived in pieces, or from an old page. Nothing was changed.
error-unreadable-next = Open the page again and send it once more.
error-busy-title = One moment, please
error-busy-what = Many people are here at once, so this was not done. Nothing was changed.
error-busy-next = Wait a few seconds and send it again.
error-full-title = Nothing can be saved right now
error-full-what = The disk of this server is full. What was saved before is safe, and nothing was changed now.
error-full-next = Tell the people who run this server. Your words are below, so that you can keep them.
error-broken-title = Something broke on our side
error-broken-what = It is not your fault, and nothing was changed.
error-broken-next = Try again in a minute. If it breaks again, tell the people who run this server.
common-style-guide = Style guide
common-security = Security log
common-todo = To do
common-tools = More tools
common-agreements = Agreements
common-meeting = Meeting
common-crisis = Crisis
common-guide = The guide
common-confirm-follows = What will happen
common-confirm-not = Back, and change nothing
error-way-people = See who leads your party
common-help = Help
