# "Add my name": a supporter without an account. Families read this: grade 6.
at-title = Partnerships that ask for your name
at-lede = These partnerships opened a page for everybody. Choose yours, read who works together there, and add your name.
at-none = No partnership has a public page yet
at-none-what = Show this page to your principal, your union or your school board. Any of them can begin, with five questions.
at-one-lede = Working together here: { $parties }.
at-one-since = Together since
at-one-names = Names added
at-one-names-count = { $count ->
    [one] one neighbor, parent or colleague
   *[other] { $count } neighbors, parents and colleagues
}
pledge-title = Add my name
pledge-lede = Do you like that these groups work together for our schools? Say so. You need no account.
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
pledge-who-sees = The people of this partnership can read your name. This page shows only how many names there are. You get a link with which you can take yours back at any time.
pledge-done = Thank you. Your name was added.
pledge-mine-title = Your name
pledge-stands = { $name } stands with { $place }.
pledge-keep-link = This is your own page. Keep its address: it is the only way to take your name back by yourself. Copy it into a message to yourself, or take a picture of this page.
pledge-take-back = Take my name back
pledge-taken-back = Your name was taken back.
pledge-gone = Your name is no longer here.
pledge-no-connection-missing = Choose who you are here.
pledge-no-not-grown = Only people who are 18 or older can add a name. Ask a grown-up to add theirs.
home-do-it = Do it now
pledge-no-name-missing = Write your name.
pledge-no-name-long = Write your name with at most 100 letters.
at-add = Read more and add your name
at-not-here = Is your school or district not here?
at-not-here-what = Then no page is open there yet. Show this page to your principal, your union or your school board: any of them can begin.
at-front = Read what a partnership is
at-one-what = Together they choose one goal for students at a time, write down what they promise each other, and look at what came of it. Nothing is bargained there.
at-one-hidden = What they write is theirs to show. Ask one of them if you want to read their promise.
at-one-names-none = None yet. Yours can be the first.
at-one-others = See all pages like this one
