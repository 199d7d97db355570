# "Add my name": a supporter without an account. Families read this: grade 6.
at-title = Partnerships here
at-lede = These partnerships have opened a page for everybody.
at-none = No partnership has a public page yet
at-none-what = You can start one with five answers.
at-one-lede = Working together here: { $parties }.
at-one-since = Together since
at-one-names = Names added
at-one-names-count = { $count ->
    [one] one neighbor, parent or colleague
   *[other] { $count } neighbors, parents and colleagues
}
pledge-title = Add my name
pledge-lede = You like that both sides work together for our schools? Say so. You need no account.
pledge-name = Your name
pledge-name-hint = As you want it to be read.
pledge-connection = Who are you here?
pledge-family = I raise a student
pledge-neighbor = I live or work close by
pledge-staff = I work in the schools
pledge-other = Something else
pledge-grown = I am 18 or older
pledge-grown-means = We do not keep names of children.
pledge-add = Add my name
pledge-who-sees = The people of this partnership can read your name. This page shows only how many names there are. You can take yours back at any time.
pledge-done = Thank you. Your name was added.
pledge-mine-title = Your name
pledge-stands = { $name } stands with { $place }.
pledge-keep-link = Keep the address of this page. It is the only way to take your name back by yourself.
pledge-take-back = Take my name back
pledge-taken-back = Your name was taken back.
pledge-gone = Your name is no longer here.
pledge-no-connection-missing = Choose who you are here.
pledge-no-not-grown = Only people who are 18 or older can add a name. Ask a grown-up to add theirs.
home-do-it = Do it now
pledge-no-name-missing = Write your name.
pledge-no-name-long = Write your name with at most 100 letters.
